"""Grants, denials and requests in six more languages, by one rule for all.

A clause is about reuse if it has a word of reuse and one of the language's other words. Then:
permission named as not needed, or "without" it beside a word that allows, grants; any other
mention of permission asks; a word that forbids, or a negation, denies; a word that allows
grants. To teach a language, add a Tongue. Patterns are over folded text: no accents, `ß` is `ss`.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from byline.model import Answer, Use
from byline.rights.grammar.notification import FIRST_ABROAD


@dataclass(frozen=True)
class Tongue:
    """The words of one language that decide."""

    reuse: str
    allow: str
    forbid: str
    negation: str
    permission: str
    without: str
    needless: str
    print_only: str = r"(?!)"
    web: str = r"(?!)"
    newsletter: str = r"(?!)"
    paper: str = r"(?!)"
    narrow: str = r"(?!)"

    @cached_property
    def patterns(self) -> dict[str, re.Pattern[str]]:
        """Every word class, compiled."""
        names = self.__dataclass_fields__
        return {name: re.compile(rf"\b(?:{getattr(self, name)})") for name in names}


TONGUES = {
    "de": Tongue(
        reuse=r"nachdruck\w*|nachgedruckt|nachzudrucken|abdruck\w*|abgedruckt"
        r"|abzudrucken|verbreit\w+|weiterverbreit\w+|weitergabe|weitergegeben"
        r"|weiterzugeben"
        r"|vervielfaltig\w+|veroffentlich\w+|wiedergabe|wiedergegeben|verwend\w+"
        r"|weiterverwend\w+|verwert\w+|ubernahme|ubernommen|ubernehmen|nutzung"
        r"|genutzt|nutzen|nachdrucken|abdrucken"
        r"|kopier\w+|kopien|reproduktion|reproduzier\w+|publizier\w+|geteilt|teilen|erscheinen",
        allow=r"gestattet|erlaubt|erwunscht|gern gesehen|frei\b|freigegeben|zulassig"
        r"|willkommen|erlauben wir|wir erlauben|gestatten|honorarfrei|kostenfrei|kostenlos|darf"
        r"|durfen|darfst|durft|kann|kannst|konnt"
        r"|konnen|genehmigt",
        forbid=r"untersagt|verboten|unzulassig|ausgeschlossen|nicht gestattet|nicht erlaubt|vorbehalten",
        negation=r"(?:nicht(?! nur in (?:rss|newsfeeds?|feeds?)\b)|kein\w*|weder|niemals|nie\b)\b",
        permission=r"genehmigung\w*|zustimmung|erlaubnis|einwilligung|einverstandnis"
        r"|absprache|rucksprache|anfrage\w*|nachfrage|genehmigungspflichtig"
        r"|fragen sie|anfragen|nachfragen|freigabe",
        without=r"ohne",
        needless=r"(?:kein\w*|nicht) (?:\w+ ){0,4}(?:genehmigung|erlaubnis|zustimmung"
        r"|einwilligung|anfrage|nachfrage)?(?: \w+){0,3}? ?(?:erforderlich"
        r"|notig|notwendig|noetig)|(?:genehmigung|erlaubnis|zustimmung) (?:ist "
        r"|wird )?nicht (?:erforderlich|notig|notwendig)",
        print_only=r"nachdruck\w*|nachgedruckt|nachzudrucken|abdruck\w*|abgedruckt|abzudrucken",
        web=r"internet\w*|webseit\w*|website\w*|online|homepage\w*|blogs?|elektronisch\w*|netz",
        newsletter=r"newsletter\w*|rundbrief\w*|rundmail\w*|elektronisch\w*",
        paper=r"(?:vereins|schul|schuler|gemeinde|tages)?zeitung\w*|\w*zeitschrift\w*|\w*blatt|\w*hefte?n?|magazin\w*|gedruckt\w*|printmedi\w*|druckform|papier",
        narrow=r"kommerziell\w*|gewerblich\w*|bilder|fotos|bearbeit\w*|ander\w* (?:nutzung|verwendung)",
    ),
    "fr": Tongue(
        reuse=r"reproduction|reproductibles?|reproduit\w*|reproduire|republication|republier|republie\w*"
        r"|diffusion|diffuser|diffuse\w*|copie|copier|reprise|repris\w*"
        r"|reprendre|publier|publie\w*|utilisation|utiliser|utilise\w*|redistribution"
        r"|redistribue\w*|partager|partage\w*|publiez|reprenez|copiez|circul\w+",
        allow=r"autorisee?s?|permise?s?|libre\w*|ou vous voulez|encouragee?s?|bienvenue?s?|peut"
        r"|peuvent|pouvez|gratuit\w*|volontiers",
        forbid=r"interdite?s?|prohibee?s?|defendue?s?|tous droits reserves",
        negation=r"(?:ne|n'\w+|pas|aucun\w*|jamais|ni)\b",
        permission=r"autorisation\w*|accord|consentement|permission|nous contacter"
        r"|contactez|demander|demandez",
        without=r"sans|sauf",
        needless=r"(?:aucune|sans|pas besoin d\W?|pas d\W?|nul besoin d\W?) ?(?:autorisation"
        r"|demande\w*|permission)(?: \w+){0,2}? (?:n'est |requise|necessaire)"
        r"|autorisation n'est pas|(?:pas|aucun) besoin de (?:demander|l'autorisation)"
        r"|inutile de demander",
        web=r"sites?|web|internet|en ligne|blogs?",
        newsletter=r"lettres? d'information|infolettres?|newsletters?|bulletins?(?: electroniques?)?",
        paper=r"presse|imprime\w*|papier|journ\w+|magazines?|revues?",
        narrow=r"commercial\w*|photos?|images?|modifi\w+",
    ),
    "es": Tongue(
        reuse=r"reproduccion|reproducao|publicacao|reproducibles?|reproducir\w*|reproducid\w*|reproduzca|republica\w*"
        r"|publicar\w*|publicad\w*|publicacion|copia\w*|difusion|difundir\w*"
        r"|distribucion|distribuir\w*|distribuid\w*|uso|utilizar\w*|reimpri\w+"
        r"|compartir\w*|redistribu\w+|usar\w*(?! (?:este|el|nuestro) (?:sitio|servicio|web))|circul\w+",
        allow=r"permitid[oa]s?|permite\w*|autorizad[oa]s?|autoriza|libre\w*|puede\w*"
        r"|bienvenid\w*|gratuit\w*|se agradece",
        forbid=r"prohibid[oa]s?|prohibe\w*|todos los derechos reservados|reservados todos",
        negation=r"(?:no|ni|nunca|ningun\w*|tampoco|jamas)\b",
        permission=r"autorizacion|permiso|consentimiento|aprobacion|solicit\w+|contact\w+|consult\w+",
        without=r"sin|salvo",
        needless=r"(?:no (?:es|hace|se)|sin) (?:\w+ ){0,3}(?:necesari[oa]|falta|necesidad"
        r"|requiere|necesita|precisa)(?: \w+){0,4}? (?:autorizacion|permiso"
        r"|pedir\w*|solicitar\w*)|no (?:es )?(?:necesario|hace falta) (?:pedir"
        r"|solicitar)",
        web=r"webs?|sitios?|internet|la red\b|en linea|blogs?|paginas?",
        newsletter=r"boletin\w*|newsletters?",
        paper=r"impres\w+|papel|prensa|revistas?|periodicos?|diarios?",
        narrow=r"comercial\w*|lucro|fotos?|imagen\w*|modific\w+",
    ),
    "it": Tongue(
        reuse=r"riproduzion\w*|riproducibil\w*|ripubblicabil\w*|distribuibil\w*|riprodott\w+|riprodurre|ripubblica\w*|pubblica\w+"
        r"|copia\w*|diffusion\w*|diffonder\w*|distribuzion\w*|distribu\w+"
        r"|utilizz\w+|uso|usa(?:re|to|ta|ti)(?! (?:il|questo|del) (?:sito|servizio))|ristampa\w*"
        r"|condivi\w+|riporta\w*"
        r"|circol\w+",
        allow=r"consentit[oaie]|permess[oaie]\b|autorizzat[oaie]|liber[oaie]|liberamente"
        r"|puo|possono|potete|gratuit\w+|benvenut\w+",
        forbid=r"vietat[oaie]|proibit[oaie]|riservat[oaie]|divieto",
        negation=r"(?:non|ne|mai|nessun\w*)\b",
        permission=r"autorizzazion\w+|permesso (?:scritto|dell|del)|consenso|previo accordo"
        r"|contatt\w+|richied\w+|chiedere|chiedete|assenso",
        without=r"senza|salvo",
        needless=r"non (?:e|serve|occorre|c'e) (?:\w+ ){0,4}(?:necessari[oa]|bisogno"
        r"|autorizzazion\w+|chiedere|permesso)|nessun\w* (?:autorizzazione"
        r"|permesso) (?:e )?(?:necessari\w|richiest\w)",
        web=r"web|siti|(?<!il )sito|internet|online|on line|blog",
        newsletter=r"newsletter|bollettin\w+",
        paper=r"stampa|cartace\w+|rivist\w+|giornal\w+",
        narrow=r"commercial\w*|lucro|foto(?!cop)\w*|immagin\w+|modific\w+",
    ),
    "nl": Tongue(
        reuse=r"overname|overgenomen|overnemen|overneming|verveelvoudig\w+|openbaar"
        r"|herdruk\w*|publicatie|publiceren|gepubliceerd|verspreid\w*|verspreiding"
        r"|kopier\w+|gekopieerd|gebruik\w*|gebruikt|doorgeven|delen|gedeeld"
        r"|reproductie|nadruk|geplaatst|plaatsen|plaatsing|uitgeven|uitgegeven",
        allow=r"toegestaan|toegelaten|vrij\b|vrijelijk|mag\b|mogen|kan\b|welkom|geoorloofd|gratis",
        forbid=r"verboden|niet toegestaan|voorbehouden|uitgesloten",
        negation=r"(?:niet|geen|niets|nooit|noch)\b",
        permission=r"toestemming|goedkeuring|overleg|instemming|akkoord|aanvra\w+|vragen|vraag|contact",
        without=r"zonder|behoudens",
        needless=r"geen (?:\w+ ){0,2}toestemming (?:\w+ ){0,2}?(?:nodig|vereist)"
        r"|toestemming is niet (?:nodig|vereist)|niet nodig om toestemming",
        web=r"websites?|internet|online|webpagina\w*|blogs?|sites?",
        newsletter=r"nieuwsbrie\w+|newsletters?",
        paper=r"krant\w*|tijdschrift\w*|gedrukt\w*|papier|\w*blad(?:en)?\b|in druk",
        narrow=r"commercie\w+|foto(?!kop)\w*|afbeelding\w*|wijzig\w+",
    ),
    "pl": Tongue(
        reuse=r"przedruk\w*|kopiowani\w+|kopiowac|powiela\w+|publikacj\w+|publikowa\w+"
        r"|rozpowszechnia\w+|rozpowszechniani\w+|kopiowan\w+|wykorzystani\w+|wykorzystywa\w+"
        r"|reprodukcj\w+|udostepnia\w+|cytowani\w+|umieszcza\w+",
        allow=r"dozwolon\w+|zezwala\w*|wolno|mozna|moze|moga|dopuszcz\w+|bezplatn\w+|swobodn\w+|zgadzamy",
        forbid=r"zabron\w+|zakaz\w+|niedozwolon\w+|wzbronion\w+|zastrzezon\w+",
        negation=r"(?:nie|bez prawa|nigdy|zadn\w+)\b",
        permission=r"zgod\w+|zezwoleni\w+|pozwoleni\w+|kontakt\w*|uzgodnieni\w+|prosimy o zapytanie",
        without=r"bez",
        needless=r"zgoda nie jest (?:wymagana|potrzebna|konieczna)|nie (?:wymaga"
        r"|trzeba|potrzeba) (?:\w+ ){0,3}(?:zgody|zezwolenia|pozwolenia|pytac)",
        web=r"interne[ct]\w*|stron\w* (?:www|internetow\w+)|serwis\w*|blog\w*|online",
        newsletter=r"newsletter\w*|biuletyn\w*",
        paper=r"pras\w+|papier\w*|drukowan\w+|czasopi\w+|gazet\w+",
        narrow=r"komercyjn\w+|zdje\w+|zmian\w*",
    ),
}

_MARKS = {  # a word that no English sentence has, so that English is not read as another language
    "de": re.compile(
        r"\b(?:der|die|das|des|dem|ist|nur|mit|und|auch|wird|nicht|darf"
        r"|durfen|darfst|durft|meine|deinem?|eure[nm]?|gestattet|erlaubt|untersagt|verboten|erwunscht|dieser?"
        r"|dieses|bitte|kostenlos|frei|\w*druck|honorarfrei|verbreitung"
        r"|weitergabe|vervielfaltigung|veroffentlichung)\b"
    ),
    "fr": re.compile(
        r"\b(?:toute?|la|le|les|est|sont|sans|avec|sous|peut|peuvent|pouvez"
        r"|ces?|cet|cette|du|nous|pour|texte|interdite?|autorisee?|soumise?s?|vous|des|reproduction libre)\b"
    ),
    "es": re.compile(
        r"\b(?:la|el|los|las|se|sin|con|este|esta|queda|permitida|prohibida"
        r"|puede|pueden|de|del|salvo|libre)\b"
    ),
    "it": re.compile(
        r"\b(?:la|il|gli|e|di|questo|questa|senza|con|puo|vietata|consentita"
        r"|riservata|dell\w*|articolo|liberamente)\b"
    ),
    "nl": re.compile(
        r"\b(?:het|een|dit|van|met|zonder|mag|mogen|niet|alleen|is toegestaan"
        r"|toegestaan|deze|verboden|toestemming|vrij)\b"
    ),
    "pl": re.compile(
        r"\b(?:z|bez|jest|tylko|pod|za|przedruk|zgody|nie|tego|artykul\w*"
        r"|mozna|wolno|dozwolon\w+|zabron\w+|wszelkie)\b"
    ),
}

_OWN_USE = re.compile(  # no publication
    r"\b(?:privat\w*(?! (?:web|home|internet|blog))|eigenen? gebrauch|usage (?:prive|personnel)"
    r"|uso (?:personal|privad"
    r"|personale|privat)\w*"
    r"|persoonlijk\w*|eigen gebruik|uzytku (?:wlasn|prywatn|osobist)\w+)\b"
)
_EVERYWHERE = re.compile(
    r"\b(?:in (?:allen|beliebigen) medien|in (?:jeder|jeglicher|beliebiger) form|uberall"
    r"|wo (?:sie|ihr) wollen|sowohl"
    r"|tous (?:les )?(?:medias|supports)|sous toutes? (?:ses )?formes?|ou vous voulez"
    r"|sur papier comme|aussi bien"
    r"|cualquier (?:medio|forma|soporte|formato)|donde (?:quiera|quieran|desee|deseen)|tanto en"
    r"|(?:qualsiasi|qualunque|ogni) (?:mezzo|forma|supporto)|dove (?:volete|vuole)|sia (?:su|in|online)"
    r"|alle media|(?:elke|iedere) vorm|waar (?:u|je|jullie) wil\w*|zowel"
    r"|(?:dowolnych|wszystkich|wszelkich) mediach|w (?:kazdej|dowolnej) formie|gdziekolwiek|zarowno)\b"
)
_AND = r"\w* (?:und|oder|et|ou|y|o|e|en|of|i|oraz|lub)\b"
# what comes after "but" and says nothing of reuse takes no grant back
_BUT = re.compile(r",? (?:aber|jedoch|mais|pero|sino|maar|ale|lecz)\b.*|, ma\b.*")
_TO_WRITE = re.compile(
    r"kontakt|contact|contatt|nous contacter|consult|vraag|vragen|aanvra|richied|solicit|anfrag"
)
_MAIN = (("web", Use.WEB), ("newsletter", Use.NEWSLETTER), ("paper", Use.PRINT))


def foreign_act(text: str) -> tuple[Answer, tuple[Use, ...], int, int] | None:
    """What a clause in one of the TONGUES does: answer, uses (empty for all), and its words."""
    marked = {name: len(marks.findall(text)) for name, marks in _MARKS.items()}
    for name in sorted(TONGUES, key=marked.__getitem__, reverse=True):
        p = TONGUES[name].patterns
        answer = _answer(p, text) if marked[name] else None
        if answer:
            start, end = _extent(p, text)
            return answer, _uses(p, text, answer), start, end
    return None


def _answer(p: dict[str, re.Pattern[str]], text: str) -> Answer | None:
    if not p["reuse"].search(text):
        return Answer.ASK if _asks_for_a_place(p, text) else None
    if _OWN_USE.search(text) and not p["forbid"].search(text):
        return None
    text = _before_gate(p, _before_but(p, text))
    listed = len({match.group() for match in p["reuse"].finditer(text)}) > 1  # edits are one of many things
    if (
        p["narrow"].search(text)
        and not listed
        and any(p[name].search(text) for name in ("permission", "forbid", "negation"))
    ):
        return None  # a limit at most: grants nothing, and denies no use as a whole
    return Answer.GRANTED if p["needless"].search(text) else _plain_answer(p, text)


def _plain_answer(p: dict[str, re.Pattern[str]], text: str) -> Answer | None:
    allowed, asked = p["allow"].search(text), p["permission"].search(text)
    forbidden = p["forbid"].search(text) or p["negation"].search(text)
    if asked:
        free = re.compile(rf"\b{p['without'].pattern}.{{0,40}}{p['permission'].pattern}").search(text)
        return Answer.GRANTED if free and allowed and not forbidden else Answer.ASK
    if forbidden:
        return Answer.DENIED
    if allowed:
        return Answer.GRANTED
    return Answer.ASK if _FIRST.search(text) else None


_FIRST = re.compile(FIRST_ABROAD)


def _asks_for_a_place(p: dict[str, re.Pattern[str]], text: str) -> bool:
    """Whether permission, and no mere word of contact, is to be had for the web, mail or paper."""
    asked = p["permission"].search(text)
    named = any(p[name].search(text) for name, _ in _MAIN)
    waived = p["needless"].search(text) or p["without"].search(text)
    return bool(asked and named and not waived and not _TO_WRITE.match(asked.group()))


# what opens a condition: what is said in it of money or changes takes no grant back
_GATE = re.compile(
    r"\b(?:sofern|solange|vorausgesetzt|unter der (?:voraussetzung|bedingung)|wenn|falls|pourvu|a condition"
    r"|sous reserve"
    r"|si\b|desde que|siempre que|siempre y cuando|a condicion|con la condicion|con tal|purche|a condizione"
    r"|a patto"
    r"|mits"
    r"|op voorwaarde|zolang|onder voorwaarde|pod warunkiem|o ile|jesli|jezeli)\b"
)


def _before_gate(p: dict[str, re.Pattern[str]], text: str) -> str:
    """A clause without its condition, where it grants before it comes to that."""
    gate = _GATE.search(text)
    head = text[: gate.start()] if gate else ""
    grants = p["reuse"].search(head) and p["allow"].search(head)
    return (
        head
        if grants and not any(p[name].search(head) for name in ("permission", "forbid", "negation"))
        else text
    )


def _before_but(p: dict[str, re.Pattern[str]], text: str) -> str:
    tail = _BUT.search(text)
    deciding = ("reuse", "permission", "forbid", *(name for name, _ in _MAIN))
    if tail is None or any(p[name].search(tail.group()) for name in deciding):
        return text
    return text[: tail.start()]


def _extent(p: dict[str, re.Pattern[str]], text: str) -> tuple[int, int]:
    """From the first to the last of the words that decided."""
    deciding = ("reuse", "allow", "forbid", "permission", "negation")
    spans = [match.span() for name in deciding if (match := p[name].search(text))]
    spans = spans or [match.span() for match in _FIRST.finditer(text)]
    return min(start for start, _ in spans), max(end for _, end in spans)


# a site or a paper that is spoken of, not offered as a place
_OF_OURS = re.compile(
    r"\b(?:deze|dit|onze|mijn|dieser?|diesem|unsere[rmns]?|meine[rmns]?|ce|cette|notre|nos|mon|este|esta"
    r"|nuestr[oa]|mi"
    r"|quest[oa]|nostr[oa]|mio|mia|tej|naszej|nasz\w*|originale?n?|d'origine) (?:web)?(?:blad|krant|uitgave"
    r"|site|sites|seiten?"
    r"|sitio|sito"
    r"|pagina|page|web|blogs?|newsletter|nieuwsbrie\w+|zeitschrift|zeitung|magazin|revue|journal|revista"
    r"|boletin|rivista|bollettino|strony?|serwis\w*)\b"
    r"|\b(?:web)?(?:pagina|page|site|sitio|sito) (?:originale?|d'origine)\b"
    r"|\b\w*(?:link|lien|enlace|collegamento|odnosnik|verweis)\w*\b.{0,60}$"
)


def _uses(p: dict[str, re.Pattern[str]], text: str, answer: Answer) -> tuple[Use, ...]:
    if _EVERYWHERE.search(text):
        return ()
    text = _OF_OURS.sub("", text)
    named = {use for name, use in _MAIN if p[name].search(text)}
    reprint = p["print_only"].search(text) if answer is Answer.GRANTED else None
    if named:  # "Abdruck und Online-Nutzung" is of paper too; "Abdruck auf Webseiten" is not
        too = reprint and re.compile(_AND).match(text, reprint.end())
        return tuple(use for _, use in _MAIN if use in named or (too and use is Use.PRINT))
    # "Nachdruck" is said of paper and of the web alike; nobody says it of a mail
    other = any(not p["print_only"].match(m.group()) for m in p["reuse"].finditer(text))
    return (Use.WEB, Use.PRINT) if reprint and not other else ()
