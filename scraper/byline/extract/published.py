"""When the page was published, as precisely as it says; never from a copyright line.

The first reader that gives a date wins: JSON-LD, meta tags, microdata, the address, then what
stands near the title. To read one more tag or place, add it to DATE_KEYS or DATE_PLACES.
"""

from collections.abc import Iterator

from byline.extract.dates import date_in_address, find_date, read_date
from byline.extract.head import COPYRIGHT, Head, in_comments, near, words

DATE_KEYS = (
    *("article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "publish-date"),
    *(
        "publish_date",
        "pubdate",
        "publication_date",
        "published",
        "og:published_time",
        "citation_publication_date",
    ),
    *(
        "citation_online_date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "date",
        "article.published",
    ),
    *("og:article:published_time", "article:post_time", "releasedate", "rnews:datepublished"),
)
DATE_PLACES = (
    "[itemprop=datePublished]",
    "time[pubdate]",
    "time.published, time.entry-date, time.post-date, time.entry-time, abbr.published",
    "article time, main time",
    "time",
    ".entry-date, .post-date, .article-date, .published, .date, .posted-on, .dateline",
    ".post-meta, .entry-meta",
)


def read_published(head: Head) -> str | None:
    """ISO form, as far as it is known; None where the page does not say."""
    return next((day for text in _date_readers(head) if (day := read_date(text))), None) or _near_date(head)


def _date_readers(head: Head) -> Iterator[str]:
    for article in head.articles():
        yield words(article.get("datePublished"))
    yield from head.metas(DATE_KEYS)
    for node in head.nodes:
        yield words(node.get("datePublished"))
    for place in DATE_PLACES[:3]:
        yield from _times(head, place)
    yield date_in_address(head.url or "") or ""
    for place in DATE_PLACES[3:5]:
        yield from _times(head, place)


def _times(head: Head, place: str) -> Iterator[str]:
    for node in head.tree.css(place)[:10]:
        if in_comments(node):
            continue
        value = (
            node.attributes.get("datetime")
            or node.attributes.get("content")
            or node.attributes.get("title")
            or ""
        )
        yield words(value)
        text = (node.text() or "")[:200]
        yield "" if COPYRIGHT.search(text) else text


def _near_date(head: Head) -> str | None:
    for place in DATE_PLACES[5:]:
        for text in _times(head, place):
            day = find_date(text)
            if day and len(day) > 4:  # noqa: PLR2004
                return day
    for block in near(head):
        day = find_date(block.text) if len(block.text) < 160 else None  # noqa: PLR2004
        if day and len(day) > 4:  # noqa: PLR2004
            return day
    return next(
        (
            day
            for value in head.metas(("article:modified_time", "og:updated_time", "last-modified"))
            if (day := read_date(value))
        ),
        None,
    )
