"""Whose picture is it? What the words beside one say of its maker, read as a credit.

Pure. To teach one more way in which captions name a maker, add a row to CREDITS; a lender of
pictures, to AGENCY.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from byline.rights.parts.notice import INITIAL, STOCK

WHO = r"(?P<who>[^\n]{0,120})"
PICTURE = (
    r"(?:photo(?:s|graph(?:s|y|ers?)?)?|images?|pictures?|illustrat(?:ions?|ors?)|drawings?|artwork|cartoons?"
    r"|graphics?|maps?|charts?|screenshots?|paintings?|fotos?|fotograf(?:ie|in|[íi]as?)?|bild(?:er|nachweis)?"
    r"|abbildung(?:en)?|grafik|photographie|cr[ée]dits?|source|im[áa]gen(?:es)?|immagin[ei]|afbeelding(?:en)?"
    r"|beeld|zdj[ęe]ci[ea]|quelle|bron|fuente|fonte|[źz]r[óo]d[łl]o)"
)
MAKER = (
    r"(?:photo(?:grapher|journalist)|illustrator|cartoonist|artist|fotograf(?:in|o|a)?|photographe"
    r"|fot[óo]grafo)"
)
AGENCY = re.compile(
    r"(?:[/(]|\b(?:via|through|for)\b)\s*(?:AP|AFP|ANP|EPA|PA|dpa|REUTERS|Reuters|Getty|Magnum|Bloomberg|Xinhua|Alamy|Corbis|TASS)\b"
)
CREDITS = (
    # Photo: Jane Example / Agency · Image credit © Jane Example · Foto von Jane Example
    re.compile(
        rf"\b{PICTURE}(?:\s+(?:credits?|source))?(?:\s+\d{{1,3}})?\s*(?:[:©/|]|\(c\)|\b(?:by|von|par|por|di|door)\b)\s*{WHO}",
        re.IGNORECASE,
    ),
    # by photographer Jane Example
    re.compile(
        rf"\b(?:by|von|par|por|di|door)\s+(?:\w+\s+){{0,2}}?{MAKER}\s*,?\s+{WHO}",
        re.IGNORECASE,
    ),
    # © 2026 Jane Example
    re.compile(rf"(?:©|&copy;|\(c\)|\bcopyright\b)\s*{WHO}", re.IGNORECASE),
    # courtesy of the Example Museum
    re.compile(rf"\b(?:by\s+)?(?:courtesy|kindness)(?:\s+of)?\b[\s:]*{WHO}", re.IGNORECASE),
)
LEAVE = re.compile(  # somebody gave leave: to the article's page, and to nobody else
    r"\b(?:used|reproduced|re-?printed|shown|published)\s+(?:here\s+)?(?:with|by)\s+(?:the\s+|kind\s+)*permission",
    re.IGNORECASE,
)
OWN = re.compile(  # what a credit says beside a name, and what stands for the author
    r"\b(?:by|the|an?|this|our|my|and|of|in|on|from|all|some|rights?|reserved|copyright|author'?s?|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)\b|[’']s\b",
    re.IGNORECASE,
)
NAME = re.compile(rf"(?<!\w)[{INITIAL}]")


@dataclass(frozen=True, slots=True)
class Beside:
    """A credit beside a picture: its words, and whether it names somebody else than the authors."""

    words: str
    others: bool


def credit_beside(words: str, authors: Iterable[str]) -> Beside | None:
    """The credit in the words beside a picture; None where they name nobody, or the authors alone."""
    names = [name for name in authors if name.strip()]
    found = [match for pattern in CREDITS for match in pattern.finditer(words)]
    for match in found:
        if _names_another(match["who"], names):
            return Beside(match[0].strip(), others=True)
    for pattern in (LEAVE, STOCK, AGENCY):
        if lent := pattern.search(words):
            return Beside(" ".join(words[max(0, lent.start() - 60) : lent.end() + 60].split()), others=True)
    nameless = [match for match in found if not _names(match["who"], names)]
    return Beside(nameless[0][0].strip(), others=False) if nameless else None


def _names_another(who: str, names: list[str]) -> bool:
    """Whether a name is left when the authors' are taken away."""
    for name in names:
        who = re.sub(re.escape(name), " ", who, flags=re.IGNORECASE)
    return NAME.search(OWN.sub(" ", who)) is not None


def _names(who: str, names: list[str]) -> bool:
    return bool(re.search(r"\bauthor\b", who, re.IGNORECASE)) or any(
        name.casefold() in who.casefold() for name in names
    )
