"""Whether a grant in another language is open: the same question as in `closed.py`, in six languages.

A grant reaches no reader of ours if it names an audience (CLOSED), if somebody in particular "may"
(an active verb without one of OPEN), or if it waits on a condition (GATES) in which no table finds a
duty or a bound.
"""

import re

from byline.rights.grammar.act import Gap
from byline.rights.grammar.changes import change_in
from byline.rights.grammar.duties import parts_in
from byline.rights.grammar.limits import limits_in
from byline.rights.grammar.money import MONEY
from byline.rights.grammar.notification import notice_in
from byline.rights.grammar.wording import found

CLOSED = re.compile(
    r"\b(?:\w*mitglied\w*|abonnent\w*|\w*kunden|partner\w*|lizenznehmer\w*|studierende\w*"
    r"|studenten|mitarbeiter\w*"
    r"|membres?|adherents?|abonne(?:e?s)?\b|clients?|partenaires?|etudiants?|socios?|miembros?"
    r"|suscriptor\w*"
    r"|clientes?|estudiantes?|soci\b|membri|abbonat[oi]|clienti|studenti|iscritti"
    r"|leden|abonnees?|klanten|studenten|medewerkers|czlonk\w+|prenumerator\w*|abonent\w*"
    r"|klien\w+|student\w*)\b"
)
# somebody in particular may: an active verb, and nobody that could be the reader
_ACTIVE = re.compile(
    r"\b(?:darf|darfst|durft|durfen|kann|kannst|konnt|konnen)\b(?!.*\bw[eo]rden\b)|\b(?:peut"
    r"|peuvent)\b(?! (?:\w+ )?(?:etre"
    r"|circuler)\b)"
    r"|\bpueden?\b(?! (?:\w+ )?(?:ser|circular|reproducirse|copiarse|publicarse|difundirse|usarse))"
    r"|\b(?:puo|possono)\b(?! (?:\w+ )?(?:essere|circolare)\b)"
    r"|(?<!en )\b(?:mag|mogen)\b(?!.*\bworden\b)|(?<=en )(?:mogen\b(?!.*\bworden\b)|mag\b(?!,|$"
    r"| (?:vrij|altijd"
    r"|gerust|mits|zolang|als|ook)))|\b(?:moze|moga)\b(?! (?:\w+ )?byc\b)"
)
_OPEN = re.compile(
    r"(?<=^)\W*pueden? (?:publicar|republicar|reproducir|copiar|usar|utilizar|difundir|compartir)\b"
    r"|\b(?:sie|jeder\w*|alle|man|du"
    r"|ihr|(?<=^)pueden?\b(?=.{0,40}\b(?:libremente|gratis"
    r"|gratuitamente)\b)|webmaster|blogger\w*|blogueu\w+|blogs?|zeitungen|redaktionen|medien"
    r"|verlage|vereine|schulen"
    r"|websites?|blogs?|newsletter\w*|vous|tous|chacun|quiconque|toute personne|on|journaux"
    r"|editeurs|webmestres"
    r"|associations|medias|sites|usted(?:es)?|cualquier\w*|todos?|se|medios|periodicos|editores|revistas"
    r"|chiunque|tutti|si|giornali|siti|editori|riviste|you|iedereen|je|jij|jullie|men|kranten|bladen"
    r"|kazdy|wszyscy|redakcje|portale)\b"
)
_GATES = re.compile(
    r"\b(?:sofern|wenn|falls|soweit|sobald|solange|vorausgesetzt|bedingung|nur(?<!, nicht nur)"
    r"|ausschliesslich|si|pourvu|condition"
    r"|reserve|uniquement|seulement|exclusivement|des que|siempre que|condicion|solo|solamente|unicamente"
    r"|exclusivamente|condizione|purche|se|soltanto|esclusivamente|qualora|mits|als|indien"
    r"|alleen|slechts|zodra"
    r"|voorwaarde|uitsluitend|warunkiem|jesli|jezeli|o ile|tylko|wylacznie)\b"
    r"(?<!\bse(?= (?:permit|autori[sz]|pued|conced|prohib|reserv|agradec|rueg)))"
)
# a gate that opens a condition; the others ("only") bind to a place or a purpose
_CONDITION = re.compile(
    r"\b(?:sofern|wenn|falls|soweit|sobald|solange|vorausgesetzt|bedingung|si|pourvu|condition|reserve"
    r"|des que|siempre que|condicion|condizione|purche|se|qualora|mits|als|indien|zodra|voorwaarde|warunkiem"
    r"|jesli|jezeli|o ile)\b"
)
_AND = re.compile(r",|\b(?:und|oder|sowie|et|ou|ainsi que|y|o|e|ed|en|of|alsook|i|oraz|lub)\b")
_WORD = re.compile(r"[a-z]{3,}")
# whose mood or leave no reader knows
_SOMEBODY = re.compile(
    r"\b(?:autor\w*|verfasser\w*|urheber\w*|redaktion|verlag|wir|ich|auteure?s?|autrice|editeur|redaction|nous"
    r"|autora?|editorial|nosotros|autore|editore|redazione|noi|schrijver|uitgever|redactie|wij|ik"
    r"|wydawc\w+|redakcj\w+|my)\b"
)
# words of naming and keeping, beside which a thing is one more to name or keep
_MORE = re.compile(
    r"\b(?:genannt|nenn\w*|angegeben|angabe|bleib\w*|erhalten|verlinkt|gesetzt|mention\w*|cit\w+|indiqu\w+"
    r"|conserv\w+|figur\w+|indic\w+|menzion\w+|riport\w+|mante\w+|mantien\w+|vermeld\w*|genoemd|behoud\w*"
    r"|blijf\w*|poda\w+|wskaz\w+|zachowa\w+|copyright\w*|titel|titre|titulo|titolo|tytul\w*|verlag|editeur"
    r"|editorial|editore|uitgever|wydawc\w+|adress\w*|adres\w*|url|datum|date|fecha|data|website\w*|text\w*"
    r"|artikel\w*|articl\w+|articul\w+|articol\w+|artykul\w*)\b"
)
# a medium taken out, a price, somebody's leave, a thing that is no article, the reader's own article
_SHUT = re.compile(
    r"\b(?:ausser|ausgenommen|ausnahme|sauf|hormis|excepte|salvo|excepto|tranne|eccetto|escluso|behalve"
    r"|uitgezonderd|wyjatkiem|oprocz|procz)\b.{0,20}\b(?:internet\w*|web\w*|online|en ligne|in rete"
    r"|newsletter\w*"
    r"|print|papier\w*|papel|carta|druk\w*)\b|\b(?:internet|web|online|print|newsletter)\w* (?:ausgenommen"
    r"|excepte"
    r"|escluso|uitgezonderd)\b"
    r"|(?<!ohne )(?<!sans )(?<!sin )(?<!senza )(?<!zonder )(?<!bez )(?<!kein )(?<!keine )\b(?:honorar"
    r"|vergutung"
    r"|gebuhr\w*|bezahlung|entgelt|paiement|redevance|pago|pagamento|betaling|vergoeding|oplat\w+|zaplac\w+"
    r"|odplatn\w+)\b"
    r"|\b(?:si|wenn|falls|sofern|als|indien|se (?:l'autore|l'editore|noi)|jesli"
    r"|jezeli)\b.{0,30}\b(?:autori[sz]\w+|erlaub\w+|genehmig\w+"
    r"|zustimm\w+|toeste\w+|zgod\w+|permett\w+|consent\w+|d'accord)\b|\bcom autoriza\w+"
    r"|^\W*(?:die |les |le |las |los |de |alle |tous les |todas las )?(?:bilder|fotos|photos|images|foto"
    r"|foto's"
    r"|immagini|imagenes|afbeeldingen|zdjecia)\b"
    r"|\b(?:ihre|vos|votre|uw|sus|tus|twoje|swoje|i vostri|i tuoi) (?:eigenen |propres )?(?:artikel\w*"
    r"|beitrag\w*"
    r"|articles?|textes?|texte|articulos|articoli|artykuly|teksty)\b"
    r"|\b(?:approuve|autorise|choisi|agree|selectionne)e?s? par (?:l'auteure?|l'autrice|l'editeur|nous"
    r"|la redaction)\b|\b(?:aprobad|autorizad|elegid|seleccionad)[oa]s? por (?:el autor|la autora"
    r"|nosotros|mi)\b"
    r"|\b(?:approvat|autorizzat|scelt|selezionat)[oiae] (?:dall'aut\w+|da noi|da me|dall'editore)\b"
    r"|\bvo[mn] (?:(?:dem|der|die) )?(?:autor\w*|verfasser\w*|uns|mir|verlag|redaktion) (?:vorher )?"
    r"(?:genehmigt|freigegeben|zugelassen|ausgewahlt|autorisiert|gebilligt)\w*"
    r"|\bdoor (?:de auteur|de redactie|ons|mij) (?:goedgekeurd|gekozen|toegelaten|geselecteerd)\w*"
    r"|\b(?:goedgekeurd|gekozen|toegelaten|geselecteerd) door (?:de auteur|de redactie|ons|mij)\b"
    r"|\b(?:zatwierdzon|wybran|zaakceptowan)\w+ przez (?:autor\w*|nas|mnie|redakcj\w*)\b"
    r"|\b(?:formular\w*|formulaires?|copie privee|usage scolaire|privatkopie)\b"
)
# an excerpt, a school, a lesson: the grant stands, bound by them
_SOME = re.compile(
    r"(?<!auch )(?<!meme )(?<!anche )(?<!incluso )(?<!ook )(?<!ganz oder )(?<!total o )(?<!totale o"
    r" )(?<!totale ou )(?<!total ou )(?<!calosci lub )(?<!geheel of )"
    r"\b(?:auszug\w*|teilweise\w*|partielle?|extraits?|parcial|parziale|fragment\w*|trechos?|estratti|brani"
    r"|gedeeltelijk\w*"
    r"|delen van)\b"
    r"|\b(?:fur|pour|per|para|voor|dla|door|alle|aux|con fines|a des fins|zum|in) (?:den |die |das |les |l'"
    r"|la |las |los |il "
    r"|le |de |het )?(?:schul\w*|kirchengemeinden|unterricht\w*|etablissements?|associations|paroisses"
    r"|ecoles|enseignement"
    r"|uso didattico|parrocchie|scuole|fins didaticos|educativos|escuelas|pedagogiques|scholen|szkol\w*)\b"
    r"|\bcadre scolaire\b|\buso didattico\b"
)
_NAMED_PARTY = re.compile(
    r"\b(?:von der|vom|par (?:la|le)|door de|dalla|dal|por (?:la|el))\b(?! (?:autor|verfasser|presse"
    r"|allgemeinheit"
    r"|auteur|loi|lector|public|medien))"
)
_KEPT = re.compile(
    r"\b(?:link\w*|verlink\w*|verweis\w*|lien\w*|enla\w+|collegamento|odnosnik\w*|quelle\w*"
    r"|fuente|source|fonte|bron\w*"
    r"|zrodl\w*|autor\w*|verfasser\w*|auteur\w*|nom|nombre|nome|naam|namen?|newsletter\w*|online|print"
    r"|webseit\w*|websites?|sites?|internet|nicht ?kommerziell\w*|non commercial\w*|no comercial\w*|lucro"
    r"|fines comerciales|fins commerciales|scopi commerciali|kommerziell\w*|commerciele doeleinden|celow"
    r"|celach"
    r"|niet-?commercie\w+|niekomercyjn\w+|urheber\w*|vollstandig\w*|ganz|integral\w*"
    r"|volledig\w*|calosc\w*)\b"
)


# a medium, a purpose, the whole text: they bind the grant as they stand
_BOUND = re.compile(
    r"\b(?:newsletter\w*|online|print|webseit\w*|websites?|internet|nicht ?kommerziell\w*|non commercial\w*"
    r"|no comercial\w*|lucro|fines comerciales|fins commerciales|scopi commerciali|kommerziell\w*"
    r"|commerciele doeleinden|celow|celach|niet-?commercie\w+|niekomercyjn\w+|vollstandig\w*|ganz|integral\w*"
    r"|volledig\w*|calosc\w*)\b"
)


def restricted(text: str) -> Gap | None:
    """The words of a grant that close it to some, or that nobody understands."""
    for what, theirs, words in (
        ("condition", False, _SHUT),
        ("grantee", True, _NAMED_PARTY),
        ("condition", True, _SOME),
        ("grantee", True, CLOSED),
    ):
        match = words.search(text)
        if match:
            return Gap(what, *match.span(), theirs=theirs)
    active = _ACTIVE.search(text)
    if active and not _OPEN.search(text):
        return Gap("grantee", active.start(), active.end(), theirs=False)
    gate = _GATES.search(text)
    return _gap(text, gate.start(), gate.end()) if gate else None


def _gap(text: str, start: int, end: int) -> Gap | None:
    """What is not understood of the condition, or the "only", whose gate stands at `start` to `end`."""
    first = text.find(",", end) if not _WORD.search(text[: max(0, start - _LEAD)]) else -1
    last = first if first >= 0 else len(text)  # "Wenn …, ist der Nachdruck erlaubt"
    said = text[start:last]
    if not _CONDITION.search(said):
        return None if _KEPT.search(said) or _reads(said) else Gap("condition", start, end, theirs=False)
    if not _reads(said):
        if _BOUND.search(said):
            return None
        known = _KEPT.search(said) is not None and not _SOMEBODY.search(said)
        return Gap("condition", start, last, theirs=known)
    for piece in _AND.split(said)[1:]:
        if _WORD.search(piece) and not (_KEPT.search(piece) or _MORE.search(piece) or _reads(piece)):
            return Gap("condition", start, last)
    return None


_LEAD = 16  # letters before the gate of a sentence that opens with it: "unter der Bedingung"


def _reads(said: str) -> bool:
    """Whether a table reads a duty, a bound or a notice in a condition."""
    return bool(
        change_in(said)
        or notice_in(said)
        or next(parts_in(said), None)
        or next(limits_in(said), None)
        or next(found(MONEY, said), None)
    )
