"""How a text begins, for lists, and how long it takes to read, with spaces between its words or without.

Pure. Lengths are in words. A letter of a script without spaces counts for the share of a word that takes as
long to read.
"""

import re

WORDS_A_MINUTE = 238  # silent reading of non-fiction in English; Brysbaert 2019
LETTERS_A_MINUTE = 500  # in Chinese, Japanese or Thai; roughly, for studies differ
SUMMARY = 45  # words
LETTERS = 12  # of a word, at most, where a text is cut; an address may have thousands
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
TOKEN = re.compile(rf"(?P<letter>[{UNSPACED}])|[^\s{UNSPACED}]+")
SENTENCE = re.compile(r"[.!?][”\"’')\]]*(?=\s|\Z)|[。！？।؟][」』”’）]*")
LAST = re.compile(r"[.!?…:;。！？؟।][”\"’')\]」』）]*\s*\Z")


def length(text: str) -> float:
    """How many words a text has."""
    tokens = list(TOKEN.finditer(text))
    letters = sum(1 for token in tokens if token["letter"])
    return len(tokens) - letters + letters * WORDS_A_MINUTE / LETTERS_A_MINUTE


def reading_minutes(text: str) -> int:
    """Whole minutes, one at least."""
    return max(1, round(length(text) / WORDS_A_MINUTE))


def summary(said: str | None, text: str) -> str:
    """The author's summary, or else the first words of the text: never all, for a summary has no credit.

    Lines that end no sentence, such as headings and datelines, are passed over where others follow.
    """
    told = [block for block in text.split("\n\n") if LAST.search(block)]
    return said or shortened(" ".join(told) or text, min(SUMMARY, length(text) / 2))


def shortened(text: str, limit: float = SUMMARY) -> str:
    """The first words of a text, ending at a sentence where one ends near; empty where not one word fits."""
    whole = " ".join(text.split())
    head = _head(whole, limit)
    if head == whole:
        return whole
    ends = [end.end() for end in SENTENCE.finditer(head)]
    if ends and length(head[: ends[-1]]) * 2 > limit:
        return head[: ends[-1]]
    return f"{head.rstrip(',;:–—-')} …" if head else ""


def _head(text: str, limit: float) -> str:
    spent = 0.0
    for token in TOKEN.finditer(text):
        spent += WORDS_A_MINUTE / LETTERS_A_MINUTE if token["letter"] else 1
        if spent > limit or token.end() > limit * LETTERS:
            return text[: token.start()].rstrip()
    return text
