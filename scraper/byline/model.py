"""The nouns of Byline, as frozen values that carry their own proof.

Field names are those of the public records (`docs/formats.md`); `record()` gives the
plain-JSON form. A new fact about rights gets a field here, a line in `docs/formats.md`
and in the JSON Schemas beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

import msgspec

FORMAT = 1  # version of every public record


def plain(value: object) -> Any:
    """A frozen value as plain JSON: dictionaries, lists, strings, numbers, null."""
    return msgspec.json.decode(msgspec.json.encode(value))


class Use(StrEnum):
    """What somebody may want to do with an article. The first three are always answered."""

    WEB = "web"
    NEWSLETTER = "newsletter"
    PRINT = "print"
    AUDIO = "audio"
    VIDEO = "video"
    EBOOK = "ebook"
    EMAIL = "email"  # person to person
    SOCIAL = "social"
    TRANSLATION = "translation"
    OTHER = "other"  # what no word above names: a disc, a fax


MAIN_USES = (Use.WEB, Use.NEWSLETTER, Use.PRINT)


class Answer(StrEnum):
    """What a statement says about one use. All but GRANTED withhold."""

    GRANTED = "granted"
    DENIED = "denied"
    ASK = "ask"
    SILENT = "silent"


class Duty(StrEnum):
    """What a grant asks to keep in return; the values of `keep`, in the order of a report."""

    TITLE = "title"
    BYLINE = "byline"
    COPYRIGHT = "copyright"
    RESOURCE_BOX = "resource_box"
    LIVE_LINK = "live_link"
    PERMISSION_STATEMENT = "permission_statement"
    SOURCE_LINK = "source_link"
    LICENCE = "licence"
    TEXT = "text"  # only in findings: the article's own words


@dataclass(frozen=True, slots=True)
class Link:
    """An anchor: its words and its absolute address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Author:
    """A person or a body that wrote the article."""

    name: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact about rights, and the words that prove it.

    Attributes:
        fact: dotted name and value, such as `web=granted`, `keep=byline`, `notice=required`.
        text: the exact words; `statement[start:end] == text`.
        start: first character of the words in the statement.
        end: one past their last character.

    """

    fact: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that a person must decide; `what` is a short kind, `text` the words in question."""

    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Removal:
    """Something that cleaning took away: by which step, from where, and what it said."""

    step: str
    where: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a page's words, and what became of it.

    Attributes:
        text: the words.
        where: the place in the page.
        roles: `body`, the rights parts that it is (`statement`, `copyright`, …), or nothing.
        step: what took it away, where it has no role.

    """

    text: str
    where: str
    roles: tuple[str, ...] = ()
    step: str = ""


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound on a grant, such as `not_after` 2027-01-01 or `cap` 25 a year."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A copyright line, word for word; holder and years as far as the line names them."""

    text: str
    holder: str | None = None
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ResourceBox:
    """The author's bio with its live links; `markdown` and `text` say the same words."""

    markdown: str
    text: str
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """A passage that grants, limits or denies reuse, word for word.

    Attributes:
        text: the words, as plain text; what `read_terms` reads.
        where: the place in the page, for a person to find it.
        markdown: the same words with their links.
        links: the links inside, absolute.

    """

    text: str
    where: str
    markdown: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line that says where the article first appeared."""

    text: str
    links: tuple[Link, ...] = ()
    markdown: str = ""


@dataclass(frozen=True, slots=True)
class Licence:
    """A public licence by its address; `spdx` where the SPDX list knows it."""

    url: str
    spdx: str | None = None


@dataclass(frozen=True, slots=True)
class Rights:
    """Every rights part of a page, word for word."""

    copyright: tuple[Notice, ...] = ()
    site_copyright: tuple[Notice, ...] = ()
    resource_box: ResourceBox | None = None
    statements: tuple[Statement, ...] = ()
    source_lines: tuple[SourceLine, ...] = ()
    licence: Licence | None = None
    notice_links: tuple[Link, ...] = ()  # links inside copyright lines

    @property
    def links(self) -> tuple[Link, ...]:
        """Every link inside the parts, in their order; all must stay live."""
        box = self.resource_box.links if self.resource_box else ()
        stated = (link for statement in self.statements for link in statement.links)
        sources = (link for line in self.source_lines for link in line.links)
        found = dict.fromkeys((*self.notice_links, *box, *stated, *sources))
        if self.licence is not None and all(link.url != self.licence.url for link in found):
            found[Link(self.licence.spdx or self.licence.url, self.licence.url)] = None
        return tuple(found)

    def record(self) -> dict[str, Any]:
        """The `rights` part of an import record."""
        return {
            "copyright": plain(self.copyright),
            "site_copyright": plain(self.site_copyright),
            "resource_box": plain(self.resource_box),
            "statements": [{"text": s.text, "where": s.where} for s in self.statements],
            "source_lines": [{"text": s.text, "links": plain(s.links)} for s in self.source_lines],
            "licence": plain(self.licence),
            "links": plain(self.links),
        }


def _all_silent() -> dict[str, Answer]:
    return {use.value: Answer.SILENT for use in MAIN_USES}


@dataclass(frozen=True, slots=True)
class Terms:
    """A permission statement as data. Nothing is granted that `because` does not prove.

    Attributes:
        answers: by use; the three of MAIN_USES are always there.
        keep: what a copy must keep.
        modify: no | minor | yes | unspecified.
        extent: full | full_only | excerpt_only.
        notice: none | appreciated | required | before_use.
        notice_to: the address for the notice, if the statement names one.
        commercial: yes | no | unspecified.
        fee: no | yes | unspecified.
        licence: SPDX identifier or address of a licence that the statement names.
        limits: bounds on the grant.
        speaker: author | publisher | host.
        because: each fact with the exact words of the statement.
        doubts: what a person must decide.

    """

    answers: dict[str, Answer] = field(default_factory=_all_silent)
    keep: tuple[Duty, ...] = ()
    modify: str = "unspecified"
    extent: str = "full"
    notice: str = "none"
    notice_to: str | None = None
    commercial: str = "unspecified"
    fee: str = "unspecified"
    licence: str | None = None
    limits: tuple[Limit, ...] = ()
    speaker: str = "author"
    because: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def answer(self, use: Use) -> Answer:
        """What the statement says about `use`; silence where it does not name it."""
        return self.answers.get(use.value, Answer.SILENT)

    def proof(self, fact: str) -> Fact | None:
        """The first words that prove `fact` (its name, or name=value)."""
        return next((f for f in self.because if f.fact == fact or f.fact.split("=")[0] == fact), None)

    def record(self) -> dict[str, Any]:
        """The public record: `{"format": 1, "answers": …}`."""
        return {"format": FORMAT, **plain(self)}


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from.

    Attributes:
        url: the address it was fetched from, if any.
        canonical: the address the page names as its own.
        site: the site's name.
        retrieved: ISO 8601 time of the fetch; None for a saved file.
        sha256: of the captured bytes.
        capture: path of the saved capture, relative to the content folder.
        arrived: the time of the first fetch, where it was fetched again since.

    """

    url: str | None = None
    canonical: str | None = None
    site: str | None = None
    retrieved: str | None = None
    sha256: str | None = None
    capture: str | None = None
    arrived: str | None = None

    @property
    def identity(self) -> str | None:
        """What tells this source from every other; the same page always has the same one."""
        return self.canonical or self.url or self.capture


@dataclass(frozen=True, slots=True)
class Page:
    """What a site served, as raw bytes, and how it came here."""

    content: bytes
    source: Source = Source()


@dataclass(frozen=True, slots=True)
class Import:
    """A page, read: the article, its rights, its terms, and what was taken away.

    Attributes:
        published: as precise as the page says: `2005`, `2005-03`, `2005-03-14`, or with a time.
        body: Markdown of the article without its rights parts.
        text: the same as plain text.
        category: what the page files the article under.
        passages: every word of the page in order, and what became of it; not in the record.

    """

    title: str | None
    authors: tuple[Author, ...]
    published: str | None
    language: str | None
    body: str
    text: str
    source: Source
    rights: Rights
    terms: Terms
    category: str | None = None
    passages: tuple[Passage, ...] = ()
    removals: tuple[Removal, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def record(self) -> dict[str, Any]:
        """The public record: `{"format": 1, "title": …}`."""
        source = plain(self.source)
        for own in ("arrived", "capture"):  # of the article's file
            source.pop(own)
        return {
            "format": FORMAT,
            "title": self.title,
            "authors": plain(self.authors),
            "published": self.published,
            "language": self.language,
            "category": self.category,
            "body": self.body,
            "text": self.text,
            "source": source,
            "rights": self.rights.record(),
            "terms": self.terms.record(),
            "removals": plain(self.removals),
            "doubts": plain(self.doubts),
        }


@dataclass(frozen=True, slots=True)
class Review:
    """A person's decision over the reading of a statement: who, when, why, and for which uses."""

    by: str
    on: str
    why: str
    uses: tuple[Use, ...] = (Use.WEB,)


@dataclass(frozen=True, slots=True)
class ArticleRights:
    """The rights in an article file: parts as Markdown, word for word, and the terms as read.

    Attributes:
        copyright: one line a notice.
        resource_box: Markdown.
        permission: Markdown; a blank line between statements.
        source_line: Markdown.
        licence: of the article, if the page names one by address.
        terms: as read from `permission` when the file was written; None in a hand-written file.
        reviewed: a person's decision.

    """

    copyright: str = ""
    resource_box: str = ""
    permission: str = ""
    source_line: str = ""
    licence: Licence | None = None
    terms: Terms | None = None
    reviewed: Review | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right in an article after it appeared: the full day, and one paragraph of Markdown."""

    on: str
    text: str


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """That an article was taken back: the full day, and why, in one line of plain words."""

    on: str
    why: str


@dataclass(frozen=True, slots=True)
class Article:
    """An article file, read.

    Attributes:
        path: names it in messages.
        place: of its file below the folder of articles, without the ending; the same wherever that lies.
        id: its permanent id as the file says it; `identity.permanent_id` answers for every article.
        modified: when it was last changed, as precise as the file says it.
        corrections: in the order of the file.
        withdrawn: once this is there, no output prints the text.
        series: the name of the series that it belongs to.
        part: its place there, from 1; by date when None.
        extra: keys Byline does not know.

    """

    title: str
    slug: str
    body: str
    path: str = ""
    place: str = ""
    id: str | None = None
    authors: tuple[Author, ...] = ()
    date: str | None = None
    modified: str | None = None
    category: str | None = None
    tags: tuple[str, ...] = ()
    series: str | None = None
    part: int | None = None
    summary: str | None = None
    language: str | None = None
    status: str = "published"
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    source: Source = Source()
    rights: ArticleRights = ArticleRights()
    doubts: tuple[Doubt, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Credit:
    """Everything that must travel with a copy. Texts are Markdown, word for word.

    Attributes:
        title: the article's title, for a copy that stands apart from it.
        authors: for the byline.
        copyright: notices, one a line.
        resource_box: the author's bio.
        permission: the statement.
        source_line: where it first appeared, in the page's words.
        source_url: the article's own address elsewhere, if it has one.
        licence: of the article.

    """

    title: str
    authors: tuple[Author, ...] = ()
    copyright: str = ""
    resource_box: str = ""
    permission: str = ""
    source_line: str = ""
    source_url: str | None = None
    licence: Licence | None = None

    @property
    def byline(self) -> str:
        """`By A, B and C`; empty when no author is known."""
        return spoken([author.name for author in self.authors])


def spoken(names: Sequence[str]) -> str:
    """`By A, B and C`, for names in any markup; empty when there is none."""
    if not names:
        return ""
    head = ", ".join(names[:-1])
    return f"By {head} and {names[-1]}" if head else f"By {names[0]}"


@dataclass(frozen=True, slots=True)
class Permit:
    """Yes, for this use; with the words that grant it, or the review that decided."""

    use: Use
    proof: str
    terms: Terms
    reviewed: Review | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """No, for this use: the reason, the author's own words if there are any, and the way out."""

    use: Use
    reason: str
    words: str = ""
    mend: str = ""


class State(StrEnum):
    """How a duty was met. UNKNOWN never counts as PASS."""

    PASS = "pass"  # noqa: S105  a state, not a password
    FAIL = "fail"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


class Severity(StrEnum):
    """How much a finding weighs: a condition is an error, custom a warning, a request a note."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One duty, judged.

    Attributes:
        code: stable kebab-case name of the finding.
        duty: the duty it is about.
        state: how it was met.
        severity: what a failure weighs.
        wanted: what to paste to comply.
        found: the nearest thing in the copy; empty when there is nothing near.
        where: the place in the copy.

    """

    code: str
    duty: Duty
    state: State
    severity: Severity
    wanted: str
    found: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was judged: the copy's bytes, when they were taken, and the terms it was held to."""

    sha256: str
    retrieved: str | None
    terms_sha256: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a copy keeps what its terms require: keeps | breaks | unverified."""

    copy: str
    article: str
    verdict: str
    findings: tuple[Finding, ...]
    evidence: Evidence

    def record(self) -> dict[str, Any]:
        """The public record: `{"format": 1, "copy": …}`."""
        return {"format": FORMAT, **plain(self)}
