"""What has changed of articles that others may have reprinted: corrections and withdrawals.

Pure. Every change is written in the article's own file, with its day; nothing is guessed from what an
earlier build did.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from itertools import chain

from byline.check.words import fold
from byline.extract.markdown import plain_text
from byline.identity import id_of as id_named
from byline.identity import permanent_id
from byline.model import FORMAT
from byline.plaintext import html_to_text
from byline.render import printable, to_html
from byline.rights.credit import byline_html
from byline_pelican.configuration import Configuration
from byline_pelican.dates import moment, spoken_date
from byline_pelican.edition import Edition, Entry
from byline_pelican.feeds.item import EARLIEST, Item, Shape, authors_of, line, told_apart, uri
from byline_pelican.feeds.places import ABOUT
from byline_pelican.machine.places import absolute, article_address


class ChangeKind(StrEnum):
    """What happened to an article."""

    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


TITLES = {ChangeKind.CORRECTION: "Correction: {}", ChangeKind.WITHDRAWAL: "Withdrawn: {}"}
ASKED = {
    ChangeKind.CORRECTION: "Corrected on {}. If you have reprinted this piece, please correct your copy.",
    ChangeKind.WITHDRAWAL: "Withdrawn on {}. If you have reprinted this piece, please take your copy down.",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one article.

    Attributes:
        entry: the article.
        kind: what happened.
        on: the day, `2026-03-02`.
        text: what was corrected, as Markdown; or why it was withdrawn, in plain words.
        number: of those of that day, from 1, as they stand in the file.

    """

    entry: Entry
    kind: ChangeKind
    on: str
    text: str
    number: int = 1


def changes_of(edition: Edition) -> tuple[Change, ...]:
    """Every change of what is published, or was, up to the day of the build, newest first."""
    corrected = chain.from_iterable(_corrections(entry) for entry in edition.published)
    withdrawn = (
        Change(entry, ChangeKind.WITHDRAWAL, entry.article.withdrawn.on, entry.article.withdrawn.why)
        for entry in edition.withdrawn
        if entry.article.withdrawn
    )
    found = [change for change in chain(corrected, withdrawn) if change.on <= edition.on.isoformat()]
    return tuple(sorted(found, key=lambda c: (c.on, c.entry.article.slug, c.number), reverse=True))


def is_gone(entry: Entry) -> bool:
    """Whether it has been withdrawn, and the day has come."""
    said = entry.article.withdrawn
    return said is not None and said.on <= entry.on.isoformat()


def _corrections(entry: Entry) -> Iterator[Change]:
    days: Counter[str] = Counter()
    for said in entry.article.corrections:
        days[said.on] += 1
        yield Change(entry, ChangeKind.CORRECTION, said.on, said.text, days[said.on])


Member = Entry | Change  # of a feed


def id_of(member: Member) -> str:
    """What a member is called for ever; a correction by its words, whatever stands between them."""
    if not isinstance(member, Change):
        return permanent_id(member.article)
    said = "" if member.kind is ChangeKind.WITHDRAWAL else f"{member.on}:{' '.join(fold(member.text))}"
    return id_named(f"{permanent_id(member.entry.article)}#{member.kind}:{said}")


def html_of(change: Change) -> str:
    """Its words as HTML that is safe to print: a reason is plain, a correction is Markdown."""
    if change.kind is ChangeKind.WITHDRAWAL:
        return f"<p>{escape(printable(change.text))}</p>"
    return to_html(change.text)


def change_item(change: Change, shape: Shape, configuration: Configuration) -> Item:
    """A correction or a withdrawal: what happened, and to what; never the article's own text."""
    article = change.entry.article
    url = article_address(article, configuration)
    asked = ASKED[change.kind].format(spoken_date(change.on))
    said = html_of(change)
    named = f'<p><a href="{escape(url)}">{escape(line(article.title))}</a>'
    html = (
        f"{named}{f'. {byline_html(change.entry.credit)}' if article.authors else ''}</p><p>{asked}</p>{said}"
    )
    own = id_of(change)
    day = moment(change.on, configuration) or EARLIEST
    text = change.text if change.kind is ChangeKind.WITHDRAWAL else plain_text(change.text)
    return Item(
        id=own,
        url=url,
        title=line(TITLES[change.kind].format(article.title)),
        summary=line(f"{asked} {text}"),
        html=html if shape.html else "",
        text=f"{asked}\n\n{html_to_text(said)}" if not shape.html else "",
        language="",
        authors=authors_of(article),
        categories=(change.kind.value,),
        published=day,
        updated=told_apart(day, own),
        record={
            "format": FORMAT,
            "about": absolute(ABOUT, configuration),
            "change": change.kind.value,
            "on": change.on,
            "text": text,
            "article": {
                "id": permanent_id(article),
                "url": url,
                "title": article.title,
                "source_url": uri(change.entry.credit.source_url or "") or None,
            },
        },
    )
