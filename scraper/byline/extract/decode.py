"""Bytes to text, refusing what no article page is: empty, binary, too large, too deep.

Order, measured on 29 kinds of damage: byte order mark, the shape of UTF-16, strict UTF-8, the
declared label as browsers mean it, a detector, windows-1252. A label that leaves damage is not
believed. To know one more binary format, add a row to SIGNATURES; one more label, to SPELLINGS.
"""

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from resiliparse.parse.encoding import detect_encoding

from byline.errors import PageError
from byline.extract.walk import MAX_DEPTH, TOO_DEEP
from byline.model import Doubt

MAX_BYTES = 10_000_000
SAFE_LENGTH = 200_000  # characters; a shorter page has no room for attributes that stall the parser
LONG_ELEMENT = 5_000  # characters; the same of one element
MAX_ATTRIBUTES = 40_000  # on one element, or as costly on several: the parser compares each with each
MAX_EMPTY = (
    20_000  # tags closed in themselves: no more levels than the parser can bear, if it reads them otherwise
)
SAFE_TAGS = 5_000  # a page with fewer cannot stall the parser, however they nest
MAX_LABELS = 20
HEAD = 65_536  # bytes in which a page declares its encoding; browsers read on past the first 1,024 too
BINARY_SHARE = 0.05
CERTAIN, DECLARED, GUESSED = "certain", "declared", "guessed"
TOO_WIDE = "more attributes on an element than any article page has; save the article's own page"
NO_PAGE = "not a page but {}; save the article as HTML or text"

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
    (False, True, True, True): "utf-32-le",
    (True, True, True, False): "utf-32-be",
}
SPELLINGS: dict[str, str] = {  # labels that Python does not know
    **dict.fromkeys(("unicode-1-1-utf-8", "unicode11utf8", "x-unicode20utf8"), "utf-8"),
    **dict.fromkeys(("iso88591", "x-cp1252"), "cp1252"),
    **{f"x-cp125{last}": f"cp125{last}" for last in (0, 1, *range(3, 9))},
    "iso88592": "iso8859-2",
    "iso-8859-6-i": "iso8859-6",
    "sun_eu_greek": "iso8859-7",
    **dict.fromkeys(("visual", "logical", "iso-8859-8-i"), "iso8859-8"),
    "csisolatin9": "iso8859-15",
    **dict.fromkeys(("koi", "koi8"), "koi8-r"),
    "koi8-ru": "koi8-u",
    **dict.fromkeys(("mac", "csmacintosh", "x-mac-roman"), "mac-roman"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac-cyrillic"),
    **dict.fromkeys(("dos-874", "iso885911", "windows-874"), "cp874"),
    **dict.fromkeys(("csgb2312", "gb_2312", "x-gbk"), "gb18030"),
    **dict.fromkeys(("cn-big5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("cseucpkdfmtjapanese", "x-euc-jp"), "euc_jp"),
    "x-sjis": "cp932",
    **dict.fromkeys(("cseuckr", "csksc56011987", "iso-ir-149", "ks_c_5601-1989", "ksc_5601"), "cp949"),
}
MEANT: dict[str, str] = {  # what browsers mean, where Python means less; by the name of its codec
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    **dict.fromkeys(("iso8859-11", "tis-620"), "cp874"),
    "big5": "big5hkscs",
    # a page whose label can be read byte by byte is none of these
    **dict.fromkeys(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7"), "utf-8"
    ),
}
LABEL = re.compile(
    rb"<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})"
    rb"|<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']?\s*([a-z0-9_:.-]{2,40})"
)
CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
UNWANTED = bytes([*range(9), 0x0B, *range(0x0E, 0x20), 0x7F])  # CONTROL of one byte
UNSOUND = (  # the rest of CONTROL and U+FFFD, as they are written in UTF-8
    re.compile(rb"\xc2[\x80-\x9f]"),
    re.compile(rb"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbd-\xbf])"),
)
ESCAPED = re.compile(rb"\x1b\$[@B]")  # where ISO-2022-JP goes over to Japanese
UNREAD = ((b"<!--", b"-->"), (b"<script", b"</script"), (b"<style", b"</style"))
LETTER = re.compile(r"[^\W\d_\x00-\x7f\xaa\xb5\xba]")
DAMAGE = re.compile("[\ufffd\x80-\x9f]")
NEXT = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"  # the later bytes of a letter, each read as a letter
TWICE_MARKS = "€ÃÐÑÎØÙ¸¤"  # some of them stand in every page that was encoded twice, and in few others
TWICE = re.compile(  # what was UTF-8, was read byte by byte, and was written as UTF-8 again
    rf"[\xc3-\xf4](?:[\x80-\x9f]|(?<=â)€{NEXT}|(?<=Ã){NEXT}"
    rf"|(?<=[\xe0-\xe9]){NEXT}{{2}}(?:[\xe0-\xe9]{NEXT}{{2}}){{2}}"
    rf"|(?<=[\xce-\xd9]){NEXT}(?:[\xce-\xd9]{NEXT}){{2}})"
)
ELEMENT = re.compile(r"""<[a-zA-Z](?:[^>"']++|"[^"]*+"?|'[^']*+'?)*+""")  # linear, broken quotes or not
QUOTED = re.compile(r""""[^"]*+"|'[^']*+'|/""")
TAG = re.compile(r"""<!--|<(/?)([a-z][a-z0-9:-]*)((?:[^>"']++|"[^"]*+"?|'[^']*+'?)*+)""")
COMMENT_END = re.compile("--!?>")
UNPARSED = {
    "script",
    "style",
    "textarea",
    "title",
    "iframe",
    "xmp",
    "noembed",
    "noframes",
}  # text until the end tag
PARSED_IN = ("svg", "math", "select", "frameset")  # here they hold elements, or are none
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
    sound = _sound(content)
    if sound is not None:
        twice = _twice(sound) if any(mark in sound for mark in TWICE_MARKS) else ()
        return Decoded(_shallow(sound), "utf-8", tuple(twice))
    _refuse_binary(content)
    encoding, how = _encoding(content)
    raw = content.decode(encoding, errors="replace")
    doubts = (*_damaged(raw), *_twice(raw), *_guessed(content, raw, encoding, how))
    return Decoded(_shallow(CONTROL.sub("", raw)), encoding, doubts)


def _refuse(content: bytes) -> None:
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1e6:.1f} MB"
        raise PageError(
            f"{size} is more than an article page holds ({MAX_BYTES // 1_000_000} MB); cut it down"
        )
    if not content.strip(b" \t\r\n\f\x00"):
        raise PageError("the page is empty; save it again from the browser")
    kind = next((kind for start, kind in SIGNATURES.items() if content.startswith(start)), None)
    if kind is not None:
        raise PageError(NO_PAGE.format(kind))


def _refuse_binary(content: bytes) -> None:
    """Refuse what holds many bytes that text has no use for, among the first 64 KB."""
    sample = content[:65_536]
    odd = sum(sample.count(byte) for byte in (*range(9), 11, *range(14, 27), *range(28, 32)))
    if odd / len(sample) > BINARY_SHARE and not _encoded_wide(content):
        raise PageError(NO_PAGE.format("binary data"))


def _sound(content: bytes) -> str | None:
    """The text of a page in UTF-8 with nothing to take out or to doubt, as nearly all are.

    Bytes are searched here, for that is ten times faster than to search letters.
    """
    if content.startswith(codecs.BOM_UTF8) or any(byte in content for byte in UNWANTED):
        return None
    if any(pattern.search(content) for pattern in UNSOUND):
        return None
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


def _encoded_wide(content: bytes) -> str | None:
    """UTF-16 or UTF-32 by its mark, or by the NULs beside its first letters."""
    for mark, encoding in BOMS.items():
        if content.startswith(mark) and encoding != "utf-8-sig":
            return encoding
    return NUL_SHAPES.get(tuple(byte == 0 for byte in content[:4]))


def _encoding(content: bytes) -> tuple[str, str]:
    """The encoding, and how it is known: CERTAIN, DECLARED or GUESSED."""
    wide = _encoded_wide(content)
    if wide is not None:
        return wide, CERTAIN
    if content.startswith(codecs.BOM_UTF8):
        return "utf-8-sig", CERTAIN
    return next((name, how) for name, how in _candidates(content) if _fits(content, name))


def _candidates(content: bytes) -> Iterator[tuple[str, str]]:
    if ESCAPED.search(content) is not None:
        yield "iso2022_jp_ext", CERTAIN
    yield "utf-8", CERTAIN
    yield _declared(content), DECLARED
    yield _detected(content), GUESSED
    yield "cp1252", GUESSED


def _declared(content: bytes) -> str:
    """What the head of a page says of its encoding; a comment or a script says nothing."""
    head = content[:HEAD].lower()
    for label in islice(LABEL.finditer(head), MAX_LABELS):
        if not any(
            head.rfind(start, 0, label.start()) > head.rfind(end, 0, label.start()) for start, end in UNREAD
        ):
            return _python_name((label[1] or label[2]).decode("ascii"))
    return ""


def _detected(content: bytes) -> str:
    """What a detector makes of the words beyond ASCII; markup would only dilute them."""
    pieces = content.replace(b">", b"<").split(b"<")
    sample = b"\n".join(piece for piece in pieces if not piece.isascii())
    return _python_name(detect_encoding(sample, max_len=65_536, html5_compatible=False) or "")


def _python_name(label: str) -> str:
    """The codec that a label means; empty where there is none."""
    try:
        codec = codecs.lookup(SPELLINGS.get(label.lower(), label))
    except (LookupError, ValueError):
        return ""
    return MEANT.get(codec.name, codec.name) if codec._is_text_encoding else ""  # noqa: SLF001


def _fits(content: bytes, encoding: str) -> bool:
    """Whether the encoding leaves little damage; windows-1252 always fits, being the last."""
    if not encoding:
        return False
    text = content.decode(encoding, errors="replace")
    if encoding == "utf-8":
        return _fits_utf8(content, text)
    return encoding == "cp1252" or len(DAMAGE.findall(text)) <= max(3, len(text) // 500)


def _fits_utf8(content: bytes, text: str) -> bool:
    """Nothing else is UTF-8 by chance; bytes that are not are forgiven beside ten times as many letters."""
    try:
        content.decode()
    except UnicodeDecodeError:
        return len(DAMAGE.findall(text)) * 10 <= len(re.findall("[^\x00-\x9f\ufffd]", text))
    return True


def _shallow(text: str) -> str:
    """The text, if it holds a page and no parser will stall at it."""
    if not text or text.isspace():
        raise PageError("the page is empty; save it again from the browser")
    if _depth(text) > MAX_DEPTH:
        raise PageError(TOO_DEEP)
    if len(text) > SAFE_LENGTH and _comparisons(text) > MAX_ATTRIBUTES**2:
        raise PageError(TOO_WIDE)
    return text


def _comparisons(text: str) -> int:
    """How often the parser compares one attribute with another, at most."""
    found = (match[0] for match in ELEMENT.finditer(text) if match.end() - match.start() > LONG_ELEMENT)
    return sum(len(QUOTED.sub(" ", element).split()) ** 2 for element in found)


def _depth(text: str) -> int:
    """The deepest nesting that the tags could mean; linear, and before any parser sees them."""
    if text.count("<") <= SAFE_TAGS:
        return 0
    low = text.lower()
    opened: Counter[str] = Counter()
    depth = deepest = at = empty = 0
    while (match := TAG.search(low, at)) is not None:
        closing, name, rest = match.groups()
        at = match.end() if name else _after_comment(low, match.start())
        if not name or name in FLAT:
            continue
        if closing:
            depth -= opened[name] > 0
            opened[name] -= opened[name] > 0
        elif rest.endswith("/") and empty < MAX_EMPTY:  # shapes in a drawing, of which a page has many
            empty += 1
        elif name in UNPARSED and not any(opened[place] for place in PARSED_IN):
            at = max(at, low.find(f"</{name}", at))
        else:
            opened[name] += 1
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _after_comment(text: str, start: int) -> int:
    """Where a comment ends; `<!-->` is one. Without an end it is taken for none: it must hide nothing."""
    end = COMMENT_END.search(text, start + 2)
    return end.end() if end is not None else start + 4


def _damaged(raw: str) -> Iterator[Doubt]:
    damage = raw.count("\ufffd")
    if damage:
        words = _around(raw, raw.index("\ufffd"))
        yield Doubt("damaged-characters", f"{damage} times, first in: {words!r}")


def _twice(raw: str) -> Iterator[Doubt]:
    """Seen before control characters go: they are half of what shows that letters were encoded twice."""
    found = list(islice(TWICE.finditer(raw), 3))
    if len(found) > 2:  # noqa: PLR2004
        yield Doubt("encoded-twice", _around(raw, found[0].start()))


def _around(raw: str, at: int) -> str:
    return " ".join(CONTROL.sub("", raw[max(0, at - 30) : at + 30]).split())


def _guessed(content: bytes, raw: str, encoding: str, how: str) -> Iterator[Doubt]:
    """Whether the letters may be others: nobody declared them, or they look like another encoding's."""
    letter = LETTER.search(raw) if how != CERTAIN else None  # quotation marks are the same in all of a kind
    if letter is not None and (how == GUESSED or _disputed(content, raw)):
        yield Doubt("encoding-guessed", f"read as {encoding}: {_around(raw, letter.start())}")


def _disputed(content: bytes, raw: str) -> bool:
    """Whether a detector reads other letters than the label gives.

    Two readings in Latin letters are no dispute: no detector tells the encodings of Europe apart.
    """
    guess = _detected(content)
    if guess in {"", "utf-8"}:
        return False
    ours, other = (LETTER.findall(text) for text in (raw, content.decode(guess, errors="replace")))
    scripts = {_script(ours), _script(other)}
    return ours != other and scripts != {"LATIN"}


def _script(letters: Sequence[str]) -> str:
    """The script of most letters beyond ASCII, as Unicode names it."""
    names = Counter(unicodedata.name(letter, "").split(" ")[0] for letter in letters[:2_000])
    return names.most_common(1)[0][0] if names else "LATIN"
