"""Walk a feed along the table of places: every element, every attribute, every text.

The walk knows no rule of any one element: see `shapes`; nor of several elements at once: see `judges`.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from .judges import JUDGES
from .shapes import KNOWN, PLACES, PREFIXES, Field, Place
from .tree import XML, Element, attributes_of, text_of, words
from .values import Page, language

Hit = tuple[Element, str, str]
MISSING: Final = {"href": "MissingHref"}
NO_EXTENSIONS: Final = "http://www.rssboard.org/rss-specification"
QUESTIONABLE: Final = words(
    "atom:author atom:category atom:content atom:contributor atom:generator atom:icon atom:id atom:link"
    " atom:logo atom:published atom:rights atom:subtitle atom:summary atom:title atom:updated"
)


def spell(element: Element) -> str | None:
    """`prefix:name` with the prefix of our table, a bare name without a namespace, None in an unknown one."""
    name = etree.QName(element)
    if not name.namespace:
        return name.localname
    prefix = PREFIXES.get(name.namespace)
    return f"{prefix}:{name.localname}" if prefix else None


def walk(element: Element, row: Field, page: Page) -> Iterator[Hit]:
    """All hits on an element and what it holds."""
    yield from _attributes(element, row, page)
    if row.anything:
        yield from _swallow(element, page)
    elif row.inside is None:
        yield from _text(element, row, page)
    else:
        yield from _children(element, PLACES[row.inside], page)
        for judge in JUDGES.get(row.inside, ()):
            yield from judge(element, page)


def _text(element: Element, row: Field, page: Page) -> Iterator[Hit]:
    for child in element.iterchildren("*"):
        yield child, "UndefinedElement", f"{child.tag} in {element.tag}"
    value = text_of(element)
    for check in row.checks:
        yield from ((element, rule, said) for rule, said in check(value, element, page))


def _children(element: Element, place: Place, page: Page) -> Iterator[Hit]:
    loose = [element.text, *(child.tail for child in element)]
    if text := "".join(part for part in loose if part).strip():
        yield element, "UnexpectedText", text
    seen: set[str] = set()
    for child in element.iterchildren("*"):
        name = spell(child)
        if name is None:
            yield from _swallow(child, page)
        elif name not in place.fields:
            yield from _undefined(child, name, page)
        else:
            if place.fields[name].once and name in seen:
                yield child, "DuplicateElement", f"{name} again"
            yield from walk(child, place.fields[name], page)
        seen.add(name or "")
    yield from ((element, rule, f"no {name}") for name, rule in place.needs.items() if name not in seen)


def _undefined(child: Element, name: str, page: Page) -> Iterator[Hit]:
    if ":" not in name and page.kind == "atom":
        yield child, "UndeterminableVocabulary", name
    elif name in QUESTIONABLE:
        yield child, "QuestionableUsage", name
    else:
        yield child, "UndefinedElement", name


def _swallow(element: Element, page: Page) -> Iterator[Hit]:
    """Foreign matter is free, but in RSS every element in it must have a namespace."""
    inner: Iterable[Element] = element.iterdescendants("*")
    for child in inner:
        if page.kind == "rss" and not etree.QName(child).namespace:
            yield child, "NotInANamespace", child.tag


def _attributes(element: Element, row: Field, page: Page) -> Iterator[Hit]:
    for name in row.needs:
        if name not in element.attrib:
            yield element, MISSING.get(name, "MissingAttribute"), name
    for name, value in attributes_of(element):
        yield from (
            (element, rule, f"{name}: {said}") for rule, said in _attribute(element, row, name, value, page)
        )


def _attribute(element: Element, row: Field, name: str, value: str, page: Page) -> Iterator[tuple[str, str]]:
    namespace = etree.QName(name).namespace
    if name in row.attributes:
        yield from row.attributes[name](value, element, page)
    elif name == f"{XML}lang":
        yield from language(value, element, page)
    elif row.anything or name.startswith(XML):
        return
    elif not namespace or namespace in KNOWN.values():
        yield "UnexpectedAttribute", value
    elif page.kind == "rss" and not etree.QName(element).namespace and not _is_excused(element):
        yield "UseOfExtensionAttr", value


def _is_excused(element: Element) -> bool:
    """The validator lets foreign attributes pass when the channel names the RSS board's specification."""
    return element.getroottree().getroot().findtext("channel/docs") == NO_EXTENSIONS
