"""Charsets by the names that mail gives them, and encoded words (RFC 2047).

Python knows codecs that are no charsets, some of them slow beyond reason (punycode); these alone are used.
"""

import binascii
import codecs
import re
from functools import cache

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:+-]{0,39}")
CHARSETS = re.compile(
    r"utf-(?:8|16|32)(?:-[bl]e)?|ascii|iso8859-\d{1,2}|cp\d{3,4}|koi8-[rut]|mac-\w+|iso2022_\w+|gb2312|gbk"
    r"|gb18030|big5|big5hkscs|shift_jis|shift_jisx0213|shift_jis_2004|euc_\w+|johab|hz|tis-620|ptcp154|kz1048"
)
SPELLINGS = {  # names in use that Python does not know
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "iso-8859-6-i": "iso8859-6",
    "x-sjis": "cp932",
    "windows-874": "cp874",
    "windows-31j": "cp932",
    "windows-936": "gbk",
    "windows-949": "cp949",
    "x-windows-949": "cp949",
    "gb_2312-80": "gb2312",
    "koi8-ru": "koi8-u",
    "x-euc-jp": "euc_jp",
    "cp50220": "iso2022_jp",
    "iso-2022-jp-ms": "iso2022_jp",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-gbk": "gbk",
    "x-mac-roman": "mac-roman",
}
WIDER = {  # what is sent, and read, under the name of a smaller charset (WHATWG, Encoding)
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "cp950",
}
COMMENT = r"\((?:[^()\\]|\\.)*\)"  # in the value of a header; RFC 5322 3.2.2
WORD = re.compile(r"=\?([^?\s]{1,60})\?([^?\s]{1,10})\?([^?]*)\?=")
BETWEEN = re.compile(r"(?<=\?=)[ \t]+(?==\?)")
MAX_VALUE = 20_000  # characters of one header that are decoded
BREAKS = re.compile("[\x00-\x08\x0a-\x1f\x7f]")


@cache
def codec(name: str) -> str | None:
    """Python's name for a charset; None where it is none."""
    if not NAME.fullmatch(name):
        return None
    try:
        found = codecs.lookup(SPELLINGS.get(name.lower(), name)).name
    except LookupError:
        return None
    return WIDER.get(found, found) if CHARSETS.fullmatch(found) else None


def read(octets: bytes, known: str) -> str:
    """Octets in one of Python's charsets.

    Raises:
        UnicodeError: they are in another. Of ISO-2022, which mail programs know more letters of than Python,
            only octets beyond ASCII are.

    """
    wide = known.startswith("iso2022_") and octets.isascii()
    return octets.decode(known, "replace" if wide else "strict")


def word_fault(word: re.Match[str]) -> str:
    """Why an encoded word cannot be read; empty where it can."""
    charset, encoding, text = word.groups()
    known = codec(charset.partition("*")[0])
    if known is None:
        return "names no known charset"
    if encoding.lower() not in {"b", "q"}:
        return "is encoded neither as B nor as Q"
    if " " in text or "\t" in text:
        return "has a blank inside"
    try:
        plain = read(_octets(encoding, text), known)
    except (ValueError, UnicodeError):
        return "does not decode"
    return "hides a line end or a control character" if BREAKS.search(plain) else ""


def decoded(value: str) -> str:
    """A header's value as a reader sees it; what cannot be decoded stays as it is."""
    return WORD.sub(_said, BETWEEN.sub("", value[:MAX_VALUE]))


def _said(word: re.Match[str]) -> str:
    known = codec(word[1].partition("*")[0])
    return word[0] if known is None or word_fault(word) else read(_octets(word[2], word[3]), known)


def _octets(encoding: str, text: str) -> bytes:
    if encoding.lower() == "b":
        return binascii.a2b_base64(text.encode("ascii"), strict_mode=True)
    return binascii.a2b_qp(text.encode("ascii"), header=True)
