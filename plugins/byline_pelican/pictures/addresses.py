"""Local pictures and files of a Markdown text, and the same text with their addresses on the web.

The text itself is changed, once, before anything prints it: page, feed, mail and kit then agree. A
place that looks like a picture's is one only where comrak makes an image of it; so each such place is
given a mark, the text is rendered, and the marks that are images' sources are pictures.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import count

from byline.render import rendered

PLACE = re.compile(r"(\]\(\s{0,9}|\]:\s{0,9})(<[^<>\n]{1,2000}>|(?:[^\s<>()]|\([^\s<>()]{0,200}\)){1,2000})")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
SOURCE = re.compile(r'<img src="([^"]*)"')
TARGET = re.compile(r'<a href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that the site publishes.

    Attributes:
        place: below the output folder, as an address says it.
        width: in pixels, as a browser shows it; None where the file does not tell.
        height: likewise.

    """

    place: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Illustrated:
    """A text that addresses its pictures on the web.

    Attributes:
        pictures: by their absolute address.
        problem: with the first picture that cannot be shown; empty where there is none.

    """

    text: str
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    problem: str = ""


Look = Callable[[str], Picture | str]  # from a reference to its picture, or to what is wrong with it
Find = Callable[[str], str]  # from a reference to the place of a file that the site publishes, or to nothing


def illustrated(markdown: str, site_url: str, look: Look, find: Find) -> Illustrated:
    """The text with its local pictures, and the files that it links to, addressed below `site_url`."""
    places = [m for m in PLACE.finditer(markdown) if not ELSEWHERE.match(_reference(m[2]))]
    shown, linked = _shown(markdown, places)
    found = {place: look(_reference(markdown[place[0] : place[1]])) for place in shown}
    problem = next((said for said in found.values() if isinstance(said, str)), "")
    pictures = {place: picture for place, picture in found.items() if isinstance(picture, Picture)}
    files = {place: find(_reference(markdown[place[0] : place[1]])) for place in linked}
    named = {place: picture.place for place, picture in pictures.items()} | files
    text = _with(markdown, {place: f"{site_url}/{name}" for place, name in named.items() if name})
    left = problem or _left(text)
    return Illustrated(text, {f"{site_url}/{p.place}": p for p in pictures.values()}, left)


Place = tuple[int, int]


def _shown(markdown: str, places: list[re.Match[str]]) -> tuple[list[Place], list[Place]]:
    """The places that a reader meets as images, and as links; code that shows Markdown holds none."""
    if not places:
        return [], []
    mark = next(word for number in count() if (word := f"byline-picture-{number}-") not in markdown)
    marks = {f"{mark}{number}.": place.span(2) for number, place in enumerate(places)}
    html = rendered(_with(markdown, {span: word for word, span in marks.items()}))
    sources, targets = set(SOURCE.findall(html)), set(TARGET.findall(html))
    return (
        [span for word, span in marks.items() if word in sources],
        [span for word, span in marks.items() if word in targets],
    )


def _with(markdown: str, addresses: Mapping[Place, str]) -> str:
    """The text with other addresses in some of its places."""
    parts, at = [], 0
    for (start, end), address in sorted(addresses.items()):
        parts += [markdown[at:start], address]
        at = end
    return "".join([*parts, markdown[at:]])


def _left(markdown: str) -> str:
    """A picture whose place could not be told."""
    if "![" not in markdown:
        return ""
    sources = (unescape(source) for source in SOURCE.findall(rendered(markdown)))
    local = next((source for source in sources if source and not ELSEWHERE.match(source)), "")
    return f"picture {local}: cannot be placed; write it as ![words](../images/NAME)" if local else ""


def _reference(target: str) -> str:
    """A link's destination as Markdown means it."""
    return unescape(ESCAPED.sub(r"\1", target.removeprefix("<").removesuffix(">"))).strip()
