"""What a statement says about commerce and fees; values are facts as they are noted."""

from byline.rights.grammar.wording import row

MONEY = (
    row(
        "commercial=no",
        r"\b(?:nonprofit|noncommercial(?:ly)?|not? (?:[a-z]+ ){0,6}?(?:commercial(?:ly)?"
        r"|for (?:profit|sale|money|gain)|be sold)|non-profit|at cost|charge for paper"
        r"|nicht kommerziell|nichtkommerziell|non commercial)\b",
        "nonprofit|commercial|profit|sale|money|gain|cost|charge|sold|kommerziell",
        "for non-commercial use only",
    ),
    row(
        "commercial=no",
        r"\b(?:for-profit|commercial|profit-making) (?:use|uses|reuse|publications?"
        r"|sites?|reproduction|reprint\w*|republication|publishers?)\b.{0,50}\b(?:prohibited"
        r"|forbidden|not|ask|contact|permission|excluded|barred|requires?"
        r"|needs?|must|pay)\b",
        "commercial|profit",
        "Commercial use requires permission",
    ),
    row(
        "commercial=no",
        r"\b(?:companies|businesses|paid publications|paying publications"
        r"|commercial (?:publishers|publications))\b.{0,30}\b(?:should|must"
        r"|pay|need|ask|ring|contact)\b",
        "compan|business|publi",
        "Companies should ring for terms",
    ),
    row(
        "commercial=yes",
        r"\b(?:commercial (?:use |or noncommercial |and noncommercial |purposes )?(?:is "
        r"|are )?(?:fine|okay|allowed|permitted|welcome|included|too|as well"
        r"|or not)|even commercially|including commercial|commercially or not"
        r"|commercial or noncommercial|commercial and noncommercial|commercial newsletters: yes"
        r"|for any purpose, even commercially)\b",
        "commercial",
        "Commercial use is fine",
    ),
    row(
        "fee=no",
        r"\b(?:free of (?:charge|cost|fees)|without (?:charge|fee|payment"
        r"|royalt\w+|cost)|no (?:fee|charge|cost|royalt\w+|payment)|royalty-free"
        r"|at no (?:charge|cost)|for free|for nothing|honorarfrei|kostenlos"
        r"|gratuit\w*|gratis|bezplatn\w*)\b",
        "free|without|no |nothing|kostenlos|gratui|gratis|bezplatn|royalty",
        "free of charge",
    ),
    row(
        "fee=yes",
        r"(?:\b(?:billed|invoiced)\b|\bpays? (?:the author|me|us|a fee|\$|£|€|\d)|\b(?:a|for a|licen\w+"
        r"|reprint|small|the) fee\b|\bfee of\b|\bfees apply\b|[$£€] ?\d"
        r"|\bsubject to (?:payment|a fee)|\b(?:bought|buy|purchase[ds]?"
        r"|paid for) a? ?(?:reprint )?(?:licence|rights)\b|\bpaid licence\b"
        r"|\bmatter of a fee\b)",
        "billed|invoiced|pay|fee|$|£|€|bought|buy|purchase|paid",
        "Paid publications pay the author",
    ),
)
