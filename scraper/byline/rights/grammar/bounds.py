"""What makes a clause say less than yes or no to a whole use.

NARROW turns a denial or a request into a limit; RESIDUAL leaves it what no grant names; the rest
keep a grant from being one of publication.
"""

from byline.rights.grammar.feeds import ONLY_FEEDS
from byline.rights.grammar.wording import row

# What makes a denial or a request for permission narrower than the whole use: a limit, no answer.
NARROW = (
    # a plus: narrows a reuse ("may not be reprinted for profit"); without it the row counts only where
    # the clause has no word of reuse at all ("may not be sold")
    row(
        "commercial+",
        r"\b(?:commercially|for (?:[a-z]+ )?(?:profit|money|gain|sale|resale)"
        r"|(?:commercial|profit-making|for-profit|corporate|business) (?:use"
        r"|uses|purposes?|reuse|reproduction|redistribution|reprint|reprints"
        r"|reprinting|publications?|republication|sites?|websites?|gain"
        r"|basis|distribution|users?|publishers?|venture|reasons|products?|way)"
        r"|by (?:companies|businesses|corporations|firms))\b",
        "commercial|profit|corporate|business|money|gain|sale|compan|corporations|firms",
        "may not be reprinted for profit",
    ),
    row(
        "commercial",
        r"\b(?:commercial\w*|profit|sold|resold|sell|resell|selling|sale"
        r"|resale|companies|company|businesses|corporate|corporations|firms"
        r"|advertis\w+|promot\w+|endorse\w*)\b",
        "commercial|profit|sold|sell|sale|compan|business|corporat|firm|advertis|promot|endors",
        "may not be sold",
    ),
    row(
        "edits+",
        r"\b(?:in|with|if|any|after|as|for|to make|to) (?:an? |any |substantial "
        r"|material |major |significant |further |much |make |it is |the )*(?:edits?"
        r"|edited|editing|altered|alterations?|chang\w+|modif\w+|shorten\w*"
        r"|abridg\w+|trim\w*|rewrit\w+|adaptations?|derivatives?|headlines?"
        r"|condens\w+|different form|excerpted form)\b",
        "edit|alter|chang|modif|shorten|abridg|trim|rewrit|adapt|derivative|headline|condens|form",
        "may not be reprinted in edited form",
    ),
    row(
        "edits",
        r"\b(?:edits?|edited|editing|alter\w*|chang\w+|modif\w+|shorten\w*"
        r"|abridg\w+|cut|cuts|trim\w*|rewrit\w+|rewrite|adapt\w*|derivative\w*"
        r"|spin|spun|spinning|remov\w+|delet\w+|drop\w*|omit\w*|strip\w*|headlines?|condens\w+|reword\w*"
        r"|paraphras\w+)\b",
        "edit|alter|chang|modif|shorten|abridg|cut|trim|rewrit|adapt|derivative"
        "|spin|spun|remov|delet|drop|omit|strip|headline|condens|reword|paraphras",
        "edits",
    ),
    row(
        "media+",
        r"\b(?:in|on|as|for|into|by|of|to|over) (?:an? |any |the |your "
        r"|other |paid |of |commercial )*(?:ebooks?|cds?|cd-roms?|dvds?"
        r"|compilations?|anthology|anthologies|collections?|books?|courses?"
        r"|audio|podcasts?|videos?|films?|translations?|radio|television"
        r"|tv|apps?|membership (?:sites?|areas?)|pa(?:y|id|ying)(?:-?wall(?:ed)?)? (?:web)?sites?"
        r"|(?:article|content) (?:banks?|director(?:y|ies)|farms?|mills?|sites?)|databases?"
        r"|frames?|another language|other languages)\b",
        "book|cd|dvd|compilation|antholog|collection|course|audio|podcast"
        "|video|film|translat|radio|television|tv|app|member|pay|paid|database|article|content"
        "|frame|language",
        "may not be used in e-books",
    ),
    row(
        "media",
        r"\b(?:ebooks?|cds?|cd-roms?|dvds?|compilations?|anthologies|books?"
        r"|courses?|audio|podcasts?|video|films?|translat\w+|broadcast|radio"
        r"|television|tv|apps?|databases?|framed?|frames|framing)\b",
        "book|cd|dvd|compilation|antholog|course|audio|podcast|video|film"
        "|translat|broadcast|radio|television|tv|app|database|fram",
        "other media",
    ),
    row("feeds+", ONLY_FEEDS, "feed|rss", "It may not be included in RSS feeds"),
    row(
        "misuse+",
        r"\b(?:spam\w*|unsolicited|bulk|adult|porn\w*|hate|gambling|illegal (?:sites?"
        r"|websites?)|machine learning|ai|data mining|text mining|scrap(?:ing"
        r"|ers?)|automat\w+|train(?:ing)?|robots?|bots?|as your own|your own name"
        r"|(?:websites?|sites|publications|pages|newsletters|publishers) (?:that"
        r"|which|who)|under another|another (?:author|name)|warez|autoblogs?"
        r"|redirect\w*|nofollow|rel=)\b",
        " that| which| who|spam|unsolicited|bulk|adult|porn|hate|gambling"
        "|illegal|machine|ai|mining|scrap|automat|train|robot|bot|own|another"
        "|warez|autoblog|redirect|nofollow|rel=",
        "misuse",
    ),
    row(
        "others",
        r"\b(?:photos?|photographs?|photography|images?|pictures?|graphics?"
        r"|illustrations?|cartoons?|artwork|logos?|tables?|charts?|figures"
        r"|maps|diagrams|free report|software|templates?|design|trademarks?"
        r"|comments?|videos?|recordings?|source code|code|cookies?|email address(?:es)?"
        r"|by-?lines? of other|other newsrooms|links?|resource box|bio|(?<!ed )(?<!ever )(?<!what )(?<!any"
        r" )(?<!other"
        r" )(?<!print )(?<!full )(?<!original )(?<!electronic )(?<!digital )form"
        r"|search|cartoon)\b",
        "photo|image|picture|graphic|illustration|cartoon|art|logo|table"
        "|chart|figure|map|diagram|report|software|template|design|trademark"
        "|comment|video|recording|code|cookie|address|byline|other|link"
        "|resource|bio|form|search",
        "not the article",
    ),
    row(
        "others+",
        r"^\W*(?:the |our |my |all |these |any |please |do not (?:use|reprint"
        r"|reproduce|republish|copy|reuse) (?:the |our |any )?|you (?:may|can|must|should) not (?:re[a-z]+"
        r"|use|copy|run|publish|take"
        r"|print) (?:any of )?(?:the |our |my |any )?)*(?:photos?"
        r"|photographs?|images?|pictures?|graphics?|illustrations?|cartoons?"
        r"|artwork|logos?|tables?|charts?|figures|maps|diagrams|comments?"
        r"|videos?)\b(?! and (?:articles?|text|stories))",
        "photo|image|picture|graphic|illustration|cartoon|art|logo|table"
        "|chart|figure|map|diagram|comment|video",
        "Photographs may not be republished",
    ),
    row(
        "time+",
        r"\b(?:afterwards|after that|thereafter|from then on|later than"
        r"|expir\w+|embargo\w*|after (?:\d|january|february|march|april"
        r"|may \d|june|july|august|september|october|november|december|that date"
        r"|this date|expiry)|(?:before|until|within|for|longer than) (?:the "
        r"|at least |an? |the first )?(?:\d+|one|two|three|seven|ten|fourteen"
        r"|thirty|sixty|ninety|week|month|year|january|february|march|april"
        r"|june|july|august|september|october|november|december|monday|first day"
        r"|it has|we have|publication))\b",
        "after|then|later|expir|embargo|before|until|within|longer|for",
        "not before 1 May; afterwards ask",
    ),
    row(
        "amount+",
        r"\b(?:mirroring (?:the|this|our)|the (?:whole|entire) (?:site|archive|library)|more than(?! fair)"
        r"|over \d+|exceed\w*|all (?:our|of our|the) (?:stories"
        r"|articles)|systematic\w*|wholesale|entire site|whole site|in excess"
        r"|longer (?:excerpts|quot\w+|extracts)|multiple (?:articles|stories"
        r"|copies)|complete site)\b",
        "mirroring|whole|entire|more than|over|exceed|all|systematic|wholesale|site|excess|longer|multiple",
        "no more than two a month",
    ),
)

RESIDUAL = row(
    "rest",
    r"(?<!or in )(?<!nor in )\b(?:any|every|all|for|no|anything|everything) ?(?:and all )?(?:other"
    r"|else)\b|\bother (?:uses?|purposes|media|publications?|reproduction"
    r"|forms)\b|\b(?:exceptions?|deviations?|departures?|variations?) (?:to|from)\b|\b(?:run|use|print"
    r"|publish|reprint)\w* (?:it |this |them )?again\b|\ba second (?:run|time"
    r"|printing|use)\b|\belsewhere\b"
    r"|\botherwise\b|\bbeyond (?:this|that|fair)\b"
    r"|\bmore than fair use\b|\bfor anything else\b|\b(?:everyone|everybody"
    r"|anyone|anybody) else\b",
    "again|second|other|else|beyond|more than fair|exception|deviation|departure|variation",
    "what no grant names",
)

AUDIENCE = row(
    "audience",
    r"^\W*(?:all |any |the )*(?P<kind>(?:(?:large|small|big|paying|paid"
    r"|commercial|for-profit|nonprofit|hobby|other|academic|religious"
    r"|private|foreign|national|local) )*)(?:(?:web|print|ezine|newsletter"
    r"|magazine|newspaper|paper) )?(?:editors|webmasters|ezines?|newsletters?"
    r"|charities|hobby|sites|companies|businesses|corporations|firms"
    r"|organi[sz]ations|groups|schools|colleges|churches|universities"
    r"|teachers|students|members|nonprofits|agencies|publishers|magazines"
    r"|newspapers|publications|bloggers|hobbyists|societies|clubs|libraries"
    r"|others|non-?[a-z]+s|outsiders|strangers|the rest)\b,?(?: and [a-z]+(?: [a-z]+)?)? (?:should|must|need"
    r"|have to"
    r"|are asked|please|can|may|pay|ring|ask|contact|will)",
    "",
    "who else has to ask",
)

PERSONAL = row(
    "personal",
    r"\b(?:personal|private|individual|home|own|internal)(?:,? (?:and )?noncommercial)?(?:,?"
    r" (?:and |or )?\w+)? (?:use|purposes?|reading|reference|study|enjoyment"
    r"|records?)\b|\bhard (?:disk|drive)\b|\breading offline\b|\bfor (?:yourself"
    r"|your own|your files|offline reading|your records)\b|\b(?:one"
    r"|a single) copy\b",
    "hard d|reading|personal|private|individual|home|own|internal|yourself|your|offline|copy",
    "no publication",
)

EXCERPT = row(
    "excerpt_only",
    r"\b(?:quot(?:e|es|ed|ing|ation)|excerpts?|excerpted|excerpting"
    r"|extracts?|snippets?|summary|summaries|first (?:\w+ )?(?:paragraphs?"
    r"|sentences?|lines|words)|opening (?:\w+ )?(?:paragraphs?|lines)"
    r"|brief passages?|short passages?|(?:a|one|two|three|\d+) (?:paragraphs?"
    r"|sentences?)|up to \w+ words|teaser|portions?|headline and)\b",
    "quot|excerpt|extract|snippet|summar|first|opening|passage|paragraph"
    "|sentence|words|teaser|portion|headline",
    "only a part",
)
