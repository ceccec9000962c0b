"""People's names and by-lines: `By Jane Roe`, `-- Jane Roe`, `Posted by Jane Roe in Gardens`.

A name is two to five capitalised words; initials and particles may stand between them.
"""

import re
from collections.abc import Iterable

from byline.extract.blocks import Block
from byline.model import Author

PARTICLE = r"(?:de|da|di|du|del|della|dos|van|von|der|den|ter|zu|la|le|al|el|bin|ben|ibn|af|y|e|st\.|st)"
CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆČŠŽ]"
WORD = rf"(?:St\.|{CAPITAL}\.(?:{CAPITAL}\.)*|{CAPITAL}['’][A-Z][\w'’-]+|{CAPITAL}[\w’-]*(?:'[A-Z]\w+)?)"
TITLE = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Professor|Rev|Sir|Fr|Hon|Lt|Col|Gen|Capt)\.?\s+)"
PERSON = rf"{TITLE}?{WORD}(?:\s+(?:{PARTICLE}\s+){{0,2}}{WORD}){{1,4}}"
SEVERAL = rf"{PERSON}(?:\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b)\s*{PERSON}){{0,4}}"

BY = re.compile(
    r"^\W*(?i:(?:article|story|text|words|essay|column|review|report|interview|written|posted"
    r"|submitted|contributed"
    r"|authored|published|created)\s+|.{0,40}\b(?:19|20)\d\d\W{1,3})?"
    rf"(?i:by|von|par|por|door)\s*:?\s+({SEVERAL})(?P<rest>.{{0,80}})$",
    re.DOTALL,
)
LABELLED = re.compile(
    r"^\W*(?i:authors?|writers?|autor(?:in)?|auteure?|autore|text|interview|words|story|bericht"
    rf"|texte)\s*:\s*({SEVERAL})(?P<rest>.{{0,80}})$",
    re.DOTALL,
)
# A body that signs like a person: only after a date or a word for writing, and alone in its line.
BODY = re.compile(
    r"^\W*(?i:(?:article|story|text|column|written|posted|submitted|contributed|published)\s+"
    r"|(?:.{0,40}\b(?:19|20)\d\d\W{1,3}))(?i:by)\s*:?\s+"
    rf"((?i:the\s+)?{CAPITAL}[\w’'&-]*(?:\s+[\w’'&-]+){{1,4}})\s*$"
)
SIGNED = re.compile(rf"^\s*(?:--?|—|–)\s*({PERSON})\s*$")
STOP = re.compile(r"[a-z\d)][.!?](?:\s|$)")  # the end of a sentence
SPLIT = re.compile(r"\s*(?:,|&|\band\b|\bund\b|\bet\b)\s*")
EXACT = re.compile(rf"^{PERSON}$")
DEGREE = re.compile(
    r",?\s*\b(?:Ph\.?\s?D|M\.?D|M\.?B\.?A|M\.?A|B\.?A|Ed\.?D|J\.?D|C\.?P\.?A|LL\.?[BM]|Esq|Jr|Sr|R\.?N"
    r"|R\.?D)\.?(?=\W|$).*$"
)
LETTERS = re.compile(r"(?:,\s+[A-Z]{2,6}®?)+$")  # of a trade, after a name: CFP, CEPF
GENERIC = re.compile(
    r"\b(?:guest|admin(?:istrator)?|staff|editors?|editorial|contributors?|team|newsroom|webmaster"
    r"|anonymous|unknown|news|press|desk|author)\b",
    re.IGNORECASE,
)
OFFICE = re.compile(
    r"\b(?:Director|Editor|Manager|President|Professor|University|Institute|College|School|Inc|LLC|Ltd"
    r"|Company|Group|Magazine|News|Times|Journal|Post|Staff|Writer|Senior|Junior|Chief|Officer"
    r"|Correspondent"
    r"|Reporter|Associate|Assistant|Department|Agency|Press|Media|Blog|Books?|Research|Center|Centre"
    r"|Association|Society|Foundation|Report|Review|Weekly|Daily|Online|Team|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday"
    r"|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November"
    r"|December|Share|Print|Email|Home|About|Read|More|The|This|Publish(?:ing|ers|er|ed)"
    r"|Publications?|Limited|Productions?|Enterprises?|Communications?|Services?|Solutions|Systems?"
    r"|International|Network|Corporation|Corp|Works|Studios?|Ministries|Church|Club|Subscribe|Now"
    r"|Click|Here|Sign|Up|Page|Site|Web|Free|New|Contact|All|Rights|Us|Our|License|Licence|Agreement"
    r"|Terms|Legal|Policy|Privacy)\b"
)
REST_OK = re.compile(
    r"^\s*\.?\s*$|^\s*[,|(/\-–—·•\n:]|^\s+(?:in|on|at|for|of|from|under|is|published|posted|\d)\b",
    re.IGNORECASE,
)


def read_byline(text: str) -> tuple[str, ...]:
    """The names of a by-line, in order; empty when the line is none."""
    line = text.strip()
    for pattern in (BY, LABELLED, SIGNED):
        match = pattern.match(line)
        if match and (pattern is SIGNED or REST_OK.match(match["rest"])):
            found = tuple(clean_name(part) for part in SPLIT.split(match[1]))
            people = tuple(name for name in found if is_person(name))
            if people:
                return people
    body = BODY.match(line)
    return (clean_name(body[1]),) if body and not GENERIC.search(body[1]) else ()


def is_byline(text: str) -> bool:
    """Whether a text names people as its authors and says nothing more."""
    return bool(read_byline(text)) and not STOP.search(text)


def clean_name(name: str) -> str:
    """A name without degrees, and with single spaces."""
    return " ".join(DEGREE.sub("", LETTERS.sub("", name)).split()).strip(" ,;:|-")


def is_person(name: str) -> bool:
    """Whether the words have the shape of a person's name and are no office or desk."""
    return bool(EXACT.match(name)) and not GENERIC.search(name) and not OFFICE.search(name)


def same_person(left: str, right: str) -> bool:
    """Whether two spellings may mean one person: the same last word, and first letters that agree."""
    one, two = _words(left), _words(right)
    return (
        bool(one and two)
        and one[-1] == two[-1]
        and (one[0][0] == two[0][0] or len(one) == 1 or len(two) == 1)
    )


def linked_author(name: str, block: Block) -> Author:
    """The author with the address that the block links from the name, if it does."""
    url = next(
        (link.url for link in block.links if link.text and link.text.casefold() in name.casefold()), None
    )
    return Author(name, url if url and url.startswith(("http://", "https://")) else None)


def distinct(authors: Iterable[Author]) -> tuple[Author, ...]:
    """Each author once, by name; the first spelling wins."""
    found: dict[str, Author] = {}
    for author in authors:
        found.setdefault(author.name.casefold(), author)
    return tuple(found.values())


def _words(name: str) -> list[str]:
    plain = re.sub(r"[^\w\s'-]", " ", DEGREE.sub("", re.sub(rf"^{TITLE}", "", name)))
    return plain.casefold().split()
