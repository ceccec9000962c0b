"""When the page was published, as precisely as it says; never from a copyright line.

Three witnesses: what the page tells machines, what it shows at the title, its address. The first that
speaks is believed, made more precise by the others; where readers are shown an earlier day than machines
are told, the page was moved or touched later, and readers are told the truth.
To read one more tag or place, add it to DATE_KEYS or to the patterns of places.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from byline.extract.dates import date_in_address, dates_in, read_date
from byline.extract.head import COPYRIGHT, Head, type_of
from byline.extract.places import Place, elsewhere, lead, of_another
from byline.extract.plain import words

DATE_KEYS = (
    *("article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "publish-date"),
    *("publish_date", "publishdate", "published_date", "published-date", "pubdate", "publication_date"),
    *("publication-date", "published", "og:published_time", "og:pubdate", "citation_publication_date"),
    *("citation_online_date", "citation_date", "dc.date.issued", "dcterms.issued", "dcterms.created"),
    *("dc.date.created", "dc.date", "dcterms.date", "date", "article.published", "article_date_original"),
    *("og:article:published_time", "article:post_time", "releasedate", "release_date", "rnews:datepublished"),
    *("cxenseparse:publishtime", "cxenseparse:recs:publishtime", "bt:pubdate", "prism.publicationdate"),
    *("eprints.datestamp", "originalpublicationdate", "created", "datecreated", "date.created"),
)
MODIFIED_KEYS = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "dcterms.modified",
)
PAGE_TYPES = re.compile(r"webpage|itempage|aboutpage|collectionpage|newsitem|hentry|^$", re.IGNORECASE)
DATED = re.compile(
    r"(?:^|[ -])(?:date|dates|dateline|published|publication|publish|posted|pubdate|created|time|timestamp"
    r"|datetime)(?:$|[ -])"
)
TOUCHED = re.compile(
    r"updat|modif|edited|revis|review|aktuali|actuali|atualiz|mise? à jour|aggiorna|bijgewerkt|geändert"
    r"|zuletzt|oppdater|opdater|uppdater|обновл|оновлен|更新|수정|güncel|last |due|expire|event",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(r"en[-_](?:us|ph)\b", re.IGNORECASE)
MOST_FAR = 20  # elements far from the title
ENOUGH = 6  # days at the title, one of which may tell the hour as well
LONGEST = 160  # characters of a line that tells the day
STATE = re.compile(
    r"""["'\\](?:datePublished|publishedAt|published_at|publishDate|publish_date|publishedDate|published_date"""
    r"""|publicationDate|firstPublished(?:At|Date)?|datePosted|first_published_at)\\*["']?\s*:\s*\\*["'](.{4,40}?)\\*["']"""
)


def read_published(head: Head) -> str | None:
    """ISO form, as far as it is known; None where the page does not say."""
    first = _day_first(head)
    marked = _first(_marked(head), first)
    told = _first(head_dates(head), first) or marked
    exact = told is not None and len(told) >= DAY
    seen = list(islice(_shown(head, first), 1 if exact else ENOUGH))
    seen = seen or ([] if exact else list(_far(head, first)))
    shown = next((day for day in seen if len(day) > DAY and day.startswith(seen[0])), next(iter(seen), None))
    address = date_in_address(head.url or "")
    earlier = [day for day in (marked, shown) if told and day and len(day) >= DAY and day[:DAY] < told[:DAY]]
    if exact and earlier:
        return min(earlier)
    known = told or shown or address
    if known is None:
        return _first(_state(head), first) or _first(_touched(head, first), first)
    closer = (day for day in (shown, address) if day and day.startswith(known) and len(day) > len(known))
    return known if len(known) >= DAY else next(closer, known)


DAY = len("2005-03-14")


def head_dates(head: Head) -> Iterator[str]:
    """What the page tells machines: the article's own data, the meta tags, the page's data."""
    for article in head.articles:
        yield words(article.get("datePublished"))
    yield from head.metas(DATE_KEYS)
    for node in head.nodes:
        if PAGE_TYPES.search(type_of(node)):
            yield words(node.get("datePublished"))


def _first(values: Iterable[str], day_first: bool | None) -> str | None:
    return next((day for text in values if text and (day := read_date(text, day_first))), None)


def _day_first(head: Head) -> bool | None:
    """How the page orders day and month; None for English of no country."""
    tongue = next(head.metas(("og:locale",)), "").lower() if head.tongue == "en" else head.tongue
    if MONTH_FIRST.match(tongue):
        return False
    return None if tongue in {"", "en"} else True


def _marked(head: Head) -> Iterator[str]:
    """What is marked up as the day of publication."""
    for place in head.places:
        dated = "datepublished" in place.means or (place.tag == "time" and "pubdate" in place.node.attributes)
        old = place.tag == "abbr" and "published" in place.names.split()
        if (dated or old) and not elsewhere(place.node) and not of_another(place.node):
            yield from _values(place)


def _values(place: Place) -> Iterator[str]:
    given = place.node.attributes
    for key in ("datetime", "content", "title"):
        yield words(given.get(key) or "")
    yield (place.node.text() or "")[:LONGEST]


def _shown(head: Head, day_first: bool | None) -> Iterator[str]:
    """The days that readers see at the title, save those of an update."""
    dated = [p for p in head.places if p.near and (p.tag == "time" or DATED.search(p.names))]
    near = [p for p in dated if not TOUCHED.search(p.names)]
    for place in sorted(near, key=lambda p: p.tag != "time"):
        yield from _seen(place, day_first)
    before = ""
    for block in head.near:
        for line in block.text[:2000].split("\n"):
            if len(line) <= LONGEST:
                yield from _untouched(line, before, day_first)
            before = line


def _far(head: Head, day_first: bool | None) -> Iterator[str]:
    """The one day that the page shows elsewhere; several are other articles'."""
    distant = [p for p in head.places if not p.near and (p.tag == "time" or DATED.search(p.names))][:MOST_FAR]
    found = {day[:DAY]: day for p in distant for day in _seen(p, day_first)}
    if len(found) == 1:
        yield from found.values()


def _seen(place: Place, day_first: bool | None) -> Iterator[str]:
    """The day in an element."""
    node = place.node
    text = words((node.text(separator=" ") or "")[: LONGEST + 1])
    given = "" if place.tag != "time" else node.attributes.get("datetime") or ""
    if len(text) > LONGEST or not (given or text) or COPYRIGHT.search(text):
        return
    days = list(_untouched(text, "", day_first))
    exact = read_date(given, day_first) if given else None
    if not (days or exact) or TOUCHED.search(lead(node)[-40:]) or elsewhere(node):
        return
    if exact and not TOUCHED.search(text):
        yield exact
    yield from days


def _untouched(line: str, before: str, day_first: bool | None) -> Iterator[str]:
    """The days of a line, save those that an update is told of."""
    end = 0
    for start, stop, day in dates_in(line, day_first):
        lead = line[end:start]
        end = stop
        label = lead if lead.strip() else before[-40:]
        if len(day) > len("2005") and not TOUCHED.search(label):
            yield day


def _touched(head: Head, day_first: bool | None) -> Iterator[str]:
    """The day of an update, where the page tells no other."""
    for place in head.places:
        if place.near and (place.tag == "time" or DATED.search(place.names)) and not elsewhere(place.node):
            yield from (value for value in _values(place) if not COPYRIGHT.search(value))
    for block in head.near:
        if len(block.text) <= LONGEST:
            yield from (day for _, _, day in dates_in(block.text, day_first) if len(day) > len("2005"))
    for article in head.articles:
        yield words(article.get("dateModified"))
    yield from head.metas(MODIFIED_KEYS)


def _state(head: Head) -> Iterator[str]:
    """What a page that scripts write keeps in its scripts."""
    for script in head.tree.css("script"):
        text = script.text() or ""
        if "ublish" in text:
            yield from (match[1] for match in STATE.finditer(text[:MOST_SCRIPT]))


MOST_SCRIPT = 2_000_000  # characters
