"""The word to the author that a statement asks for: a courtesy, a duty, or a duty before use."""

import re

from byline.rights.grammar.wording import found, row

_TELL = (
    r"(?:let (?:me|us|the author|him|her|them) know|notify|tell (?:me"
    r"|us|the (?:author|editor|writer)|him|her)|inform|drop (?:me|us"
    r"|the author) (?:a|an)|advise|e?mail (?:me|us|the author)|write (?:to )?(?:me"
    r"|us)|send (?:me|us|the author|a|an|one|two|your|copies|the link"
    r"|word|link|notice|notification|him|her|along|url)|send(?! (?:this"
    r"|it|them|out))|give (?:me|us) (?:a heads|notice|word)|report|say so"
    r"|say hello|alert|copy of|ping|forward (?:me|us|a copy)|shoot (?:me"
    r"|us)|post a note|heads[- ]up|informe[nr]?|informieren|teilen sie"
    r"|mitteilung|belegexemplar\w*|beleg\b|prevenez|avertir|nous informer"
    r"|avisar|avise\w*|informar\w*|notificar|avvis\w+|informate\w*|comunic\w+"
    r"|laat (?:het )?(?:ons|me)|bewijsexemplaar|stuur|prosimy o (?:informacj\w+"
    r"|powiadomienie)|powiadomi\w+|poinformowa\w+)"
)
NOTICES = (
    row(
        "appreciated",
        r"\b(?:notice|notification|courtesy (?:copy|email|note|notice)|heads[- ]up"
        r"|e?mail notice|copies?|copy|link|url|email|note|line|word|tearsheets?"
        r"|tear sheets?|clippings?|postcard)\b.{0,100}?\b(?:appreciated"
        r"|welcome|kind|nice|requested but|polite|courteous|grateful|not (?:required"
        r"|obligatory|necessary)|lovely|good|delight\w*|a courtesy|would be"
        r"|make my day|make us happy)\b",
        "appreciated|welcome|kind|nice|polite|courteous|grateful|not |lovely"
        "|good|delight|courtesy|would be|requested|make ",
        "Notice is appreciated",
    ),
    row(
        "appreciated",
        rf"\b(?:would (?:love|like|appreciate|be (?:glad|happy|grateful|pleased"
        rf"|nice|delighted|great|good|kind|curious))|appreciate(?:d)?|like to (?:know"
        rf"|hear|see)|love to (?:know|hear|see)|courtesy|grateful|kind(?:ly)? enough"
        rf"|nice to|nice if|polite to|glad to (?:hear|know|see)|enjoy (?:hearing"
        rf"|seeing|knowing)|if you (?:can|like|care to),?|if possible,?|hope you will"
        rf"|pleased to)\b.{{0,70}}?\b(?:{_TELL}|know (?:where|when|if|that"
        rf"|about|of)|hear|see (?:it|where|a copy|the|your|how)|an? (?:copy"
        rf"|link|clipping|tear ?sheet|line|postcard)|notice|notification"
        rf"|notified|told|informed|a (?:line|note))\b",
        "would|appreciate|like to|love to|courtesy|grateful|kind|nice|polite"
        "|glad|enjoy|if you|if possible|hope|pleased",
        "I would love to see where",
    ),
    row(
        "appreciated",
        r"\b(?:belegexemplar\w*|beleg|mitteilung|hinweis|nachricht|benachrichtigung)\b.{0,40}\b("
        r"?:gebeten|erbeten|erwunscht|freuen|dankbar|willkommen)\b|\b(?:freuen"
        r"|bitten|dankbar)\b.{0,50}\b(?:belegexemplar\w*|beleg\b|mitteilung"
        r"|nachricht|link)|\b(?:exemplaire|justificatif|copie|information)\b.{0,40}\b(?:apprecie"
        r"\w*|souhaite\w*|bienvenu\w*)\b|\bse agradece\w*\b.{0,40}\b(?:aviso"
        r"|copia|ejemplar|enlace|notific\w+|comunic\w+)|\b(?:avviso|copia"
        r"|segnalazione|comunicazione)\b.{0,30}\bgradit\w+|\b(?:bewijsexemplaar"
        r"|bericht|melding)\b.{0,40}\b(?:op prijs|welkom|graag)\b|\bmile widzian\w+\b",
        "beleg|mitteilung|hinweis|nachricht|exemplaire|justificatif|copie"
        "|information|agradec|avviso|copia|segnalaz|comunic|bewijs|bericht"
        "|melding|mile",
        "um ein Belegexemplar wird gebeten",
    ),
    row(
        "before_use",
        rf"\b{_TELL}\b.{{0,60}}?\b(?:before|first|in advance|beforehand|prior to"
        rf"|ahead of|when you plan|if you (?:plan|intend|are going|are planning)"
        rf"|of your (?:intent|plans?))\b|\b(?:before|prior to|ahead of)\b.{{0,50}}?\b{_TELL}\b"
        rf"|\b(?:advance|prior) (?:notice|notification|word)\b|\b(?:notice"
        rf"|notification)(?: of intent| is required| must be (?:given|sent)"
        rf"| \w+){{0,4}} (?:before|in advance|prior to|beforehand)\b|\bnotice of intent\b"
        rf"|\bintent to (?:publish|reprint|use)\b",
        "before|first|in advance|prior|ahead|plan|intent|going|notice",
        "tell us before you print",
    ),
    row(
        "required",
        r"\b(?:notice|notification|notifying|email|copy|copies|tear ?sheets?"
        r"|clippings?|note|link|url|informing|postcard)\b(?: [a-z'][\w'@.-]*){0,9}? (?:is"
        r"|are|must be|has to be|should be|shall be|needs to be) (?:also "
        r"|always )?(?:required|requested|mandatory|compulsory|sent|mailed"
        r"|emailed|given|supplied|provided|forwarded|expected|necessary"
        r"|needed|obligatory)\b(?! (?:with|credit|to the source))",
        "required|requested|mandatory|compulsory|sent|mailed|emailed|given"
        "|supplied|provided|forwarded|expected|necessary|needed|obligatory",
        "An e-mail is required",
    ),
    row(
        "required",
        r"\b(?:let (?:me|us|the author|him|her|them) know|notify|tell (?:me"
        r"|us|the (?:author|editor|writer)|him|her)|inform (?:me|us|the)"
        r"|drop (?:me|us|the author|him|her) (?:a|an)|advise (?:me|us|the author)"
        r"|e?mail (?:me|us|the author) (?:a|the|with|when|if|to (?:say|tell"
        r"|let)|where|once|at|an|after|your)|(?:send|mail|forward|email) (?:me"
        r"|us|the author|him|her|the publisher)\b|(?:send|mail|forward|email"
        r"|post) (?:a|an|one|two|your|copies|the|at least|along|three) ?(?:(?:free"
        r"|courtesy|complimentary|contributor'?s?|printed|sample|finished"
        r"|published|live|tear|web|exact|copy|copies|of|two|one) ?){0,3}(?:copy"
        r"|copies|link|url|tear ?sheets?|note|notice|email|line|issue|clipping"
        r"|address|link|pdf|notification|word|message|publication|webpage"
        r"|location)|give (?:me|us|the author) (?:notice|a heads|word)|report (?:the"
        r"|your|where)|a (?:copy|note|line) to (?:me|us|the author)|send (?:notice"
        r"|notification|word|copies|details)|alert (?:me|us)|ping (?:me"
        r"|us)|shoot (?:me|us)|say so by|write (?:to )?(?:me|us) (?:when"
        r"|once|after|with|a|to say))\b",
        "know|notify|tell|inform|drop|advise|mail|send|forward|give|report"
        "|copy|note|line|alert|ping|shoot|say|write|post",
        "Let me know when it runs",
    ),
    row(
        "required",
        r"\b(?:bitte (?:informieren|benachrichtigen|teilen|senden|schicken"
        r"|geben|melden|um (?:mitteilung|nachricht|ein beleg))|belegexemplar\w* (?:ist "
        r"|an |sind )?(?:zu|erforderlich|senden|einzusenden)|merci de (?:nous "
        r"|m')?(?:informer|prevenir|avertir|envoyer|signaler)|(?:veuillez"
        r"|priere de) (?:nous |m')?(?:informer|prevenir|avertir|envoyer"
        r"|signaler)|(?:por favor|rogamos|se ruega|ruego).{0,20}(?:avis\w+"
        r"|inform\w+|notifi\w+|comuni\w+|envi\w+)|(?:si prega di|vi preghiamo di"
        r"|prego).{0,20}(?:avvis\w+|inform\w+|comuni\w+|invia\w+|segnala\w+)"
        r"|(?:gelieve|graag|verzoek\w*).{0,20}(?:melden|informeren|bericht"
        r"|laten weten|sturen|bewijs\w+)|prosimy o (?:informacj\w+|powiadomienie"
        r"|przeslanie|poinformowanie))\b",
        "bitte|beleg|merci|veuillez|priere|por favor|rogamos|ruega|ruego"
        "|prega|preghiamo|prego|gelieve|graag|verzoek|prosimy",
        "notice in six languages",
    ),
)
# telling somebody else, or asking for something else, is no notice of use
NO_NOTICE = re.compile(
    r"\b(?:no (?:notice|notification|copy|copies|email) (?:is |are )?(?:necessary"
    r"|required|needed)|no (?:need|obligation) to (?:tell|notify|inform"
    r"|let|write|email)|(?:do not|need not|not) (?:have to |need to "
    r"|necessary to |required to )?(?:tell|notify|inform|let|write)"
    r"|subscribe|sign up|comments? (?:to|on)|feedback|questions?|typos"
    r"|errors|friends?|this (?:notice|note|copy|line|link) (?:must|is"
    r"|may|stays?|remains?)|copyright notice|notice (?:is|stays?|must be"
    r"|remains?) (?:kept|intact|included|attached|reproduced|preserved"
    r"|retained))\b"
)


def notice_in(text: str) -> tuple[str, int, int] | None:
    """The notice a clause asks for, with its place."""
    if NO_NOTICE.search(text):
        return None
    hits = list(found(NOTICES, text))
    if not hits:
        return None
    wording, match = hits[0]
    return wording.value, match.start(), match.end()
