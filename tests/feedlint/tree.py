"""What lxml gives, in the types that the rules want."""

from typing import Final, cast

from lxml import etree

Element = etree._Element
XML: Final = "{http://www.w3.org/XML/1998/namespace}"


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


def text_of(element: Element) -> str:
    """All text within an element."""
    return "".join(cast("list[str]", list(element.itertext())))


def attributes_of(element: Element) -> list[tuple[str, str]]:
    """Names and values of all attributes, names with their namespace in braces."""
    return cast("list[tuple[str, str]]", list(element.attrib.items()))


def line_of(element: Element) -> int:
    """The line an element starts on."""
    return cast("int | None", element.sourceline) or 0


def select(element: Element, path: str, names: dict[str, str]) -> list[Element]:
    """The elements on an XPath."""
    return cast("list[Element]", element.xpath(path, namespaces=names))


def is_based(element: Element) -> bool:
    """Whether an xml:base is in scope."""
    return any(node.get(f"{XML}base") for node in (element, *element.iterancestors()))
