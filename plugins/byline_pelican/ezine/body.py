"""What writers say as a mail prints it: beside the words of others, leading somewhere, and calling nobody.

A picture that a mail loads tells its host who reads it and when, so only the site's own are loaded, and
with their sizes, for mail programs show pictures late. Any other is a line with its words that leads there.
"""

import re
from collections.abc import Callable, Mapping, Set
from dataclasses import replace
from html import escape, unescape
from urllib.parse import urlsplit

from byline.joining import rewritten
from byline.model import Credit
from byline.render import OMITTED, printable, rendered, sanitised, sealed, to_html
from byline_pelican.kit.markdown import with_whole_addresses, without_any_image, without_images
from byline_pelican.pictures.addresses import Picture

COLUMN = 568  # pixels; the sheet of 600 without its margins
MAILED = (".jpg", ".jpeg", ".png", ".gif", ".webp")  # kinds that mail programs show
UNNAMED = "Picture"
HEADING = re.compile(r"<(/?)h([2-5])>")
PLACE = re.compile(r'\b(id|href)="([^"#]*)(#?)([^"]*)"')
TOKEN = re.compile(r'<(/?)(a|img)\b((?:\s[\w-]+(?:="[^"]*")?)*)\s*/?>')
ATTRIBUTE = re.compile(r'\s([\w-]+)="([^"]*)"')
TOKENS = re.compile(r'<[a-z]\w*(?:\s[\w-]+(?:="[^"]*")?)+\s*/?>')
ID = re.compile(r'\sid="([^"]+)"')
ANCHOR = re.compile(r'<(/?)a\b((?:\s[\w-]+="[^"]*")*)\s*>')
LEADING = re.compile(r"#.|//|[a-z][a-z0-9+.-]*:", re.IGNORECASE)  # how an address begins that needs no other
NOTED = re.compile(r'<sup class="footnote-ref"><a [^<>]*>(.*?)</a></sup>')
BACK = re.compile(r' ?<a href="#fnref[^<>]*>[^<>]*</a>')
TOLD_APART = re.compile(r"^[ >]{0,9}\[[^\]\n]+\]:", re.MULTILINE)  # a reference or a footnote
SHOWN = re.compile(r'<span class="picture">(<a [^<>]*>)?([^<>]*)(</a>)?</span>')
MARKED = re.compile(r"[\[<]")  # no text without one has a link that is not whole
ELSEWHERE = re.compile(r'href="#(?!fn)([^"]*)"')
NOTHING: Mapping[str, Picture] = {}


def whole_html(markdown: str, base: str, kept_back: Set[int] = frozenset()) -> str:
    """Markdown as safe HTML with whole addresses; what leads nowhere is words, and no link.

    Args:
        markdown: as it was written.
        base: what relative addresses are of; where it is empty, they lead nowhere.
        kept_back: numbers of images that are left out.

    """
    html = sanitised(_leading(without_images(to_html(markdown), kept_back), base), base or None)
    return html.replace(f'href="{base}#', 'href="#')


def as_markdown(
    markdown: str,
    base: str,
    pictures: Mapping[str, Picture],
    kept_back: Set[int] = frozenset(),
    *,
    bracketed_marks: bool = True,
) -> str:
    """Markdown that says, among other texts, what `whole_html` and `pictured` show; no HTML stands in it.

    It is the writer's own, where that says so; else it is written anew, with each address beside its words.
    The marks of footnotes stand in brackets, but in a credit, of which no word may change.
    """
    own = with_whole_addresses(sealed(printable(markdown.replace("\r\n", "\n")).strip("\n")), base)
    html = pictured(whole_html(markdown, base, kept_back), pictures)
    if base:  # Markdown names no places
        html = ELSEWHERE.sub(lambda place: f'href="{escape(base)}#{place[1]}"', html)
    if OMITTED in rendered(own) or TOLD_APART.search(own) or html != to_html(own):
        return rewritten(BACK.sub("", NOTED.sub(r"[\1]", html) if bracketed_marks else html))
    return own


def leading(owed: Credit, shown: Callable[[str], str], base: str) -> Credit:
    """A credit whose links lead somewhere.

    Args:
        owed: as its author wrote it.
        shown: what becomes of its pictures in HTML, such as `told`; copyright lines have none.
        base: what relative addresses are of.

    """

    def mended(markdown: str) -> str:
        if not MARKED.search(markdown):
            return markdown
        whole = shown(whole_html(markdown, base))
        return markdown if whole == to_html(markdown) else rewritten(BACK.sub("", whole))

    notices = [mended(line) for own in owed.copyright.splitlines() for line in _pictures_below(own, base)]
    return replace(
        owed,
        copyright="\n".join(" ".join(line.split()) for line in notices),
        resource_box=mended(owed.resource_box),
        permission=mended(owed.permission),
        source_line=mended(owed.source_line),
    )


def _pictures_below(notice: str, base: str) -> list[str]:
    """A copyright line, its pictures in lines of their own: nobody may take their words for the owner's."""
    if "![" not in notice:
        return [notice]
    html = whole_html(notice, base)
    images = (told(tag[0]) for tag in TOKEN.finditer(html) if tag[2] == "img")
    return list(filter(None, map(rewritten, (without_any_image(html), *images))))


def told(html: str) -> str:
    """HTML with its pictures in words: those stand in brackets, and where they are beside them."""
    return bracketed(pictured(html, NOTHING))


def bracketed(html: str) -> str:
    """The same where they are words already: in a credit, so that nobody takes them for words of it."""
    return SHOWN.sub(r'<span class="picture">\1[\2]\3</span>', html)


def _leading(html: str, base: str) -> str:
    """The same without links that lead nowhere; their words stay."""
    dead = False

    def kept(tag: re.Match[str]) -> str:
        nonlocal dead
        if tag[1]:
            closed, dead = dead, False
            return "" if closed else tag[0]
        said = dict(ATTRIBUTE.findall(tag[2]))
        url = said.get("href", "").strip()
        dead = not (LEADING.match(url) or (url and base))
        return "" if dead else tag[0]

    return ANCHOR.sub(kept, html)


def in_mail(html: str, pictures: Mapping[str, Picture], anchor: str, url: str) -> str:
    """Sanitised HTML as one article among others.

    Args:
        html: with whole addresses.
        pictures: those that may be loaded, by their address.
        anchor: of the article; begins the name of every place in it.
        url: the article's page, for links to places that are not here; may be empty.

    """
    lowered = HEADING.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}>", html)
    return _placed(pictured(lowered, pictures), anchor, url)


def pictured(html: str, pictures: Mapping[str, Picture]) -> str:
    """HTML with its pictures, each with its size; those that may not be loaded are words."""
    linked = False

    def shown(tag: re.Match[str]) -> str:
        nonlocal linked
        if tag[2] == "a":
            linked = not tag[1]
            return tag[0]
        said = {name: unescape(value) for name, value in ATTRIBUTE.findall(tag[3])}
        return _picture(said, pictures, linked=linked)

    return TOKEN.sub(shown, html)


def _placed(html: str, anchor: str, url: str) -> str:
    """Places and what leads to them, named apart from those of other articles."""
    places = set(ID.findall(html))

    def named(found: re.Match[str]) -> str:
        name, before, sign, place = found.groups()
        if name == "id":
            return f'id="{anchor}-{before}{sign}{place}"'
        if before or not sign:
            return found[0]
        if place in places:
            return f'href="#{anchor}-{place}"'
        return f'href="{escape(url)}#{place}"' if url else ""

    return TOKENS.sub(lambda tag: PLACE.sub(named, tag[0]), html) if places or 'href="#' in html else html


def _picture(said: Mapping[str, str], pictures: Mapping[str, Picture], *, linked: bool) -> str:
    """A picture with its size, or else its words; they lead to it, unless they lead elsewhere already."""
    address, alt = said.get("src", ""), " ".join(said.get("alt", "").split())
    parts = urlsplit(address)
    known = pictures.get(address)
    size = (known.width, known.height) if known else (None, None)
    if parts.scheme == "https" and parts.path.lower().endswith(MAILED) and size[0] and size[1]:
        width = min(COLUMN, size[0])
        height = max(1, round(size[1] * width / size[0]))
        return f'<img src="{escape(address)}" alt="{escape(alt)}" width="{width}" height="{height}">'
    words = escape(alt or UNNAMED)
    if linked or parts.scheme not in {"http", "https"}:
        return f'<span class="picture">{words}</span>'
    return f'<span class="picture"><a href="{escape(address)}">{words}</a></span>'
