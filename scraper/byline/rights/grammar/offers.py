"""How English offers: free content and invitations.

Rows are tried after those of `grants.py`. To teach a wording, add a row with an example, and a case
to `tests/cases/terms.toml`.
"""

from byline.rights.grammar.wording import row

OFFERED = (
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
        r"\b(?!(?<=\ba )free copy|(?<=\bone )free copy)free(?:ly)?[ -](?:to[ -])?(?:<strong>|use|share"
        r"|distribution"
        r"|reprintable|reproducible|republishable)\b|\b(?:<strong>|<strongly>"
        r"|share|use|publish|print|pass it on) (?:it "
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
        r" (?:in|on|it|them|this|wherever|anywhere|as you|freely|with|at|for any|for all)\b)\b",
        "free|open|available|offered|cleared|released|approved|okay|fine|yours|good|ready",
        "Our stories are open for anyone to reprint",
    ),
    row(
        "free",
        r"\b(?:offered|given|provided|supplied|available)(?: to <anybody>)? (?:as free (?:content"
        r"|articles?)"
        r"|free (?:of charge )?to <anybody>)\b",
        "offered|given|provided|supplied|available",
        "offered to webmasters as free content",
    ),
    row(
        "free",
        r"\bno (?:cost|charge|fee|fees|costs|charges)(?: at all| whatsoever)? (?:to"
        r"|for) (?:you to )?(?:use|<strong>"
        r"|<reusing>|run|publish|print|post)\b",
        "no c|no f",
        "No cost to use",
    ),
    row(
        "invite",
        r"^\W*(?:(?:please|just|simply) )?(?:copy|paste|cut|grab|take"
        r"|drop) (?:and paste )?(?:[a-z]+ ){0,3}?(?:html|text"
        r"|article|content|story|this|it|piece)\b(?! (?:code|link|url|address|banner|button)).{0,60}?"
        r"\b(?:in|into|on|onto) (?:your|any) (?:own )?(?:page|site|website|webpage|blog|newsletter"
        r"|ezine)\b",
        "in|on",
        "Copy the text below and paste it into your page",
    ),
    row(
        "media",
        r"^\W*(?:[a-z]+ )?(?:fine|okay|good|cleared|free|open|all right|approved|yours|suitable|ideal"
        r"|allowed|permitted|available free)(?: to (?:use|run|go|appear|publish|print|post))?,? (?:for"
        r"|in|on)\b",
        "for|in|on",
        "Fine for newsletters, web sites",
    ),
    row(
        "invite",
        r"\b(?:<reusing>|<strong>|<strongly>|use|used|run|post(?:ed)?|publish(?:ed)?"
        r"|print(?:ed)?)\b.{0,80}?\b"
        r"(?:okay|fine|cool|all right|alright|no problem) (?:with|by) (?:me|us)\b"
        r"|\b(?:okay|fine|cool|all right|alright) (?:with|by) (?:me|us) (?:if|for|to|when|that)\b.{0,60}?"
        r"\b(?:<reusing>|<strong>|<strongly>|use|used|run|post(?:ed)?|publish(?:ed)?|print(?:ed)?)\b",
        "with|by",
        "Reblogging is fine by me",
    ),
    row(
        "invite",
        r"^\W*(?:<anybody>|friends|folks),? (?:<anybody>,? |anywhere,? |please )*(?:use|take|run"
        r"|<strong>|print"
        r"|publish|post|share|borrow|lift|steal) (?:it|this|them|mine|away|freely|at will)\b",
        "s,|one,|body,|s ",
        "Pastors, use it",
    ),
    row(
        "invite",
        r"\b(?:<strong>|borrow|lift|share|steal|use|print|publish|post"
        r"|take) (?:[a-z]+ ){0,4}?(?:to your heart's content"
        r"|at your (?:discretion|leisure|pleasure)|as often as|with (?:my|our) (?:blessing|compliments"
        r"|thanks)"
        r"|and welcome|till the cows come home)\b|^\W*(?:[a-z]+,? ){0,3}(?:borrow|copy|reprint|share|steal"
        r"|post|publish"
        r"|republish|print|reblog|repost|use) away\b",
        "content|at your|as often|with|and welcome|cows|away",
        "Copy it to your heart's content",
    ),
    row(
        "free",
        r"\b(?:written|meant|intended|designed|here|there|published|made|yours) (?:to be|for) (?:freely "
        r"|widely )*"
        r"(?:<strongly>|shared|spread|passed (?:on|around|along)|<strong>|reuse|reprinting|republication"
        r"|redistribution)\b"
        r"|\byours (?:to|for) (?:use|the taking|run|publish|post|print|share|take)\b"
        r"|\b(?:up for grabs|fair game|free for the (?:taking|asking)|there for the taking"
        r"|no strings(?: attached)?)\b",
        "written|meant|intended|designed|here|there|published|made|yours|grabs|game|taking|asking|strings",
        "Yours to use",
    ),
    row(
        "free",
        r"\b(?:we|i)(?: [a-z]+)? (?:offer|share|give|provide|make|supply|release|donate|publish|put) "
        r"(?:[a-z',-]+ ){1,8}?(?:free|freely|free of charge|at no (?:cost|charge)|for free|available"
        r"|without charge)"
        r"(?: of charge)?,? (?:to|for|so that) (?:[a-z]+ )?(?:<anybody>|<reusing>|any)\b",
        "offer|share|give|provide|make|supply|release|donate|publish|put",
        "We offer our stories free to newspapers",
    ),
    row(
        "invite",
        r"\b(?:love|happy|glad|pleased|delighted|thrilled|tickled|honou?red)(?: it)? (?:to see|for|if"
        r"|when|to have) "
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
        r"\b(?:take|use|copy|print|reprint|publish|share|pass|spread|quote|translate|post|paste|run|email"
        r"|mail|forward) (?:it"
        r"|this|them)(?: [a-z]+)?, (?:and )?(?:email|mail|forward|take|use|copy|translate|post|paste|run"
        r"|print|reprint"
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
        r"^\W*(?:please|kindly|do)(?: freely| also)? (?:<strong>|steal|share and <strong>)\W*$",
        "please|kindly|do",
        "Please republish",
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
        r"(?:^\W*|, )(?:please )?<strong> (?:it |this |them )?(?:wherever|however|whenever"
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
        r"\b(?:yours|there|here|free|up) for the (?:taking|asking|grabbing|having|picking)\b"
        r"|\byours to (?:take|keep|use|share"
        r"|copy|reprint|republish|publish|run|print)\b",
        "for the|yours to",
        "It is yours for the taking",
    ),
    row(
        "free",
        r"\bfree for (?:free |all |any |every |noncommercial )|\b(?:open|free|available|cleared|good) for"
        r" (?:any"
        r"|all|every|general|unlimited) (?:and all )?(?:use|uses|purposes?)\b",
        "free for|open for|available for|cleared for|good for",
        "Free for free publications",
    ),
    row(
        "invite",
        r"\b(?:help yourself|help yourselves|be (?:my|our) guest|go (?:right )?ahead"
        r"|by all means|copy away|have at it|steal (?:this|these|our|my)"
        r"|take (?:it|them) (?:and|with)|do (?:with it )?(?:as|what|whatever"
        r"|anything) you (?:like|please|want|wish|will)|(?:use|share|spread"
        r"|copy|print|publish|reprint) (?:it|this|them|these)(?: [a-z]+){0,2} (?:(?:wherever|however|whenever"
        r"|anywhere)|(?:as|where|how)(?: and when| often| much| many times)? you (?:like|please|want|wish"
        r"|see fit"
        r"|will|need|can)))\b",
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
        r"\b(?:happy|glad|pleased|delighted|content|willing|honoured|honored|fine|okay|cool|easy"
        r"|flattered) (?:for|to|if|when|that|with) (?!me\b|us\b)(?:[a-z']+ ){0,6}?(?:<reusing>"
        r"|<strong>|<strongly>|(?:use|put) (?:it|this|my|our|the)|used|run|published"
        r"|printed|publish|shared)\b",
        "happy|glad|pleased|delighted|content|willing|honoured|honored|flattered|fine|okay|cool|easy",
        "Happy for you to reprint",
    ),
    row(
        "invite",
        r"\b(?:i|we|author|publisher|editor)\b(?: gladly| hereby| freely| now)? (?:allow|permit|invite"
        r"|let|authori[sz]e)s?"
        r" (?:any|all|every|other|<anybody>)\b(?: (?!not\b)[a-z,'-]+){0,7}?(?: to)? (?:<strong>|(?:use"
        r"|run|carry|print|publish"
        r"|post|take|share|borrow|have|put|place|feature|include|adapt)(?: [a-z]+){0,2} <work>)\b",
        "allow|permit|invite|let|authori",
        "I allow any paper to carry them",
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
        r"|copying|redistribution|(?:noncommercial|online|web|print|any) use)(?: of (?:this|these|the|my"
        r"|our)"
        r" [a-z]+)?(?: rights?)?(?: is|s are|:|s:)? (?:at no (?:cost|charge)|for free|free)\b",
        "free|no c",
        "Reprint is free",
    ),
    row(
        "free",
        r"^\W*(?:<reusing>|using (?:it|this|them|these))"
        r"(?: of (?:this|these|the|my|our) (?!(?:web ?)?site|service|forum|tool|page|server"
        r"|app)[a-z]+)? is free\b"
        r"(?! (?:of (?!charge)|from|only|to (?:members|subscribers)))",
        "is free",
        "Use is free on condition that …",
    ),
)
