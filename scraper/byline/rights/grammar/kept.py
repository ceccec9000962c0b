"""The parts that a grant may ask to keep, as English names them.

A row says which words name a part; whether a clause asks for it is for `duties.py` to say.
The same parts in other languages are in `kept_abroad.py`.
"""

from byline.rights.grammar.wording import row

_WRITER = (
    r"(?:authors?|writers?|reporters?|journalists?|columnists?|creators?|contributors?|maintainers?"
    r"|specialists?|translators?|compilers?|bloggers?|cartoonists?|poets?)"
)
_WHO = rf"(?:me|us|(?:(?:the|its|their|our|both|each|every|any|all|of)? ?){{1,3}}{_WRITER})"
_DULY = r"(?:(?:clearly|fully|properly|duly|always|prominently|also) )?"
_HERE = (  # this page, or the first place of publication
    r"(?:this(?! licen)|the(?! author| writer| licen|\w* text of)|our|your|original|us|here|full|that|source"
    r"|its(?! text)|canonical|first|finish|where|read|it|www|http)"
)
_LIVE = (
    r"live|active|working|clickable|functional|functioning|hot|dofollow|do-follow|followable|intact|alive"
    r"|untouched|unchanged|unaltered|preserved|hyperlinked"
)
_PAPER = (
    r"(?:newsletter|magazine|bulletin|newspaper|paper|journal|herald|gazette|wire|courier|chronicle"
    r"|post|times|tribune|site|website|web site|blog|directory|page)"
)

PARTS = (
    row(
        "title",
        r"(?<!under )(?<!below )(?<!above )(?<!beneath )(?<!after )(?<!beside )(?<!rewrite )(?<!change"
        r" )(?<!edit )(?<!alter )\b(?:the|its|our|article'?s?"
        r"|article's|original|same) (?:full |original |article'?s? )?(?:title"
        r"|headline)\b(?! to\b)|\btitle of (?:the|this) (?:article|piece"
        r"|story)\b|\b(?:title and author|title, (?:author|byline)|titles? intact)\b"
        r"|\b(?:not|never|without|nor|no) (?:\w+ ){0,3}?(?:retitl\w*|renam\w*"
        r"|(?:(?:chang|edit|alter|touch|remov|rewrit|replac)\w*) (?:of )?(?:the|our|its|my|this) "
        r"(?:\w+ )?(?:title|headline))\b",
        "title|headline|renam|retitl",
        "the title, not a job's",
    ),
    row(
        "byline",
        r"(?<!neath the )(?<!under the )(?<!below the )(?<!above the )(?<!after"
        r" the )\bbylined?\b(?! of other)"
        rf"|\b(?:{_WRITER}(?:'s?)?|my|our|full|his|her|their(?! own)) (?:full |own )?"
        r"(?:names?|handle|nickname|pen[ -]?name|moniker)\b"
        r"|\bspell (?:my|the author'?s?|it|our|her|his)\b|\bby-lines?\b"
        rf"|(?<!another )(?<!other )\b[a-z]+'s name\b"
        rf"|\bnames? (?:of (?:the |its )?{_WRITER}"
        r"|and (?:the )?(?:url|address|website|links?|email|web)|on|attached|stays?"
        r"|intact|remain\w*|appears?)\b|\bauthorship\b"
        rf"|(?<!nofollow )(?<!rel )(?<!html )\battribut\w+\b(?! (?:\w+ ){{0,3}}to (?:this|our|the) (?:\w+"
        rf" )?{_PAPER}\b)",
        "byline|by-line|name|handle|moniker|spell|attribut|authorship",
        "the author's name",
    ),
    row(
        "byline",
        r"(?<!photo )(?<!picture )(?<!image )(?<!tax )(?<!bank )(?<!claim )(?<!take )(?<!photographer's"
        r" )(?<!agency's )(?<!artist's )\bcredit(?:s|ed|ing)?\b"
        r"(?! (?:cards?|unions?|reports?|scores?|ratings?|hours?|box|block|history|does|alone))"
        rf"(?! (?:(?:is|are|goes|given|to|line) ){{0,3}}(?:the|our|this) (?:original )?(?:source"
        rf"|{_PAPER})\b)",
        "credit",
        "with credit",
    ),
    row(
        "byline",
        rf"\b(?:name|mention|identify|cite|acknowledge|acknowledging|naming|mentioning|citing) {_WHO}\b"
        rf"|\backnowledg\w*(?: (?:of|to|is|are|given|the))* (?:{_WRITER}|me|us|authorship)\b"
        rf"|\b(?:{_WRITER}|i am|we are)(?: (?:is|are|must be|has to be|should be|be))? {_DULY}(?:acknowledged"
        r"|identified|named|mentioned|cited)\b"
        rf"|(?<!source )(?<!licence )\b(?:must|has to|should|shall|needs to) be {_DULY}(?:named|credited)\b"
        rf"|\b{_WRITER} and (?:the |its )?(?:source|original|publication|publisher)\b"
        rf"|\b{_WRITER} (?:his|her|their|its|the) due\b|\bname of who(?:ever)?\b"
        r"|^\W*(?:please |kindly |always |and |just )*acknowledge (?!that|receipt|the (?:source"
        r"|original|place)|our site)\w+"
        r"|\b(?:shown|listed|given|presented|identified|credited) as (?:the )?(?:author|writer)\b"
        r"|\brespect the author|\bnamed? as (?:the )?author\b|\b(?:say|tell|show|state"
        r"|mention)\w* who wrote\b"
        r"|\b(?:not|never) (?:put|place|set|sign|use|substitute) (?:your|another|any other"
        r"|someone)[\w' ]{0,12}"
        r" name\b",
        "acknowledg|author|writer|whoever|due|name of|named|credited|identif|me|us|wrote|name|mention|cit",
        "the author is named",
    ),
    row(
        "byline",
        r"\bfrom \[author\]|\bby \[author\]|\bby-line\b"
        r"|\b(?:carry|include|following|statement|line|ends? with|words?|keep|print|show|leave|add)\b.{0,30}"
        r"[:\"'] ?(?:(?:author|written by|byline): [a-z]|(?:written )?by [a-z]"
        r"|copyright (?:\d{4} )?by [a-z])",
        "author|by-line|by ",
        "a fixed credit sentence",
    ),
    row(
        "copyright",
        r"\bthis line\b|\(c\) (?:line|notice|mark)\b|\bcopyrights?(?: (?:notices?|lines?|statements?"
        r"|information|mark|info|credit|message|intact|and|or|is|must|stays?(?! with)"
        r"|remains?(?! with| the)|as (?:below|above|shown|given)|appears?|included|on|details|years?"
        r"|dates?|(?:holder'?s?)(?: name)?)\b"
        r"|,| ?$|')|\bnotices? of copyright\b|\b(?:year|holder|owner|line) (?:and"
        r" \w+ )?of (?:the )?copyright\b"
        r"|\b(?:line|with|text|words|statement|carry|following|include"
        r"|say)\W{1,3}(?:copyright (?:\d{4}|by)|\(c\) \d{4})\b",
        "copyright|this line|(c)",
        'the copyright line; "this line" closes one',
    ),
    row(
        "resource_box",
        r"(?<!in the )(?<!in my )\b(?:resource[- ]?box\w*|resource (?:information"
        r"|paragraph|section)|author'?s?[- ](?:resource )?(?:box|bio\w*"
        r"|information|details|note|paragraph|blurb|profile|credits|tag"
        r"|description|signature|contact|line)|bios?|biograph\w+(?! of)(?!:)|biographical"
        r"|about[- ]the[- ]author(?!:)|\"?about the author\"?(?!:)|blurb|(?<!ma )signature"
        r"|sig(?! f)|tag-?line|contact (?:details?|information|data|lines?"
        r"|paragraph)(?!:)|contact\b(?= and\b|,)|author (?:and|&) contact|box (?:below"
        r"|at|with|intact|whole|stays)|(?:closing|last|final|author|bottom"
        r"|ending) (?:paragraph|lines?(?!\w)|sentence|credits)\b|credit (?:block|box)"
        r"|\bresource text\b|\bnote on (?:me|us|the (?:author|writer))\b"
        rf"|(?:paragraph|lines?|note|blurb|words|section|sentences?|information) about (?:(?:my"
        rf"|our) \w+|{_WHO})"
        r"|about [a-z ]{2,20}\"? (?:section|paragraph|box|note)|(?:note|lines?|paragraph"
        r"|words) at the (?:end|bottom|foot)|bio box|contact block"
        r"|toll-free number|phone number|company (?:name )?and)\b",
        "resource|box|bio|about|blurb|sig|tag|contact|author|paragraph"
        "|line|sentence|number|company|credit|note|words|section|information",
        "resource box, bio, blurb, signature",
    ),
    row(
        "permission_statement",
        r"\b(?:this|the (?:above|following|permission|entire|reprint|terms)) (?:entire "
        r"|whole |full |short |same |exact |permission |reprint |legal |complete "
        r"|very |copyright and permission |permissions |licen[cs]e |terms )?(?:notice"
        r"|message|statement|permission(?: notice| statement| line)|paragraph"
        r"|disclaimer|text block|footer|line|note)\b(?! is (?:given|granted))"
        r"|\bthese (?:\w+ )?(?:sentences|words|paragraphs|lines)\b(?= (?:must|have to|should|need to"
        r"|are to|belong))"
        r"|\bpermission (?:notice|statement|line)\b|\bthese (?:terms|conditions"
        r"|lines)\b(?= (?:must|stay|travel|go|are (?:kept|included|attached)))",
        "notice|message|statement|permission|paragraph|disclaimer|footer|line|note|terms|conditions|text"
        "|sentences"
        "|words",
        "this notice stays attached",
    ),
    row(
        "live_link",
        r"\b(?:live|active|working|clickable|functional|functioning|hot|real"
        r"|dofollow|do-follow|direct|intact|html|unaltered|followed|clicka\w+|followable"
        r"|valid|author'?s?|embedded|all|any|its|both|their|my|web|website"
        r"|live web|[a-z]+'s) (?:and \w+ )?(?:website |web |html |clickable |hyper"
        r"|author'?s? |site )?(?:hyper)?(?:links?|urls?)\b(?! (?:back )?to (?:this"
        r"|us\b|our|the (?:original|article|source)|here))",
        "link|url",
        "a live link",
    ),
    row(
        "live_link",
        rf"\b(?:hyper)?(?:links?|urls?)\b(?: (?!to the)\w+){{0,6}}? (?:{_LIVE}|in place|work|works"
        rf"|remain|stay"
        r"|kept)\b|\bhyper-?links?\b|\bhyperlinked\b|\b(?:with|and|include|including|all"
        r"|the|keep|plus) (?:the |all |any |its |my )?links\b(?! (?:on|about))"
        r"|\blinks? (?:back )?to (?:my"
        r"|the author'?s?|his|her|author'?s?) (?:\w+ )?(?:website|site|homepage"
        r"|home page|webpage|blog|page)\b|\blinks point to|\banchor text\b"
        rf"|\bmake (?:the |all |any )?(?:url|link|address)\w* (?:{_LIVE})\b"
        rf"|\b(?:url|address\w*|website) (?:\w+ ){{0,4}}(?:is "
        r"|are |as )?(?:an? )?(?:live|active|clickable|hyperlinked|hot)\b"
        r"|\b(?:name|bio|box|byline|credit),? (?:and|&|plus|with) (?:(?:the|my|a"
        r"|author's) )?links? (?:included|intact|attached|kept|below|in place)\b"
        r"|\bleave (?:the|my|our|all|every) links? (?:\w+ ){0,4}(?:alone|be|there|in)\b"
        r"|\bremoving (?:the |any |our |my |its )?links?\b|\bno dead links\b|\bevery link\b"
        r"|\blinked (?:back )?to (?:my|the author'?s?|his|her) (?:\w+ )?(?:page|site|website|blog)\b"
        r"|\b(?:not|never) turn (?:the |my |any |our )?(?:\w+ ){0,2}?links?\b"
        r"|\bclickable\b|\bwords and links|\blive web\b"
        r"|\b(?:not|never|without|nor) (?:\w+ ){0,4}?(?:strip|remov|delet|break|disabl|unlink|cut"
        r"|drop|los)\w*"
        r" (?:\w+ )?(?:the |its |my |our )(?:\w+ )?(?:links?|urls?)\b",
        "link|anchor|clickable|live|active|hot|url",
        "links kept live",
    ),
    row(
        "source_link",
        r"\blink(?:s|ed|ing)?[- ]?(?:back)?\b(?: (?:directly|prominently"
        r"|back|is given|provided|included|pointing|must|which|that|and))*,? (?:to"
        rf"|at|toward|with) {_HERE}\b|\bback-?link\b|\blinkback\b|(?<!live )(?<!active )(?<!clickable )\bli"
        r"nk back\b(?! to (?:my|the author|his|her))(?! per)|\blink(?:s"
        r"|ed)? (?:here|to us|to it)\b|\blink to http|\bpoint(?:s|ing)? (?:back )?to (?:this"
        r"|the original|our|us)\b|\b(?:to|of) us with a link\b",
        "link|point",
        "a link to this page",
    ),
    row(
        "source_link",
        r"\b(?:url|(?:web )?address|location) of (?:this|the|our) (?:original |web )?(?:page"
        r"|article|story|site)\b"
        r"|\b(?:first|originally)[- ](?:published|appeared|printed|posted)(?:[- ](?:line|note"
        r"|notice|credit)\b"
        r"| (?:in|by|on|at)\b.{0,60}\blink\b)"
        r"|\b(?:include|add|with|carry|line|words|statement|following|using)\b.{0,40}\b"
        r"(?:first|originally|re)(?: ?published| appeared|printed)(?: with permission)? (?:in|by"
        r"|on|at|from)\b"
        r"|\b(?:tell|show|say|state|mention|let|tag|name|indicate|give)\b.{0,40}\b(?:where (?:it"
        r"|this|the \w+|you)"
        r" (?:came|comes|got|found|first|was|originally|took)|(?:it|this) came from)\b"
        r"|\blinked (?:back )?to (?:its|their) (?:own |original )?(?:page|place)\b"
        r"|\bpoint(?:ing)? (?:your |the |all )?(?:readers?|visitors|people) (?:back )?(?:to|here)\b"
        r"|\blinks? (?:back )?to [\w-]+\.(?:com|org|net|edu|example)\b"
        r"|\bsource: [a-z]|\battribut\w+ (?:\w+ ){0,3}to (?:this|our|the) (?:\w+ )?"
        rf"{_PAPER}\b"
        rf"|\b(?:credit\w*|mention(?:ing|ed)?|nam(?:e|ing)|acknowledg\w+|cit(?:e|ing)) (?:\w+ ){{0,4}}?"
        rf"(?:this|our|the) (?:\w+ )?{_PAPER}\b(?! (?:editor|owner))",
        "address|url|location|where|came from|point|link|first|originally|printed|source:"
        "|attribut|credit|mention|nam"
        "|acknowledg|quot|cit"
        "|republished",
        "where it first stood",
    ),
    row(
        "source_link",
        r"\b(?:source|origin|original (?:publication|source)|article source"
        r"|place of publication|publication)\b(?: (?:and \w+|url|line|link"
        r"|is|are|must|be|being|fully|clearly|duly|properly|should|website|publisher))*,? (?:link\w*"
        r"|line|acknowledg\w+|cited|named|given|mentioned|credited|stated"
        r"|quoted|indicated|identified|included|kept|intact|attribution"
        r"|listed|noted)\b|\b(?:cite|citing|credit\w*|name|naming|acknowledg\w+"
        r"|mention\w*|quote|quoting|state|stating|indicat\w+|identify\w*"
        r"|with|give|giving|attribut\w+) (?:of |to |is |given |the |its "
        r"|our |full |proper |us as |as |this |a |original |clear |\w+ and )*(?:source"
        r"|original (?:publication|source|publisher)|(?:original )?place of publication"
        r"|(?:web)?site as)\b|\b(?:cit(?:e|ing)|credit(?:ing)?|nam(?:e|ing)|give|mention(?:ing)?|list"
        r"|quot(?:e|ing)) .{1,40} as (?:the "
        r"|its |your )?(?:original )?source\b|\b(?:note|line|statement|say"
        r"|state|mention|indicate)(?: \w+){0,5}? (?:originally|first) (?:appeared"
        r"|published)",
        "source|origin|publication|cite|website|site|first",
        "the source is acknowledged",
    ),
    row(
        "source_link",
        r"\b(?:source|original) (?:reference|citation|link)\b|\b(?:reference|citation) (?:to|of) (?:the"
        r"|our|this) (?:journal"
        r"|magazine|paper|site|website|original|source|publication|page)\b|\bas (?:the |its "
        r"|their )?(?:original )?source\b",
        "reference|citation|source|original",
        "acknowledging the Agency as source",
    ),
    row(
        "licence",
        r"\b(?:a link to the|link to this|the same|under this) licen[cs]e\b|\b(?:this|the|our) licen[cs]e"
        r" (?:notice|link|text|must|stays?|statement|terms|information)\b|\blicen[cs]e (?:notices?"
        r"|link|statement|text|address)\b|\bname (?:of )?(?:the|its|this) licen[cs]e"
        r"|\bthe licen[cs]e (?:named|stated|given|shown|linked)\b"
        r"|\b(?:state|include|cite|mention|give|naming|stating|indicate|identify|show) (?:the|its|this|our)"
        r" licen[cs]e\b",
        "licence|license",
        "keep the licence notice",
    ),
)
