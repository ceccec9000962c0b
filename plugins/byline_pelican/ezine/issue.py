"""One ezine issue, as data: what it prints, what it may not, and what it owes.

Frozen and pure. `compose.py` makes it, after it has asked the terms of every article; the templates of
the mail see it as `issue`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from markupsafe import Markup

from byline.lines import seen
from byline.model import Credit, Use
from byline.render import printable
from byline.rights.credit import as_html
from byline_pelican.dates import spoken_date
from byline_pelican.edition import Entry, Withheld
from byline_pelican.ezine.body import NOTHING, bracketed, in_mail, leading, told, whole_html
from byline_pelican.kit.texts import RIGHT_TO_LEFT
from byline_pelican.pictures.addresses import Picture


@dataclass(frozen=True, slots=True)
class Item:
    """One article in an issue.

    Attributes:
        entry: the article with what must travel with it.
        url: of an item that is printed whole, its page on this site, or empty where it has none; of a link,
            where it leads.
        whole: whether the text is printed; else title, author and link alone.
        words: the author's, or the review's, that allow it; empty for a link.
        note: the editor's line above it; Markdown.
        pictures: what the site knows of pictures, by their address; a mail loads no others.
        kept_back: numbers of the images that newsletters may not take along, counted from 0.

    """

    entry: Entry
    url: str
    whole: bool = True
    words: str = ""
    note: str = ""
    pictures: Mapping[str, Picture] = field(default_factory=dict, hash=False, compare=False)
    kept_back: frozenset[int] = frozenset()

    @property
    def anchor(self) -> str:
        """Its place in the mail, for the contents list."""
        return f"item-{self.entry.article.slug}"

    @property
    def title(self) -> str:
        """The article's title, in one line."""
        return _in_a_line(self.entry.article.title)

    @property
    def byline(self) -> str:
        """`By A and B`; nothing in a name turns the words beside it round."""
        return _in_a_line(self.entry.credit.byline)

    @property
    def published(self) -> str:
        """The date, as precise as it is known."""
        return spoken_date(self.entry.article.date)

    @property
    def on_web(self) -> bool:
        """Whether its text may stand on this site too."""
        return self.entry.allows(Use.WEB) and not self.entry.held

    @property
    def original(self) -> str:
        """Where it was first published; empty where that is nowhere on the web."""
        return self.entry.credit.source_url or ""

    @property
    def language(self) -> str:
        """As the article says; may be empty."""
        return self.entry.article.language or ""

    @property
    def direction(self) -> str:
        """Which way its language is read."""
        return direction_of(self.language)

    @property
    def body_html(self) -> str:
        """The article's body with whole addresses, without the pictures that may not travel along."""
        return whole_html(self.entry.article.body, self.url, self.kept_back)

    @property
    def content_html(self) -> Markup:
        """The same as a mail prints it below the article's title, among others."""
        return Markup(in_mail(self.body_html, self.pictures, self.anchor, self.url))  # noqa: S704  sanitised

    @property
    def base(self) -> str:
        """What relative addresses of its credit are of."""
        return self.original or self.url

    @property
    def credit(self) -> Credit:
        """All that must travel with it, as texts tell it: pictures are links, and each link is whole."""
        return leading(self.entry.credit, told, self.base)

    @property
    def credit_html(self) -> Markup:
        """The same as HTML; the site's own pictures are shown."""
        owed = leading(self.entry.credit, lambda html: html, self.base)
        html = in_mail(as_html(owed, named=False), self.pictures, f"{self.anchor}-credit", self.base)
        return Markup(bracketed(html))  # noqa: S704  sanitised


@dataclass(frozen=True, slots=True)
class Issue:
    """One e-mail edition, or one mail of it where it does not fit into one.

    Attributes:
        name: of the newsletter.
        number: of the issue.
        heading: what this issue is about, in the editor's words; may be empty.
        sent: its date.
        sender: a bare mail address.
        intro: the editor's words above the first article; Markdown.
        sponsor: a note that is paid for; Markdown. It is marked as such.
        web_url: where it can be read in a browser.
        home_url: of the site; what relative addresses in the editor's words are of.
        columns: width of the text part.
        flowed: whether the text part lets mail programs wrap it (RFC 3676).
        items: what it prints, in order; links among them.
        refused: what newsletters may not print, with the reasons.
        requests: those of the refused whose authors may be asked.
        left: what it may print but has no room for.
        ran: what it passes over because an earlier issue printed it.
        part: which mail of the issue this is, from 1.
        parts: how many mails there are.

    """

    name: str
    number: int
    heading: str
    sent: datetime
    sender: str
    sender_name: str
    language: str
    intro: str
    sponsor: str
    web_url: str
    home_url: str
    unsubscribe_url: str
    postal_address: str
    columns: int
    flowed: bool
    items: tuple[Item, ...]
    refused: tuple[Withheld, ...] = ()
    requests: tuple[Withheld, ...] = ()
    left: tuple[Item, ...] = ()
    ran: tuple[Entry, ...] = ()
    part: int = 1
    parts: int = 1

    def without(self, item: Item) -> "Issue":
        """The same issue with `item` left for another one."""
        return replace(self, items=tuple(i for i in self.items if i is not item), left=(item, *self.left))

    @property
    def whole(self) -> tuple[Item, ...]:
        """The articles that are printed whole."""
        return tuple(item for item in self.items if item.whole)

    @property
    def links(self) -> tuple[Item, ...]:
        """Those of which only title and link are printed."""
        return tuple(item for item in self.items if not item.whole)

    @property
    def title(self) -> str:
        """The subject line."""
        about = self.heading or (self.items[0].title if self.items else "")
        part = f" ({self.part} of {self.parts})" if self.parts > 1 else ""
        return " ".join(f"{self.name}, issue {self.number}{part}{about and ': '}{about}".split())

    @property
    def reason(self) -> str:
        """Why somebody gets it; bulk mail says so."""
        return f"You receive {' '.join(self.name.split())} because you asked for it."

    @property
    def ways(self) -> tuple[tuple[str, str], ...]:
        """Where the foot of a mail leads, with its words."""
        ways = (
            ("Unsubscribe", self.unsubscribe_url),
            ("Read it in a browser", self.web_url),
            ("Home", self.home_url),
        )
        return tuple((label, url) for label, url in ways if url)

    @property
    def date_text(self) -> str:
        """The date in words."""
        return spoken_date(self.sent.date().isoformat())

    @property
    def preheader(self) -> str:
        """What mail readers show beside the subject."""
        return " · ".join(item.title for item in self.items[0 if self.heading else 1 :][:3]) or self.name

    @property
    def direction(self) -> str:
        """Which way its language is read."""
        return direction_of(self.language)

    @property
    def pictures(self) -> Mapping[str, Picture]:
        """What the site knows of pictures; a mail loads no others."""
        return next((item.pictures for item in self.items if item.pictures), NOTHING)

    @property
    def intro_html(self) -> Markup:
        """The editor's words above the first article."""
        return self._said(self.intro, "intro")

    @property
    def sponsor_html(self) -> Markup:
        """The note that is paid for."""
        return self._said(self.sponsor, "sponsor")

    def note_html(self, item: Item) -> Markup:
        """The editor's words above an item."""
        return self._said(item.note, f"{item.anchor}-note")

    def _said(self, markdown: str, anchor: str) -> Markup:
        html = in_mail(whole_html(markdown, self.home_url), self.pictures, anchor, self.home_url)
        return Markup(html)  # noqa: S704  sanitised

    @property
    def host(self) -> str:
        """The sender's domain."""
        return self.sender.rpartition("@")[2]


def direction_of(language: str) -> str:
    """`rtl` or `ltr`, of a language by its BCP 47 tag."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


def _in_a_line(text: str) -> str:
    """Words in one line, which no sign of theirs ends, hides or turns round."""
    return printable(seen(" ".join(text.split())))
