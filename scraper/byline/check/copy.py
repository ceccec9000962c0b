"""The bytes of a copy, read: HTML, Markdown, plain text, or a mail with its text part and its HTML part."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from pathlib import PurePath

from byline.check.page import html_part
from byline.check.parts import Copy, Line, Part, visible
from byline.extract.decode import decode
from byline.render import unsafe

TAG_EVERY = 1_000  # characters; the thinnest markup that is still a page
CODE = re.compile(  # as plain text and Markdown set it apart: indented, or between fences
    r"(?<=\n\n)(?:(?: {4}|\t)[^\n]*+\n?)++|^(```|~~~)[^\n]*+\n(?:(?!\1)[^\n]*+\n)*+\1", re.MULTILINE
)
MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|/?(?:p|div|a|span|table|td|ul|ol|li|h[1-6]|br|b|i|em|strong))\b",
    re.IGNORECASE,
)
MARKDOWN = re.compile(r"\]\(<?(?:https?://|mailto:)\S")  # a link of it; a reader sees what it is rendered to
HEADER = re.compile(
    rb"(?i)^(?:from|to|subject|date|mime-version|message-id|content-type|received|return-path|"
    rb"delivered-to|reply-to|sender|list-[a-z]+|dkim-signature|x-[\w-]+):"
)
MAIL_MARKS = re.compile(rb"(?im)^(?:mime-version|message-id|subject|from):")


def read_copy(
    content: bytes, *, url: str | None = None, sheets: Mapping[str, str] | None = None, name: str = ""
) -> Copy:
    """The copy in `content`: HTML, Markdown, plain text, or a mail with all its parts.

    Args:
        content: the bytes as they were taken.
        url: where they came from; relative links are resolved against it.
        sheets: style sheets that it links to, by address; one that is not there leaves it open what
            a reader sees. None where the caller answers for all of them.
        name: of the file; one that is called a text or Markdown is one, whatever markup its words quote.

    Raises:
        PageError: empty, binary, or nested too deep.

    """
    read = None if "://" in name else NAMED.get(PurePath(name).suffix.lower())
    if read:
        return Copy((read(decode(content).text),))
    if _is_mail(content):
        parts = _mail_parts(content, sheets)
        if parts:
            return Copy(parts, is_mail=True)
    return Copy((_part(decode(content).text, url, sheets),))


def _part(text: str, url: str | None, sheets: Mapping[str, str] | None) -> Part:
    if _is_html(text):
        return html_part(text, url, sheets=sheets)
    return html_part(unsafe(text), url) if MARKDOWN.search(text) else text_part(text)


def _is_html(text: str) -> bool:
    """Markup from the start, or all through; a tag or two may be quoted in a plain text, and more as code."""
    if text.lstrip("\ufeff \t\r\n").startswith("<"):
        return MARKUP.search(text) is not None
    tags = sum(1 for _ in MARKUP.finditer(CODE.sub("", text)))
    return tags > 0 and tags * TAG_EVERY >= len(text)


def text_part(text: str, name: str = "") -> Part:
    """Plain text: every line that says something."""
    rows = enumerate(visible(text).splitlines(), 1)
    return Part("text", tuple(Line(row.strip(), f"line {n}") for n, row in rows if row.strip()), (), name)


NAMED: dict[str, Callable[[str], Part]] = {  # by how a file's name ends
    ".txt": text_part,
    ".text": text_part,
    **dict.fromkeys((".md", ".markdown", ".mdown"), lambda text: html_part(unsafe(text))),
}


def _is_mail(content: bytes) -> bool:
    """A mail begins with header fields, one of them a mark of mail, and a blank line."""
    head = content[:20_000].lstrip(b"\xef\xbb\xbf\r\n")
    if head.startswith(b"From "):
        head = head.partition(b"\n")[2]
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return bool(HEADER.match(head)) and len(MAIL_MARKS.findall(top)) >= 2  # noqa: PLR2004  one may be prose


def _mail_parts(content: bytes, sheets: Mapping[str, str] | None) -> tuple[Part, ...]:
    """The text part and the HTML part, each with the subject as its first line."""
    message = message_from_bytes(content.lstrip(b"\xef\xbb\xbf\r\n"), policy=default)
    texts: dict[str, list[str]] = {"text/plain": [], "text/html": []}
    for piece in _shown(message):
        texts.setdefault(piece.get_content_type(), []).append(_content(piece))
    subject = _subject(message)
    plain, rich = "\n".join(texts["text/plain"]), "\n".join(texts["text/html"])
    found: list[Part] = []
    if plain.strip():
        found.append(text_part(plain, "text part"))
    if rich.strip():
        found.append(html_part(rich, None, "HTML part", sheets=sheets))
    return tuple(_headed(part, subject) for part in found)


def _shown(message: Message) -> Iterator[Message]:
    """The texts that a mail program shows: no attachment, no mail inside the mail.

    Of alternatives of one kind it shows the last (RFC 2046, section 5.1.4).
    """
    if message.get_content_disposition() == "attachment" or message.get_content_maintype() == "message":
        return
    if not message.is_multipart():
        if message.get_content_type() in {"text/plain", "text/html"}:
            yield message
        return
    pieces = [piece for piece in message.get_payload() if isinstance(piece, Message)]
    if message.get_content_subtype() == "alternative":
        pieces = list(
            {tuple(p.get_content_type() for p in _shown(piece)): piece for piece in pieces}.values()
        )
    for piece in pieces:
        yield from _shown(piece)


def _headed(part: Part, subject: str) -> Part:
    if not subject:
        return part
    anchors = tuple(replace(anchor, line=anchor.line + 1) for anchor in part.anchors)
    return replace(part, lines=(Line(subject, "subject"), *part.lines), anchors=anchors)


def _content(piece: Message) -> str:
    if isinstance(piece, EmailMessage):
        try:
            return str(piece.get_content())
        except (LookupError, ValueError):
            pass
    payload = piece.get_payload(decode=True)
    return decode(payload).text if isinstance(payload, bytes) and payload.strip() else ""


def _subject(message: Message) -> str:
    try:
        return visible(str(message.get("subject") or "")).strip()
    except ValueError:
        return ""
