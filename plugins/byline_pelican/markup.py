"""What a page of the site makes of an article's HTML, which feeds, mails and kits print as it is.

Pictures get the room they need, load late, and tell no stranger who reads; one that stands alone and has a
title is a figure with a caption. Tables that are too wide scroll. Their cells say with a class what others,
which have no style sheet, say with `align`. Links that are their own address are marked, so that
print spells out all others. Works on HTML that nh3 has sanitised: there, nothing else can look like a tag.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import count

from byline_pelican.pictures.addresses import Picture

IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")+)>')
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
SAID = r'(?: [a-z]+="[^"]*")*'  # attributes
ALONE = re.compile(rf"<p>((?:<a{SAID}>)?<img{SAID}>(?:</a>)?)</p>")
TITLE = re.compile(r'(<img(?: [a-z]+="[^"]*")*?) title="([^"]+)"')
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
REGION = '<section class="scroll" tabindex="0" aria-label="Table {number}">{table}</section>'
NUMBER = re.compile(r"<td>(?=[^<>]*\d)([\d\s.,:%+()$£€−–-]+)</td>")
THEIRS = re.compile(r'<div class="credit-(?:copyright|box|permission)"')
CELL = re.compile(r'<(t[dh])((?: [a-z]+="[^"]*")*?) align="(left|right|center)"')
BARE = re.compile(r'<a((?: [a-z]+="[^"]*")*? href="(?:mailto:)?([^"]*)"(?: [a-z]+="[^"]*")*)>(?=\2/?</a>)')
HERE = "{site}"  # for the site's address as the page says it; sanitised addresses hold no brace
SOURCE_HERE = re.compile(rf'(<img(?: [a-z]+="[^"]*")*? src="){re.escape(HERE)}')


def framed(html: str, pictures: Mapping[str, Picture]) -> str:
    """The HTML with each image's size, and how to load it: the first one at once, the others late.

    Args:
        html: sanitised.
        pictures: by their absolute address; in the answer, it begins with `HERE`.

    """
    html = _scrolling(bare(CELL.sub(r'<\1\2 class="\3"', html)))
    html = ALONE.sub(_alone, html)
    images = IMAGE.findall(html)
    if not images:
        return html
    ready = iter([_framed(image, pictures, first=number == 0) for number, image in enumerate(images)])
    return IMAGE.sub(lambda _: next(ready), html)


def bare(html: str) -> str:
    """The HTML in which a link whose words are its address is of the class `bare`."""
    return BARE.sub(r'<a\1 class="bare">', html)


def voiced(html: str, marks: str) -> str:
    """A credit whose parts that the author wrote have these attributes: they may speak another language."""
    return THEIRS.sub(lambda match: match[0] + marks, html)


def on_page(html: str, site: str) -> str:
    """Framed HTML for a page to which `site` leads to the top of the site."""
    return SOURCE_HERE.sub(lambda match: f"{match[1]}{site}", html) if HERE in html else html


def _alone(match: re.Match[str]) -> str:
    """A picture that is a paragraph: a figure where it has a title."""
    title = TITLE.search(match[1])
    if title is None:
        return f'<p class="picture">{match[1]}</p>'
    picture = TITLE.sub(r"\1", match[1])
    return f"<figure>{picture}<figcaption>{title[2]}</figcaption></figure>"


def _scrolling(html: str) -> str:
    """Each table in a region of its own, which scrolls and which the keyboard reaches."""
    if "<table>" not in html:
        return html
    numbers = count(1)

    def region(match: re.Match[str]) -> str:
        table = NUMBER.sub(r'<td class="number">\1</td>', match[0])
        return REGION.format(number=next(numbers), table=table)

    return TABLE.sub(region, html)


def _framed(image: str, pictures: Mapping[str, Picture], *, first: bool) -> str:
    given = dict(ATTRIBUTE.findall(image))
    picture = pictures.get(given.get("src", ""))
    ours: dict[str, str] = {"alt": ""}
    if picture is not None:
        given["src"] = f"{HERE}/{picture.place}"
        sizes = (("width", picture.width), ("height", picture.height))
        ours |= {name: str(size) for name, size in sizes if size}
    else:
        ours["referrerpolicy"] = "no-referrer"
    if not first:
        ours["loading"] = "lazy"
    return f"<img{_written((ours | {'decoding': 'async'} | given).items())}>"


def _written(attributes: Iterable[tuple[str, str]]) -> str:
    return "".join(f' {name}="{value}"' for name, value in attributes)
