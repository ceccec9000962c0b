"""Words of many languages by which a newsletter is told: how it is left, where its sender lives.

A word that is missing here makes a false remark in that language: add it.
"""

import re

LEAVING = re.compile(
    r"unsubscri|opt[ -]?out|leave th(?:is|e) (?:mailing )?list|stop receiving"
    r"|(?:email|subscription|manage|update)[\w ]{0,20}preferences|manage (?:your )?(?:emails?|subscription)"
    r"|remove (?:me|yourself)"
    r"|abbestell|abmelde|abzumelden|austragen|kündig|abonnement beenden"
    r"|désabonn|désinscri|desabonn|desinscri|se désinscrire|résili"
    r"|darse de baja|date de baja|darte de baja|dar de baja"
    r"|cancelar (?:la |tu |su )?(?:suscripción|inscrição)"
    r"|anular (?:la |tu |su )?suscripción|cancelar (?:a )?(?:sua )?(?:subscrição|assinatura)|descadastr"
    r"|disiscriv|disiscri|annulla(?:re)? l.iscrizione|cancella(?:ti|re)|uitschrijv|afmeld|opzeggen"
    r"|avregistrer|avprenumerer|avsluta prenumeration|avmeld|meld(?:e)? (?:deg|dig) av|frameld"
    r"|peruuta|peru tila"
    r"|wypisz|zrezygnuj|rezygnacj|odhlás|odhlas|odjav|leiratkoz|dezabon|odsubskrib"
    r"|отпис|відпис|скасувати підписку|διαγραφ|abonelikten|aboneli[kğ]|הסר|להסרה|إلغاء الاشتراك|לבטל"
    r"|配信停止|配信解除|購読解除|登録解除|退订|取消订阅|取消訂閱|退訂"
    r"|수신 ?거부|구독 ?취소|hủy đăng ký|berhenti berlangganan",
    re.IGNORECASE,
)
LEAVING_ADDRESS = re.compile(
    r"unsub|opt-?out|optout|abmeld|abbestell|desabon|desinscri|baja|disiscri|uitschrijf|afmeld|avmeld|leave|preferences",
    re.IGNORECASE,
)
BROWSER = re.compile(
    r"browser|online|on the web|web ?(?:version|page|site)|webversion|im netz|navigat|navegador|en ligne"
    r"|en línea"
    r"|webben|na stronie|в браузере|ブラウザ|浏览器|瀏覽器|브라우저|read (?:it|this)[\w ]{0,20} (?:on|at) ",
    re.IGNORECASE,
)
SAYS_NOTHING = {
    *("click here", "click", "here", "this link", "link", "click this link", "tap here", "click below"),
    *("hier", "hier klicken", "klicken sie hier", "klick hier", "ici", "cliquez ici", "cliquer ici"),
    *("aquí", "haga clic aquí", "haz clic aquí", "clic aquí", "clique aqui", "aqui", "qui", "clicca qui"),
    *("klik hier", "klicka här", "här", "klikk her", "her", "klik her", "kliknij tutaj", "tutaj"),
}

NUMBER_FIRST = re.compile(  # 12 Long Lane, 12 rue de la Paix
    r"(?<!\w)(?:street|st\.|road|rd\.?|avenue|ave\.?|boulevard|blvd\.?|lane|ln\.?|drive|dr\.|square|sq\.|way|court"
    r"|place|plaza|terrace|parkway|highway|hwy\.?|rue|chemin|allée|quai|impasse)(?!\w)",
    re.IGNORECASE,
)
NUMBER_LAST = re.compile(  # Lange Straße 12, Calle Mayor, 12, P.O. Box 12
    r"(?<!\w)(?:suite|ste\.?|floor|p\.? ?o\.? ?box|pmb"
    r"|postfach|postbus|boîte postale|b\.?p\.|apartado|casella postale|cedex|rue|chemin|allée|quai|impasse"
    r"|calle|avenida|av\.|paseo|carrera|rua|travessa|largo|via|viale|piazza|corso|ul\.|ulica|aleja"
    r"|улица|ул\.|вулиця|stra(?:ß|ss)e|str\.)(?!\w)"
    r"|(?<!\w)(?-i:[^\W\d_a-zß-öø-ÿ])[\w-]{0,30}?(?:stra(?:ß|ss)e|str\.|weg|platz|gasse|allee|ring|damm|ufer|straat"
    r"|laan|plein|gatan|vägen|gata|vei|vej|gade|katu|tie)(?!\w)",
    re.IGNORECASE,
)
PROPER = r"(?![a-zß-öø-ÿа-я])[^\W\d_]"  # the first letter of a name, in scripts that have capitals
POSTCODE = re.compile(
    r"(?<![\w.,/:-])(?:\d{3}-\d{4}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d"
    r"|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|[A-Z]{1,2}-\d{4,5})(?![\w/:])"
)
YEAR = r"(?!(?:19|20)\d\d(?!\d))"
DIGITS = r"(?:\d{5}(?:-\d{3,4})?|\d{6}|\d{3} \d{2})"
TOWN = re.compile(  # 8000 Zürich, 10115 Berlin, Springfield, IL 62701
    rf"(?<![\w.,/:-])(?:{YEAR}\d{{4}}|{DIGITS}),?[ \n]+{PROPER}[^\W\d_]+"
    rf"|(?<!\w){PROPER}[\w.’'-]{{0,40}},? +{DIGITS}(?![\w:/-]|[ ]+[a-z])"
)
MONTH = r"(?!(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[^\W\d_]*(?!\w))"
HOUSE = rf"(?<![\w.,/:-]){YEAR}\d{{1,5}}[a-zA-Z]?"
NAMED = re.compile(rf"{HOUSE},? +(?i:{MONTH})(?:[A-Z][^\W\d_]+[ ,]+){{2,4}}")  # 9 Old Mill
NAME = (
    rf"(?:{PROPER}[\w.’'-]{{0,40}}|\d{{1,3}}(?:st|nd|rd|th)|d[aeiou]s?|d[’']\w+|l[ae]s?|dell\w+"
    r"|van|der|den|of|the|y|e)"
)
HOUSE_BEFORE = re.compile(rf"{HOUSE},?\s+(?:{NAME}\s+){{0,4}}\Z")
HOUSE_BEHIND = re.compile(
    rf"[.,]*(?:[ ,]+{NAME}){{0,5}}[ ,]*(?:n\.?[o°º]\.?|nr\.?|#|д\.)? *{YEAR}\d{{1,5}}(?![\w:%-]|\.\d)"
)
EAST_ASIAN = re.compile(r"〒 ?\d{3}|\d{1,4} ?(?:丁目|番地|番|号|號|弄|巷|번지|길)")
ADDRESSES = re.compile(r"\S{0,200}(?:://|@)\S*")
FOOT = re.compile(r"^(?:-- ?|[-=_*~─]{10,})$", re.MULTILINE)  # a line that begins it
SPAN = 600  # characters before the words of leaving, and at the end, in which an address is looked for
END = 1_500  # and behind those words
NEAR = 80  # characters between a street and its number
LONG = 60_000  # characters of each end of a long part: nobody looks for the way out in its middle


def ends(words: str) -> str:
    """The words, or the two ends of them where they are endless."""
    return words if len(words) <= 2 * LONG else f"{words[:LONG]}\n{words[-LONG:]}"


def place_is_told(words: str) -> bool:
    """Whether something like a postal address stands at the foot.

    Nobody knows all addresses of the world: a postcode beside a town, or a number beside the name of a
    street, a box or two capitalised names is taken for one.
    """
    foot = ADDRESSES.sub(" ", _foot(ends(words)))
    return _has_street(foot) or any(look.search(foot) for look in (POSTCODE, TOWN, NAMED, EAST_ASIAN))


def _foot(words: str) -> str:
    """What stands around the last words of leaving, and the very end; nothing above a line before them."""
    spots = [match.start() for match in LEAVING.finditer(words)] or [len(words)]
    first = last = spots.pop()
    while spots and first - spots[-1] <= SPAN and last - first <= END:
        first = spots.pop()
    before = words[max(0, first - SPAN) : first]
    begun = [mark.end() for mark in FOOT.finditer(before) if before[mark.end() :].strip()]
    around = f"{before[begun[-1] if begun else 0 :]}{words[first : last + END]}"
    return f"{around}\n{words[max(last, len(words) - SPAN) :]}"


def _has_street(words: str) -> bool:
    return any(
        HOUSE_BEFORE.search(words, max(0, m.start() - NEAR), m.start()) for m in NUMBER_FIRST.finditer(words)
    ) or any(HOUSE_BEHIND.match(words, m.end(), m.end() + NEAR) for m in NUMBER_LAST.finditer(words))
