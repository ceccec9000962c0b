"""What may appear, decided once before Pelican reads a line.

Pure: articles, a day and the law in; what is published, withheld or broken out. Site, feeds, ezine
issue and report all work from the same `Edition`, so none can disagree with another.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from byline.model import Article, Credit, Permit, Refusal, Use
from byline.rights.credit import credit
from byline.rights.permit import permit


@dataclass(frozen=True, slots=True)
class Entry:
    """An article with what must travel with it and what may be done with it on the day."""

    article: Article
    credit: Credit
    permits: dict[Use, Permit | Refusal]

    def allows(self, use: Use) -> bool:
        """Whether this use was granted."""
        return isinstance(self.permits[use], Permit)


@dataclass(frozen=True, slots=True)
class Broken:
    """An article file that cannot be read, or may not be built; `problem` names it and the mend."""

    path: str
    problem: str


@dataclass(frozen=True, slots=True)
class Withheld:
    """An article that may not appear here, and why."""

    entry: Entry
    reason: str
    words: str
    mend: str


@dataclass(frozen=True, slots=True)
class Edition:
    """Every article of the content folder, sorted by what may be done with it.

    Attributes:
        on: the day on which terms are judged.
        published: articles that may stand on the site, newest first.
        withheld: articles that may not, each with its reason.
        broken: files that could not be read.

    """

    on: date
    published: tuple[Entry, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    broken: tuple[Broken, ...] = ()
    by_path: dict[str, Entry] = field(default_factory=dict)

    def newsletter(self) -> tuple[tuple[Entry, ...], tuple[Withheld, ...]]:
        """What newsletters may print, and what they may not."""
        entries = [*self.published, *(w.entry for w in self.withheld)]
        ready = [e for e in entries if e.article.status == "published"]
        granted = tuple(sorted((e for e in ready if e.allows(Use.NEWSLETTER)), key=_newest, reverse=True))
        refused = tuple(_withheld(e, Use.NEWSLETTER) for e in ready if not e.allows(Use.NEWSLETTER))
        return granted, refused


def compile_edition(articles: Iterable[Article], broken: Iterable[Broken], on: date) -> Edition:
    """Sort `articles` into an edition for the day `on`."""
    entries = [_entry(article, on) for article in articles]
    unique, twice = _by_slug(entries)
    published = [e for e in unique if e.article.status == "published" and e.allows(Use.WEB)]
    withheld = tuple(_withheld(e, Use.WEB) for e in unique if e not in published)
    return Edition(
        on=on,
        published=tuple(sorted(published, key=_newest, reverse=True)),
        withheld=withheld,
        broken=(*broken, *twice),
        by_path={e.article.path: e for e in published},
    )


def _entry(article: Article, on: date) -> Entry:
    return Entry(article, credit(article), {use: permit(article, use, on) for use in Use})


def _by_slug(entries: list[Entry]) -> tuple[list[Entry], list[Broken]]:
    """Two articles with one slug would fight for one page: the first has it."""
    first: dict[str, Entry] = {}
    twice: list[Broken] = []
    for entry in entries:
        article = entry.article
        other = first.setdefault(article.slug, entry)
        if other is not entry:
            problem = f"{article.path}: slug '{article.slug}' is taken by {other.article.path}; change one"
            twice.append(Broken(article.path, problem))
    return list(first.values()), twice


def _withheld(entry: Entry, use: Use) -> Withheld:
    answer = entry.permits[use]
    if isinstance(answer, Refusal):
        return Withheld(entry, answer.reason, answer.words, answer.mend)
    return Withheld(
        entry, f"marked `status: {entry.article.status}`", "", "take the status away to publish it"
    )


def _newest(entry: Entry) -> tuple[str, str]:
    return entry.article.date or "", entry.article.slug
