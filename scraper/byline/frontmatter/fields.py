"""Values of front matter made into the nouns of `model.py`, or refused in one line that says why.

Pure. What decides about rights is taken to the letter: a key that is unknown, a word that is none of
the vocabulary, a day that no calendar has or an address that leads nowhere is never passed over.
"""

import re
import unicodedata
from dataclasses import is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

import msgspec

from byline.errors import ContentError
from byline.model import Author, Correction, Licence, Review, Source, Terms, Use, Withdrawal
from byline.render import depth, links, printable, to_html, unseen
from byline.rights.parts.licence_url import licence_at
from byline.rights.terms import COMMERCIAL, EXTENTS, FEE, MODIFY, NOTICE, SPEAKERS
from byline.web import is_web_address

DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?")
UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")  # signs that no reader sees
LETTER = re.compile(r"\w")  # what every name and reason has; white space may be invisible
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
YEAR, MONTH = len("2005"), len("2005-03")
SHOWN = 80  # characters of a wrong value that a message repeats
MAX_DEPTH = 60  # levels of quotes, lists and emphasis; mails are set from them by recursion
MAX_SAID = 2_000  # characters of a correction, or of a reason to withdraw; what is longer is an article
MAX_ID = 200  # characters
IDS = (
    re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"),  # RFC 9562, in small letters
    re.compile(r"urn:(?!uuid:)[A-Za-z0-9][A-Za-z0-9-]{1,31}:.+"),  # RFC 8141
    re.compile(r"tag:[A-Za-z0-9.@_-]+,\d{4}(?:-\d\d){0,2}:.*"),  # RFC 4151
)
IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?:%[0-9A-Fa-f]{2}|[!#$&-;=?-Z_a-z~])+")  # RFC 3986, plain letters
PARAGRAPH = re.compile(r"<p>(?:(?!<p>).)*</p>", re.DOTALL)  # as it is rendered, and nothing beside it
Keys = TypeVar("Keys")
WANTED = re.compile(r"Expected `(\w+)(?: \||`)")
MENDS = {  # what to write where another type stands
    "object": "write keys and values below it",
    "array": "write a list, such as [one, two]",
    "str": "write text in quotes",
    "int": "write a number",
    "bool": "write true or false",
}
VOCABULARY = {
    "modify": MODIFY,
    "extent": EXTENTS,
    "notice": NOTICE,
    "commercial": COMMERCIAL,
    "fee": FEE,
    "speaker": SPEAKERS,
}


def converted(value: Any, kind: Any, name: str, key: str) -> Any:
    """`value` as a `kind`; `name` and `key` say in a message where it stands.

    Raises:
        ContentError: it is none, or holds a key that the kind does not know.

    """
    stray = _stray(value, kind, key)
    if stray:
        raise ContentError(
            f"{name}: unknown key `{shown(stray)}`; look for a slip of the pen, or take it out"
        )
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        raise ContentError(f"{name}: `{key}`: {shown(str(error), 200)}") from error


def keyed(found: dict[str, Any], kind: type[Keys], name: str) -> Keys:
    """A whole file of keys and values as a `kind`; `name` is the file's, for messages.

    Raises:
        ContentError: a key is unknown, or holds what it may not.

    """
    stray = _stray(found, kind, "").removeprefix(".")
    if stray:
        known = ", ".join(get_type_hints(kind))
        raise ContentError(f"{name}: unknown key `{shown(stray)}`; known are {known}")
    try:
        return msgspec.convert(found, kind, strict=False)
    except msgspec.ValidationError as error:
        said, _, place = str(error).partition(" - at `$.")
        wanted = WANTED.search(said)
        mend = MENDS.get(wanted[1], f"write {wanted[1]}") if wanted else shown(said, 200)
        raise ContentError(f"{name}: `{place.rstrip('`')}` is not what it may be; {mend}") from error


def author(value: Any, name: str) -> Author:
    """One author: a name, or a name with the address of a page of theirs."""
    if not isinstance(value, dict | str | int | float):
        raise ContentError(f"{name}: an entry of `authors` is no name; write `- Ada Example`")
    made: Author = converted(
        value if isinstance(value, dict) else {"name": str(value)}, Author, name, "authors"
    )
    if not UNSEEN.sub("", printable(made.name)).strip():
        raise ContentError(f"{name}: an entry of `authors` has no name; write one, or take it out")
    _web(made.url, name, "authors.url")
    return Author(unicodedata.normalize("NFC", printable(made.name).strip()), made.url)


def source(value: Any, name: str) -> Source:
    """Where the article came from."""
    made: Source = converted(value, Source, name, "source")
    _web(made.url, name, "source.url")
    _web(made.canonical, name, "source.canonical")
    return made


def licence(value: Any, name: str) -> Licence | None:
    """The licence that the article names by address."""
    made: Licence | None = converted(value, Licence | None, name, "rights.licence")
    if made is not None:
        _web(made.url or "(empty)", name, "rights.licence.url")
        known = licence_at(made.url).spdx
        if known and made.spdx not in (None, known):
            wrong = f"`rights.licence.spdx: {shown(made.spdx or '')}` is not what its address says"
            raise ContentError(f"{name}: {wrong}; write {known}, or mend the address")
    return made


def terms(value: Any, name: str) -> Terms | None:
    """Terms as stored, in the words of the record."""
    made: Terms | None = converted(value, Terms | None, name, "rights.terms")
    if made is None:
        return None
    if "answers" not in value:
        mend = "write `answers: {web: …, newsletter: …, print: …}`, or take `terms` out"
        raise ContentError(f"{name}: `rights.terms` answers for no use; {mend}")
    for key, known in VOCABULARY.items():
        if getattr(made, key) not in known:
            wrong = f"`rights.terms.{key}: {shown(getattr(made, key))}` is unknown"
            raise ContentError(f"{name}: {wrong}; use {', '.join(known)}")
    strange = next((use for use in made.answers if use not in set(Use)), None)
    if strange is not None:
        raise ContentError(f"{name}: `rights.terms.answers.{shown(strange)}` is no use; use {', '.join(Use)}")
    return made


def review(value: Any, name: str) -> Review | None:
    """A person's decision, signed with who, when and why."""
    if value is None:
        return None
    uses = value.get("uses", [Use.WEB]) if isinstance(value, dict) else [Use.WEB]
    if not isinstance(uses, list) or not uses:
        raise ContentError(f"{name}: `rights.reviewed.uses` must list uses; write [web] or [web, newsletter]")
    made: Review = converted(value, Review, name, "rights.reviewed")
    for key in ("by", "on", "why"):
        if LETTER.search(getattr(made, key)) is None:
            raise ContentError(f"{name}: `rights.reviewed.{key}` is empty; a review says who, when and why")
    if DAY.fullmatch(made.on) is None or not is_date(made.on):
        raise ContentError(f"{name}: `rights.reviewed.on: {shown(made.on)}` is no date; write 2026-11-23")
    return made


def corrections(value: Any, name: str) -> tuple[Correction, ...]:
    """What was put right, in the order in which the file says it."""
    if value is None:
        return ()
    if not isinstance(value, list):
        raise ContentError(f"{name}: `corrections` must be a list; write `- on: 2026-11-23` and `text: …`")
    made: tuple[Correction, ...] = converted(value, tuple[Correction, ...], name, "corrections")
    return tuple(_correction(one, name) for one in made)


def _correction(made: Correction, name: str) -> Correction:
    text = _said(made.text, name, "corrections.text")
    problem = _unprintable(text)
    if problem:
        raise ContentError(f"{name}: `corrections.text` {problem}")
    return Correction(_day(made.on, name, "corrections.on"), text)


def _unprintable(markdown: str) -> str:
    """What a correction may not be, and the mend: it is printed anywhere, in a list of others."""
    if depth(markdown) > MAX_DEPTH:
        return f"is nested deeper than {MAX_DEPTH} levels; make it flatter"
    if lost(markdown):
        return lost(markdown)
    html = to_html(markdown).strip()
    if "<img" in html:
        return "shows a picture; put it into the text of the article"
    if PARAGRAPH.fullmatch(html) is None:
        return "is more than a paragraph; write one, and each correction as an entry of its own"
    stray = next((link.url for link in links(markdown) if not _leads_on(link.url)), None)
    return "" if stray is None else f"has a link to `{shown(stray)}`; write it in full (https://…)"


def _leads_on(url: str) -> bool:
    return is_web_address(url) or url.startswith("mailto:")


def lost(markdown: str) -> str:
    """That words of a text would not be printed, and the mend; empty when all are."""
    words = shown(unseen(markdown))
    mend = "write it as Markdown ([words](https://…) for a link)"
    return f"holds HTML, which is not printed: “{words}”; {mend}" if words else ""


def withdrawal(value: Any, name: str) -> Withdrawal | None:
    """That the article was taken back, when and why."""
    if value is None:
        return None
    if not isinstance(value, dict):
        mend = "write `on: 2026-11-23` and `why: …` below it, or take it out"
        raise ContentError(f"{name}: `withdrawn` says when and why; {mend}")
    made: Withdrawal = converted(value, Withdrawal, name, "withdrawn")
    why = " ".join(_said(made.why, name, "withdrawn.why").split())
    return Withdrawal(_day(made.on, name, "withdrawn.on"), why)


def _said(text: str, name: str, key: str) -> str:
    """A text that says something, and not too much."""
    text = printable(text).strip()
    if LETTER.search(text) is None:
        raise ContentError(f"{name}: `{key}` is empty; say it in words, or take the entry out")
    if len(text) > MAX_SAID:
        raise ContentError(f"{name}: `{key}` is longer than {MAX_SAID:,} characters; say it shorter")
    return text


def _day(text: str, name: str, key: str) -> str:
    if DAY.fullmatch(text) is None or not is_date(text):
        raise ContentError(f"{name}: `{key}: {shown(text)}` is no day; write 2026-11-23")
    return text


def is_iri(text: str) -> bool:
    """Whether a text can be a permanent id: a URN, a tag or a web address in plain letters, not endless."""
    if len(text) > MAX_ID or IRI.fullmatch(text) is None:
        return False
    return any(form.fullmatch(text) for form in IDS) or is_web_address(text)


def is_date(text: str) -> bool:
    """Whether the calendar has such a year, month, day or moment."""
    if DATE.fullmatch(text) is None:
        return False
    try:
        if len(text) <= MONTH:
            return bool(date(int(text[:YEAR]), int(text[YEAR + 1 :] or 1), 1))
        return bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def shown(text: str, length: int = SHOWN) -> str:
    """A value as a message may repeat it: on one line, without control characters, not endless."""
    return " ".join(printable(text).split())[:length]


def _web(url: str | None, name: str, key: str) -> None:
    if url and not is_web_address(url):
        problem = f"`{key}: {shown(url)}` is no web address"
        raise ContentError(f"{name}: {problem}; write it in full (https://…), or take the line out")


def _stray(value: Any, kind: Any, path: str) -> str:
    """The path of the first key that `kind` does not know; empty when it knows them all."""
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(value, dict):
        known = _hints(kind)
        for key, inner in value.items():
            stray = _stray(inner, known[key], f"{path}.{key}") if key in known else f"{path}.{key}"
            if stray:
                return stray
    items = value if isinstance(value, list) else [value]
    return next(filter(None, (_stray(item, of, path) for of in get_args(kind) for item in items)), "")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
