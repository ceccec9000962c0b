"""How a bio begins, goes on and ends: the words by which a resource box is known.

To teach another way to begin one, add a row to LEADS; its first group is the person's name.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from byline.rights.grammar.wording import one_of
from byline.rights.parts.name import CAPITAL, PARTICLE, PERSON, clean_name, is_person, same_person
from byline.rights.parts.screen import look
from byline.rights.parts.sentences import STOP

SHORT = 60  # characters of a line that is only a name or a label
NAME_SHORTEST = 3  # letters of a part of a name that is looked for alone
OPENING = " \"'*-"  # what may stand before a name
LEAD = 700  # characters of a block that are read for a lead

ROLES = (
    *("co-?authors?", "authors?", "co-?founders?", "founders?", "presidents?", "writers?", "editors?"),
    *("editor-in-chief", "consultants?", "coach(?:es)?", "speakers?", "trainers?", "professors?"),
    *("lecturers?", "directors?", r"freelance\w*", "journalists?", "reporters?", "correspondents?"),
    *("columnists?", "bloggers?", "ceo", "cto", "owners?", "publishers?", "managers?", "specialists?"),
    *("experts?", "teachers?", "researchers?", "fellows?", "contributors?", "contributing", "engineers?"),
    *("developers?", "programmers?", "designers?", "scientists?", "economists?", "historians?"),
    *("physicians?", "doctors?", "psychologists?", "therapists?", "attorneys?", "lawyers?", "students?"),
    *("graduates?", "activists?", "artists?", "novelists?", "poets?", "photographers?", "entrepreneurs?"),
    *("marketers?", "copywriters?", "strategists?", "analysts?", "advis[eo]rs?", "counsel(?:l)?ors?"),
    *("principals?", "partners?", "chair(?:man|woman|person)?", "members?", "nutritionists?"),
    *("dietiti?ans?", "instructors?", "pastors?", "ministers?", "webmasters?", "creators?", "hosts?"),
    *("producers?", "veterans?", "practitioners?", "mentors?", "leaders?", "autor(?:in)?"),
    *("journalist(?:in)?", "redakteur(?:in)?", "professor(?:in)?", "gründer(?:in)?", "auteure?"),
    *("fondateur", "fundador", "autore", "fondatore", "schrijver", "oprichter"),
)
ROLE = one_of(ROLES)
HEADING = re.compile(
    r"^\W*(?:(?:some(?:thing)?\s+)?(?:more )?about (?:the |our |this |today's "
    r"|your )?(?:guest )?(?:authors?|writers?|contributors?|columnists?|reporters?)"
    r"|(?:the )?author(?:s|'s|s')? (?:bio(?:graph(?:y|ical))?(?: (?:info(?:rmation)?|note|sketch))?"
    r"|info(?:rmation)?|profile|note|box|resource box|details|credits?)|author'?s? bios?"
    r"|meet (?:the |our |your )?(?:authors?|writers?|contributors?|columnists?|reporters?|bloggers?)"
    r"|about (?:the |our |your )?(?:bloggers?|blog author|expert|instructor)|who (?:wrote|is behind) this"
    r"|bio(?:graphy)?|(?:article )?resource box|the authors?"
    r"|über (?:den|die) (?:autor(?:in|en)?|verfasser(?:in)?)|zu[rm] (?:autor(?:in)?)|(?:à"
    r"|a) propos de l'auteure?|l'auteure?|sobre (?:el|la|o) autora?|(?:sull'|l')autor[ei]"
    r"|over de auteur|o autorze)"
    r"\s*(?:[:.…\-]+|$)",
    re.IGNORECASE,
)
# what stands before a name that stands alone
LABELLED = re.compile(
    r"^\W*(?:about|meet|authors?|writers?|written by|by|words by|posted by|published by)\b\s*:?\s+",
    re.IGNORECASE,
)
# how a bio begins under its person's name
INTRODUCES = re.compile(
    r"^\W*(?:he|she|they|i|i'm|i’m|i've|hi|hello|hey|with|as|after|since|while|born|raised|based|an?|the"
    r"|for|when"
    r"|during|in|currently|by day|\()\b",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"^\W*(?:job )?(?:title|expertise|role|position|location|speciali?ty|credentials|experience"
    r"|education)\s*:",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(
    r"^\W*(?:(?:hi|hello|hey)\b[,!. ]*(?:there)?[,!. ]*)?(?:(?i:i'm|i’m|i am|my name is)) [A-Z][\w'-]+"
)
SPEAKS_UP = re.compile(r"\b(?:said|says|told|asked|replied|added|according)\b|[\"“”?]")  # news, or a question
TITLED = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Rev|Sir|Dame|Father|Sister)\.? ")
DOES = re.compile(r"(?:, [^.]{3,80},)? [a-z]{2,}")
SOMEBODY = re.compile(rf"^\W*({PERSON})\s+[a-z]{{2,}}\b")
HE_OR_SHE = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
PERSONAL = re.compile(r"\b(?:he|she|his|her|him|they've|i|i'm|i’m|my|i've)\b", re.IGNORECASE)
REACHED = ("reached", "contacted", "e-?mailed", "found", "followed")
LEADS = (
    re.compile(rf"^\W*(?:the )?(?:co-?)?author of .{{3,160}}?,\s*({PERSON})"),
    re.compile(rf"^\W*(?i:(?:the )?(?:co-?)?author of) .{{3,160}}?,\s*({PERSON})"),
    re.compile(
        rf"^\W*({PERSON})(?:\s*\(.{{0,80}}?\))?(?:,.{{0,160}}?,)?\s+(?:is|was|has been|serves as|works as"
        rf"|are|ist|war|est|es|è)\s.{{0,140}}?\b(?i:{ROLE})\b"
    ),
    re.compile(
        rf"^\W*({PERSON}),\s+(?:an?|the|co-?\w+|former|president|founder|author|CEO|director|editor"
        rf"|professor)\b.{{0,140}}?\b(?i:{ROLE})\b"
    ),
    re.compile(
        r"^\W*(?i:contact|e-?mail|reach)\s+(?:(?:staff|senior|freelance)\s+)?(?:(?:writer|reporter|author"
        rf"|editor|columnist)\s+)?({PERSON})\b.{{0,20}}?\bat\b"
    ),
    re.compile(rf"^\W*({PERSON})\s+(?:can|may) be {one_of(REACHED)}\b"),
)
# in a look: without one of these words, or an author's name, no sentence begins a bio
MAY_LEAD = re.compile(rf"\W(?:{one_of((*ROLES, 'contact', 'e-?mail', 'reach'))}|be {one_of(REACHED)})\b")
NO_NAME = re.compile(
    r"^\W*the author (?:is|lives|works|can be|may be|has|welcomes|writes|would|runs|was)\b", re.IGNORECASE
)
SUBJECT = re.compile(rf"^\W*{PERSON}\s+[a-z]{{2,}}\b")
INLINE = re.compile(
    r"^\W*(?:about (?:the |our )?(?:author|writer|contributor)s?|author(?:'s)? bio|bio|resource box"
    r"|author|über (?:den autor|die autorin))s?\s*(?:[:\-.…]+\s*|\n\s*)(?=\S)"
    rf"|^\W*about the author\s+(?=(?-i:{PERSON}) (?:is|was|has)\b)",
    re.IGNORECASE,
)
# how every bio begins that none of an author's names begins: with a name, a label, a greeting
BEGINS = re.compile(
    rf"\W*(?:{CAPITAL}\S*\s+(?:{PARTICLE}\s+){{0,2}}{CAPITAL}|(?i:(?:the )?(?:co-?)?author|about |bio"
    r"|resource box|über |contact|e-?mail|reach|hi|hello|hey|i'm|i’m|i am|my name))"
)
NAMED = re.compile(r"^\W*(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev)\.? )?(?:,\s|\s*\(|'s?\s|\s+[a-z]|[,:]?\s*$)")
SPEAKS = re.compile(
    r"^\s*(?:says|said|wrote|writes:|:|at\s+\d|on\s+\w+\s+\d|posted|replied|—|am\s)", re.IGNORECASE
)
SAYS = re.compile(r"[^.]{0,40}\b(?:said|says|explains?|explained|told)\b")
GOES_ON = re.compile(
    r"^\W*(?:he|she|they|his|her|their|er|sie|il|elle|él|ella|visit|contact|e-?mail|reach|web ?site"
    r"|phone|tel|fax|mobile|follow|for (?:more|further|a free|information|details)|to (?:learn|contact"
    r"|reach|find|subscribe|get|order|sign|receive)"
    r"|https?:|www\.|mailto:|sign up|get (?:his|her|your|a)|you can|in addition|an? (?:former|graduate"
    r"|native|frequent)|born|educated|when (?:not|he|she)|currently|also|read more (?:about|of|by)"
    r"|more (?:about|articles by)|p\.?\s?o\.? box|©?\d{3,6}\s+[A-Z])\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"https?://|www\.|[\w.+-]@[\w-]|\bp\.?\s?o\.? box\b|\(\d{3}\)\s?\d{3}|\b\d{3}[-.]\d{3}[-.]\d{4}\b",
    re.IGNORECASE,
)
ENDS_BOX = re.compile(
    r"^\W*(?:related|similar|more (?:from|articles|stories|posts|in)|see also|comments?|\d+ comments?"
    r"|leave a|post a|share|tags?|filed|categor|next|previous|prev|newer|older|print|e-?mail (?:this"
    r"|to)|rate|rating|subscribe|newsletter"
    r"|recent|popular|most|trending|read next|you (?:may|might)|advertisement|sponsored|home\b|back to"
    r"|return to|top of|references|bibliography|notes|links|footnotes|read more(?: from\b|$)|all posts"
    r"|view all"
    r"|table of contents|article source|source:|copyright|©|from [A-Z]|discuss|talkback|tell a friend"
    r"|click here to)",
    re.IGNORECASE,
)
ROLE_WORD = re.compile(rf"\b{ROLE}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Called:
    """What an author is called where a text is about one: the whole name, or a part of a person's."""

    name: str
    folded: str
    whole: bool


@lru_cache(maxsize=64)
def called(authors: tuple[str, ...]) -> tuple[Called, ...]:
    """By what names the authors are called."""
    return tuple(
        Called(name, name.casefold(), name is author)
        for author in authors
        for name in (author, *(_parts(author) if is_person(author) else ()))
    )


def may_begin_bio(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a sentence of a text may begin a bio; the text has a word of MAY_LEAD, or an author's name."""
    return STOP.search(text) is not None or begins_as_bio(text.strip(), authors)  # else it is one sentence


def names_any(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a text that is long enough for a bio names one of the authors."""
    if not authors or len(text) <= SHORT:
        return False
    folded = text.casefold()
    return any(name.folded in folded for name in called(authors))


def begins_as_bio(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a text begins with what a bio may begin with; most texts do not."""
    if BEGINS.match(text):
        return True
    words = text.lstrip(OPENING)
    return len(text) > SHORT and any(
        words[: len(name.name)].casefold() == name.folded for name in called(authors)
    )


def speaks_of(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a text is about one of the authors: it begins with the name, or with a part of a person's."""
    if len(text) <= SHORT or not authors:
        return False
    words = _unlabelled(text[:LEAD]).lstrip(OPENING)
    return any(_follows(words, name) for name in called(authors))


def begins_with_name(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a text begins with an author's name, or a part of it, and what the author does."""
    if len(text) <= SHORT:
        return False
    words = TITLED.sub("", text[:LEAD].lstrip(OPENING))
    people = tuple(author for author in authors if is_person(author))
    return any(
        words[: len(name.name)].casefold() == name.folded and DOES.match(words[len(name.name) :])
        for name in called(people)
    )


def tells_of_person(text: str) -> bool:
    """Whether a text speaks of one person: a pronoun, or a trade near its beginning."""
    return bool(PERSONAL.search(text[:LEAD])) or bool(ROLE_WORD.search(text[:120]))


def is_bio(text: str, authors: tuple[str, ...]) -> bool:
    """Whether a text begins like a bio: of an author, or of anybody with a trade where none is known."""
    if not begins_as_bio(text[:LEAD], authors):
        return False
    name = bio_name(text)
    known = name is not None and any(same_person(name, author) for author in authors)
    return known or (name is not None and not authors) or speaks_of(text, authors)


def bio_name(text: str) -> str | None:
    """The person a bio begins with: `The author of 7 books, Jane Roe …`, `Jane Roe is the founder …`."""
    if not BEGINS.match(text):
        return None
    words = _unlabelled(text[:LEAD])
    if not MAY_LEAD.search(look(words)):
        return None
    for lead in LEADS:
        match = lead.match(words)
        if match and SAYS.match(words[match.end() :]):
            return None
        if match and is_person(name := clean_name(match[1].removesuffix("'s"))):
            return name
    return None


def _unlabelled(text: str) -> str:
    """The text without "About the author:" before it."""
    label = INLINE.match(text)
    return text[label.end() :] if label else text


def _parts(author: str) -> tuple[str, ...]:
    """The words of a person's name that are long enough to be looked for alone."""
    return tuple(word for word in author.split() if len(word) >= NAME_SHORTEST)


def _follows(text: str, called: Called) -> bool:
    """Whether a sentence about somebody begins with this name; part of a name needs a trade beside it."""
    to = len(called.name)
    if text[:to].casefold() != called.folded or len(text) <= SHORT:
        return False
    rest = text[to:]
    if not NAMED.match(rest) or SPEAKS.match(rest):
        return False
    return called.whole or bool(ROLE_WORD.search(text[:200]))
