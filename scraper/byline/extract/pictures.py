"""Where an image of a page really is: pages that load images late keep its address elsewhere.

To know one more attribute that holds an address, add it to LATE, or to CANDIDATES for a list of them.
"""

import re

from selectolax.lexbor import LexborNode

from byline.extract.nodes import Attributes

LATE = ("data-src", "data-lazy-src", "data-original", "data-orig-file", "data-lazy", "data-url")
CANDIDATES = ("srcset", "data-srcset", "data-lazy-srcset")
EMBEDDED = re.compile(r"\s*(?:data|about|blob|javascript):", re.IGNORECASE)
STAND_IN = re.compile(
    r"(?:blank|spacer|placeholder|loading|loader|lazy\w*|transparent|pixel|1x1|dummy)[^/]*\.(?:gif|png|svg|webp|jpe?g)",
    re.IGNORECASE,
)
CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*[^\s,]|[^\s,])(?:\s+([\d.]+)[wxh])?[^,]*")


def address(node: LexborNode, attributes: Attributes) -> str:
    """The address of the image that a reader gets to see, as the page writes it; empty where it has none."""
    own = attributes.get("src") or ""
    if own and not EMBEDDED.match(own) and not STAND_IN.search(own):
        return own
    late = next((url for key in LATE if (url := attributes.get(key)) and not EMBEDDED.match(url)), "")
    return late or _largest(attributes) or _source(node) or ("" if EMBEDDED.match(own) else own)


def _source(node: LexborNode) -> str:
    """The image of the first `source` beside it, in a `picture`."""
    around = node.parent
    child = around.first_child if around is not None and around.tag == "picture" else None
    while child is not None:
        found = _largest(child.attributes) if child.tag == "source" else ""
        if found:
            return found
        child = child.next
    return ""


def _largest(attributes: Attributes) -> str:
    """Of the first list of candidates, the widest one."""
    listed = next((value for key in CANDIDATES if (value := attributes.get(key))), "")
    found = [(float(size or 1), url) for url, size in CANDIDATE.findall(listed) if not EMBEDDED.match(url)]
    return max(found, key=lambda candidate: candidate[0])[1] if found else ""
