"""How English grants.

Rows are tried only on what no denial, request or report has claimed. To teach a wording, add a
row with an example, and a case to `tests/cases/terms.toml`.
"""

from byline.rights.grammar.wording import row

_MODAL = r"\b(?:may|can)\b,? <ado>"  # "could" supposes

_FREE = (
    r"\b(?:free|welcome|allowed|permitted|invited|encouraged|entitled"
    r"|authori[sz]ed|at liberty|licenced|able|urged|okay|fine|liberty"
    r"|opportunity) to,? (?:please )?<ado>"
)

_OBJECT = (
    r"(?: on| along| out| up to| as many as| up| over| around)?(?: (?!(?:on"
    r"|in|at|to|with|for|about|from|by|via|and|you|that)\b)[a-z\d',/-]+){0,5}? <work>\b"
)

GRANTED = (
    row(
        "verb", _MODAL + r"(?:be )?<ado>(?:<strong>|<strongly>)\b", "may|can|could|might", "may be reprinted"
    ),
    row("verb", _MODAL + r"be <ado><weakly>\b", "may be|can be|could be|might be|may|can", "may be used"),
    row("verb", _MODAL + r"<weak>" + _OBJECT, "may|can|could|might", "you may run this story"),
    row(
        "verb",
        r"\b(?:may|can) <ado>(?:go|appear|run) (?:in|into|on|out in)\b",
        "may|can",
        "may go into any newsletter",
    ),
    row(
        "verb",
        r"\b<work>,? (?:that )?<who> (?:may|can) <ado><weak>\b",
        "may|can",
        "my own words you may take",
    ),
    row(
        "verb",
        r"\b(?:copies|excerpts|reprints|use|reproduction)\b(?: [a-z]+){0,4}? (?:may"
        r"|can) (?:freely |also )?be (?:made|printed|distributed|given|handed|had)\b",
        "may|can",
        "Copies may be made",
    ),
    row("verb", _FREE + r"(?:be )?<ado>(?:<strong>|<strongly>)\b", " to", "free to reprint"),
    row("verb", _FREE + r"(?:be )?<ado><weak>" + _OBJECT, " to", "welcome to use this"),
    row(
        "verb",
        r"\bwelcome to (?:it|this|them|all of it|any of|take|our|my|the (?:article|text|story))\b",
        "welcome",
        "Schools are welcome to it",
    ),
    row(
        "noun",
        r"\b<reusing>\b(?: rights?)?(?: [a-z,/'-]+){0,16}? (?:is|are|remains?) (?:[a-z]+ ){0,2}?"
        r"(?:allowed|permitted|authori[sz]ed|welcomed?|encouraged|fine|okay"
        r"|unlimited|unrestricted|granted|no problem|approved|acceptable"
        r"|all right|invited|open to|cool)\b",
        "allowed|permitted|authori|welcome|encouraged|fine|okay|unlimited"
        "|unrestricted|granted|no problem|approved|acceptable|all right"
        "|invited|open to|cool",
        "Reprinting is fine",
    ),
    row(
        "noun",
        r"\b<reusing>\b(?: rights?)?(?: [a-z,/'-]+){0,5}?:? (?:freely |always "
        r"|gladly |hereby )?(?:allowed|permitted|authori[sz]ed|welcomed?"
        r"|encouraged|okay|unlimited|granted|invited)\b",
        "allowed|permitted|authori|welcome|encouraged|okay|unlimited|granted|invited",
        "Reprints welcome",
    ),
    row(
        "noun",
        r"\b(?:<reusing>|to (?:reprint|republish|copy|use))(?: (?:rights?|policy|terms|status|permission))?"
        r"(?:: ?|,? ?[(]?)(?:yes|sure|gladly|allowed|granted|okay|fine|permitted|of course|(?<=: )(?:"
        r"open|unlimited|unrestricted|anyone|no charge|by all means|go ahead|any time))\b",
        "yes|sure|gladly|allowed|free|granted|okay|fine|permitted|course|open|un|any|no charge|all means|ahead",
        "Reprints: yes",
    ),
    row(
        "given",
        r"\b(?:permission|consent|leave|licence|authori[sz]ation|authority"
        r"|rights?|reprint rights|release)\b(?: [a-z,'/-]+){0,12}?(?: ?[:-])? ?(?:hereby "
        r"|herewith |freely |gladly )?(?:granted|given|extended|accorded)\b(?! (?:only )?(?:by ("
        r"?:the )?(?:author|publisher|owner)|on request|upon|if you ask|case))",
        "granted|given|extended|accorded",
        "Permission is hereby granted",
    ),
    row(
        "given",
        r"\b(?:grants?|gives?|extends?|granting|giving|given|granted)\b(?: [a-z,'/-]+){0,8}? (?:"
        r"permission|consent|leave|licence|the right|rights?|authori[sz]ation)\b",
        "grant|give|giving|extend",
        "I give my permission to",
    ),
    row(
        "given",
        r"(?<!\bwe )(?<!\bi )\b(?:have|has|with) (?:[a-z']+ ){0,4}?(?:permission"
        r"|consent|leave|blessing|go-ahead|okay|right) (?:to|for)\b",
        "right|permission|consent|leave|blessing|go-ahead|okay",
        "You have my permission to",
    ),
    row(
        "free",
        r"\bfree (?:of charge )?(?:for|to) (?:[a-z,'-]+ ){0,4}?(?:<reusing>"
        r"|publications?|newsletters?|ezines?|websites?|editors|webmasters"
        r"|publishers|all|anyone|everyone|everybody)\b",
        "free",
        "free for republishing",
    ),
    row(
        "free",
        r"\bfree(?:ly)?[ -](?:to[ -])?(?:<strong>|use|share|distribution"
        r"|reprintable|reproducible|republishable)\b|\b(?:<strong>|<strongly>"
        r"|use it|use this|share it|share this|pass it on|publish it|publish this) (?:it "
        r"|this |them )?(?:freely|at will|for free|free of charge|without charge)\b",
        "free|will|charge",
        "free-reprint article; reprint at will",
    ),
    row(
        "free",
        r"\b(?:is|are|made|articles?) (?:hereby )?(?:available|offered|provided"
        r"|released|supplied|submitted) (?:[a-z]+ ){0,4}?for (?:[a-z]+ ){0,3}?(?:reprint"
        r"|reprinting|republication|republishing|publication|free use|free distribution"
        r"|reuse|use in|use on|use by)\b",
        "available|offered|provided|released|supplied|submitted",
        "offered for reprint",
    ),
    row(
        "free",
        r"\b(?:free|open|available|offered|cleared|released|approved|okay|fine|yours|good|ready)"
        r"(?: (?:of charge|at no (?:cost|charge)|without (?:charge|cost)|free|here|now|as free content),?)*"
        r" (?:for|to) (?:(?!read|see|view|not)[a-z'-]+,? ){0,5}?(?:to |for )?(?:<strong>|<reusing>"
        r"|as free content|(?:use|run|publish|post|print|share|pass on|take|pick up)"
        r" (?:in|on|it|them|this|wherever|anywhere|as you|freely|with|at)\b)\b",
        "free|open|available|offered|cleared|released|approved|okay|fine|yours|good|ready",
        "Our stories are open for anyone to reprint",
    ),
    row(
        "free",
        r"\b(?:offered|given|provided|supplied|available)(?: to <anybody>)? (?:as free (?:content|articles?)"
        r"|free (?:of charge )?to <anybody>)\b",
        "offered|given|provided|supplied|available",
        "offered to webmasters as free content",
    ),
    row(
        "free",
        r"\bno (?:cost|charge|fee|fees|costs|charges)(?: at all| whatsoever)? (?:to|for) (?:you to )?(?:use|<strong>"
        r"|<reusing>|run|publish|print|post)\b",
        "no c|no f",
        "No cost to use",
    ),
    row(
        "invite",
        r"^\W*(?:(?:please|just|simply) )?(?:copy|paste|cut|grab|take|drop) (?:and paste )?(?:[a-z]+ ){0,3}?(?:html|text"
        r"|article|content|story|this|it|piece)\b(?! (?:code|link|url|address|banner|button)).{0,60}?"
        r"\b(?:in|into|on|onto) (?:your|any) (?:own )?(?:page|site|website|webpage|blog|newsletter|ezine)\b",
        "in|on",
        "Copy the text below and paste it into your page",
    ),
    row(
        "media",
        r"^\W*(?:[a-z]+ )?(?:fine|okay|good|cleared|free|open|all right|approved|yours|suitable|ideal"
        r"|allowed|permitted|available free)(?: to (?:use|run|go|appear|publish|print|post))?,? (?:for|in|on)\b",
        "for|in|on",
        "Fine for newsletters, web sites",
    ),
    row(
        "invite",
        r"\b(?:<reusing>|<strong>|<strongly>|use|used|run|post(?:ed)?|publish(?:ed)?|print(?:ed)?)\b.{0,80}?\b"
        r"(?:okay|fine|cool|all right|alright|no problem) (?:with|by) (?:me|us)\b"
        r"|\b(?:okay|fine|cool|all right|alright) (?:with|by) (?:me|us) (?:if|for|to|when|that)\b.{0,60}?"
        r"\b(?:<reusing>|<strong>|<strongly>|use|used|run|post(?:ed)?|publish(?:ed)?|print(?:ed)?)\b",
        "with|by",
        "Reblogging is fine by me",
    ),
    row(
        "invite",
        r"^\W*(?:<anybody>|friends|folks),? (?:<anybody>,? |anywhere,? |please )*(?:use|take|run|<strong>|print"
        r"|publish|post|share|borrow|lift|steal) (?:it|this|them|mine|away|freely|at will)\b",
        "s,|one,|body,|s ",
        "Pastors, use it",
    ),
    row(
        "invite",
        r"\b(?:<strong>|borrow|lift|share|steal|use|print|publish|post|take) (?:[a-z]+ ){0,4}?(?:to your heart's content"
        r"|at your (?:discretion|leisure|pleasure)|as often as|with (?:my|our) (?:blessing|compliments|thanks)"
        r"|and welcome|till the cows come home)\b|^\W*(?:[a-z]+ )?(?:borrow|copy|reprint|share|steal|post|publish"
        r"|republish|print|reblog|repost|use) away\b",
        "content|at your|as often|with|and welcome|cows|away",
        "Copy it to your heart's content",
    ),
    row(
        "given",
        r"\bconsider (?:this|yourself|yourselves|it|the)(?: [a-z]+){0,4}? (?:permission|permitted|free|allowed"
        r"|authori[sz]ed|licence|licenced|invited)\b|\b(?:this|that) (?:[a-z]+ )?(?:is|serves as|constitutes"
        r"|counts as|gives you|stands as) (?:your |my |our |all the )?(?:permission|licence|authori[sz]ation"
        r"|consent|go-ahead)\b|\b(?:blanket|standing|automatic|general|open) (?:permission|licence)\b(?= (?:to|for|is))",
        "permission|permitted|free|allowed|authori|licence|invited|consent|go-ahead",
        "Consider this your permission",
    ),
    row(
        "free",
        r"\b(?:written|meant|intended|designed|here|there|published|made|yours) (?:to be|for) (?:freely |widely )*"
        r"(?:<strongly>|passed (?:on|around|along)|<strong>|reuse|reprinting|republication|redistribution)\b"
        r"|\byours (?:to|for) (?:use|the taking|run|publish|post|print|share|take)\b"
        r"|\b(?:up for grabs|fair game|free for the (?:taking|asking)|there for the taking|no strings(?: attached)?)\b",
        "written|meant|intended|designed|here|there|published|made|yours|grabs|game|taking|asking|strings",
        "Yours to use",
    ),
    row(
        "free",
        r"\b(?:we|i)(?: [a-z]+)? (?:offer|share|give|provide|make|supply|release|donate|publish|put) "
        r"(?:[a-z',-]+ ){1,8}?(?:free|freely|free of charge|at no (?:cost|charge)|for free|available|without charge)"
        r"(?: of charge)?,? (?:to|for|so that) (?:[a-z]+ )?(?:<anybody>|<reusing>|any)\b",
        "offer|share|give|provide|make|supply|release|donate|publish|put",
        "We offer our stories free to newspapers",
    ),
    row(
        "invite",
        r"\b(?:love|happy|glad|pleased|delighted|thrilled|tickled|honou?red)(?: it)? (?:to see|for|if|when|to have) "
        r"(?:[a-z']+ ){1,8}?(?:in|on) (?:your|any|other|another|every|as many)\b",
        "love|happy|glad|pleased|delighted|thrilled|tickled|hono",
        "We would love to see it in your newsletter",
    ),
    row(
        "invite",
        r"\b(?:do not|could not|could) (?:care|care less|give a (?:hoot|fig)) (?:who|where|how|if|whether)"
        r"(?: [a-z]+){0,3}? (?:<strong>s?|<strongly>|uses?|prints?|posts?|publish(?:es)?|shares?)\b",
        "care|give a",
        "I do not care who reprints this",
    ),
    row(
        "free",
        r"\bfree (?:content|articles?|material|text|copy|stories|columns?) for (?:your"
        r"|any|all|every|use|publication)\b",
        "free",
        "Free content for your site",
    ),
    row(
        "invite",
        r"\b(?:take|use|copy|print|reprint|publish|share|pass|spread|quote) (?:it"
        r"|this|them)(?: [a-z]+)?, (?:and )?(?:take|use|copy|print|reprint"
        r"|publish|republish|share|pass|spread|quote) (?:it|this|them)\b",
        "it|this|them",
        "Take it, use it",
    ),
    row(
        "invite",
        r"^\W*(?:please|kindly|do|feel free to|by all means)(?:,? (?:[a-z]+,? ){0,3}?(?:and )?)<strong>\b"
        r"(?: [a-z',-]+){0,4}? <work>\b",
        "please|kindly|do|feel|means",
        "Please copy and republish this article",
    ),
    row(
        "invite",
        r"^\W*(?:use|run|publish|post|reprint|republish) (?:this|these|the|my|our) <work> (?:on"
        r"|in) (?:your|any)\b",
        "use|run|publish|post|reprint|republish",
        "Use this article on your site",
    ),
    row(
        "invite",
        r"^\W*(?:please )?<strong> (?:it |this |them )?(?:wherever|however|whenever"
        r"|anywhere) you (?:like|please|want|wish)\b",
        "ever|anywhere",
        "Reprint wherever you like",
    ),
    row(
        "invite",
        r"(?:\bif you (?:would )?)?\b(?:wish(?:es|ing)?|want(?:s|ing)?|like|care) to (?:<strong>"
        r"|use|run|publish|post)\b.{0,60}?"
        r"(?:, (?:please (?:do|feel free)|feel free|go ahead|be my guest)|\b(?:may"
        r"|can) (?:freely )?do so)\b(?! not)",
        "do|feel|go|guest",
        "If you would like to reprint this, please do so",
    ),
    row(
        "free",
        r"\byours (?:for (?:free|nothing)|free)\b|\bno charge for (?:any )?<reusing>\b",
        "yours|no charge",
        "This article is yours for free",
    ),
    row(
        "free",
        r"\bfree for (?:free |all |any |every |noncommercial )",
        "free for",
        "Free for free publications",
    ),
    row(
        "invite",
        r"\b(?:help yourself|help yourselves|be (?:my|our) guest|go (?:right )?ahead"
        r"|by all means|copy away|have at it|steal (?:this|these|our|my)"
        r"|take (?:it|them) (?:and|with)|do (?:with it )?(?:as|what|whatever"
        r"|anything) you (?:like|please|want|wish|will)|(?:use|share|spread"
        r"|copy|print|publish|reprint) (?:it|this|them|these)(?: [a-z]+){0,2} (?:as"
        r"|wherever|however|whenever|anywhere|where|how) ?(?:you (?:like"
        r"|please|want|wish|see fit|will))?)\b",
        "help|guest|ahead|by all means|away|have at|steal|take|do |use"
        "|share|spread|copy|print|publish|reprint",
        "Help yourself",
    ),
    row(
        "invite",
        r"^\W*(?:[a-z ,]{1,40}: ?)?(?:(?:please|so|and|then|kindly|just"
        r"|also|yes|feel free|do),? ){0,3}(?:<strong>|use|run|print|publish"
        r"|pass|forward|spread|share|post|take)\b(?: [a-z',-]+){0,6}? <work>\b.{0,120}?\b(?:free"
        r"ly|for free|free of charge|at will|as you (?:like|wish|please"
        r"|see fit)|anywhere|with (?:full |proper |due |author |my |the )?(?:credit"
        r"|attribution)|at no (?:cost|charge)|as many|if you|as long as"
        r"|so long as|provided|but (?:please )?(?:keep|leave|credit|do not)"
        r"|under)\b",
        "free|at no|as many|at will|as you|anywhere|with|if you|long as|provided|but|under",
        "Republish our articles for free",
    ),
    row(
        "invite",
        r"\b(?:we|i|author|publisher|authors|editor|editors|team|magazine)\b(?: [a-z]+)? (?:enco"
        r"urages?|welcomes?|invites?|allows?|permits?|authori[sz]es?|lets?"
        r"|urges?|hereby allow|would love)\b(?: [a-z,'-]+){0,7}? (?:<reusing>"
        r"|<strong>|use|share|<strongly>|publish|post|print|run)\b",
        "encourage|welcome|invite|allow|permit|authori|let|urge|love",
        "We encourage you to republish",
    ),
    row(
        "invite",
        r"\b(?:happy|glad|pleased|delighted|content|willing|honoured|honored"
        r"|flattered) (?:for|to|if|when|that) (?:[a-z']+ ){0,6}?(?:<reusing>"
        r"|<strong>|<strongly>|use (?:it|this|my|our|the)|used|run|published"
        r"|printed|publish|shared)\b",
        "happy|glad|pleased|delighted|content|willing|honoured|honored|flattered",
        "Happy for you to reprint",
    ),
    row(
        "verb",
        r"\byou (?:may|can)(?= ?(?:$|,|-|as long|so long|if|provided|providing|but|with))",
        "may|can",
        "You may, as long as …",
    ),
    row(
        "verb",
        r"\b(?:free|welcome|okay|fine) to (?:<ado>)(?:share|forward|use"
        r"|publish|post)\b(?=,? (?:with|provided|as long|so long|if|but)|,|$)",
        "free to|welcome to|okay to|fine to",
        "Feel free to share, provided …",
    ),
    row(
        "invite",
        r"^\W*(?:please )?<strong> (?:this |it )?only (?:with|if|when|as|in)\b",
        "only",
        "Reprint only with credit",
    ),
    row(
        "invite",
        r"\b(?:<strong>|share|spread|pass)\b(?: [a-z]+){0,4}? to (?:whomever"
        r"|anyone|whoever|everyone|anybody|all and sundry)\b",
        " to ",
        "Distribute this to whomever you like",
    ),
    row(
        "invite",
        r"\b(?:<strong>|use|share) (?:it|this|them|these)(?: [a-z]+)? (?:all"
        r"|as much|as often|as many times)(?: as)?"
        r" you (?:want|like|please|wish)\b",
        "you",
        "Copy this all you want",
    ),
    row(
        "free",
        r"\bno (?:rights reserved|restrictions? on (?:[a-z]+ ){0,2}?<reusing>)"
        r"|\bcopyright[ -]free\b|\bcopyleft\b|\bwithout (?:any )?restrictions?\b",
        "no rights|restriction|free|copyleft",
        "No rights reserved",
    ),
    row(
        "free",
        r"\b(?:reprint(?:ing)?|republication|republishing|reproduction|reposting|reuse|syndication"
        r"|copying|redistribution|(?:noncommercial|online|web|print|any) use)(?: of (?:this|these|the|my|our)"
        r" [a-z]+)?(?: rights?)?(?: is|s are|:|s:)? (?:at no (?:cost|charge)|for free|free)\b",
        "free|no c",
        "Reprint is free",
    ),
)

# An answer to a question: "Want this for your site? Help yourself."
YES = row(
    "yes",
    r"^\W*(?:a(?:nswer)?: ?)?(?:yes|great|wonderful|excellent|sure|of course|certainly"
    r"|absolutely|please do|go (?:right )?ahead|help yourself|by all means"
    r"|be (?:my|our) guest|no problem|feel free|you may|you can(?! not)"
    r"|gladly|okay|fine|no need to ask|with pleasure)\b",
    "",
    "",
)

NO = row(
    "no",
    r"^\W*(?:a(?:nswer)?: ?)?(?:no(?! (?:problem|worries|need))|sorry|never|please do not|afraid not|you may not|you can not|not)\b",
    "",
    "",
)
