"""Whether mail programs show the HTML as it is meant: what they take out, clip or cannot draw.

Each check takes the message's contents and finds breaches; add one to `CHECKS`. Styles are scanned, not
parsed: a mail has few, and mail programs are no better at it.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from byline.mail.lint.charsets import decoded
from byline.mail.lint.contents import Check, Contents
from byline.mail.lint.message import value_of
from byline.mail.lint.page import Element, Page
from byline.mail.lint.remarks import Found, first_of, quoted

CLIPPED, HEAVY = 102 * 1024, 80 * 1024  # bytes
MIN_RATIO = 0.08  # of letters that are seen to those of the HTML
SMALL = 2_000  # bytes; of less, a share says nothing
MAX_PIXEL = 1

SCRIPTS = ("script", "iframe", "frame", "frameset", "object", "embed", "applet", "audio", "video")
FORMS = ("form", "input", "button", "select", "textarea")
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
IMPORT = re.compile(r"@import\b", re.IGNORECASE)
REMOTE = re.compile(r"(?:url\(\s*[\"']?\s*|src\s*=\s*[\"']?)(?:https?:)?//[^\s\"')]{0,60}", re.IGNORECASE)
LAYOUT = re.compile(
    r"(?<![\w-])(?:position\s*:\s*(?:absolute|fixed|sticky|relative)|float\s*:\s*(?:left|right)"
    r"|display\s*:\s*(?:inline-)?(?:flex|grid)(?![\w-]))",
    re.IGNORECASE,
)
ACTIVE = re.compile(
    r"(?<![\w-])expression\s*\(|-moz-binding\s*:|(?<![\w-])behavior\s*:\s*url\(\s*[\"']?(?!#)|url\(\s*[\"']?\s*(?:java|vb)script:",
    re.IGNORECASE,
)
HANDLER = re.compile(r"on[a-z]+")
STYLES = (("html-script", ACTIVE), ("html-import", IMPORT), ("css-remote", REMOTE), ("css-layout", LAYOUT))
ADDRESSES = (  # attributes that a program may follow or load
    *("href", "xlink:href", "src", "srcset", "action", "formaction", "data", "poster", "background"),
    *("lowsrc", "dynsrc", "to", "from", "values"),
)
UNSEEN = re.compile(r"[\x00-\x20]+")  # what programs leave out of an address
LOADING = {"stylesheet", "preload", "prefetch", "modulepreload", "prerender", "import", "manifest"}
CONNECTING = {"dns-prefetch", "preconnect"}
CANDIDATE = re.compile(r"[\s,]*(\S+)(?:(?<=,)|[^,]*(?:,|\Z))")  # of a srcset: an address and its size
NUMBER = re.compile(r"\s*\d{1,5}(?:\.\d{1,3})?\s*(?:px)?\s*")
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]{0,30}):", re.IGNORECASE)
SHOWN_HOST = re.compile(r"(?:https?://|www\.)([\w.-]{1,200})", re.IGNORECASE)
TEMPLATE = re.compile(
    r"\{\{[^{}\n]{0,200}\}\}|\{%[^%\n]{1,200}%\}|\*\|[^|\n]{1,100}\|\*|<%[^%\n]{1,200}%>|%%[A-Za-z_]\w{0,60}%%"
    r"|%recipient\.[\w.]{1,60}%|\[\[[A-Za-z_][\w.]{0,60}\]\]|\$\{[A-Za-z_][\w.]{0,60}\}"
)
TEXT_CODE = re.compile(r"^(?:> ?){0,9}(?: {4}|\t)[^\n]*|```[^`]*(?:```|\Z)|`[^`\n]{1,200}`", re.MULTILINE)


def size(contents: Contents) -> Iterator[Found]:
    """What Gmail shows before it clips, the credits at the end too."""
    if contents.html is not None:
        count, where = len(contents.html.octets), contents.html.part.called
        if count >= CLIPPED:
            yield Found("html-102", f"{-(-count // 1024):,} KB", where)
        elif count >= HEAVY:
            yield Found("html-80", f"{-(-count // 1024)} KB", where)


def head(contents: Contents) -> Iterator[Found]:
    """A page that says what it is, in which language, under which title."""
    page = contents.page
    if page is None:
        return
    if page.unread:
        yield Found("html-unread", page.unread)
        return
    if not re.match(r"\s*(?:<!--.{0,500}?-->\s*)?<!doctype\s", page.source[:1000], re.IGNORECASE | re.DOTALL):
        yield Found("html-doctype", "there is none")
    if not any(whole.value("lang").strip() for whole in page.of("html", "body")):
        yield Found("html-lang", "there is none", "<html>")
    if not page.title:
        yield Found("html-title", "there is none", "<head>")


def elements(contents: Contents) -> Iterator[Found]:
    """What mail programs take out, and filters take for an attack."""
    page = contents.page
    if page is None:
        return
    active = [*page.of(*SCRIPTS), *(m for m in page.of("meta") if m.value("http-equiv").lower() == "refresh")]
    yield from _elements(
        "html-script", (e for e in active if not e.value("type").lower().endswith("ld+json"))
    )
    yield from _elements("html-form", page.of(*FORMS))
    yield from _elements("html-base", page.of("base"))
    scripted = ((f"{name} of {e.called}", "") for e in page.elements for name in _scripted(e))
    yield from first_of("html-script", ((quoted(said), "") for said, _ in scripted))
    for code, some in (("html-sheet", LOADING), ("tracking", CONNECTING)):
        loading = (e for e in page.of("link") if not some.isdisjoint(e.value("rel").lower().split()))
        yield from _elements(code, loading)
    handled = (
        (f"{name} on {element.called}", "")
        for element in page.elements
        for name in element.attributes
        if HANDLER.fullmatch(name)
    )
    yield from first_of("html-handlers", ((quoted(said), "") for said, _ in handled))


def _scripted(element: Element) -> Iterator[str]:
    """The attributes that hold a script for an address; a link that does has a rule of its own."""
    for name in ADDRESSES:
        address = UNSEEN.sub("", element.value(name)[:200]).lower()
        is_link = name == "href" and element.tag in {"a", "area"}
        if not is_link and address.startswith(("javascript:", "vbscript:")):
            yield name


def _elements(code: str, found: Iterator[Element]) -> Iterator[Found]:
    yield from first_of(code, ((quoted(element.called), "") for element in found))


def styles(contents: Contents) -> Iterator[Found]:
    """Styles that run or load something, or that Outlook and Gmail do not know."""
    page = contents.page
    if page is None:
        return
    written = [("<style>", page.styles), *((e.called, e.value("style")) for e in page.elements)]
    written = [(where, COMMENT.sub("", css)) for where, css in written if css]
    written += [(e.called, f"url({e.value('background')}") for e in page.elements if e.value("background")]
    for code, pattern in STYLES:
        said = ((m[0], where) for where, css in written for m in pattern.finditer(css))
        yield from first_of(code, ((quoted(words), quoted(where)) for words, where in said))


def pictures(contents: Contents) -> Iterator[Found]:
    """Pictures that are shown, have room kept for them, and are told to those who do not see them."""
    page = contents.page
    if page is None:
        return
    images = list(page.of("img"))
    yield from _elements("img-alt", (e for e in images if "alt" not in e.attributes))
    yield from _elements("img-width", (e for e in images if not NUMBER.fullmatch(e.value("width"))))
    strange = (e for e in page.of("img", "source") if not all(map(_is_fit_for_picture, _sources(e))))
    yield from _elements("img-address", strange)
    yield from _elements("tracking", (e for e in images if _is_pixel(e)))
    held = {(value_of(part.headers, "content-id") or "").strip(" <>\t") for part in contents.mail.parts}
    inside = (e for e in images if e.value("src").strip().lower().startswith("cid:"))
    yield from _elements("img-cid", (e for e in inside if unquote(e.value("src").strip()[4:]) not in held))


def _sources(image: Element) -> Iterator[str]:
    """The addresses of a picture, of which a program takes one."""
    if image.tag == "img":
        yield image.value("src")
    for candidate in CANDIDATE.finditer(image.value("srcset").strip(" \t\n,")):
        yield candidate[1].strip(",")


def _is_fit_for_picture(address: str) -> bool:
    return address.strip().lower().startswith(("https://", "cid:"))


def _is_pixel(image: Element) -> bool:
    """A remote picture too small to be seen, or hidden."""
    sizes = [image.value(side).strip().removesuffix("px") for side in ("width", "height")]
    style = re.findall(r"(?<![\w-])(?:width|height)\s*:\s*(\d{1,5})px", image.value("style"), re.IGNORECASE)
    both = [int(size) for size in (*sizes, *style) if size.isascii() and size.isdigit()]
    remote = image.value("src").strip().lower().startswith(("http", "//"))
    return remote and (image.hidden or (len(both) > 1 and max(both) <= MAX_PIXEL))


def links(contents: Contents) -> Iterator[Found]:
    """Links that lead where they say, from any mail program."""
    page = contents.page
    if page is None:
        return
    linked = [*(link.element for link in page.links), *page.of("area")]
    addressed = [(element, element.value("href").strip()) for element in linked]
    yield from _elements("link-http", (e for e, a in addressed if a.lower().startswith("http://")))
    yield from _elements("link-scheme", (e for e, a in addressed if not _scheme_is_fit(a)))
    named = {e.value(name) for e in page.elements for name in ("id", "name")} | {"top"}
    lost = (e for e, a in addressed if a.startswith("#") and unquote(a[1:]) not in named)
    yield from _elements("link-anchor", lost)
    silent = (link.element for link in page.links if not _says_something(link.words, link.element))
    yield from _elements("link-empty", silent)
    yield from first_of("link-disguised", _disguised(page))


def _scheme_is_fit(address: str) -> bool:
    scheme = SCHEME.match(address)
    return address.startswith("#") or (
        scheme is not None and scheme[1].lower() in {"http", "https", "mailto", "tel"}
    )


def _says_something(words: str, element: Element) -> bool:
    return bool(words or element.value("aria-label").strip() or element.value("title").strip())


def _disguised(page: Page) -> Iterator[tuple[str, str]]:
    for link in page.links:
        shown = SHOWN_HOST.match(link.words)
        goes = SHOWN_HOST.match(link.element.value("href").strip())
        if shown and goes and _host(shown[1]) != _host(goes[1]):
            yield f"it shows {quoted(link.words)}", quoted(link.element.called)


def _host(name: str) -> str:
    return name.lower().rstrip(".").removeprefix("www.")


def ratio(contents: Contents) -> Iterator[Found]:
    """Filters take a mail that is nearly all markup for one that hides something."""
    page, html = contents.page, contents.html
    if page is not None and html is not None and not page.unread and len(page.source) >= SMALL:
        share = len(page.visible) / len(page.source)
        if share <= MIN_RATIO:
            yield Found("text-ratio", f"{share:.3f}", html.part.called)


def template_tags(contents: Contents) -> Iterator[Found]:
    """A finished mail names its reader, or nobody; a placeholder means that it was never filled in.

    What stands in code is no placeholder: an article is about it, in both parts.
    """
    page, mail = contents.page, contents.mail
    shown = set(TEMPLATE.findall(page.code)) if page is not None else set()
    places = [("the Subject", decoded(mail.value("subject"))), ("To", decoded(mail.value("to")))]
    if contents.text is not None:
        places.append((contents.text.part.called, TEXT_CODE.sub("", contents.text.words)))
    if page is not None and contents.html is not None:
        filled = "\n".join(value for e in page.elements for value in e.attributes.values())
        places += [(contents.html.part.called, words) for words in (page.title, page.prose, filled)]
    tags = ((m[0], place) for place, words in places for m in TEMPLATE.finditer(words))
    yield from first_of("template-tags", ((quoted(tag), place) for tag, place in tags if tag not in shown))


CHECKS: tuple[Check, ...] = (
    size,
    head,
    elements,
    styles,
    pictures,
    links,
    ratio,
    template_tags,
)
