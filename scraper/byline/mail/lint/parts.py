"""Whether the parts are there, in order, and in the letters that they name. RFC 2046 and RFC 3676.

Each check takes the message and its contents and finds breaches; add one to `CHECKS`.
"""

import re
from collections.abc import Iterator

from byline.mail.lint.charsets import codec
from byline.mail.lint.contents import Check, Contents
from byline.mail.lint.message import Part
from byline.mail.lint.remarks import Found, first_of, quoted

MAX_FLOWED = 78
META = re.compile(r"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
NEAR = 4_000  # characters at the head of a page in which it names its charset
OVER_78 = re.compile(rf"^[^\n]{{{MAX_FLOWED + 1},}}", re.MULTILINE)
OPEN_END = re.compile(r"^(?!-- \n)[^\n]+[ ](?=\n[ \t]*(?:\n|\Z))", re.MULTILINE)
UNSTUFFED = re.compile(r"^From ", re.MULTILINE)
COVERS = {"multipart/alternative"}


def both(contents: Contents) -> Iterator[Found]:
    """Text for all, HTML for those who like it, as two forms of one thing."""
    text, html = contents.text, contents.html
    if text is None:
        kinds = sorted({part.kind for part in contents.mail.parts})
        yield Found("text-missing", f"it holds {quoted(', '.join(kinds))}")
    elif html is None:
        yield Found("html-missing", "it holds text alone")
    else:
        yield from _alternatives(text.part, html.part)


def _alternatives(text: Part, html: Part) -> Iterator[Found]:
    shared = [part for part in text.path if part in html.path]
    if not shared or shared[-1].kind not in COVERS:
        above = shared[-1].kind if shared else "nothing"
        yield Found("alternative", f"{text.called} and {html.called} are in {above}", html.called)
    elif html.start < text.start:
        yield Found("alternative-order", f"{html.called} comes before {text.called}", text.called)


def charsets(contents: Contents) -> Iterator[Found]:
    """A part is in the letters that it names."""
    for code in ("charset-missing", "charset-unknown", "charset-lie", "charset-utf8"):
        faults = (
            (content.fault[1], content.part.called)
            for content in contents.said
            if content.fault is not None and content.fault[0] == code
        )
        yield from first_of(code, faults)


def meta(contents: Contents) -> Iterator[Found]:
    """A page saved from a mail is read by what it says of itself."""
    html = contents.html
    named = META.search(html.words[:NEAR]) if html is not None else None
    if html is not None and named is not None:
        declared = html.part.parameters.get("charset", "us-ascii")
        if codec(named[1]) != codec(declared) and not html.octets.isascii():
            yield Found(
                "charset-meta", f"the page says {named[1]}, the part {quoted(declared)}", html.part.called
            )


def flowed_place(contents: Contents) -> Iterator[Found]:
    """Readers of other types know no flow."""
    places = (
        (f"format=flowed on {part.kind}", part.called)
        for part in contents.mail.parts
        if part.kind != "text/plain" and part.parameters.get("format", "").lower() == "flowed"
    )
    yield from first_of("flowed-place", places)


def flowed(contents: Contents) -> Iterator[Found]:
    """Flowed text as readers join it."""
    text = contents.text
    if text is None or not text.is_flowed:
        return
    for code, pattern, said in (
        ("flowed-78", OVER_78, "a line of {} characters"),
        ("flowed-open", OPEN_END, "a paragraph ends in a blank"),
        ("flowed-stuffing", UNSTUFFED, "a line begins with From"),
    ):
        breaches = ((said.format(len(m[0])), str(m.start())) for m in pattern.finditer(text.words))
        for found in first_of(code, breaches):
            line = text.words.count("\n", 0, int(found.where)) + 1
            yield Found(code, found.said, f"line {line} of the text", found.more)


CHECKS: tuple[Check, ...] = (both, charsets, meta, flowed_place, flowed)
