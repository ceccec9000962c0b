"""What an article's statement and notices say of its pictures: that they are not lent with the text.

Pure. To teach one more way in which authors keep their pictures back, add a row to CLAIMS.
"""

import re

from byline.extract.markdown import plain_text
from byline.model import Article
from byline.rights.parts.sentences import sentences
from byline.rights.permit import statement_of
from byline_pelican.kit.credits import credit_beside

PICTURES = (
    r"(?:photo(?:s|graphs?|graphy)?|images?|pictures?|pics|illustrations?|drawings?|artworks?|cartoons?|graphics"
    r"|figures|fotos|bilder|abbildungen|im[áa]genes|immagini|afbeeldingen|zdj[ęe]cia)"
)
TEXT = r"(?:text|words|article|story|essay|writing)"
CLAIMS = (  # each is a claim by itself
    # You may reprint the text only · the text alone
    re.compile(rf"\b(?:text|words)(?: of (?:this|the) {TEXT})? (?:only|alone)\b", re.IGNORECASE),
    re.compile(r"(?<!not )\b(?:only|just|solely|nothing but) the (?:text|words)\b", re.IGNORECASE),
    # without the pictures · except for images · but not the photos
    re.compile(
        rf"(?<!with or )\b(?:without|except(?:ing)?(?: for)?|excluding|excepted|minus|other than"
        rf"|apart from|but not|not including|though not|no)\s+(?:(?:the|its|my|our|any|all|of) )*"
        rf"{PICTURES}\b",
        re.IGNORECASE,
    ),
    # photos are not included · images may not be reused · pictures excepted
    re.compile(
        rf"\b{PICTURES}\b[^.;\n]{{0,40}}?(?:\b(?:not|never|cannot|excluded|excepted|separate(?:ly)?)\b|n[’']t\b)",
        re.IGNORECASE,
    ),
)
RIGHTS = (
    re.compile(  # who has the rights in the pictures; a claim where it is somebody else, or all are reserved
        rf"\b{PICTURES}\b[^.;\n]{{0,40}}?(?:©|\(c\)|\bcopyright|\bcourtesy|\bproperty of|\bbelong"
        rf"|\b(?:with|by) permission)[^;\n]*",
        re.IGNORECASE,
    )
)
OF_PICTURES = re.compile(
    rf"(?:©|\(c\)|\bcopyright)[^.;\n]{{0,40}}?\b{PICTURES}\b[^;\n]*"
    rf"|\b{PICTURES}\s*(?:by|:)[^;\n]*",
    re.IGNORECASE,
)
RESERVED = re.compile(r"\b(?:all )?rights (?:are )?reserved\b", re.IGNORECASE)
BOTH = re.compile(
    rf"\b{TEXT}\s*(?:and|&|\+|/|,)\s*(?:all )?{PICTURES}\b", re.IGNORECASE
)  # of one and the same


def claim_of(article: Article) -> str:
    """The sentence that keeps the pictures back; empty where none does."""
    rights = article.rights
    names = [author.name for author in article.authors]
    told = (statement_of(article), plain_text(rights.copyright), plain_text(rights.source_line))
    said = (sentence.text.strip() for text in told for sentence in sentences(text))
    return next((words for words in said if _is_claim(words, names)), "")


def _is_claim(words: str, names: list[str]) -> bool:
    if any(claim.search(words) for claim in CLAIMS):
        return True
    for pattern in (RIGHTS, OF_PICTURES):
        found = pattern.search(words)
        if found is None:
            continue
        beside = credit_beside(found[0], names)
        if beside is not None and beside.others:
            return True
        if RESERVED.search(found[0]) and not BOTH.search(words):
            return True
    return False
