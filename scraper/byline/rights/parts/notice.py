"""Copyright lines: which sentences are one, whose it names, which years.

Pages write the sign as ©, `&copy;`, `(c)`, `C2004`, `Â©` or, when it was lost, as `?`. To teach
another form, add a row to FORMS; every form is tried on one sentence at a time.
"""

import re

from byline.model import Notice
from byline.rights.grammar.wording import one_of
from byline.rights.parts.screen import screen
from byline.rights.parts.sentences import sentences

YEAR = r"(?:19|20)\d\d"
SIGN = r"(?:Â?©|&copy;|\(c\)|[\u24b8\u24d2]|\ufffd|\(\?\)|copyright(?:ed)?|copr\.)"
INITIAL = "A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁԱ-Ֆ\u0590-\u08ff\u0900-\u0fff\u3040-\u9fff\uac00-\ud7af"  # or no capitals at all
NAME = rf"(?:the\s+)?[{INITIAL}][\w'&.-]*"
DATE = rf"(?:\w{{3,9}}\.?\s+\d{{0,2}}(?:st|nd|rd|th)?,?\s*)?{YEAR}"

FORMS = (
    # © 2004, Copyright (c) by 2004, Copyright: May 8, 1994
    re.compile(rf"(?:^|(?<=[^\w?])){SIGN}[\s:,-]*(?:{SIGN}[\s:,-]*)?(?:by\s+)?{DATE}", re.IGNORECASE),
    # 2004 © Name, 2004 Copyright Name
    re.compile(rf"\b{YEAR}[\s,]*(?:Â?©|&copy;|\(c\))|^\W*{YEAR}[\s,]*copyright(?!\w)", re.IGNORECASE),
    # © Name, Copyright by Name, Copyright Some Publishing Limited
    re.compile(rf"(?:Â?©|&copy;)\s*(?:(?i:copyright)\s*)?(?:(?i:by)\s+)?{NAME}"),
    re.compile(
        rf"(?:^|[.:;,(-]\s*)(?i:copyright|copr\.)[\s:]*(?:Â?©|\((?i:c)\)|\?|\ufffd)[\s:]*(?:by\s+)?{NAME}"
    ),
    re.compile(rf"^(?i:copyright)\s*:?\s+(?:by\s+|of\s+|held by\s+|belongs to\s+){NAME}"),
    re.compile(rf"^(?i:copyright)\s*:?\s+(?:{NAME}\s+){{1,6}}(?:.{{0,20}})$", re.MULTILINE),
    re.compile(rf"^\(c\)\s+by\s+{NAME}", re.IGNORECASE),
    # the sign lost: C2004 Name, ? 2004 Name
    re.compile(rf"^C\s?{YEAR}\b(?=[\s,]+(?:by\s+)?[A-Z])"),
    re.compile(rf"^(?:(?i:copyright)\s*)?\?\s?{YEAR}\b(?=[\s,]+(?:by\s+)?[A-Z])"),
    re.compile(rf"\b(?:is|are)\s+copyright\s+(?:of\s+|by\s+|Â?©\s*)?(?:{YEAR}|{NAME})"),
)
_RESERVES = (
    r"all (?:\w+ )?rights? (?:are )?reserved",
    *("alle rechte vorbehalten", "tous droits r[ée]serv[ée]s", "todos los derechos reservados"),
    *("tutti i diritti riservati", "alle rechten voorbehouden", "wszelkie prawa zastrze[żz]one"),
)
RESERVED = re.compile(rf"^[\s.,|-]*{one_of(_RESERVES)}\b.{{0,40}}$", re.IGNORECASE)
# Words after "Copyright" that make it a matter of talk, and pictures, which are not the article.
NO_HOLDER = re.compile(
    r"^\W*copyright\s+(?:act|law|laws|office|infringement|notice|clearance|agent|protection|reform"
    r"|directive|board"
    r"|tribunal|statement|information|policy|issues?|owners?|holders?|permissions?|and|in|on|is|was"
    r"|for|questions?"
    r"|terms|reserved|disclaimer|material|complaints?|claims?)\b(?!.{0,20}(?:©|\(c\)))",
    re.IGNORECASE,
)
PICTURE = re.compile(
    r"^\W*(?:(?:lead|cover|header|featured|top|left|right)\s+)?(?:photo(?:s|graphs?|graphy)?|images?"
    r"|pictures?"
    r"|illustrations?|map|chart|logo|video|graphic|fotos?|titelbild|bild|artwork"
    r"|screenshots?)\b(?!\s*(?:&|and)\b)"
    r".{0,50}?(?:©|copyright|\(c\)|:)",
    re.IGNORECASE,
)
STOCK = re.compile(  # those who lend pictures
    r"\b(?:dreamstime|shutterstock|getty ?images|i?stock(?:photo)?|alamy|unsplash|adobe ?stock|depositphotos"
    r"|123rf|fotolia|pexels|pixabay|picture[- ]alliance|wikimedia|flickr)\b",
    re.IGNORECASE,
)
PLATFORM = re.compile(
    r"\b(?:powered by|theme (?:by|designed)|designed by|websites? by|site by|hosted by"
    r"|web[ -]?site development)\b",
    re.IGNORECASE,
)
# A sentence without a subject of its own: beside a notice, it speaks of what the notice claims.
LEANS = re.compile(
    r"^\W*(?:re-?printed|re-?published|reproduced|released|licen[cs]ed|used|excerpted|adapted|posted"
    r"|distributed|translated|copying licen[cs]e)\b",
    re.IGNORECASE,
)
SITE_LINE = re.compile(  # what stands beside a site's own notice
    r"\b(?:terms (?:of|and|&)|privacy|powered by|sites? by|website by|theme|sitemap|site map|contact us"
    r"|trademarks?|about us|impressum|datenschutz)\b",
    re.IGNORECASE,
)
# Without one of these no form is found; most sentences have none, and are quick.
SIGNS = re.compile(r"[©\u24b8\u24d2\ufffd]|(?i:cop[yr])|\([cC?]\)|&copy;|^\W{0,3}C\s?[12]|\?\s?[12]")
SIGNED = (  # without one of these no sentence claims, and none reserves
    *("©", "ⓒ", "\ufffd", r"\(c\)", r"\(\?\)", "&copy;", "copyright", r"copr\."),
    *(rf"c\s?{YEAR}", rf"\?\s?{YEAR}"),
    *_RESERVES,
)
MAY_CLAIM = screen(SIGNED)
LONGEST = 400  # characters; a longer sentence tells about copyright rather than claiming it

HOLDER_STARTS = re.compile(rf"^(?:[\s:,.?-]|(?:by|of|held by|policy|notice)\b|{DATE}|{SIGN})*", re.IGNORECASE)
HOLDER_ENDS = re.compile(
    r"(?<!\b[A-Z])(?<!\b[DMS]r)(?<!\bMs)(?<!\bSt)(?<!\bMrs)(?<!\bInc)(?<!\bLtd)[.]\s|[;|\n]|\s[(-]"
    r"|,\s(?=[a-z])"
    r"|[.,]?\s*(?i:(?:all|some)\s+rights|used (?:by|with)|re-?(?:printed|published)|unless|powered by"
    r"|terms)\b"
    rf"|[\s,]*(?:Â?©\s*)?{YEAR}|[\s,]*Â?©"
)
SHORT = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Jr|Sr|Bros|e\.V)$")
YEARS = re.compile(rf"(?<!\d){YEAR}(?!\d)")


def is_notice(sentence: str) -> bool:
    """Whether a sentence claims copyright, in any of the forms that pages write."""
    if len(sentence) > LONGEST or not SIGNS.search(sentence):
        return False
    if NO_HOLDER.match(sentence) or PICTURE.match(sentence):
        return False
    if STOCK.search(sentence) and not YEARS.search(sentence):
        return False
    return any(form.search(sentence) for form in FORMS)


def is_reserved(sentence: str) -> bool:
    """Whether a sentence says "all rights reserved" and nothing else."""
    return bool(RESERVED.match(sentence))


def read_notice(text: str) -> Notice:
    """The notice of a copyright line: the words as they stand; holder and years of the claims in it."""
    said = (text[line.start : line.end] for line in sentences(text))
    claim = " ".join(words for words in said if is_notice(words)) or text
    years = tuple(dict.fromkeys(int(year) for year in YEARS.findall(claim)))
    return Notice(text, _holder(claim), years)


def _holder(text: str) -> str | None:
    """The first name after the first sign; in `2005 © Name` and `© 2005 by Name` alike."""
    sign = re.search(rf"{SIGN}|\bC(?={YEAR})|\?(?=\s?{YEAR})", text, re.IGNORECASE)
    if sign is None:
        return None
    rest = HOLDER_STARTS.sub("", text[sign.end() :])
    ends = HOLDER_ENDS.search(rest)
    name = (rest[: ends.start()] if ends else rest).strip(" \n,.:;|-\"')")
    if SHORT.search(name) and rest[len(name) : len(name) + 1] == ".":
        name += "."
    return name or None
