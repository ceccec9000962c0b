"""A number of articles, of places or of times, and one use: bounds that somebody has to count.

What of them a ledger counts stands in `sums.py`; whatever else is found here withholds until a person signs.
"""

from byline.rights.grammar.numbers import WORDED
from byline.rights.grammar.window import MONTH
from byline.rights.grammar.wording import row

# how many, of what, over what: "25 of these articles per year", "a single story a month"
_MUCH = (
    rf"(?:(?<![\d.,])\d[\d.,]*|(?:a |one |two |three )?(?:hundred|dozen|couple of|handful of|few|pair of)"
    rf"|several|half|a single|{WORDED})(?: or (?:two|three|four|five|six|ten|\d+))?(?! or more\b)"
)
_OF_MINE = (
    r"(?:of (?=(?:these|those|them|mine|ours)\b)"
    r"|of (?:the |these |those |my |our |this author's )?(?:own )?|(?:(?!or\b|of\b)[a-z-]+ ){1,3}?)?"
)
_ONE = (
    r"(?:article|story|piece|item|reprint|essay|post|column|poem|recipe|tip|text|feature|interview"
    r"|review|work"
    r"|report|guide|tutorial|profile|editorial|lesson)"
)
_MORE = (
    r"(?:articles|stories|pieces|items|reprints|essays|posts|columns|poems|recipes|tips|texts|features"
    r"|interviews|reviews|works|reports|guides|tutorials|profiles|editorials|lessons|sermons|devotionals|meditations|chapters)"
)
_TEXTS = rf"(?:(?:{_MORE}|{_ONE}|copies)(?: of (?:mine|ours))?|(?<=of )(?:these|those|them|mine|ours))"
_OVER = (
    r"(?:(?:(?:with)?in|over|during|to|for) (?:an?|any|each|every|one|any one)|an?|per|each|every|any|within"
    r"|from|in any one)"
)
_EACH = r"(?:(?:in )?(?:an?|per|each|every|any|any one))"
_TIMES = r"(?:day|week|fortnight|month|quarter|season|half-year|year|annum|issue|edition|mailing)"
_SPANS = (
    rf"(?:{_TIMES}s?|decades?|months|sites?|websites?|domains?|authors?|newsletters?|ezines?|writers?"
    rf"|publishers?"
    r"|publications?|reader|editor|volume)"
)
_OFTEN = (
    r"(?:annually|yearly|monthly|weekly|daily|quarterly|fortnightly|bi-?(?:week|month|annual)ly|at a time)"
)
_AT_MOST = (
    r"(?:up to|at most|at the most|(?:no|not) more than|not exceeding|(?:a |the )?(?:maximum|limit)(?: of|:)?"
    r"|limited to|as many as|only|just|exactly|(?:a |the |in )?total(?: of|:))"
)
_PRINTING = (
    r"(?:used?|run|prints?|printed|publish|published|posts?|posted|carry|carried|feature|featured|appears?"
    r"|reprint|reprinted|republish|republished|reproduced?|copy|copied|distributed?|included?|taken?|shared?"
    r"|sent|mailed|circulated?|syndicated?|reprinting|printing|using|reproduction|republication)"
)
# who tells of a column of their own: "she writes two columns a week"
_NOT_TOLD = r"(?<!writes )(?<!wrote )(?<!publishes )(?<!produces )(?<!send )(?<!sends )(?<!mail )(?<!email )"
_NOT_TOLD += r"(?<!i publish )(?<!we publish )(?<!i write )(?<!we write )(?<!appears )(?<!comes out )"
# behind "once" where it is a number, and opens no condition: "print it once." and not "once it appears"
_ONCE_ENDS = (
    r"(?= *(?:$|[,.;:()]|(?:only|per|in|on|an?|each|every|or|and|with|without|for|by|free|freely|provided|at"
    r"|if|here|to)\b))"
)
_ISSUE = r"(?:issue|number|edition|mailing)"
_SOLE = r"(?:(?:only |just |exactly |no more than |at most |up to )?(?:one|a single|1|a sole|any one))"
# of a year, when a thing was made
_TOLD = (
    r"published|posted|appeared|written|wrote|updated|revised|issued|dated|copyright|ran|printed|won"
    r"|born|died"
    r"|made|held|founded|began|started|first|prize|award|conference"
)
# a number of places: "one newsletter", but not "one or more newsletters"
_MANY = (
    r"(?:(?:one|two|three|four) or )?"
    rf"(?:\d{{1,4}}|a single|a dozen|a hundred|one hundred|{WORDED})"
)
_VENUES = (
    r"(?:web ?sites?|sites?|webpages?|web pages?|blogs?|portals?|newsletters?|ezines?|mailings?|magazines?"
    r"|newspapers?|papers?|journals?|publications?|bulletins?|periodicals?|places|outlets?)"
)
_SOME = r"(?:(?:other|different|separate) )?"
_IN_A_YEAR = (
    r"(?:in|for|during|within|throughout) (?:the year |their |your |spring |summer |autumn |winter )*"
)
_FIGURE = rf"(?:\d{{1,6}}|{WORDED})"
# a number told twice, and neither a volume nor a year: "three (3)", not "3 (2025)"
_TWICE_TOLD = (
    rf"(?:{WORDED}) ?[(\[] ?{_FIGURE} ?[)\]]|\d{{1,6}} ?[(\[] ?(?:{WORDED}) ?[)\]]"
    r"|(?P<figure>\d{1,6}) ?[(\[] ?(?P=figure) ?[)\]]"
)
# a number of uses, and not what a thing is good for: "ten uses of vinegar"
_USES = r"uses?\b(?! (?:of|for) (?!(?:this|these|the|my|our|each|any|it)\b))"

_ONE_USE = (
    row(
        "one_time",
        r"\b(?:one[- ]time|once only|only once|just once|single[- ]use|one[- ]use|one[- ]off|a single time)\b"
        rf"|\b(?:single|one)[- ]{_ISSUE}\b(?= (?:rights?|use|only|permission|licence|grant)\b|\W*$)",
        "one|once|single",
        "one-time use",
    ),
    row(
        "one_time",
        rf"\b(?:in|for|by|to|use|using) {_SOLE} (?:single )?{_ISSUE}\b(?! or more)",
        "one|single| 1 | sole",
        "in one issue of your newsletter",
    ),
    row(
        "one_time",
        r"\b(?:no|not|never)\b.{0,40}\bmore (?:often )?than once\b|\bat (?:the )?most once\b"
        r"|\bonce,? (?:not|never)\b|\bonce or not at all\b|\bonce(?: and once)? only\b",
        "once",
        "not more than once",
    ),
    row(
        "one_time",
        rf"\b{_PRINTING}\b,?(?: [a-z']+){{0,6}}?(?<!more than)(?<! at),? once{_ONCE_ENDS}"
        rf"|^\W*(?:and |but )?once{_ONCE_ENDS}(?!,)",
        "once",
        "You may print this once",
    ),
    row(
        "one_time",
        rf"\b(?:one|a single|1) (?:printing|appearance|insertion|publication|reproduction|shot|outing)\b"
        r"(?! or more)|\bonce is (?:enough|all|the)\b"
        rf"|\b(?:your|their|the|its|our) next {_ISSUE}\b|\bfirst[- ]come\b",
        "one |single | 1 |once is| next |first",
        "One printing only",
    ),
    row(
        "one_time",
        r"\b(?:not?|never)\b.{0,40}\b(?:a second time|twice|again|repeated(?:ly)?|re-?runs?)\b"
        r"|\bno re-?(?:use|runs?)\b",
        "second|twice|again|repeat|run|use",
        "not a second time",
    ),
    row(
        "one_time",
        rf"\bby {_SOLE} (?:publisher|newsletter|ezine|editor|publication)\b(?! or)"
        r"|\bthe first (?:newsletter|ezine|publisher|editor|publication|one|taker) (?:to|that|who|which)\b",
        " one | single |first",
        "the first newsletter to publish it",
    ),
    row(
        "one_time",
        rf"\b(?:covers?|extends? to|valid|good|limited to|holds?)(?: for)? {_SOLE} "
        rf"(?:{_ISSUE}|occasion|use|time|printing)\b(?! or more)|\b(?:for|on) {_SOLE} occasion\b(?! or more)",
        "one|single| 1 | sole",
        "This permission covers one issue; for one occasion",
    ),
    row(
        "one_time",
        r"\b(?:lapses?|expires?|ends?|ceases?|void|exhausted|spent|used up)"
        r" (?:up)?(?:on|after|with|by) (?:(?:the|a|your|its|first|one|each|any|single) )*"
        r"(?:use|publication|printing|reprint|appearance)\b",
        "use|publication|printing|reprint|appearance",
        "Permission lapses on use",
    ),
)
_SUMS = (
    row(
        "cap",  # no ledger counts it
        r"(?:^|,|\band\b)(?:(?!\b(?:send|sent|mail|email|notify|inform|tell|let (?:me|us) know|call|phone)\b)"
        rf"[^,])*?\b({_TWICE_TOLD})"
        r"(?! ?(?:[a-z]+ )?(?:links?|hyperlinks?|paragraphs?|lines?|sentences|words)\b)",
        "(|[",
        "three (3) articles a year",
    ),
    row(
        "cap",
        rf"\b({_FIGURE} {_USES})|\b(uses?(?: (?:allowed|permitted|granted|rights))?: ?(?:once|twice"
        rf"|{_FIGURE}))\b"
        rf"|(?<![\w.])(\d{{1,3}} ?x)(?= *(?:$|[,.;:)]))|\b(frequency: ?[a-z]+)",
        "use|x|frequency",
        "Number of uses: 1; two uses; (1x); frequency: monthly",
    ),
    row(
        "cap",
        rf"{_NOT_TOLD}\b((?:(?:fewer|less) than |under |below )?{_MUCH} {_OF_MINE}{_TEXTS}"
        rf" {_OVER} (?:[a-z\d-]+ ){{0,2}}?{_SPANS})\b",
        "per |a |an |each|every|any|from|one|within",
        "25 articles a year",
    ),
    row(
        "cap",
        rf"{_NOT_TOLD}\b((?:{_MUCH}|an?) {_OF_MINE}{_ONE} {_EACH} (?:[a-z\d-]+ )??{_TIMES}s?"
        rf"|(?:{_MUCH}|an?) {_OF_MINE}{_TEXTS} {_OFTEN})\b",
        "per |a |an |each|every|any|ly",
        "an article a week",
    ),
    row(
        "cap",
        rf"{_NOT_TOLD}\b((?:{_MUCH}(?: times)?|once|twice|thrice) {_EACH} (?:[a-z\d-]+ )??{_TIMES}s?"
        rf"|(?:{_EACH} {_TIMES},? (?:only |at most |up to )?{_MUCH})|{_MUCH} per {_SPANS})\b",
        "per |a |an |each|every|any",
        "one per issue",
    ),
    row(
        "cap",
        rf"\b{_AT_MOST} ({_MUCH} {_OF_MINE}{_TEXTS})\b"
        rf"|\b({_MUCH} {_OF_MINE}{_TEXTS}) (?:only|at (?:the )?most|maximum|or (?:fewer|less)|in (?:all"
        r"|total))\b",
        "up to|most|more|exceed|max|limit|many|only|just|exactly|fewer|less|all|total",
        "up to three articles",
    ),
    row(
        "cap",
        rf"\b{_PRINTING} ({_MUCH} {_OF_MINE}{_MORE}"
        rf"|one (?:of (?:my|our|these|the|those) {_MORE}|(?!or\b){_ONE}))\b"
        r"(?! or more| at)",
        "s|one ",
        "You may reprint three articles",
    ),
    row(
        "cap",
        rf"{_NOT_TOLD}\b(?!appears){_PRINTING}\b(?: [a-z']+){{0,4}}?"
        r" ((?:no more than |at most |up to |only )?"
        rf"(?:twice|thrice|(?!one ){_MUCH} times))\b(?! as\b)|\b(one {_ONE} (?:at a time|only))\b",
        "twice|thrice|times|one ",
        "may be printed twice",
    ),
    row(
        "cap",
        rf"\b((?:up to|at most|(?:no|not) more than|not exceeding|(?:maximum|limit)(?: of| is|:)?|limited to)"
        rf" {_MUCH})(?= *(?:$|[.,;:)]|(?:of|in|per|from|by|a|at)\b))"
        rf"|\b({_MUCH} (?:is|are) (?:the |my |our )*(?:limit|maximum|most|enough|quota|cap|ceiling))\b"
        rf"|\b((?:at most|no more than) {_OFTEN}|{_OFTEN} at (?:the )?most)\b",
        "up to|most|more|exceed|max|limit|enough|quota|cap|ceiling",
        "Five is the limit",
    ),
    row(
        "cap",
        rf"\b(every (?:other|second|third|fourth|few|\d+(?:nd|rd|th|st)?|{WORDED}) {_TIMES}s?"
        rf"|alternat\w+ {_TIMES}s|consecutive {_TIMES}s|(?:not?|never) (?:(?!one){_MUCH}) (?:in|per|an?)\b"
        r"|(?:\d+ ?%|\d+ per ?cent|(?:an?|one|two|three) (?:half|thirds?|quarters?|fifths?|tenths?)|half|most"
        rf"|the majority|part) of (?:my|our|the|these|all)(?: my| our| the)? {_MORE})\b",
        "every |alternat|consecutive|not |no |never | of ",
        "in every other issue; a tenth of my articles",
    ),
    row(
        "cap",
        rf"\b(?:in|on|by|to|with|at|for)(?: (?:{_AT_MOST}|any|a total of))* "
        rf"({_MANY} (?:(?:other|different|separate|further|such|of your) )?"
        rf"(?:(?:noncommercial|nonprofit|free|personal) )?{_VENUES})\b",
        "site|page|blog|portal|newsletter|ezine|mailing|issue|magazine|paper|journal|publication|bulletin"
        "|place|outlet",
        "on up to three web sites",
    ),
    row(
        "cap",
        r"\b(?:in|for|over|across|covers?|valid|to|within)(?: (?:any|a total of|a run of|the next"
        r"|your next))*"
        rf"(?: {_AT_MOST})? ({_MANY} (?:(?:consecutive|successive|different|separate) )?(?:issues"
        rf"|editions))\b"
        rf"|\b(the first {_MANY} (?:{_VENUES}|editors|publishers|takers|people|webmasters))\b",
        "issues|editions|the first",
        "Valid for three issues; the first ten newsletters",
    ),
    row(
        "cap",
        rf"\b{_AT_MOST} ({_MANY} {_SOME}{_VENUES})\b|\b((?:fewer|less) than {_MANY} {_SOME}{_VENUES})\b"
        rf"|\b({_MANY} {_VENUES})(?: only\b| at (?:the )?most\b| maximum\b| or (?:fewer|less)\b)",
        "up to|most|more|less|exceed|max|limit|many|only|just|exactly|fewer",
        "fewer than five web sites",
    ),
)
_OTHER = (
    row(
        "cap",
        rf"\b((?:ceiling|limit|maximum|most|quota|allowance|cap) (?:is|are|will be) {_MUCH}"
        rf"|(?:pick|choose|select|take) (?:any |just |only )?{_MUCH}(?= *(?:$|[,.;:)]|{_TEXTS}\b))"
        rf"|{_MUCH} (?:{_TEXTS} )?(?:each|apiece)|any (?:one|{_MUCH}) {_TEXTS}"
        rf"|{_MUCH},? and (?:not one|no) more"
        rf"|more than {_MUCH} (?:is|are|would be) (?:too|not)|(?:a )?handful at most"
        rf"|(?:i|we) (?:allow|permit|grant|give|offer)(?: you| each| newsletters)?(?: {_AT_MOST})? {_MUCH}"
        rf"(?= *(?:$|[,.;:)]))|{_MUCH} are (?:free|yours|okay|allowed|permitted|granted)"
        r"|the (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:nd|rd|th)"
        r"|next)(?: one)? costs?)\b",
        "is |are |will be|allow|permit|grant|give|offer|cost|pick|choose|select|take|each|apiece|any "
        "|more|handful",
        "My ceiling is five; pick one; two each",
    ),
    row(
        "one_time",
        r"\bno repeats?\b|\bnon-?(?:recurring|repeat\w*)\b",
        "repeat|recurring",
        "No repeats",
    ),
    row(
        "condition",
        rf"\b{_PRINTING}\b.{{0,60}}\b(this (?:day|week|month|season|year|summer|autumn|winter)\b(?!')"
        r"|for now\b|for the (?:time being|moment|present))|\b(while (?:stocks|supplies) last)\b",
        "this |for now|for the |while ",
        "Newsletters may reprint this article for the time being",
    ),
    row(
        "condition",
        rf"\b(?:for|during) (a (?:limited|short|certain) (?:time|period|while))\b"
        rf"|\b(?:valid|good|limited to|lasts|runs|holds|stands)(?: only)?(?: to)? ({_FIGURE}"
        r" (?:hours?|days?|weeks?|months?|years?))\b",
        "a limited|a short|a certain|hour|day|week|month|year",
        "for a limited time; valid six months",
    ),
    row(
        "condition",
        r"\b(?:may|can|free|freely|welcome|permi\w+|allowed|granted|offer|licence)\b"
        rf"(?:(?!\b(?:{_TOLD})\b).){{0,90}}?\b({_IN_A_YEAR}(?:{MONTH})?,? ?(?:19|20)\d\d)\b"
        rf"|^\W*(?:only |just |good |valid )*((?:in|for|during) (?:the year )?(?:19|20)\d\d)\b",
        " 19| 20",
        "Newsletters may reprint this in 2025",
    ),
)
_LABELLED = (
    row(
        "cap",
        rf"^\W*(?:(?:and|but|only|just) )*((?:{WORDED})(?: times)?|\d+ times|twice|thrice"
        rf"|{_FIGURE} (?:only|altogether|overall|in (?:all|total))|{_OFTEN})"
        r"(?: (?:only|altogether|overall|in (?:all|total)))?\W*$"
        rf"|\b((?:total(?: of)?|quota|cap|ceiling|allowance|limit|max|maximum|in all):?,? {_MUCH})\b",
        "",
        "Three times. Only five. Monthly only. Quota: 5",
    ),
    row(
        "cap",
        rf"\b(?:have|take|choose|use|run|print|reprint|publish) ({_MUCH})(?= *(?:$|[.;]))"
        rf"|(?<![$])\b({_MUCH} (?:per (?!cent\b)[a-z]+|for (?:each|every|any) {_SPANS}))\b"
        rf"|^\W*(?:(?:only|any|up to) )*({_MANY} {_VENUES}) (?:may|can)\b"
        r"|\b(frequency\b[a-z ]*: ?[a-z]+)|(?<![\w.])(x ?\d{1,2}|\d{1,2} ?x(?= only))\b",
        "",
        "You may have five; two for each newsletter; ten newsletters may print it",
    ),
    row(
        "one_time",
        r"\b(?:lapses?|expires?|ends?|ceases?|used up|exhausted|spent)\b.{0,12} (?:once|when|as soon as)\b",
        "once|when|as soon",
        "Permission lapses once used",
    ),
    row(
        "condition",
        r"^\W*((?:term|duration|period|validity|valid|year of use|expiry|expires"
        r"|expiration|ends?|until|window)"
        r"(?: date| of use| of validity)?: ?\w+)",
        ":",
        "Term: one year",
    ),
    row(
        "condition",
        r"\b(limited[- ]time|limited[- ]period|(?:19|20)\d\d only|only (?:in |for |during )?(?:19|20)\d\d)\b"
        r"|\b(?:permission|offer|licence|grant|it) (?:lasts|runs|holds|stands|is valid|is good)(?: for)?"
        r" (an? (?:day|week|month|year|season))\b",
        "limited|only|lasts|runs|holds|stands|valid|good",
        "2026 only",
    ),
)
COUNTS = (*_ONE_USE, *_SUMS, *_OTHER, *_LABELLED)
