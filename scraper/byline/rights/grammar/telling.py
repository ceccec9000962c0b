"""What only tells: a permission that somebody else once received, a report, talk about licences.

A clause that fits a row grants nobody anything, whatever else it says.
"""

from byline.rights.grammar.wording import row

TOLD = (
    row(
        "past",
        r"\b(?:you|one|anyone|anybody|everyone|people|readers|editors|publishers|webmasters|sites|they|we)"
        r" (?:once )?could (?:once |then |still |always |freely )?"
        r"(?:re-?)?(?:print|publish|post|use|copy|run|share|distribute)\b(?!.{0,80}\bif\b)",
        "could",
        "In 1998 you could reprint this article freely",
    ),
    row(
        "received",
        r"^(?!.{0,90}\b(?:may|can|could|be|must|should|only|is allowed|are allowed)\b)\W*(?:[a-z"
        r" ,']{0,140}\b)?(?:re)?(?:printed|published|produced|used|posted|appears?|runs?|presented|shown"
        r"|adapted|excerpted|translated|"
        r"distributed)(?: here| above| below| online)?,? (?:(?:with|by)(?: [a-z']+){0,4}? <permi"
        r"ssion>\b|under licence from|(?:by|under|through)(?: [a-z]+)? arrangement|by courtesy of)",
        "permission|consent|authori|licence|agreement|arrangement|courtesy",
        "Reprinted with permission of the publisher",
    ),
    row(
        "received",
        r"\b(?:gave|grants?|granted|given|gives?|allows?|kindly allowed) (?:us|me|this (?:site"
        r"|magazine|newsletter)|our \w+) (?:[a-z]+ ){0,2}(?:<permission>"
        r"|(?:the )?[a-z-]*(?: exclusive)? ?rights?)\b"
        r"|\bthanks?\b.{0,80}\bfor (?:[a-z]+ ){0,2}<permission>\b"
        r"|\b(?:we|i) (?:have|had|obtained|received|got|were given|was given"
        r"|thank)\b.{0,40}\b<permission>\b|\b<permission>\b.{0,40}\b(?:has been"
        r"|was|were) (?:requested|applied for|sought|obtained|received)\b",
        "right|permission|consent|approval|authori|agreement|licence",
        "The paper gave us permission to reprint this",
    ),
    row(
        "received",
        r"\b(?:has|have) (?:kindly |graciously )?(?:granted|given) (?:us |me"
        r" )?<permission>\b(?=.{0,90}\bour\b)"
        r"|\b<permission>\b.{0,80}\b(?:was|were) (?:granted|given) by\b"
        r"|\b<permission> (?:was|were|has been|had been) (?:kindly )?(?:granted|given"
        r"|obtained)\b(?=.{0,80}\bour (?:own )?"
        r"(?:website|site|newsletter|magazine|pages?)\b)|\b(?:we|i) (?:are|am|were|was) (?:allowed"
        r"|permitted|licenced"
        r"|authori[sz]ed) to\b|\bhas (?:kindly )?(?:allowed|permitted|authori[sz]ed) (?:this|our|the)"
        r" (?:site|website"
        r"|newsletter|magazine)\b|\byou (?:hereby )?(?:grant|give|licence) (?:us|me|the|to us|our)\b",
        "permission|consent|allowed|permitted|licenced|authori|grant|give|licence",
        "You grant us a licence to use your content",
    ),
    row(
        "past",
        r"\b(?:we|i) (?:may|might|could|would have|had) (?:allow|allowed|let|permit|permitted)\b"
        r"|\b(?:make|be) sure (?:that )?you are (?:free|allowed|permitted)\b|\b(?:happy|glad|like|love) to"
        r" hear from (?:those|people|anyone) who\b",
        "we |i |sure|hear",
        "We may allow reprints",
    ),
    row(
        "received",
        r"\b(?:allow\w*|permit\w*|lets?|authori[sz]\w+) (?:me|us) to\b",
        "me to|us to",
        "My publisher lets me post this",
    ),
    row(
        "provenance",
        r"^(?!.*\b(?:must|please|include|including|provided|credit|show"
        r"|state|stating|line|words|as long as)\b).*?\b(?:(?:originally"
        r"|first|previously) (?:appeared|published|printed|posted|ran)|courtesy of"
        r"|reprinted from|appeared (?:first )?in)\b",
        "originally|first|previously|courtesy|reprinted from|appeared",
        "First published in …",
    ),
    row(
        "report",
        r"\b(?:he|she|they|spokes\w+|lawyers?|judges?|court|minister|professor"
        r"|critics?|[a-z]+ [a-z]+)"
        r"(?<!\byou)(?<!\bwho)(?<!\bthat)(?<!\bis)(?<!\bwas)(?<!\bgets)(?<!\bcopy)(?<!\bcopies)(?<!\bafter"
        r" i)(?<!\bafter"
        r" we)(?<!\buntil i)(?<!\buntil we)(?<!\bi have)(?<!\bwe have)(?<!\byou"
        r" have)(?<!\bthat"
        r" being)(?<!\bam)(?<!\bare)(?<!\bbe)(?<!\bi'm) (?:has |had "
        r"|have )?(?:said|told|claimed|explained|argued|wrote"
        r"|ruled|warned|insisted|announced|recalled"
        r"|replied|complained|joked|quipped|remarked|observed|declared"
        r"|promised|asked me|asked us|asked if|asked whether"
        r"|believes?|thinks?|says)\b(?! otherwise)",
        "said|told|claimed|explained|argued|wrote|ruled|warned|insisted"
        "|announced|recalled|replied|complained|joked|quipped|remarked|observed|declared"
        "|promised|asked|believe|think|says",
        "reported speech is somebody else's word",
    ),
    row(
        "report",
        r"^\W*(?!who|it|this|she|he|law|notice|footer)[a-z]+ says (?:that |its |his |her |their |you "
        r"|anyone )"
        r"|^\W*(?:under|by) (?:the (?:rules|law) of )?fair (?:use|dealing)\b|^\W*with (?:this|our) (?:app"
        r"|tool|program)\b"
        r"|\b(?:according to|quoted as|we asked|i asked|i was told|asked whether"
        r"|was asked|is said to)\b",
        "according|quoted|asked|told|said|says|fair|with ",
        "",
    ),
    row(
        "about",
        r"(?<!\bon )(?<!\bin )(?<!\bby )(?<!\bfor )(?<!\bto )(?<!\bwhen )(?<!\bif )(?<!\bthat )"
        r"\b(?:many|some|most|few|other|several|certain|smart|good|new) (?:authors"
        r"|writers|publishers|sites|websites|editors"
        r"|directories|bloggers|newspapers|people|licences|ezines|licensors"
        r"|creators|artists)\b(?! may\b)",
        "many|some|most|few|other|several|certain|smart|good|new",
        "Many authors let others reprint",
    ),
    row(
        "about",
        r"\b(?:an?|any|every|each|most|such|the) (?:[a-z]+ ){0,3}licen[cs]es? (?:lets?|allows?|permits?"
        r"|means?|gives?)\b"
        r"|\b(?:authors|writers|licensors|creators|copyright (?:holders?"
        r"|owners?)|an author|a writer|a licence|licences|"
        r"the licence|the law|fair use|a copyright|commons licences) (?:who "
        r"|that |often |sometimes |usually |also )?(?:can|may|allows?|lets?"
        r"|permits?|choose"
        r"|grants?|give|gives|want|is|are|should|decide|retain)\b",
        "author|writer|licensor|creator|copyright|licence|law|fair use",
        "a text about licences is no licence",
    ),
    row(
        "about",
        r"\b(?:this (?:article|chapter|post|guide|book) (?:explains|describes"
        r"|shows|discusses|is about|looks at|examines)"
        r"|how (?:do|can|does|to)\b|(?:^\W*|\b(?:about|explains?|knows?|asks?|wonders?|of) )what (?:is|are"
        r"|does)\b"
        r"|the difference between"
        r"|is one of|for example|suppose|imagine"
        r"|(?<!that )(?<!the )(?<!this )(?<!following )phrases?|(?<!the )(?<!my )(?<!our )(?<!original"
        r" )wording"
        r"|clause|words like|sentences? (?:like|such)|means that"
        r"|terms like|such as [\"'])",
        "this |how |what |differ|one of|example|suppose|imagine|phrase"
        "|wording|clause|words|sentence|means|terms|such",
        "talk about wordings",
    ),
    row(
        "past",
        r"(?:(?<!be )(?<!is )(?<!are )(?<!been )\bused to|\bformerly|\bonce (?:allowed"
        r"|let|gave|permitted|was|were)|\bwas (?:licenced|released|free"
        r"|allowed)"
        r"|\bwere (?:licenced|released|free|allowed)|\bhad been|in the past"
        r"|at one time|years ago|in (?:19|20)\d\d,? (?:we|i|they|he|she) (?!will|may))\b",
        "in 19|in 20|used to|formerly|once|was |were |had been|past|at one time|ago",
        "what was is not what is",
    ),
    row(
        "wish",
        r"\b(?:should|ought to|wants? to|must) be (?:free|allowed|able|permitted)\b"
        r"|\bwish (?:that|i|we|you)\b",
        "should|ought|want|must|wish",
        "an opinion",
    ),
    row(
        "received",
        r"\b<permission>\b(?: [a-z']+){0,8}? (?:has|had|have) (?:already |now "
        r"|recently )?been (?:granted|given) (?:to|by)\b"
        r"(?! (?:you|any|all|every|each|publishers|editors|webmasters))"
        r"|\b(?:was|were) (?:granted|given) (?:[a-z']+ ){0,2}<permission>\b"
        r"|\b(?:carried|bore|displayed|contained|showed) (?:a|the) (?:[a-z]+ )?(?:notice|sign|line"
        r"|statement)\b"
        r"|\b(?:has|have|had) (?:received|obtained|secured|been (?:granted"
        r"|given)) (?:[a-z']+ ){0,4}?<permission>\b",
        "been|received|obtained|secured|was|were|notice|sign|line|statement",
        "Permission has been granted to the Example Press: to nobody else",
    ),
    row(
        "received",
        r"\b(?:owners?|publishers?|editors?|authors?|company|magazine|site|he|she|they|who)"
        r" (?:once |previously |originally |kindly )?(?:granted|gave|allowed|permitted)\b",
        "granted|gave|allowed|permitted",
        "The previous owner granted permission",
    ),
    row(
        "other",
        r"^\W*(?:(?:some|our|many|most|all|the) )?other (?:articles|stories|pages|texts|essays"
        r"|posts|pieces|columns|works)\b",
        "other",
        "Other articles may be reprinted: not this one",
    ),
    row(
        "report",
        r"\b(?:says?|claims?|states?|thinks?|believes?|said|pretend\w*) (?:that )?(?:you|anyone"
        r"|anybody|we|i|it|this|visitors|people) (?:may|can|could)\b"
        r"|\b(?:myth|rumou?r|misconception|nonsense|untrue|lie|joke|fiction|would think|might think"
        r"|in theory)\b"
        r"|\b(?!that said,)(?:which|that|it|sign|notice|footer) (?:once )?(?:read|said|stated|claimed)\b"
        r"|\babout a (?:notice|sign|site|licence)\b",
        "say|claim|state|think|believe|said|pretend|myth|rumo|misconception|nonsense|untrue|lie|joke"
        "|fiction|theory|read|about",
        "what others hold is no grant",
    ),
    row(
        "denied",
        r"\b(?:words?|sentence|statement|terms?|notice)\b.{0,120}\b(?:do|does|did) (?:not"
        r"|never) (?:appear|exist|occur|apply|stand)\b",
        "not|never",
        "The words do not appear in our terms",
    ),
    row(
        "hedge",
        r"\b(?:nearly always|almost always|usually|normally|often|rarely"
        r"|sometimes|seldom|hardly ever|as a rule"
        r"|in most cases|generally|mostly|occasionally|often|might|may be able to) (?:be )?(?:gi"
        r"ven?|gives?|grant\w*|allow\w*|permit\w*|let)\b",
        "give|grant|allow|permit|let",
        "Permission is nearly always given: so it has to be asked for",
    ),
)
