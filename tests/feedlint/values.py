"""Checks of one value: the text of an element, an attribute, a string of a JSON feed.

Each takes the value, the element it stands on and the page, and yields (rule, words). A check may be stricter
than the public validator, not laxer; where it is, it says so.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from html.entities import name2codepoint
from typing import Final

from .markup import HTML_NAMES, html_faults
from .tree import Element, is_based, line_of, words

PLAUSIBLE_YEAR: Final = 1990

Said = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """The document under test.

    Attributes:
        url: the address it will be fetched from.
        kind: `rss`, `atom` or `opml`.
        hexed: for each line, whether it holds a hexadecimal reference (these excuse what looks like markup).

    """

    url: str
    kind: str
    hexed: tuple[bool, ...]
    now: datetime

    def excuses(self, element: Element) -> bool:
        """Whether the line that an element starts on holds a hexadecimal reference."""
        line = line_of(element) - 1
        return 0 <= line < len(self.hexed) and self.hexed[line]


Check = Callable[[str, Element, Page], Iterator[Said]]


def free(_value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """Anything goes."""
    return iter(())


def nonblank(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """Something must stand here."""
    if not value.strip():
        yield "NotBlank", "empty"


def tight(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """No blanks around the value."""
    if value != value.strip():
        yield "UnexpectedWhitespace", repr(value)


def empty(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """No text at all."""
    if value.strip():
        yield "UnexpectedText", value.strip()


def link_text(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """A link says everything in its attributes."""
    if value.strip():
        yield "AtomLinkNotEmpty", value.strip()


CLOSING: Final = re.compile(r"</(\w+)>")
ENTITY: Final = re.compile(r"&(#?\w+)")
MARKUP: Final = re.compile(r"&#[x0-9]|</?[a-zA-Z]")


def plain(value: str, element: Element, page: Page) -> Iterator[Said]:
    """Text that readers may show as it is, so nothing in it may look like HTML."""
    tags = [tag for tag in CLOSING.findall(value) if tag.lower() in HTML_NAMES]
    excused = page.excuses(element)
    if tags:
        yield "ContainsHTML", f"</{tags[0]}> in {value!r}"
    elif not excused and (names := [name for name in ENTITY.findall(value) if _is_entity(name)]):
        yield "ContainsHTML", f"&{names[0]} in {value!r}"
    elif not excused and page.kind == "rss" and MARKUP.search(value):
        yield "CharacterData", f"{value!r}: write < and & as hexadecimal references"


def _is_entity(name: str) -> bool:
    return name in name2codepoint or name == "apos" or not name.isalpha()


def html(value: str, element: Element, page: Page) -> Iterator[Said]:
    """HTML that parses without one fault and holds nothing that a reader would strip.

    Stricter: a relative address counts on every element and, unless xml:base is in scope, in Atom also.
    """
    based = page.kind == "atom" and is_based(element)
    yield from html_faults(value, relative=based)


def text_construct(value: str, element: Element, page: Page) -> Iterator[Said]:
    """An Atom text: plain, or HTML if it says so; XHTML is not written by us and so not allowed."""
    kind = element.get("type", "text")
    if not value.strip():
        yield "NotBlank", "empty"
    if kind not in {"text", "html"}:
        yield "InvalidTextType", kind
    yield from (html if kind == "html" else plain)(value, element, page)


def media_text(value: str, element: Element, page: Page) -> Iterator[Said]:
    """A title or description of Media RSS: plain, or HTML if it says so."""
    kind = element.get("type", "plain")
    if kind not in {"plain", "html"}:
        yield "InvalidMediaTextType", kind
    yield from (html if kind == "html" else plain)(value, element, page)


ODD: Final = re.compile(r"[^0-9a-zA-Z;/?:@&=+$.\-_!~*'()%,#]")
FULL: Final = re.compile(r"[a-zA-Z][0-9a-zA-Z+.\-]*:(//)?[^/\s]")
WEB: Final = re.compile(r"https?://([a-z0-9-]+\.)+[a-z0-9][a-z0-9-]*(:\d+)?(/|$)", re.IGNORECASE)
SCHEMES: Final = words("http https ftp mailto urn tag info data news tel")
NAMES: Final = (
    (
        "urn:uuid:",
        "InvalidUUID",
        re.compile(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE),
    ),
    ("urn:", "InvalidURN", re.compile(r"urn:[a-z0-9][a-z0-9-]{1,31}:[^#?/\s]+", re.IGNORECASE)),
    ("tag:", "InvalidTAG", re.compile(r"tag:([\w.-]+@)?[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:\S*")),
)


def address(value: str, element: Element, page: Page) -> Iterator[Said]:
    """A whole address in ASCII."""
    faults = list(reference(value, element, page))
    yield from faults
    if not faults and not FULL.match(value):
        yield "InvalidFullLink", value


def reference(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """An address, whole or relative. Stricter: beyond ASCII it must be escaped even where an IRI would do."""
    named = next((row for row in NAMES if value.lower().startswith(row[0])), None)
    scheme = value.partition(":")[0].lower() if ":" in value else ""
    if odd := ODD.search(value):
        yield ("InvalidUriChar" if odd[0].isascii() else "InvalidLink"), f"{odd[0]!r} in {value}"
    elif named and not named[2].fullmatch(value):
        yield named[1], value
    elif scheme in {"http", "https"} and not re.match(r"\w+://[^/]", value):
        yield "InvalidLink", value
    elif scheme.isalpha() and scheme not in SCHEMES:
        yield "SchemeNotIANARegistered", value


def web(value: str, element: Element, page: Page) -> Iterator[Said]:
    """An address of the web whose host has a dot."""
    if not WEB.match(value) or any(address(value, element, page)):
        yield "InvalidURLAttribute", value


UNCANONICAL: Final = (
    (re.compile(r"[^:]*[A-Z][^:]*:"), "a scheme in capitals"),
    (re.compile(r"\w+://[^/?#]*[A-Z]"), "a host in capitals"),
    (re.compile(r"\w+://[^/?#]*([?#]|$)"), "no slash after the host"),
    (re.compile(r"(http://[^/]*:(80)?|https://[^/]*:(443)?)(/|$)"), "a port that goes without saying"),
    (re.compile(r"\w+:.*/\.\.?([/?#]|$)"), "steps like . or .."),
    (re.compile(r".*%([0-9A-F][a-f]|[a-f])"), "an escape in small letters"),
    (re.compile(r".*%(2D|2E|5F|7E|3\d|4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A])"), "an escape without need"),
)


def canonical(value: str, element: Element, page: Page) -> Iterator[Said]:
    """A whole address in the one spelling that compares letter by letter."""
    yield from address(value.strip(), element, page)
    for pattern, fault in UNCANONICAL:
        if pattern.match(value.strip()):
            yield "NonCanonicalURI", f"{fault}: {value}"


def guid(value: str, element: Element, page: Page) -> Iterator[Said]:
    """A permalink is an address; what is none must say so and be more than a short number."""
    permalink = element.get("isPermaLink", "true")
    if permalink not in {"true", "false"}:
        yield "InvalidBooleanAttribute", permalink
    elif permalink == "false":
        if re.fullmatch(r"\d{1,8}", value):
            yield "NotSufficientlyUnique", value
    elif value.lower().startswith(("urn:uuid:", "tag:")):
        yield "InvalidPermalink", value
    else:
        yield from address(value, element, page)


RFC_822: Final = re.compile(r"(\w{3}), \d\d? \w{3} \d{4} \d\d:\d\d:\d\d ([+-]\d\d[03]0|GMT)")
RFC_3339: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
W3CDTF: Final = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?")


def rfc822(value: str, _element: Element, page: Page) -> Iterator[Said]:
    """A date of RSS or OPML, after 1989 and not to come. Stricter: weekday and seconds must be there."""
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        yield "InvalidRFC2822Date", value
        return
    match = RFC_822.fullmatch(value)
    if not match:
        yield "ProblematicalRFC822Date", value
    elif match[1] != f"{moment:%a}":
        yield "IncorrectDOW", f"{value}: a {moment:%a}"
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    if moment.year < PLAUSIBLE_YEAR or aware > page.now + timedelta(minutes=10):
        yield "ImplausibleDate", value


def rfc3339(value: str, _element: Element, page: Page) -> Iterator[Said]:
    """A date of Atom, after 1989 and not to come."""
    yield from _iso(value.strip(), RFC_3339, "InvalidRFC3339Date", page.now)


def w3cdtf(value: str, _element: Element, page: Page) -> Iterator[Said]:
    """A date of Dublin Core, whole or in part, after 1989 and not to come."""
    yield from _iso(value.strip(), W3CDTF, "InvalidW3CDTFDate", page.now)


def _iso(value: str, pattern: re.Pattern[str], rule: str, now: datetime) -> Iterator[Said]:
    if not pattern.fullmatch(value) or not is_moment(value):
        yield rule, value
    elif (
        value < f"{PLAUSIBLE_YEAR}-01-01"
        or value > f"{now.astimezone(UTC) + timedelta(days=1):%Y-%m-%dT%H:%M:%SZ}"
    ):
        yield "ImplausibleDate", value


def is_moment(value: str) -> bool:
    """Whether an ISO date, whole or in part, is in the calendar."""
    whole = value + "0001-01-01"[len(value) :] if len(value) < len("0001-01-01") else value
    try:
        datetime.fromisoformat(whole)
    except ValueError:
        return False
    return True


LANGUAGES: Final = words(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de"
    " dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id"
    " ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu"
    " lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu"
    " rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr"
    " ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu mul und"
)


def language(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """A tag that begins with a code of ISO 639-1. Stricter: of three letters only `mul` and `und` pass."""
    if value.partition("-")[0].lower() not in LANGUAGES:
        yield "InvalidLanguage", value


MIME: Final = re.compile(r"[^\s()<>,;:\\\"/\[\]?=]+/[^\s()<>,;:\\\"/\[\]?=]+(\s*;\s*[\w.-]+=[\w.-]+)*")


def mime(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """A media type."""
    if not MIME.fullmatch(value):
        yield "InvalidMIMEType", value


def whole(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """A number from 0."""
    if not re.fullmatch(r"\d+", value.strip()):
        yield "InvalidInteger", value


def positive(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """A number from 1."""
    if not re.fullmatch(r"0*[1-9]\d*", value.strip()):
        yield "InvalidInteger", value


MAIL: Final = re.compile(r"[\w.+'-]+@([a-z0-9-]+\.)+[a-z0-9-]+", re.IGNORECASE | re.ASCII)


def mail(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """A bare mail address."""
    if not MAIL.fullmatch(value.strip()):
        yield "InvalidContact", value


def named_mail(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """A mail address with the name of its owner behind it in brackets."""
    if not re.fullmatch(MAIL.pattern + r" \([^()]+\)", value.strip(), re.IGNORECASE | re.ASCII):
        yield "MissingRealName", value


def one_of(words: str, rule: str) -> Check:
    """A check that passes only some words, given between bars."""
    allowed = frozenset(words.split("|"))

    def check(value: str, _element: Element, _page: Page) -> Iterator[Said]:
        if value not in allowed:
            yield rule, value

    return check


RELATIONS: Final = words(
    "alternate current describedby edit edit-media enclosure first hub last license next next-archive"
    " payment prev-archive previous related replies search self service up via"
)


def relation(value: str, _element: Element, _page: Page) -> Iterator[Said]:
    """A relation that the validator's (old) registry holds, or one spelled as an address."""
    if value not in RELATIONS and not FULL.match(value):
        yield "UnregisteredAtomLinkRel", value
