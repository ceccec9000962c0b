"""Bytes to text, refusing what no article page is: empty, binary, too large, too deep.

Order, measured on 29 kinds of damage: byte order mark, the shape of UTF-16, strict UTF-8, the
declared label as browsers mean it, a detector, windows-1252. A label that leaves damage is not
believed. To know one more binary format, add a row to SIGNATURES; one more label, to LABELS.
"""

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from resiliparse.parse.encoding import detect_encoding

from byline.errors import PageError
from byline.extract.walk import MAX_DEPTH, TOO_DEEP
from byline.model import Doubt

MAX_BYTES = 10_000_000
SAFE_TAGS = 10_000  # a page with fewer cannot stall the parser, however they nest
HEAD = 4_096  # bytes in which a page declares its encoding

SIGNATURES: dict[bytes, str] = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "gzip data",
    b"\x89PNG": "an image",
    b"GIF8": "an image",
    b"\xff\xd8\xff": "an image",
    b"RIFF": "an image or a sound",
    b"OggS": "a sound",
    b"ID3": "a sound",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"Rar!": "an archive",
    b"7z\xbc\xaf": "an archive",
    b"wOFF": "a font",
    b"wOF2": "a font",
}
BOMS: dict[bytes, str] = {  # the longer first
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
NUL_SHAPES: dict[tuple[bool, ...], str] = {  # of the first four bytes
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}
LABELS: dict[str, str] = {  # what browsers mean by a label, where Python means less
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "x-gbk", "gb_2312-80"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "windows-949"), "cp949"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "tis-620"), "cp874"),
    **dict.fromkeys(("utf8", "unicode-1-1-utf-8", "utf-16", "utf-16le", "utf-16be"), "utf-8"),
    "big5": "big5hkscs",
    "x-mac-roman": "mac-roman",
    "macintosh": "mac-roman",
}
LABEL = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
DAMAGE = re.compile("[\ufffd\x80-\x9f]")
TWICE = re.compile("â€[\x80-\xbf™œ\u02dc“”¦]|Ã[\xa0-\xbf]")
TAG = re.compile(r"<(/?)([a-z][a-z0-9:-]*|!--)")
SKIPPED = {"!--", "script", "style", "svg", "math", "textarea", "title", "noscript", "template", "iframe"}
FLAT = {  # void, or ended by the next of their kind
    *("p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "br", "hr"),
    *("img", "input", "meta", "link", "area", "base", "col", "embed", "param", "source", "track", "wbr"),
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page, the encoding it was read with, and what a person should look at."""

    text: str
    encoding: str
    doubts: tuple[Doubt, ...] = ()


def decode(content: bytes) -> Decoded:
    """The text of a page, without control characters.

    Raises:
        PageError: the content is no page that can be read.

    """
    _refuse(content)
    encoding = _encoding(content)
    raw = content.decode(encoding, errors="replace")
    text = CONTROL.sub("", raw)
    if not text.strip():
        raise PageError("the page is empty; save it again from the browser")
    depth = _depth(text)
    if depth > MAX_DEPTH:
        raise PageError(TOO_DEEP)
    return Decoded(text, encoding, tuple(_doubts(text)))


def _refuse(content: bytes) -> None:
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1e6:.1f} MB"
        raise PageError(
            f"{size} is more than an article page holds ({MAX_BYTES // 1_000_000} MB); cut it down"
        )
    if not content.strip(b" \t\r\n\f\x00"):
        raise PageError("the page is empty; save it again from the browser")
    kind = next((kind for start, kind in SIGNATURES.items() if content.startswith(start)), None)
    if kind is None and not _encoded_wide(content) and _binary_share(content) > 0.05:  # noqa: PLR2004
        kind = "binary data"
    if kind is not None:
        raise PageError(f"not a page but {kind}; save the article as HTML or text")


def _binary_share(content: bytes) -> float:
    """Share of bytes that text has no use for, among the first 64 KB."""
    sample = content[:65_536]
    odd = sum(sample.count(byte) for byte in (*range(9), 11, *range(14, 27), *range(28, 32)))
    return odd / len(sample)


def _encoded_wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 by its mark, or by the NULs beside its first letters."""
    for mark, encoding in BOMS.items():
        if content.startswith(mark) and encoding != "utf-8-sig":
            return encoding
    return NUL_SHAPES.get(tuple(byte == 0 for byte in content[:4]))


def _encoding(content: bytes) -> str:
    wide = _encoded_wide(content)
    if wide is not None:
        return wide
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    return next(name for name in _candidates(content) if _fits(content, name))


def _candidates(content: bytes) -> Iterator[str]:
    yield "utf-8"
    label = LABEL.search(content[:HEAD])
    if label is not None:
        yield _python_name(label[1].decode("ascii"))
    yield _python_name(detect_encoding(content, max_len=65_536) or "")
    yield "cp1252"


def _python_name(label: str) -> str:
    known = LABELS.get(label.lower(), label)
    try:
        codec = codecs.lookup(known)
    except (LookupError, ValueError):
        return ""
    return codec.name if codec._is_text_encoding else ""  # noqa: SLF001


def _fits(content: bytes, encoding: str) -> bool:
    """Whether the encoding leaves little damage; windows-1252 always fits, being the last."""
    if not encoding:
        return False
    text = content.decode(encoding, errors="replace")
    damage = len(DAMAGE.findall(text))
    if encoding == "utf-8":  # damage is forgiven only beside ten times as many good sequences
        return damage == 0 or damage * 10 <= len(re.findall("[^\x00-\x9f\ufffd]", text))
    return encoding == "cp1252" or damage <= max(3, len(text) // 500)


def _depth(text: str) -> int:
    """The deepest nesting that the tags could mean; linear, and before any parser sees them."""
    if text.count("<") <= SAFE_TAGS:
        return 0
    low = text.lower()
    opened: Counter[str] = Counter()
    depth = deepest = at = 0
    while (match := TAG.search(low, at)) is not None:
        at = match.end()
        closing, name = match.groups()
        if name in FLAT:
            continue
        if not closing and name in SKIPPED:
            end = low.find("-->" if name == "!--" else f"</{name}", at)
            if end < 0:  # a browser takes the rest for the script's
                break
            at = end + len(name)
        elif not closing:
            opened[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
    return deepest


def _doubts(text: str) -> Iterator[Doubt]:
    damage = text.count("\ufffd")
    if damage:
        at = text.index("\ufffd")
        yield Doubt("damaged-characters", f"{damage} times, first in: {text[max(0, at - 30) : at + 30]!r}")
    if len(TWICE.findall(text)) > 2:  # noqa: PLR2004
        match = TWICE.search(text)
        at = match.start() if match else 0
        yield Doubt("encoded-twice", text[max(0, at - 30) : at + 30].strip())
