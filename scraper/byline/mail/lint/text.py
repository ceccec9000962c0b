"""Whether the text part reads well and says what the HTML says.

Each check takes the message's contents and finds breaches; add one to `CHECKS`.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from byline.lines import columns
from byline.mail.lint.contents import Check, Contents
from byline.mail.lint.remarks import Found, first_of, quoted
from byline.mail.lint.words import LEAVING, ends, place_is_told

WIDTH, WIDEST = 65, 78
LINE = re.compile(r"[^\n]+")
CODE = re.compile(r"(?:> ?){0,9}(?: {4}|\t)")
ADDRESS = re.compile(r"https?://|mailto:|tel:|www\.|\w@\w", re.IGNORECASE)
LONG_WORD = re.compile(r"[\s>]*\S+")
TAGS = re.compile(
    r"</?(?:a|b|body|br|center|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|span|strong|style|table|tbody|td|th"
    r"|tr|u|ul)(?:\s[^<>\n]{0,300})?/?>|<!doctype html",
    re.IGNORECASE,
)
ENTITIES = re.compile(
    r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|nbsp|amp|lt|gt|quot|apos|[lr][ds]quo|[mn]dash|hellip|copy);"
)
SIGNATURE = "-- "
SPELLED = re.compile(
    r"<(?:https?://|mailto:)[^\s<>\"]+(?:[ \t]*\n[ \t]*[^\s<>\"]+){0,20}>"  # RFC 3986, Appendix C
    r"|(?:https?://|mailto:)[^\s<>\"“”„«»‹›。、，；：！？（）「」『』【】…]+"
    r"|[\w.+-]{1,64}@[\w.-]{1,200}",
    re.IGNORECASE,
)
CLOSING = ".,;:!?)]}>'’‘\"*_|`~"
ORIGIN = re.compile(r"https?://[^/?#]*", re.IGNORECASE)
MIN_WORDS, THIN, MUCH = 3, 0.25, 100


def words(contents: Contents) -> Iterator[Found]:
    """As many words as the HTML, or nearly."""
    text, page = contents.text, contents.page
    if text is None:
        return
    if not text.is_whole:
        yield Found("text-size", "over 1 MB; the rest was not looked at", text.part.called)
    count = len(text.words.split())
    if not re.search(r"\w", text.words):
        yield Found("text-empty", "there is not a word in it", text.part.called)
    elif page is not None and (shown := len(page.visible.split())) > MUCH and count < shown * THIN:
        yield Found("text-thin", f"{count:,} words, where the HTML shows {shown:,}", text.part.called)


def widths(contents: Contents) -> Iterator[Found]:
    """Lines that no window breaks; an address may be as long as it is, and code is as its author set it."""
    text = contents.text
    if text is None or text.is_flowed:  # flowed lines have rules of their own
        return
    wide = [(size, m.start()) for m in LINE.finditer(text.words) if (size := _taken(m[0])) > WIDTH]
    for code, some in (
        ("text-78", [(size, at) for size, at in wide if size > WIDEST]),
        ("text-65", [(size, at) for size, at in wide if size <= WIDEST]),
    ):
        yield from _placed(code, text.words, ((f"a line of {size:,} columns", at) for size, at in some))


def _taken(line: str) -> int:
    """The columns of a line that could have been broken; none where that would break an address, or code."""
    size = columns(line.rstrip(" \t\r"))
    if size <= WIDTH or CODE.match(line) or LONG_WORD.fullmatch(line.rstrip(" \t\r")):
        return 0
    words = " ".join(word for word in line.split() if not ADDRESS.search(word))
    return size if columns(words) > WIDTH else 0


def tags(contents: Contents) -> Iterator[Found]:
    """Markup that was left over; not that which the article is about, for the HTML shows it too."""
    text = contents.text
    if text is None:
        return
    shown = contents.page.visible if contents.page is not None else ""
    meant = {_in_a_line(found) for pattern in (TAGS, ENTITIES) for found in pattern.findall(shown)}
    for code, pattern in (("text-tags", TAGS), ("text-entities", ENTITIES)):
        found = (m for m in pattern.finditer(text.words) if _in_a_line(m[0]) not in meant)
        left = ((quoted(m[0]), m.start()) for m in found)
        yield from _placed(code, text.words, left)


def _in_a_line(markup: str) -> str:
    """The same, however the text was wrapped."""
    return " ".join(markup.split())


def blanks(contents: Contents) -> Iterator[Found]:
    """Blanks at the end of a line say `go on` where text flows, `signature` after `--`, and else nothing."""
    text = contents.text
    if text is not None and not text.is_flowed:
        yield from _placed("text-blanks", text.words, _ending_blank(text.words))


def _ending_blank(text: str) -> Iterator[tuple[str, int]]:
    for match in re.finditer(r"[ \t](?=\n|\Z)", text):
        at = match.start()
        if text[at - 2 : at + 1] != SIGNATURE or text[at - 3 : at - 2] not in {"", "\n"}:
            yield "a line ends in a blank", at


def links(contents: Contents) -> Iterator[Found]:
    """Who reads the text alone must find each address; a link of a credit above all."""
    text, page = contents.text, contents.page
    if text is None or page is None or not text.is_whole:
        return
    spelled = {_plain("".join(found.strip("<>").split())) for found in SPELLED.findall(text.words)}
    lost = [
        address
        for link in page.links
        if (address := link.element.value("href").strip()).lower().startswith(("http", "mailto:"))
        and _plain(address) not in spelled
    ]
    yield from first_of("text-links", ((quoted(address), "the text part") for address in dict.fromkeys(lost)))


def _plain(address: str) -> str:
    """An address as two spellings of it are compared, without the signs that may follow it in a sentence."""
    bare = unquote(address).rstrip(CLOSING)
    if bare.lower().startswith("mailto:") or "://" not in bare[:9]:
        return bare.lower().removeprefix("mailto:").partition("?")[0].rstrip(".")
    return ORIGIN.sub(lambda found: found[0].lower(), bare.rstrip("/"), count=1)


def leaving(contents: Contents) -> Iterator[Found]:
    """How to unsubscribe, and where the sender can be found."""
    text = contents.text
    if text is None or not text.is_whole:
        return
    header = contents.mail.value("list-unsubscribe")
    spelled = any(
        address in text.words for address in re.findall(r"<(https?://[^<>\s]{8,2000})>", header)[:3]
    )
    if not spelled and not LEAVING.search(ends(text.words)):
        yield Found("text-unsubscribe", "no word of it", text.part.called)
    if not place_is_told(text.words):
        yield Found(
            "text-postal", "nothing like one near the unsubscribe line or at the end", text.part.called
        )


def _placed(code: str, text: str, breaches: Iterator[tuple[str, int]]) -> Iterator[Found]:
    for found in first_of(code, ((said, str(at)) for said, at in breaches)):
        line = text.count("\n", 0, int(found.where)) + 1
        yield Found(code, found.said, f"line {line} of the text", found.more)


CHECKS: tuple[Check, ...] = (words, widths, tags, blanks, links, leaving)
