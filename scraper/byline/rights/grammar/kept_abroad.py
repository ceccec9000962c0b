"""The parts that a grant may ask to keep, in German, French, Spanish, Italian, Dutch and Polish.

A part is named beside a word that asks to name or keep it. Patterns are over folded text.
"""

from byline.rights.grammar.wording import row

_NAMED = (  # words that name somebody or something
    r"(?:nenn\w*|genannt|angegeben|anzugeben|angabe|angeben|aufgefuhrt|hinweis auf|namens?|name[nr]?"
    r"|mention\w*|cit(?:i|ino|e|er|ez|ee?s?|ant|ation|ar|ando|ado|ada|ese|are|ato|ata|ati|ate|azione)\b"
    r"|nomm\w+"
    r"|indiqu\w+|nom|signature|credit(?:er|ez|ant)"
    r"|nombr\w+|mencion\w+|indic\w+|firma|senal\w+|acredit\w+|aparezca\w*|figur\w+"
    r"|nome|menzion\w+|riport\w+|specific\w+"
    r"|naam|noem\w*|genoemd|vermeld\w*|vermelding|onder vermelding"
    r"|poda\w+|wskaz\w+|imi\w+|nazwisk\w+|oznacz\w+|z?achowani\w+)"
)
_AUTHOR = (
    r"(?:autor(?:s|en|in|a|es|as|em|ki|ow|ze|e|i|ka)?|verfasser(?:s|in)?|urhebers?|auteure?s?"
    r"|autrice|redacteur"
    r"|schrijver|schrijfster|maker|scrittore|escritora?)"
)
_SOURCE = (
    r"(?:quellen?|ursprung\w*|source|origine|provenance|fuente|procedencia|origen|fonte|provenienza"
    r"|bron|herkomst|zrodl\w+|pochodzeni\w+|(?:notre|nuestro|nostro|il) sito?|nuestra web)"
)
_LINK = (
    r"(?:(?:hyper)?link(?:s|i|u|iem|ow)?|verlinkung(?:en)?|verweis\w*|liens?|enlaces?|vinculos?"
    r"|collegament[oi]|odnosnik\w*|odsylacz\w*)"
)
_LIVE = (
    r"(?:aktiv\w*|funktionier\w*|(?:an)?klickbar\w*|actifs?|cliquables?|fonctionnels?|activ[oa]s?"
    r"|funcional\w*|attiv[oi]|cliccabil[ei]|funzionant[ei]|werkend\w*|werken|actieve?"
    r"|(?:aan)?klikbar?e?|klikbaar"
    r"|aktywn\w+|dzialajac\w+|klikaln\w+)"
)
_KEEP = (
    r"(?:bleib\w*|erhalten|beibehalt\w*|beigefugt|mitgefuhrt|conserv\w+|mainten\w+|maintien\w*"
    r"|gard\w+|laiss\w+|reste\w*|figur\w+|mante[nn]\w*|mantien\w+|respet\w+|conservar\w*|incluy\w+"
    r"|incluid\w+|lasci\w+|rest\w+|rimang\w+|intatt\w+|behoud\w*|blijf\w*|bewaar\w*|erbij"
    r"|zachowa\w+|pozosta\w+"
    r"|niezmienion\w+|dolacz\w+)"
)
_TO_HERE = (  # after "a link to": this page, not the author's
    r"(?:(?:auf|zu[rm]?|zum) (?!die seite des autors|meine)(?:\w+ ){0,3}?(?:original\w*"
    r"|ursprung\w*|\w*seite|quelle"
    r"|artikel|beitrag|text|website|homepage|uns)\b(?! de[sr] (?:autor|verfasser))"
    r"|(?:vers |a (?=l'|la |cet|notre|votre)|au )(?!mon |ma |le site de l'auteur)(?:[\w']+[ ']){0,2}?(?:page"
    r"|article|original\w*|site|source|billet|texte|nous|adresse)\b"
    r"|(?:al|a (?:la|esta|este|nuestr[ao]s?|su)|con (?:la|el)) (?:\w+ )?(?:pagina|original|fuente|web|sitio"
    r"|articulo|texto)\b(?! del autor)"
    r"|(?:al|alla|all|ai|a questa|a questo)[ '](?:\w+ ){0,2}?(?:pagina|originale|fonte|sito|articolo|testo)\b"
    r"(?! dell'autore)|naar (?:\w+ ){0,2}?(?:ons|onze|pagina|origineel|bron|artikel|site|website|stuk)\b"
    r"|do (?:\w+ ){0,2}?(?:oryginal\w+|strony|zrodl\w+|artykul\w+|tekstu|nas|serwisu)\b)"
)
_WORDS = r"(?:[ ,'][\w'-]+)"

PARTS_ABROAD = (
    row(
        "title",
        r"\b(?:titel|uberschrift|titre|titulo|titolo|tytul\w*|kop)\b.{0,40}\b(?:nicht|unverandert"
        r"|niet|ne|pas|no"
        rf"|non|nie|bez zmian|ongewijzigd|inchange|{_KEEP})\b|\b(?:nicht|niet|ne|no|non|nie|ohne|sans|sin)\b"
        r".{0,30}\b(?:titel|uberschrift|titre|titulo|titolo|tytul\w*)\b",
        "tit|uberschrift|tytul|kop",
        "the title unchanged",
    ),
    row(
        "byline",
        rf"\b{_NAMED}{_WORDS}{{0,4}}?[ ']{_AUTHOR}\b|\b{_AUTHOR}{_WORDS}{{0,3}}? {_NAMED}\b"
        r"|\b(?:quellen?angaben?|namensnennung|autoren(?:angabe|name\w*|nennung)|autorenschaft"
        r"|naamsvermelding|auteursvermelding"
        r"|auteursnaam)\b|\b(?:mein(?:en?)?|unser(?:en?)?) namen?\b|\b(?:conserv|gard|laiss)\w+ (?:la|ma"
        r"|notre) signature\b|\b(?:mon|notre) nom\b|\bma signature\b"
        r"|\b(?:mi|nuestro) nombre\b|\bmi firma\b|\b(?:mio|nostro) nome\b|\bmia firma\b|\b(?:mijn"
        r"|onze) naam\b"
        r"|\bmoj\w* (?:imi\w+|nazwisk\w+)",
        "autor|verfasser|urheber|quelle|auteur|autrice|redacteur|schrijver|schrijfster|maker"
        "|scrittore|escritor"
        "|namensnennung|name|naamsvermelding|nom|signature|firma|naam|moj",
        "the author is named",
    ),
    row(
        "copyright",
        r"\b(?:copyright-? ?(?:hinweis|vermerk|zeile|angabe|vermelding)\w*"
        r"|urheber(?:rechts?)?-?(?:hinweis|vermerk"
        r"|angabe)\w*|auteursrecht\w*vermelding|(?:mention|notice|nota|aviso|linea|riga"
        r"|avviso) (?:de |du |di )?"
        r"(?:copyright|derechos de autor|droits? d'auteur|diritto d'autore)"
        r"|(?:informacj\w+|not\w+) (?:o )?(?:copyright|praw\w* autorskich))\b",
        "copyright|urheber|auteursrecht|derechos|droit|diritto|praw",
        "the copyright line",
    ),
    row(
        "resource_box",
        r"\b(?:autoren(?:box|info\w*|profil\w*|hinweis\w*|vita|portrat|zeile)|kurz(?:biogra\w+|vita|portrat)"
        r"|(?:angaben|infos?|informationen) (?:zum|uber den|zur|uber die) (?:autor|autorin|verfasser)"
        r"|notice biographique|(?:notice|note|encart|paragraphe) (?:de l'|sur l'|d')auteure?s?"
        r"|autorennotiz\w*|notiz (?:des autors|der autorin|uber de[nr] autor\w*)"
        r"|nota (?:del autor|de la autora|sobre el autor|sobre la autora|(?:dell'|sull')autor(?:e|ice))"
        r"|nota biografica|auteursno(?:ot|ten)|(?:noot|notitie|alinea) over de (?:auteur|schrijver"
        r"|schrijfster)"
        r"|biographie|encadre (?:sur l'|de l')?auteur|presentation de l'auteur"
        r"|biograf\w+|(?:ficha|datos|resena) (?:del autor|de la autora|biografica)|scheda (?:dell')?autore"
        r"|kasten (?:uber|zu) (?:mich|uns|mir|de[nmr] autor\w*)|auteurs?info\w*|biogram\w*"
        r"|notk\w+ (?:biograficzn\w+|o autor\w+)|informacj\w+ o autor\w+)\b",
        "autor|kasten|kurz|angaben|info|biogr|encadre|auteur|ficha|datos|resena|scheda|notk|nota|noot|notiz"
        "|schrijver|schrijfster|alinea",
        "bio and author box",
    ),
    row(
        "permission_statement",
        r"\b(?:dies\w{1,2} (?:\w+ )?(?:hinweis\w*|vermerk\w*|absatz\w*|notiz|mitteilung|zeilen?|erlaubnis)"
        r"|(?:cette|la presente|cet) (?:mention|note|notice|avis|autorisation)"
        r"|(?:esta|la presente|este) (?:nota|advertencia|leyenda|aviso|permiso|parrafo)"
        r"|(?:questa|la presente|presente) (?:nota|avvertenza|dicitura|notizia|autorizzazione)"
        r"|deze (?:vermelding|mededeling|notitie|regels?|alinea|voorwaarden|tekst (?:onderaan|eronder|erbij))"
        r"|(?:niniejsz\w+|tej|ta|te) (?:not\w{1,3}|informacj\w+|adnotacj\w+|klauzul\w+))\b",
        "dies|cette|presente|cet|esta|este|questa|deze|niniejsz|tej|ta |te ",
        "this notice stays attached",
    ),
    row(
        "live_link",
        rf"\b{_LIVE}(?: \w+)? {_LINK}\b|\b{_LINK}{_WORDS}{{0,4}}? {_LIVE}\b"
        rf"|\b(?:die|alle|les|los|i|de|wszystkie) {_LINK}{_WORDS}{{0,3}}? {_KEEP}\b"
        rf"|\b{_KEEP} (?:die|alle|les|los|i|de|wszystkie) {_LINK}\b",
        "link|verweis|lien|enlace|vinculo|collegament|odnosnik|odsylacz",
        "links kept live",
    ),
    row(
        "source_link",
        rf"\b{_LINK}{_WORDS}{{0,3}}? {_TO_HERE}"
        rf"|\b(?:verlink\w+|enlaz\w+|enlac\w+|linkando|linkare|renvo\w+){_WORDS}{{0,3}}? (?:{_TO_HERE}"
        r"|(?:la |el )?(?:fuente|original))"
        r"|\bauf (?:die|den|das|unsere\w?|diese\w?) (?:\w+ )?\w*(?:seite|quelle|original\w*|artikel"
        r"|beitrag|text) verlink\w+"
        r"|\bnaar (?:\w+ ){1,3}(?:linkt|verwijst)\b"
        r"|\b(?:adresse|url|direccion|indirizzo|adres\w*) (?:\w+ )?(?:de la |de |della |der "
        r"|van de |de esta )?"
        r"(?:page|pagina|seite|strony)\b",
        "link|verweis|lien|enlac|enlaz|vinculo|collegament|odnosnik|odsylacz|renvo|adres"
        "|direccion|indirizzo|url",
        "a link to this page",
    ),
    row(
        "source_link",
        rf"\b{_NAMED}{_WORDS}{{0,4}}?[ ']{_SOURCE}\b|\b{_SOURCE}{_WORDS}{{0,3}}? {_NAMED}\b"
        r"|\bquellen?(?:angabe|nachweis|hinweis|vermerk)\w*|\bdie quelle\b|\bbronvermelding\b"
        r"|\bmits (?:\w+ )?bron\b|\breserve de (?:la )?source\b|\bfuente original\b|\bzrodl\w+",
        "quelle|ursprung|source|origine|provenance|fuente|procedencia|origen|fonte|provenienza|bron|herkomst"
        "|zrodl|pochodzeni|sito|web",
        "with the source",
    ),
    row(
        "licence",
        rf"\b{_NAMED}{_WORDS}{{0,2}}? (?:lizenz|licence|licencia|licenza|licentie|licencj\w+)\b"
        r"|\b(?:lizenz|licentie)(?:hinweis|angabe|vermelding)\w*",
        "lizenz|licenc|licenz|licentie",
        "the licence is named",
    ),
)
