"""Faults of HTML in a feed: what does not parse, what readers strip, what loses its base.

The public validator asks html5lib, and so do we. Its list of safe attributes is longer; ours are those that
prose needs. To let one more through, look it up there, then add it to a table.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final
from xml.etree import ElementTree as ET

import html5lib
from html5lib.constants import E as MESSAGES

from .tree import words

SAFE: Final = words(
    "a abbr address article aside audio b bdi blockquote br caption cite code col colgroup data dd del"
    " details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd"
    " li main mark nav ol p picture pre q rp rt ruby s samp section small source span strong sub summary"
    " sup table tbody td tfoot th thead time tr track tt u ul var video wbr big center font strike acronym"
    " map area menu meter progress button canvas form input label fieldset legend select option optgroup"
    " textarea output datalist dialog template noscript"
)
RISKY: Final = words(
    "script style link meta base object embed applet param iframe frame frameset noframes head html body"
    " title bdo slot basefont isindex xmp plaintext listing"
)
HTML_NAMES: Final = SAFE | RISKY
ATTRIBUTES: Final = words(
    "abbr align alt cite class color colspan cols coords crossorigin datetime decoding default dir"
    " download headers height hidden high href hreflang hspace id ismap itemid itemprop itemref itemscope"
    " itemtype kind label lang loading longdesc loop low max media min muted name open optimum poster"
    " preload referrerpolicy rel rev reversed rows rowspan scope shape size sizes span src srclang srcset"
    " start summary target title translate type usemap valign value vspace width xml:lang"
)
PLACES: Final = ("href", "src", "poster")
ABSOLUTE: Final = re.compile(r"\s*\w+:")
STYLE: Final = re.compile(
    r"(\s*(text-align|text-decoration|font-style|font-weight|vertical-align|white-space|color|direction|width|height)"
    r"\s*:\s*[a-z0-9#%.]+\s*(;|$))*\s*",
    re.IGNORECASE,
)

Said = tuple[str, str]


@cache
def html_faults(value: str, *, relative: bool = False) -> tuple[Said, ...]:
    """All faults of a piece of HTML, as (rule, words); `relative` lets relative addresses pass."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    tree: ET.Element = parser.parseFragment(value)
    broken = [("NotHtml", f"{MESSAGES[code] % words} at {spot}") for spot, code, words in parser.errors]
    elements = [node for node in tree.iter() if _is_element(node) and node is not tree]
    return tuple(broken + [said for node in elements for said in _faults_of(node, relative=relative)])


def _is_element(node: ET.Element) -> bool:
    """Comments have a function for a tag, whatever the types say."""
    return not callable(node.tag)


def _faults_of(node: ET.Element, *, relative: bool) -> Iterator[Said]:
    tag = node.tag.rpartition("}")[2].lower()
    if tag in RISKY:
        yield "SecurityRisk", f"<{tag}>"
    elif tag not in SAFE:
        yield "NotHtml", f"<{tag}> is no element of HTML"
    else:
        yield from _faults_of_attributes(node, relative=relative)


def _faults_of_attributes(node: ET.Element, *, relative: bool) -> Iterator[Said]:
    for name, value in node.attrib.items():
        if name == "style":
            if not STYLE.fullmatch(value):
                yield "DangerousStyleAttr", f'<{node.tag} style="{value}">'
        elif name.lower() not in ATTRIBUTES and not name.startswith("data-"):
            yield "SecurityRiskAttr", f'<{node.tag} {name}="{value}">'
        if name in PLACES and not relative and not ABSOLUTE.match(value):
            yield "ContainsRelRef", f'<{node.tag} {name}="{value}">'
