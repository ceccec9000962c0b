"""How English says no, and how it says that nobody need ask.

To teach a wording, add a row with an example, and a case to `tests/cases/terms.toml`.
"""

from byline.rights.grammar.wording import LEAVE, row

# No permission is needed.
WAIVED = (
    row(
        "waived",
        r"\b(?:no longer|not) (?:needs?|requires?|asks? for|insists? on|wants?) (?:[a-z]+"
        r" ){0,2}?<permission>\b(?= to\b|$|,)",
        LEAVE,
        "I no longer require advance permission to publish my articles",
    ),
    row(
        "waived",
        r"\bno need to (?:write|ask|apply|call|contact|tell|wait)\b(?: [a-z']+){0,4}? before (?:using|you"
        r" (?:use|run|print"
        r"|publish|post)|re[a-z]+ing|printing|publishing|posting|running)\b"
        r"|\bon (?:those|these|such) (?:terms|conditions),? (?:you |nobody |no one )?(?:need not|do not"
        r" (?:need|have) to|needs? "
        r"no|needs? to) (?:ask|contact|write|permission|tell)\b",
        "no need to|on those|on these|on such",
        "No need to write to me before using this",
    ),
    row(
        "spared",
        r"\b(?:need not|(?:not|never) (?:need|have) to)(?: [a-z']+){0,2}? (?:write|call|email|contact"
        r"|tell|notify"
        r"|phone|let|register)(?: to)?(?: (?:me|us|anyone|anybody|the [a-z]+))?(?: know)?"
        r"(?: (?:first|beforehand|before|in advance))?\b",
        "need not|not need|not have|never",
        "You do not have to write to me first",
    ),
    row(
        "waived",
        r"\b(?:(?:no|without) (?:any |further |real )?(?:need|requirement|obligation)"
        r"|(?:not|never) (?:at all )?(?:necessary|required|needed|obliged|obligatory)(?: for [a-z]+)?"
        r"|(?<!we do )(?<!i do )(?:not|never) (?:need|require)s?)"
        r"(?: [a-z']+){0,4}? (?:ask\w*|<permission>)\b",
        f"ask|{LEAVE}",
        "It is not necessary to ask",
    ),
    row(
        "waived",
        r"\b(?:need not|(?:not|never) (?:need|have) to|no need to)(?: [a-z']+){0,4}? (?:ask|apply|wait"
        r"|<permission>)\b",
        "no need|need not|not need|not have|never",
        "You need not ask",
    ),
    row(
        "waived",
        r"\b(?:needs?|requires?|takes?) no (?:[a-z]+ ){0,3}?<permission>\b|\b(?:hardly"
        r"|scarcely) needs? (?:to )?ask\b"
        r"|\bdo not (?:require|ask|expect|need) (?:anyone|anybody|you|editors|people"
        r"|publishers) to (?:ask|seek|get|obtain"
        r"|request|have)(?: [a-z]+){0,3}? <permission>\b",
        f"ask|{LEAVE}",
        "Reprinting needs no permission",
    ),
    row(
        "waived",
        r"\b(?:no one|nobody) needs? (?:[a-z']+ ){0,3}?<permission>\b",
        "needs",
        "Nobody needs my permission",
    ),
    row(
        "waived",
        r"\bno (?:[a-z,']+ ){0,5}?<permission>\b(?: [a-z']+){0,6}? (?:is "
        r"|are )?(?:needed|required|necessary|called for)\b",
        "needed|required|necessary|called",
        "No further permission is needed",
    ),
    row(
        "waived",
        r"\b<permission>\b(?: [a-z']+){0,6}? (?:is|are) (?:not|never|un) ?(?:\w+ )?(?:needed"
        r"|required|necessary)\b",
        "needed|required|necessary",
        "Permission is not required",
    ),
    row(
        "waived",
        r"(?<!no )\b<permission>\b(?: [a-z']+){0,3}? (?:is|are) un(?:needed|required|necessary)\b",
        "unne|unreq",
        "Permission is unnecessary",
    ),
    row(
        "waived",
        r"\b(?:permission|approval|consent) is not$",
        "is not",
        "A mail is required, approval is not",
    ),
    row(
        "litotes",
        r"\b(?:no objections?|(?:do|does|would|will|have|has) (?:not|no"
        r"|never) (?:mind|object|objections?|problem|problems)|(?:will|would) not (?:hear|get) (?:any "
        r"|a |one )?(?:complaints?|objections?|word)|nothing (?:prevents"
        r"|stops|keeps)|no reason not to|no harm in|not averse|not unwilling"
        r"|no problem with|not opposed)\b"
        r"(?: (?!(?:who|sue|suing|refus|prosecut|charg|stop|prevent"
        r"|remov|deny|ban|block|ask|pursu)\w*)[a-z',]+){0,8}?"
        r" (?:<reusing>|<strong>s?"
        r"|<strongly>|using|use|run(?:ning)?|publish\w*|print\w*|tak(?:e"
        r"|ing)|shar(?:e|ing)|post(?:ing)?|<weakly>)\b",
        "complain|word|object|mind|prevents|stops|keeps|reason|harm|averse|unwilling|hesitate|problem"
        "|opposed",
        "We have no objection to reprinting",
    ),
    row(
        "litotes",
        r"\b(?:do not|never|(?:nobody|no one|none) (?:need|should)|need not"
        r"|should not) hesitate to <ado>(?:<strong>|use|share|post"
        r"|publish|print|run|forward)\b",
        "hesitate",
        "Do not hesitate to copy this",
    ),
    row(
        "freely",
        r"\bwithout (?:[a-z',]+ ){0,5}?(?:asking|<permission>)\b",
        f"asking|{LEAVE}",
        "only after a positive verb: may be copied without permission",
    ),
)

# Words that turn the whole clause.
NEGATED = (
    row(
        "no",
        r"\b(?:under no circumstances|in no (?:form|way|case|event)|(?<!that )nobody"
        r"|no one|no-one|nowhere|by no means|none of|no part|no portion"
        r"|no (?:article|page|content|text|material|work|story)\b[a-z ]{0,40} (?:may"
        r"|can|is|shall|should)|neither|nothing(?! (?:stops|prevents|keeps|wrong|but|more|else is|against"
        r"|to stop)))\b",
        "no|neither",
        "No part of this page may be reproduced",
    ),
)

DENIED = (
    row(
        "refused",
        r"\b(?:nobody|no one|none of you) (?:else )?has (?:my|our|any|the author's) <permission>\b(?! to"
        r" ask)",
        "nobody|no one|none",
        "Nobody has my leave to do so",
    ),
    row(
        "no",
        r"\b(?:not|never) (?:to )?(?:appear|run|go|turn up|be seen|show up) (?:again )?(?:in|on) (?:any"
        r"|a|an|other|your)\b",
        "not|never",
        "It is not to appear in any magazine",
    ),
    row(
        "no",
        r"\b(?:<strong>|<reusing>|<strongly>|use|post|print|copies)\b[^,;:]{0,40}[,:;] ?-*(?:no|nope"
        r"|never|not|nay|sorry,? no)\W*$",
        "no|never|nay",
        "Free to republish, no.",
    ),
    row(
        "no",
        r"\b(?:may|can|must|shall|should|will|could|might|is|are|do|does"
        r"|to)(?: [a-z]+)? (?:not|never)\b(?:,[^,]{3,50},)?,? <ado>(?:be )?<ado>"
        r"(?!put (?:your|any other|someone else's) (?:own )?(?:name|by-?line))(?:<strong>|<strongly>"
        r"|<weakly>)\b(?! (?:out|off|away|to (?:imply|suggest|mislead|endorse|promote)))",
        "not|never",
        "may not be reprinted",
    ),
    row(
        "no",
        r"\b(?:may|can|must|shall|should|will|do)(?: [a-z]+)? (?:not"
        r"|never)\b(?:,[^,]{3,50},)?,? <ado>"
        r"(?!(?:put|add|use|sign|show) (?:your|another|any other|someone else's) (?:own )?(?:names?|links?"
        r"|by-?line)\b)<weak>\b,?(?:"
        r" [a-z',-]+){0,6}? <work>\b",
        "not|never",
        "do not put it on your site",
    ),
    row(
        "no",
        r"\b(?:not|never)(?: (?!paid\b|charged\b|liable\b|responsible\b|answerable\b)[a-z]+)?"
        r" (?:to be|be|for|to|intended for|available for"
        r"|free for|free to|permitted to|allowed to|authori[sz]ed to|licenced for"
        r"|welcome to|at liberty to) "
        r"<ado>(?:<strong>|<strongly>|<weakly>|<reusing>)\b",
        "not|never",
        "Not for reprint",
    ),
    row(
        "no",
        r"^\W*(?:please )?(?:never|do not|no) <ado>(?:<strong>|<reusing>)\b",
        "never|do not|no",
        "Never copy, no reprints",
    ),
    row(
        "no",
        r"\bno (?!restriction|limit|objection|charge|fee|need|problem|harm"
        r"|cost)(?:[a-z,/'-]+ ){0,4}?<reusing>\b(?! (?:fee|charge|permission))",
        "no ",
        "No commercial reproduction",
    ),
    row(
        "no",
        r"\b<reusing>\b.{0,120}?\b(?:prohibited|forbidden|barred|banned"
        r"|unlawful|illegal|refused|infring\w+|theft|stealing|denied|a crime"
        r"|a violation|violates|not (?!only)(?:\w+ )?(?:allowed|permitted"
        r"|authori[sz]ed|okay|welcome|granted|given|possible|acceptable"
        r"|encouraged))\b",
        "prohibit|forbid|barred|banned|unlawful|illegal|refused|infring|theft|steal|denied|crime|violat|not ",
        "Reproduction is prohibited",
    ),
    row(
        "no",
        r"\b(?:prohibits?|prohibited|forbids?|forbidden|bars?|bans?|refuses?"
        r"|denies)\b(?: [a-z',]+){0,6}? (?:<reusing>|<strong>)\b",
        "prohibit|forbid|bar|ban|refuse|denie",
        "It is forbidden to copy",
    ),
    row(
        "no",
        r"\b(?:use|sending|copying|copy|sharing|printing|other)\b.{0,60}\b(?:is"
        r"|are) (?:strictly |expressly )?(?:barred|prohibited|forbidden"
        r"|not allowed|not permitted)\b",
        "barred|prohibited|forbidden|not ",
        "Every other use is barred",
    ),
    row(
        "refused",
        r"\b(?:permission|rights?|licence|consent)\b(?: [a-z']+){0,6}? (?:not (?:\w+ )?(?:grante"
        r"d|given|extended)|refused|denied|withheld|withdrawn|revoked)\b",
        "not|refused|denied|withheld|withdrawn|revoked",
        "Permission is not given",
    ),
    row(
        "no",
        r"\b(?:do|does|can|will|would) (?:not|never) (?:\w+ )?(?:grant|give"
        r"|allow|permit|authori[sz]e|let)\b(?! up)",
        "not|never",
        "We do not permit",
    ),
    row(
        "refused",
        r"\bno (?:\w+ ){0,2}(?:permission|licence|rights?)\b(?: \w+){0,4}? (?:is "
        r"|are |has been )?(?:given|granted|implied|extended|conferred|transferred)\b",
        "given|granted|implied|extended|conferred|transferred",
        "No licence is granted",
    ),
    row(
        "refused",
        r"\b(?:withdr\w+|revok\w+|rescind\w*|cancell?ed) (?:[a-z']+ ){0,3}(?:permission"
        r"|consent|licence|rights?)\b",
        "withdr|revok|rescind|cancel",
        "The author has withdrawn permission",
    ),
    row(
        "refused",
        r"\b(?:offer|permission|licence|grant|agreement)\b(?: [a-z']+){0,4}? (?:expired"
        r"|lapsed|ended|been withdrawn|no longer)\b|\bno longer (?:available"
        r"|free|offered|permitted|allowed|in force)\b",
        "expired|lapsed|ended|withdrawn|no longer",
        "This offer expired",
    ),
    row(
        "no",
        r"^\W*(?:but|and|yet) (?:not|never) <ado>(?:<strong>|<weak>)\b",
        "not|never",
        "but not post it on the web",
    ),
    row(
        "no",
        r"\b(?:permission|grant|licence|offer|this) (?:does|do) (?:not|never) (?:\w+ )?(?:cover"
        r"|extend to|include|apply to)\b",
        "does|do ",
        "This permission does not extend to print",
    ),
    row(
        "no",
        r"\b<reusing>\b(?: rights?)?(?: [a-z,/'-]+){0,4}?: ?(?:no|never|none|not)\b",
        ":",
        "Reprints: no",
    ),
    row(
        "no",
        r"\b(?:unauthori[sz]ed|illegal|unlicenced) (?:[a-z,/'-]+ ){0,4}?<reusing>\b",
        "unauthori|illegal|unlicen",
        "Unauthorised copying",
    ),
    row(
        "no",
        r"\b(?:exclusive(?:ly)?|solely|only) (?:to|for|on) (?:this|our|my) (?:site"
        r"|website|blog|magazine|newspaper|readers|members|subscribers|students)\b",
        "exclusive|solely|only",
        "Written for our readers only",
    ),
    row(
        "no",
        r"\b(?:all|the|any) (?:print|electronic|online|web|newsletter|audio|film|book|broadcast)(?: and"
        r" [a-z]+)? rights (?:are |is )?"
        r"(?:strictly |expressly |all )?reserved\b",
        "reserved",
        "All print rights are reserved",
    ),
    row(
        "reserved",
        r"\ball (?:the )?rights (?:are )?(?:strictly )?reserved\b|\ball rights res\b",
        "rights",
        "All rights reserved: yields to any explicit grant",
    ),
)
