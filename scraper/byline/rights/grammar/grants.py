"""How English grants: a verb, a noun, a permission given; offers are in `offers.py`.

Rows are tried only on what no denial, request or report has claimed. To teach a wording, add a
row with an example, and a case to `tests/cases/terms.toml`.
"""

from byline.rights.grammar.offers import OFFERED
from byline.rights.grammar.wording import row

_MODAL = r"\b(?:may|can)\b,? <ado>"  # "could" supposes

_FREE = (
    r"\b(?:free|welcome|allowed|permitted|invited|encouraged|entitled"
    r"|authori[sz]ed|at liberty|licenced|able|urged|okay|fine|liberty"
    r"|opportunity) to,? (?:please )?<ado>"
)

_OBJECT = (
    r"(?: on| along| out| up to| at most| no more than| as many as| up| over| around)?(?: (?!(?:on"
    r"|in|at|to|with|for|about|from|by|via|and|you|that)\b)[a-z\d',/-]+){0,5}? <work>\b"
)

GRANTED = (
    row(
        "verb",
        _MODAL + r"(?:be )?<ado>(?:<strong>"
        r"|<strongly>)\b",
        "may|can|could|might",
        "may be reprinted",
    ),
    row("verb", _MODAL + r"be <ado><weakly>\b", "may be|can be|could be|might be|may|can", "may be used"),
    row("verb", _MODAL + r"<weak>" + _OBJECT, "may|can|could|might", "you may run this story"),
    row(
        "verb",
        r"\b(?:may|can) <ado>(?:go|appear|run) (?:in|into|on|out in|anywhere|everywhere|wherever|to any)\b",
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
        r"\bwelcome to (?:it|this|these|those|them|all of it|any of|take|our|my|the (?:article|text"
        r"|story)|(?:any|all|every|each|whatever) (?:[a-z]+ )?<work>)\b",
        "welcome",
        "Schools are welcome to it",
    ),
    row(
        "noun",
        r"\b<reusing>\b,?(?: rights?)?(?: [a-z,/'-]+){0,16}? (?:is|are|remains?) (?:[a-z]+ ){0,2}?"
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
        "yes|sure|gladly|allowed|free|granted|okay|fine|permitted|course|open|un|any|no charge|all means"
        "|ahead",
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
        r"\b(?:<reusing> |<strong> )?(?:permission|rights?|leave) (?:is|are) (?:hereby"
        r" )?(?:automatic(?:ally)?"
        r"|implied|unconditional|unlimited|universal|blanket|yours)\b",
        "automatic|implied|unconditional|unlimited|universal|blanket|yours",
        "Reprint permission is automatic",
    ),
    row(
        "noun",
        r"\bit is (?:hereby |also )?(?:permitted|allowed|authori[sz]ed|okay|fine|free)(?: [a-z]+){0,2}?"
        r" (?:the <reusing>"
        r"|to (?:<strong>|take|use|put|publish|post|print) (?:[a-z]+ ){0,2}?<work>)\b",
        "it is",
        "It is permitted to take this text for your page",
    ),
    row(
        "free",
        r"^\W*(?:freely )?(?:reprintable|republishable|redistributable|reproducible|copyable|shareable)\b",
        "able|ible",
        "Reprintable.",
    ),
    row(
        "free",
        r"\b(?:is|are) for (?:all|anyone|anybody|everyone|everybody|you|whoever wants it) to (?:<strong>"
        r"|put|use|print|post|publish"
        r"|run|take|share)\b",
        "for ",
        "The text is for all to put on their pages",
    ),
    row(
        "free",
        r"\b(?:freely|free to be) (?:<strongly>|redistributable|reprintable|republishable|reproducible"
        r"|copy-?able|reusable|shar(?:e)?able|distributable)\b|\b(?:redistributable|reprintable|republishable"
        r"|copyable) (?:freely|for free|by any|in any|without)\b",
        "redistribut|reprint|republish|reproduc|cop|reus|shar|distribut",
        "Freely redistributable in unmodified form",
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
        r"|consent|leave|blessing|go-ahead|okay|right) (?:(?:of|from) (?:the |our |its )?[a-z]+ )?(?:to"
        r"|for)\b",
        "right|permission|consent|leave|blessing|go-ahead|okay",
        "You have my permission to",
    ),
    row(
        "given",
        r"\bconsider (?:this|yourself|yourselves|it|the)(?: [a-z]+){0,4}? "
        r"(?:permission|permitted|free|cleared|approved|okayed"
        r"|allowed"
        r"|authori[sz]ed|licence|licenced|invited)\b|\b(?:this|that) (?:[a-z]+ )?(?:is|serves as"
        r"|constitutes"
        r"|counts as|gives you|stands as) (?:your |my |our |all the )?(?:permission|licence"
        r"|authori[sz]ation"
        r"|consent|go-ahead)\b|\b(?:blanket|standing|automatic|general|open) (?:permission"
        r"|licence)\b(?= (?:to|for|is))",
        "permission|permitted|free|cleared|approved|okayed|allowed|authori|licence|invited|consent|go-ahead",
        "Consider this your permission",
    ),
    row(
        "given",
        r"\b(?:standing|open|permanent|cordial|warm) (?:invitation|offer) to (?:<strong>|<weak>"
        + _OBJECT
        + r")",
        "invitation|offer",
        "Editors have a standing invitation to reprint it",
    ),
    row(
        "verb",
        r"\b(?:is|are) (?:here|there|available|out there|ready|posted|yours)(?: for (?:you|anyone|all"
        r"|everybody|everyone|editors))? to <ado>(?:<strong>|use|run|borrow|take|share|publish|carry)\b",
        "is here|are here|there|available|ready|posted|yours",
        "This column is here for you to borrow",
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
    *OFFERED,
)
