"""A linter for the feeds we write: RSS 2.0, Atom, OPML 2.0, JSON Feed 1.1, with RFC 5005.

It stands in for the public feed validator where there is no network: no finding here above NOTE should mean
none there. It knows only what we write; all else counts as UndefinedElement or UnknownNamespace.
`finding` says how to add a rule, `shapes` how to let an element in, `judges` how to judge several at once.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final

from lxml import etree

from .finding import Finding, Level, level_of
from .jsonfeed import lint_json
from .shapes import KNOWN, PREFIXES, ROOTS
from .tree import Element, attributes_of, line_of
from .values import Page
from .walk import spell, walk

__all__ = ["Finding", "Level", "lint", "lint_json"]

LONGEST: Final = 5_000_000  # bytes; the validator reads no further and then refuses the whole
SNIFFED: Final = 512  # bytes in which a server's vague media type must be borne out
ENCODING: Final = re.compile(rb"<\?xml[^>]*\sencoding=[\"']utf-8[\"']", re.IGNORECASE)
CONTROLS: Final = re.compile("[\x80-\x9f\ufffd]")
MISREAD: Final = re.compile("[\xc2\xc3][\x80-\xbf]")
Hit = tuple[Element, str, str]


def lint(data: bytes, url: str, *, now: datetime | None = None) -> list[Finding]:
    """All findings on a feed that will stand at an address; `now` bounds its dates."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        return [_finding("SAXError", f"line {error.lineno}", str(error.msg))]
    row = ROOTS.get(spell(root) or "")
    if row is None:
        return [_finding("UndefinedElement", "line 1", f"{root.tag} is no feed")]
    kind, field = row
    hexed = tuple(b"&#x" in line for line in data.splitlines())
    page = Page(url, kind, hexed, now or datetime.now(UTC))
    hits = [*_namespaces(root, kind), *_characters(root), *walk(root, field, page)]
    return [*_of_bytes(data), *(_finding(rule, _where(element), said) for element, rule, said in hits)]


def _finding(rule: str, where: str, said: str) -> Finding:
    return Finding(level_of(rule), rule, where, said)


def _where(element: Element) -> str:
    steps = [node for node in (element.getparent(), element) if node is not None]
    return f"line {line_of(element)}: {'/'.join(etree.QName(node).localname for node in steps)}"


def _of_bytes(data: bytes) -> Iterator[Finding]:
    if len(data) > LONGEST:
        yield _finding("ValidatorLimit", "whole file", f"{len(data)} bytes, more than {LONGEST}")
    if not ENCODING.match(data):
        yield _finding("MissingEncoding", "line 1", "no encoding UTF-8 declared")
    if not any(mark in data[:SNIFFED] for mark in (b"<rss", b"<feed", b"<opml")):
        yield _finding("NonSpecificMediaType", "line 1", f"the root begins after {SNIFFED} bytes")


def _namespaces(root: Element, kind: str) -> Iterator[Hit]:
    for element in root.iter("*"):
        parent = element.getparent()
        outer = {} if parent is None else parent.nsmap
        for prefix, uri in element.nsmap.items():
            if outer.get(prefix) != uri:
                yield from ((element, rule, f"{prefix}: {uri}") for rule in _namespace(prefix, uri, kind))


def _namespace(prefix: str | None, uri: str, kind: str) -> Iterator[str]:
    if uri == KNOWN["media"].rstrip("/"):
        yield "MediaRssNamespace"
    elif prefix in KNOWN and KNOWN[prefix] != uri:
        yield "ReservedPrefix"
    elif uri not in PREFIXES:
        yield "UnknownNamespace"
    elif prefix and PREFIXES[uri] in {"atom", "xhtml"} and (kind == "atom" or prefix != PREFIXES[uri]):
        yield "AvoidNamespacePrefix"
    elif prefix and prefix != PREFIXES[uri]:
        yield "NonstdPrefix"


def _characters(root: Element) -> Iterator[Hit]:
    for element in root.iter("*"):
        for value in (element.text, element.tail, *(value for _, value in attributes_of(element))):
            if value and (CONTROLS.search(str(value)) or _is_misread(str(value))):
                yield element, "BadCharacters", repr(value)


def _is_misread(value: str) -> bool:
    """UTF-8 that somebody took for Latin-1."""
    if not MISREAD.search(value):
        return False
    try:
        value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return False
    return True
