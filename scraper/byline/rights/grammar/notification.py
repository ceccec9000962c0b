"""The word to the author that a statement asks for: a courtesy, a duty, or a duty before use."""

import re

from byline.rights.grammar.wording import found, row

_TELL = (
    r"(?:let (?:me|us|the author|him|her|them) know|notify|tell (?:me"
    r"|us|the (?:author|editor|writer)|him|her)|inform|drop (?:me|us"
    r"|the author) (?:a|an)|advise|e?mail (?:me|us|the author)|write (?:to )?(?:me"
    r"|us)|send (?:me|us|the author|a|an|one|two|your|copies|the link"
    r"|word|link|notice|notification|him|her|along|url)|send(?! (?:this"
    r"|it|them|out))|give (?:me|us) (?:a heads|notice|word"
    r"|(?:[a-z']+ ){0,3}(?:warning|notice))|report|say so"
    r"|say hello|alert|copy of|ping|forward (?:me|us|a copy)|shoot (?:me"
    r"|us)|post a note|heads[- ]up|informe[nr]?|informieren|teilen sie"
    r"|mitteilung|belegexemplar\w*|beleg\b|prevenez|avertir|nous informer"
    r"|avisar|avise\w*|informar\w*|notificar|avvis\w+|informate\w*|comunic\w+"
    r"|laat (?:het )?(?:ons|me)|bewijsexemplaar|stuur|prosimy o (?:informacj\w+"
    r"|powiadomienie)|powiadomi\w+|poinformowa\w+)"
)
# to ask before use is more than to tell
_ASK = (
    rf"(?:{_TELL}|ask|check with|clear (?:it|this|them) with|contact|get in touch|be in touch"
    rf"|talk to|speak (?:to|with)"
    r"|consult|ring|phone|call|reach out)"
)
_FIRST = (
    r"(?:before(?! the end)|first(?! (?:published|appeared|printed|serial|paragraph|page|line))"
    r"|in advance|beforehand"
    r"|prior to|ahead of|when you plan|if you (?:plan|intend|are going|are planning)"
    r"|of your (?:intent|plans?|intentions?))"
)
_ASK_ABROAD = (  # in German, French, Spanish, Italian, Dutch, Polish; what asks, and what says "first"
    (
        (
            r"(?:\w*frage\w*|fragt|fragen|kontakt\w*|schreib\w*|meld\w*|wenden|rucksprache|absprache|sprechen"
            r"|informier\w*|mitteil\w*|um erlaubnis)"
        ),
        (
            r"(?:vorher\w*|zuvor|vorab|zuerst|erst|im voraus|bevor|vor (?:\w+"
            r" ){1,2}(?:\w*veroffentlich\w*|abdruck\w*"
            r"|nachdruck\w*|ubernahme|verwendung|nutzung|verbreitung))"
        ),
    ),
    (
        r"(?:ecri\w+|contact\w*|demand\w*|preven\w*|consult\w*|inform\w*|avert\w*|adress\w+)",
        r"(?:d'abord|au prealable|prealable\w*|avant|auparavant)",
    ),
    (
        r"(?:contact\w*|consult\w*|escrib\w*|pregunt\w*|pid[ae]\w*|pedir\w*|avis\w*|solicit\w*|inform\w*)",
        r"(?:antes|previamente|previo aviso|primero|con antelacion|de antemano)",
    ),
    (
        r"(?:contatt\w*|scriv\w*|chied\w*|avvis\w*|inform\w*|domand\w*|richied\w*)",
        r"(?:prima|preventiv\w+|in anticipo|previamente)",
    ),
    (
        r"(?:contact|vraagt?|vragen|mailt?|mailen|schrijft?|overleg\w*|melde?t?|bericht)",
        r"(?:eerst|vooraf|van tevoren|voordat|alvorens|vooraleer)",
    ),
    (
        r"(?:kontakt\w*|zapyta\w*|pyta\w*|napis\w*|uzgodni\w*|powiad\w*|poinform\w*)",
        r"(?:przed|najpierw|wczesniej\w*|uprzedni\w*)",
    ),
)
FIRST_ABROAD = "|".join(
    rf"\b{ask}\b.{{0,60}}?\b{first}\b|\b{first}\b.{{0,60}}?\b{ask}\b" for ask, first in _ASK_ABROAD
)
# "a link back would be nice" wishes for a link on the copy, and for no word to the author
_OTHER_LINK = (
    r"(?! back\b| in return\b| to (?:this|us|me|my|our|here|it|the (?:original|source|author|article|site"
    r"|page|post|website)|its source)\b|-back\b)"
)
NOTICES = (
    row(
        "appreciated",
        r"\b(?:notice|notification|courtesy (?:copy|email|note|notice)|heads[- ]up"
        rf"|e?mail notice|copies?|copy|link{_OTHER_LINK}|url|email|note|line(?! credit)|word|tearsheets?"
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
        rf"|hear|see)|love to (?:know|hear|see)|courtesy(?! cop)|grateful|kind(?:ly)? enough"
        rf"|nice to|nice if|polite to|glad to (?:hear|know|see)|enjoy (?:hearing"
        rf"|seeing|knowing)|if you (?:can|like|care to),?|if possible,?|hope you will"
        rf"|pleased to)\b.{{0,70}}?\b(?:{_TELL}|know (?:where|when|if|that"
        rf"|about|of)|hear|see (?:it|where|a copy|the|your|how)|an? (?:quick |short |brief |little "
        rf"|friendly )?(?:copy"
        rf"|link{_OTHER_LINK}|clipping|tear ?sheet|line|postcard|note|email|message)|notice|notification"
        rf"|notified|told|informed|a (?:line|note))\b",
        "would|appreciate|like to|love to|courtesy|grateful|kind|nice|polite"
        "|glad|enjoy|if you|if possible|hope|pleased",
        "I would love to see where",
    ),
    row(
        "appreciated",
        rf"\b{_TELL}\b(?:(?!permission|approval|consent|asking|licence|fee|payment|reply|answer|credit|link)"
        r"[^.;]){0,80}?\b(?:not (?:required|necessary|obligatory|compulsory|mandatory|a (?:must|condition"
        r"|requirement))|optional)\b"
        r"|\b(?:consider|feel free to) (?:letting|telling|sending|dropping|send|tell|let|drop"
        r"|email|mailing|emailing)"
        r" (?:me|us|the author|a|an)\b"
        r"|\b(?:message|note|email|copy|link|line|word)\b.{0,40}\bwould (?:please|delight|cheer|make)\b"
        r"|\b(?:get a kick|tickled|thrilled|makes? (?:my|our) day|curious|always (?:like|love"
        r"|enjoy|glad|happy)"
        r"|delight\w*|fun to|a joy|treat)\b.{0,60}?\b(?:where|hear\w*|see\w*|know\w*|word)\b"
        rf"|\b{_TELL}\b.{{0,60}}?\bif you (?:like|feel like|wish|want|care|please|have (?:a"
        rf"|the) (?:moment|time))\b",
        "not |optional|consider|feel free|would|kick|tickled|thrilled|day|curious|always|delight|fun|joy"
        "|treat|if you",
        "I get a kick out of seeing where it went",
    ),
    row(
        "appreciated",
        r"\b(?:freuen|freue|freut|nett|schon ware|plaisir|apprecie\w*|aimer\w+|agradec\w+|gustaria|encantaria"
        r"|piacere|gradi\w+|lieto|lieti|op prijs|leuk|graag|milo|mile|wdzieczn\w+|chetnie)\b.{0,60}\b"
        r"(?:wo|link|nachricht|hinweis|beleg\w*|ou|mot|savoir|dire|prevenu\w*|donde|aviso|saber|dove|avviso"
        r"|sapere|segnalazione|waar|berichtje?|horen|weten|gdzie|informacj\w+|wiadomos\w+)\b"
        r"|\b(?:link|nachricht|hinweis|mot|message|dire|aviso|avviso|segnalazione|bericht(?:je)?|melding"
        r"|informacj\w+|wiadomos\w+)\b.{0,60}\b(?:freuen|freut|plaisir|bienvenue?|agradec\w+|piacere|gradi\w+"
        r"|op prijs|leuk|welkom|milo|mile|wdzieczn\w+)\b",
        "freu|nett|ware|plaisir|apprecie|aimer|agradec|gustaria|encantaria|piacere|gradi|liet|op prijs|leuk"
        "|graag|mil|wdzieczn|chetnie|welkom|bienvenu",
        "fa piacere un avviso",
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
        "appreciated",
        r"\b(?:would|it is|it's|be) (?:be )?(?:\w+ )?(?:lovely|great|nice|good|wonderful|fun|a pleasure"
        r"|a joy|interesting)"
        r" to (?:hear|know|see|learn|get|have)\b|\bwould (?:love|like|welcome|appreciate|enjoy) (?:yours"
        r"|one|any)\b",
        "would|it is|it's|be ",
        "It would be lovely to hear from you",
    ),
    row(
        "before_use",
        rf"\b{_ASK}\b.{{0,60}}?\b{_FIRST}\b|\b(?:before|prior to|ahead of)\b.{{0,50}}?\b{_ASK}\b"
        r"|\bcheck with (?:me|us|both|him|her|the (?:author|editor|writer|publisher))\b"
        r"|\bto be asked(?: first)?\b|(?:\bnot|\b(?:use|reprint|copy|publish|post|run"
        r"|take)\w* .{0,20}) without asking (?:me|us|first)\b"
        r"|\bbefore, not after\b|\bwait (?:for|until you (?:have|get)) (?:my|our|the"
        r"|an?) (?:answer|reply|response"
        r"|go-ahead|okay|word)\b"
        r"|\b(?:tell|give|send|let|include|state)\b.{0,30} (?:your (?:circulation|readership"
        r"|audience|print run|plans"
        r"|intended use)|(?:where|when|how) (?:it|this|the \w+|you) (?:would|will|intend|plan|want|wish)\b)"
        rf"|\b(?:advance|prior) (?:notice|notification|word)\b|\b(?:notice"
        rf"|notification)(?: of intent| is required| must be (?:given|sent)"
        rf"| \w+){{0,4}} (?:before|in advance|prior to|beforehand)\b|\bnotice of intent\b"
        rf"|\bintent to (?:publish|reprint|use)\b",
        "before|first|in advance|prior|ahead|plan|intent|going|notice|check|wait|ask|your|would"
        "|will|want|wish",
        "tell us before you print",
    ),
    row(
        "before_use",
        FIRST_ABROAD,
        "vor|zuerst|erst|zuvor|abord|prealable|avant|auparavant|antes|previ|primero|antemano|antelacion|prima"
        "|preventiv|anticipo|eerst|voor|van tevoren|alvorens|przed|najpierw|wczesniej|uprzedni",
        "vorher fragen, in six languages",
    ),
    row(
        "required",
        r"\b(?:notice|notification|notifying|email|copy|copies|tear ?sheets?"
        r"|clippings?|note|link(?! to| back)|url(?! of)|informing|postcard)\b(?: [a-z'][\w'@.-]*){0,9}? (?:is"
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
        r"\bmust reach (?:me|us|the (?:author|writer|editor|office))\b|\b(?:copies|copy|clippings?|tear"
        r" ?sheets?)\b.{0,40}\bgo(?:es)?"
        r" to\b|\b(?:send|mail|email|forward) (?:the )?(?:editor|author|writer|webmaster|office|desk) (?:a"
        r"|an|the|two|your|one)\b",
        "must reach|go to|goes to|send|mail|forward",
        "Two copies of the issue go to the author",
    ),
    row(
        "required",
        r"\b(?:i am|i'm|we are|author is|she is|he is|if told|are) (?:told|informed|notified"
        r"|kept informed|sent a"
        r" (?:copy|link|note))\b|\b(?:give|send) (?:me|us|the author) (?:[a-z']+ ){0,4}(?:warning|notice)\b",
        "told|informed|notified|sent a|warning|notice",
        "provided I am told about it",
    ),
    row(
        "required",
        r"\b(?:want|need|require|expect)s? (?:(?:one|two|three|a|an|\d+) )?(?:\w+ )?cop(?:y|ies)\b"
        r"|\b(?:i|we) (?:want|need|have|wish) to (?:know|hear|be (?:told|informed|notified))\b"
        r"|\b(?:asked|requested|required|expected|obliged) to (?:send|mail|email|notify|inform"
        r"|tell|report|register"
        r"|supply|forward|let)\b|\b(?:email|note|line|message|letter) (?:saying|telling|stating|to say)\b"
        r"|\bregister (?:the|each|your|every|all) uses?\b",
        "want|need|require|expect|have to|wish|asked|requested|obliged|saying|telling|stating|say|register",
        "We require two copies",
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
        r"|your|where|each|every|any|all|its|uses?)|a (?:copy|note|line) to (?:me|us|the author)"
        r"|send (?:notice"
        r"|notification|word|copies|details)|alert (?:me|us)|ping (?:me"
        r"|us)|shoot (?:me|us)|say so by|(?:mail|email|send|forward|supply) (?:the"
        r"|your) (?:\w+ ){0,2}(?:date|issue|details|particulars|address|url|place)"
        r" (?:and (?:\w+ )?\w+ )?(?:of|where|in which|once|when)|write (?:to )?(?:me|us) (?:when"
        r"|once|after|with|a|to say))\b",
        "know|notify|tell|inform|drop|advise|mail|send|forward|give|report"
        "|copy|note|line|alert|ping|shoot|say|write|post",
        "Let me know when it runs",
    ),
    row(
        "required",
        r"\b(?:bitte (?:informieren|benachrichtigen|teilen|senden|schicken"
        r"|geben|melden|um (?:mitteilung|nachricht|ein beleg))|belegexemplar\w* (?:ist "
        r"|an |sind )?(?:[a-z]+ ){0,4}?(?:zu|erforderlich|senden|einzusenden)|merci de (?:nous "
        r"|m')?(?:informer|prevenir|avertir|envoyer|signaler)|(?:veuillez"
        r"|priere de) (?:nous |m')?(?:informer|prevenir|avertir|envoyer"
        r"|signaler)|(?:por favor|rogamos|se ruega|ruego).{0,20}(?:avis\w+"
        r"|inform\w+|notifi\w+|comuni\w+|envi\w+)|(?:si prega di|vi preghiamo di"
        r"|prego).{0,20}(?:avvis\w+|inform\w+|comuni\w+|invia\w+|segnala\w+)"
        r"|(?:gelieve|graag|verzoek\w*).{0,20}(?:melden|informeren|bericht"
        r"|laten weten|sturen|bewijs\w+)|pros(?:imy|ze) (?:\w+ ){0,2}?(?:informacj\w+|powiad\w+"
        r"|przesla\w+|poinform\w+)"
        r"|(?:schicken|senden|teilen|geben|melden|mailen|sagen) sie (?:uns|mir|es)|(?:prevenez"
        r"|avertissez|informez"
        r"|signalez|envoyez|dites)[- ](?:le[- ])?(?:moi|nous)|(?:avise|avisen|informe|informen|envie|envien"
        r"|notifique|comunique|avisa|envia)(?:nos|me)|haganos saber|haznos saber"
        r"|(?:avvisate|informate|segnalate|comunicate|inviate|mandate)(?:ci|mi|lo)?|fate(?:ci|mi) sapere"
        r"|laat (?:het )?(?:ons|mij|me)\b.{0,12}(?:weten|horen)|(?:stuur|mail) (?:ons|mij|me)"
        r"|informeer ons)\b",
        "schicken|senden|teilen|geben|melden|mailen|sagen|prevenez|avertissez|informez|signalez|envoyez|dites"
        "|avis|inform|envi|notifique|comuni|haganos|haznos|avvis|segnalate|inviate|mandate|fate"
        "|laat|stuur|mail"
        "|prosze|bitte|beleg|merci|veuillez|priere|por favor|rogamos|ruega|ruego"
        "|prega|preghiamo|prego|gelieve|graag|verzoek|prosimy",
        "notice in six languages",
    ),
    row(
        "required",
        r"\b(?:informier\w*|benachrichtig\w*|verstandig\w*|in kenntnis)\b.{0,40}?\b(?:autor\w*|verfasser\w*"
        r"|uns|mich|mir|redaktion|verlag)\b|\b(?:autor\w*|verfasser\w*|wir|ich|redaktion|verlag)\b.{0,40}?"
        r"\b(?:informier\w+|benachrichtig\w+|verstandig\w+|in kenntnis)\b"
        r"|\b(?:informer|informez|informe|prevenir|prevenez|avertir|avertissez|aviser|signaler)\b.{0,20}?"
        r"\b(?:auteure?s?|autrice|editeur|redaction)\b|\b(?:nous|m'en|m'|me|nous en|auteur soit|auteure soit)"
        r" ?(?:en )?(?:informer|prevenir|avertir|aviser|informee?|prevenue?|avertie?)\b"
        r"|\b(?:(?:se )?inform(?:ar|e|en|ando)|(?:se )?avis(?:ar|e|en|ando)|notifi(?:car|que|quen|cando)"
        r"|comuni(?:car|que|quen))\b.{0,20}?\b(?:al autor|a la autora|a los autores|a la editorial)\b"
        r"|\b(?:informar|avisar|notificar|comunicar)(?:nos|me|le)(?:lo)?\b"
        r"|\b(?:inform(?:are|i|ino|ando)|avvis(?:are|i|ino|ando)|avvert(?:ire|a|endo)|notific(?:are|hi)"
        r"|segnal(?:are|i))\b.{0,20}?\b(?:autore|autrice|autori|editore|redazione)\b"
        r"|\b(?:autore|autrice)\b.{0,12}\b(?:informat[oa]|avvisat[oa]|avvertit[oa])\b"
        r"|\b(?:informar|avvisar|avvertir|segnalar)(?:ci|mi|lo)\b"
        r"|\b(?:auteur|schrijver|redactie|wij|ik)\b.{0,25}?\b(?:geinformeerd|verwittigd|op de hoogte"
        r"|bericht)\b|\b(?:informe?er\w*|verwittig\w*|informeren)\b.{0,20}?\b(?:auteur|schrijver|redactie|ons|mij)\b"
        r"|\b(?:poinform\w+|powiadom\w+|zawiadom\w+)\b.{0,20}?\b(?:autor\w*|nas|mnie|redakcj\w+|wydawc\w+)\b"
        r"|\bautor\w*\b.{0,20}?\b(?:poinformowan\w+|powiadomion\w+)\b",
        "inform|benachricht|verstandig|kenntnis|preven|avert|avis|signal|notif|comuni|avvis|avvert|segnal"
        "|verwittig|hoogte|bericht|powiadom|zawiadom",
        "à condition d'en informer l'auteur: the author is told, in six languages",
    ),
)
# telling somebody else, or asking for something else, is no notice of use
NO_NOTICE = re.compile(
    r"\b(?:dmca|take-?down notices?|cease and desist|privacy (?:notice|policy)"
    r"|follow-?up comments|an? (?:error|mistake)"
    r"|(?:ask|write|email|contact|call|ring|phone|check)\b.{0,25}\b(?:about|for|regarding"
    r"|to (?:work out|discuss"
    r"|arrange|agree))(?: \w+){0,2} (?:rates?|price list|prices?|pricing|quote|fees?|terms)"
    r"|no (?:notice|notification|copy|copies|email) (?:is |are )?(?:necessary"
    r"|required|needed)|no (?:need|obligation) to (?:tell|notify|inform"
    r"|let|write|email)|(?:do not|need not|not) (?:have to |need to "
    r"|necessary to |required to |obliged to )?(?:ask|tell|notify|inform|let|write|call|phone|contact|e?mail"
    r"|register)"
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
