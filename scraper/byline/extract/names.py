"""Names out of a line: parted, cleaned, and refused where they name nobody.

A line that a page gives as its author's name is believed unless it is a placeholder; words that only stand
where a name may stand must have a name's shape. To refuse one more placeholder, add it to NO_NAME; one more
word of an office or a label, to OFFICE; one more way to say "by", to BY_WORDS.
"""

import re

from byline.extract.plain import words

LONGEST = 60  # characters of a name
LONGEST_BYLINE = 120
MOST = 8  # names of one page
MOST_WORDS = 6  # of a name

BY_WORDS = (
    r"by|von|par|por|di|da|door|af|av|przez|od|autor(?:\w{0,3}|ka)?|author(?:s|\(s\))?|auteurs?|autrice|autore"
    r"|forfatter|författare|författad|verfasst|kirjoittanut|yazan|yazar|автор|текст|tekst|text|texte|testo|words"
    r"|writers?|contributors?"
)
DONE = (
    r"written|authored|posted|published|submitted|created|contributed|words|story|text|article|report|analysis"
    r"|geschrieben|verfasst|veröffentlicht|écrit|rédigé|publié|escrito|publicado|scritto|pubblicato|geschreven"
    r"|skrevet|skriven|napisane|опубликовано"
)
BY = re.compile(
    rf"^\W{{0,3}}(?:(?:this|the) (?:post|article|story|piece|guide) (?:was|is) )?(?:(?:{DONE})\s+)?"
    rf"(?:(?:{BY_WORDS})(?:\s*[:|]\s*|\s+|$)|(?-i:By)(?=(?-i:[A-Z]))"
    r"|(?:作者|記者|记者|文|글|著者|撰文)\s*[:：/／|]\s*)",
    re.IGNORECASE,
)
LABEL = re.compile(rf"(?:(?:{DONE})\s+)?(?:{BY_WORDS})\s*:?|作者|記者|著者|글", re.IGNORECASE)
OTHERS_WORK = re.compile(  # what people did who are no authors
    r"\b(?:review|edit|fact[- ]?check|translat|photo|illustrat|interview|verif|approv|sponsor|updat|present"
    r"|powered|curat|narrat|produc|vetted|medical)\w*\s*(?:\w+\s+)?(?:by|:)",
    re.IGNORECASE,
)

NO_NAME = re.compile(
    r"^(?:admin\w*|.*\badmin|administrator|editor(?:ial)?(?: team| staff)?"
    r"|staff(?: writers?| reporters?| reports?)?|guest|guest (?:author|post|blogger)|contributors?"
    r"|popular demand|(?:translated|edited|reviewed) by .*|microsoft frontpage.*|anonymous|webmaster"
    r"|wordpress|super ?user|root|unknown|authors?|user\d*|n/?a|default|name|by|us|me|team|blog|test"
    r"|about (?:us|me)|(?:meet|join) .*|(?:about |guest |the |this |post |article )+authors?"
    r"|(?:written|authored|posted|published) by"
    r"|(?:view|see|read|more|all)\b.*\b(?:posts?|articles?|stories)|(?:[\w-]+\.)+author"
    r"|https?:.*|www\..*|follow|share|home|contact|read more|.*@.*|true|null|none|undefined)$",
    re.IGNORECASE,
)
_TRADE = (
    r"writer|editors?|manager|director|founder|co-founder|ceo|cto|cmo|coo|officer|contributor|columnist"
    r"|correspondent|reporter|specialist|marketing|head of|journalist|expert|reviewer|president|professor"
    r"|lecturer|researcher|consultant|engineer|developer|strategist|coach|attorney|analyst|chief|coordinator"
    r"|representative|executive|assistant|associate"
)
TRADE = re.compile(rf"\b(?:{_TRADE})\b", re.IGNORECASE)
OFFICE = re.compile(  # words of offices and labels, in lines that have the shape of a name
    rf"\b(?:{_TRADE}|lead|senior|junior|candidate"
    r"|min read|minutes?|mins?|read|subscribe|share|published|updated|posted|newsletter|articles?|about|last"
    r"|reading time|comments?|views?|category|categories|tags?|contents?|home|blog|news|search|menu|login"
    r"|follow|library|shop|store|videos?|gallery|contact|click|here|sign|up"
    r"|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|university|college"
    r"|the|and|of|for|with|by|your|our|this|how|what|why|best|top)\b",
    re.IGNORECASE,
)
COLLECTIVE = re.compile(  # who signs together, with or without capitals: the Byline project
    r"(?:the )?[^\W\d_][\w.'’&-]*(?: [\w.'’&-]+){0,3} (?:team|staff|editors|desk|newsroom"
    r"|editorial board|project|collective|group|committee|council|society|association|foundation|institute"
    r"|initiative|network|club)"
    r"|guest contributor",
    re.IGNORECASE,
)

NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’&-]+){0,5}")
NAME_END = re.compile(
    r"\s*(?:[|•·–—(\n]|,\s|\s-\s|\s/\s|\bon\b|\bin\b|\bat\b|\bposted\b|\bpublished\b|\bupdated\b|\bfollow\b"
    r"|\boriginally\b|\bcopyright\b|©|\d{1,2}[:./-]\d|\b(?:19|20)\d\d\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d).*$",
    re.IGNORECASE | re.DOTALL,
)
DATA_END = re.compile(  # where a name ends in data; there a name may hold any word
    r"\s*(?:[|•·–—(\n]|,\s|\s-\s|\s/\s|\bfollow\b|\bcopyright\b|©|\b(?:19|20)\d\d\b).*$",
    re.IGNORECASE | re.DOTALL,
)
LIST = re.compile(r"\s*[,;、]\s*")
AND = re.compile(
    r"\s*(?:[,;&、]|\b(?:and|und|et|with|y|i|och|og|en)\b)\s*", re.IGNORECASE
)  # between names; inside one that no particle of PARTICLES joins
INSTITUTION = re.compile(r"\b(?:for|of|the|für|des|pour|para|per)\b", re.IGNORECASE)
ONE_OF_SEVERAL = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,3}")
PARTICLES = {
    *("de", "da", "di", "du", "del", "della", "dos", "das", "do", "van", "von", "der", "den", "ter", "ten"),
    *("zu", "la", "le", "al", "el", "bin", "ben", "ibn", "af", "e", "st", "st.", "zum", "vom", "ap", "abu"),
}
PART = re.compile(r"\s*[|•·●⋅]\s*|\s+[–—]\s+")
DEGREE = re.compile(
    r"(?:[A-Z][A-Za-z]{0,2}\.?){1,3}[A-Z]{0,3}®?|(?:[A-Z]{2,6}[-,/ ]?)+®?|Ph\.?\s?D\.?|Jr\.?|Sr\.?|I{2,3}|IV"
    r"|Esq\.?"
)


def read_names(text: str, end: re.Pattern[str] = DATA_END) -> list[str]:
    """`By A, B and C` as its names, each cleaned; placeholders, offices and degrees are none.

    Args:
        text: what names the author, and may say more.
        end: where the names end, if there are not several.

    """
    line = BY.sub("", words(text[:400]), count=1)
    line = line if _several(line) else end.sub("", line)
    parts = LIST if INSTITUTION.search(line) else AND
    first, *others = [piece for piece in parts.split(line) if piece] or [""]
    found = [first, *(name for name in others if not DEGREE.fullmatch(name) and not OFFICE.search(name))]
    return [name for piece in found[:MOST] if (name := clean(piece))]


def shaped_names(text: str) -> list[str]:
    """The names of a line, if it says nothing else; empty for a sentence or a label."""
    line = words(text[:200])
    found = read_names(line, NAME_END)
    rest = BY.sub("", line, count=1)
    most = LONGEST * len(found) if rest == line else LONGEST_BYLINE
    return found if found and all(map(is_shaped, found)) and len(rest) <= most else []


def names_among(line: str) -> list[str]:
    """The names in one of the parts of a line: `July 2, 2025 | Jane Roe | Editor`, `Jane Roe, a shepherd`."""
    for part in PART.split(line[:200]):
        found = shaped_names(part) or [name for name in read_names(part, NAME_END)[:1] if is_shaped(name)]
        if found:
            return found
    return []


def clean(name: str) -> str:
    """A name that could be one; empty for placeholders, addresses and sentences."""
    plain = words(name).strip(" ,;:|-–—•·●⋅")
    if not plain or len(plain) > LONGEST or NO_NAME.match(plain) or not NAME.match(plain):
        return ""
    return plain


def is_shaped(name: str) -> bool:
    """Whether words are written as names are: capitals, save for particles; no office, no number."""
    if COLLECTIVE.fullmatch(name):
        return True
    parts = name.split()
    if not 1 < len(parts) <= MOST_WORDS or OFFICE.search(name):
        return False
    ends = _is_capital(parts[0]) and _is_capital(parts[-1])
    return ends and all(_is_capital(part) or part.lower() in PARTICLES for part in parts)


def _is_capital(word: str) -> bool:
    plain = word.strip("\"'“”‘’(){}[]")
    odd = any(c.isdigit() or c in "!?:@/" for c in plain)
    return plain[:1].isalpha() and not plain[:1].islower() and not odd


def _several(line: str) -> bool:
    pieces = AND.split(line)
    return len(pieces) > 1 and all(
        ONE_OF_SEVERAL.fullmatch(p.strip()) and not OFFICE.search(p) for p in pieces
    )
