"""What may appear, decided once before Pelican reads a line.

Pure: articles, a day and the law in; what is published, withheld or broken out. Site, feeds, ezine
issue and report all work from the same `Edition`, so none can disagree with another.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from urllib.parse import unquote

from byline.check.align import containment
from byline.check.words import fold
from byline.extract.markdown import plain_text
from byline.identity import permanent_id
from byline.model import Article, ArticleRights, Credit, Permit, Refusal, Source, Terms, Use
from byline.rights.credit import credit
from byline.rights.permit import permit, terms_of
from byline_pelican.dates import sorting_text, spoken_date
from byline_pelican.ezine.plan import Desk
from byline_pelican.opening import summary
from byline_pelican.pictures.addresses import Picture

EMPTY_DESK = Desk()
SUMMARY = 0.5  # of an article's words; a summary that tells more would need a credit, and has none


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """An article with what must travel with it and what may be done with it on the day.

    Equal to itself alone, so that many are told apart quickly.

    Attributes:
        permits: what this press may do.
        lends: what others may do: the words alone, without a review that a person signed for this press.
        terms: its statement, read.
        text: its body as plain text.
        summary: what lists tell of it; may be empty.
        on: the day.
        held: why it is kept back by its own editor, though its terms may allow it; empty as a rule.
        mend: what would let it go.

    """

    article: Article
    credit: Credit
    permits: dict[Use, Permit | Refusal]
    lends: dict[Use, Permit | Refusal]
    terms: Terms
    text: str
    summary: str
    on: date
    held: str = ""
    mend: str = ""

    def allows(self, use: Use) -> bool:
        """Whether this use was granted to this press."""
        return isinstance(self.permits[use], Permit)

    @property
    def lent(self) -> tuple[Use, ...]:
        """The uses that its words grant to everybody."""
        return tuple(use for use, answer in self.lends.items() if isinstance(answer, Permit))


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
        broken: files that could not be read, or may not be built.
        withdrawn: those of the withheld that were taken back, newest withdrawal first; no drafts.
        pages: what stands beside the articles, by the file's name.
        pictures: those of the content folder that texts show, by their absolute address.
        desk: the editor's issue files, and what ran.

    """

    on: date
    published: tuple[Entry, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    broken: tuple[Broken, ...] = ()
    withdrawn: tuple[Entry, ...] = ()
    by_path: dict[str, Entry] = field(default_factory=dict)
    pages: dict[str, Article] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    desk: Desk = EMPTY_DESK

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every article, published or not, newest first."""
        entries = [*self.published, *(withheld.entry for withheld in self.withheld)]
        return tuple(sorted(entries, key=_newest, reverse=True))

    def unshown(self) -> list[str]:
        """The files of pictures that only drafts and withheld texts show; below the output folder."""
        texts = [*(entry.article.body for entry in self.published), *(p.body for p in self.pages.values())]
        shown = {address for text in texts for address in re.findall(r"https?://[^\s()<>\"]+", text)}
        return [unquote(picture.place) for address, picture in self.pictures.items() if address not in shown]


def entry_of(article: Article, on: date, *, future: bool = True) -> Entry:
    """An article as it stands on the day `on`; where not `future`, one dated later waits for its day."""
    held, mend = "", ""
    if article.status != "published":
        held, mend = f"marked `status: {article.status}`", "take the status away to publish it"
    elif article.withdrawn is not None:
        held = f"withdrawn on {spoken_date(article.withdrawn.on)}: {article.withdrawn.why}"
        mend = "take `withdrawn` away to publish it again"
    elif not future and (article.date or "")[:10] > on.isoformat():
        held, mend = f"dated {article.date}, and WITH_FUTURE_DATES is off", "wait for the day"
    permits = {use: permit(article, use, on) for use in Use}
    unsigned = replace(article, rights=replace(article.rights, reviewed=None))
    lends = {use: permit(unsigned, use, on) for use in Use} if article.rights.reviewed else permits
    text = plain_text(article.body)
    made = dict.fromkeys(said for said in article.corrections if said.on <= on.isoformat())  # each told once
    article = replace(_short_summary(article, text), corrections=tuple(made))
    return Entry(
        article=article,
        credit=credit(article),
        permits=permits,
        lends=lends,
        terms=terms_of(article),
        text=text,
        summary=summary(article.summary, text),
        on=on,
        held=held,
        mend=mend,
    )


def compile_edition(
    entries: Iterable[Entry],
    broken: Iterable[Broken],
    on: date,
    pages: Iterable[Article] = (),
    pictures: Mapping[str, Picture] = MappingProxyType({}),
) -> Edition:
    """Sort `entries` into an edition for the day `on`."""
    unique, twice = _unique(entries)
    published = [e for e in unique if not e.held and e.allows(Use.WEB)]
    shown = set(published)
    kept = tuple(withheld(e, e.permits[Use.WEB]) for e in unique if e not in shown)
    pages = list(pages)
    misplaced = [page for page in pages if _is_article(page)]
    return Edition(
        on=on,
        published=tuple(sorted(published, key=_newest, reverse=True)),
        withheld=kept,
        broken=(*broken, *twice, *map(_misplaced, misplaced)),
        withdrawn=tuple(sorted(filter(_is_withdrawn, unique), key=_withdrawal, reverse=True)),
        by_path={e.article.path: e for e in published},
        pages={page.path: page for page in pages if page not in misplaced},
        pictures=dict(pictures),
    )


def _short_summary(article: Article, text: str) -> Article:
    """The article without its own summary, where that tells most of it; the first words then stand in."""
    told = fold(article.summary or "")
    if told and containment(fold(text), told) > SUMMARY:
        return replace(article, summary=None)
    return article


def _is_article(page: Article) -> bool:
    own = page.rights == ArticleRights() and page.source == Source()
    return not own or bool(page.corrections) or page.withdrawn is not None


def _misplaced(page: Article) -> Broken:
    """A page is the site's own and carries no credit, so nobody else's work may be one.

    Nor does it print corrections, or say that it was withdrawn.
    """
    said = "it carries `rights`, a `source`, `corrections` or `withdrawn`, so it is an article"
    return Broken(page.path, f"{page.path}: {said}; put it into articles/")


def _unique(entries: Iterable[Entry]) -> tuple[list[Entry], list[Broken]]:
    """Of two articles with one slug (one page), source or id (one item in feeds), the first has it."""
    kept: list[Entry] = []
    twice: list[Broken] = []
    taken: dict[str, str] = {}
    for entry in entries:
        article = entry.article
        claims = {f"slug '{article.slug}'": "change one"}
        if article.source.identity:
            claims[f"source '{article.source.identity}'"] = "delete one, or mend its source"
        claims[f"id '{permanent_id(article)}'"] = "give this one another `id`"
        clash = next((claim for claim in claims if claim in taken), None)
        if clash is None:
            taken |= dict.fromkeys(claims, article.path)
            kept.append(entry)
        else:
            problem = f"{article.path}: {clash} is taken by {taken[clash]}; {claims[clash]}"
            twice.append(Broken(article.path, problem))
    return kept, twice


def withheld(entry: Entry, answer: Permit | Refusal) -> Withheld:
    """The article with the answer that withholds it, or what its own editor says."""
    if isinstance(answer, Refusal) and not _is_withdrawn(entry):
        return Withheld(entry, answer.reason, answer.words, answer.mend)
    return Withheld(entry, entry.held, "", entry.mend)


def mail_only(entry: Entry) -> Withheld:
    """An article that newsletters may print, and nothing that lies on the web."""
    refusal = withheld(entry, entry.permits[Use.WEB])
    reason = f"granted to newsletters alone, and this lies on the web: {refusal.reason}"
    return replace(
        refusal, reason=reason, mend="run `byline ezine`, which prints it outside the output folder"
    )


def _is_withdrawn(entry: Entry) -> bool:
    """Whether it was published, by its file's own word, and is no longer; whatever its terms say by now."""
    return entry.article.withdrawn is not None and entry.article.status == "published"


def _withdrawal(entry: Entry) -> tuple[str, str]:
    said = entry.article.withdrawn
    return said.on if said else "", entry.article.slug


def _newest(entry: Entry) -> tuple[str, str]:
    return sorting_text(entry.article.date), entry.article.slug
