"""The text part of an issue: contents, then each article whole with its credit, every address spelled out.

Typography is reduced in what the editor says and in the articles; of a credit, nothing is changed but
what nobody sees.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from byline.check.words import fold as words_of
from byline.lines import BREAK, FIXED, columns, flow, fold, reduced, seen
from byline.plaintext import Setting, html_to_text, hung, underlined
from byline.render import printable
from byline.rights.credit import as_text
from byline_pelican.ezine.body import told, whole_html
from byline_pelican.ezine.issue import Issue, Item

SPONSOR = "Sponsor"
NOTE = "Editor's note"
CONTENTS = "In this issue"
ELSEWHERE = "Also on the web"
READABLE = 0.9  # of the words of a text
SHORT = 20  # signs of the line between an article and its credit


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How this issue is set."""

    width: int
    flowed: bool

    def line(self, words: str) -> str:
        """Words of ours, or of a title, as a paragraph; a line break stays."""
        plain = reduced(printable(words).replace("\n", BREAK))
        return Setting(self.width, flowed=self.flowed).paragraph(plain)

    def behind(self, marker: str, words: str) -> str:
        """The same behind a marker."""
        return hung(replace(self, width=self.width - len(marker)).line(words), marker)

    def said(self, markdown: str, base: str, label: str = "") -> str:
        """The editor's words, behind a label where they are one paragraph, or else below it."""
        html = told(whole_html(markdown, base))
        alone = label and html.startswith("<p>") and html.count("<p>") == 1 and html.rstrip().endswith("</p>")
        if alone:
            html = html.replace("<p>", f"<p>{label}: ", 1)
        text = html_to_text(html, self.width, reduced=True, flowed=self.flowed)
        return text if alone or not label else f"{label}:\n\n{text}"

    def body(self, item: Item) -> str:
        """An article's body."""
        html = told(item.body_html)
        whole = html_to_text(html, self.width, reduced=True, flowed=self.flowed)
        if self.flowed or max(map(columns, whole.split("\n"))) <= self.width:
            return whole
        cut = html_to_text(html, self.width, reduced=True, cut=True)
        return cut if _reads_as(cut, whole) else whole

    def heading(self, words: str) -> str:
        """A heading of ours."""
        return underlined(self.line(words), self.width, "-")

    def entry(self, words: str, marker: str) -> str:
        """A line of a list of ours, wrapped here for good."""
        plain = fold(reduced(printable(words)), self.width - len(marker))
        return self.fixed(hung(plain, marker))

    def fixed(self, text: str) -> str:
        """Lines that no mail program may wrap."""
        return "\n".join(f"{FIXED}{row}" for row in text.split("\n")) if self.flowed else text

    def address(self, label: str, url: str) -> str:
        """An address behind its label, or below it where there is no room."""
        beside = f"{label}: {url}"
        return self.fixed(beside if len(beside) <= self.width else f"{label}:\n{url}")

    @property
    def rule(self) -> str:
        """Between articles."""
        return "=" * self.width


def issue_text(issue: Issue) -> str:
    """The text part, wrapped at the issue's columns; with `flowed`, as RFC 3676 has it."""
    sheet = _Sheet(issue.columns, issue.flowed)
    text = _joined(_parts(issue, sheet)) + "\n"
    return printable(flow(text, issue.columns) if issue.flowed else text)


def item_text(number: int, item: Item, width: int, *, flowed: bool = False) -> str:
    """One article of the text part: whole with its credit, or title and link alone.

    Where `flowed`, it is still to be flowed with the rest.
    """
    sheet = _Sheet(width, flowed)
    return _article(number, item, sheet, "") if item.whole else _linked(item, sheet, "")


def _parts(issue: Issue, sheet: _Sheet) -> Iterator[str]:
    yield from _head(issue, sheet)
    yield from _contents(issue, sheet)
    if issue.sponsor.strip():
        yield from (sheet.rule, sheet.heading(SPONSOR), sheet.said(issue.sponsor, issue.home_url))
    for number, item in enumerate(issue.whole, 1):
        yield _article(number, item, sheet, issue.home_url)
    if issue.links:
        yield f"{sheet.rule}\n{sheet.line(ELSEWHERE)}\n{sheet.rule}"
        yield from (_linked(item, sheet, issue.home_url) for item in issue.links)
    yield sheet.rule
    yield from _foot(issue, sheet)


def _head(issue: Issue, sheet: _Sheet) -> Iterator[str]:
    part = f"part {issue.part} of {issue.parts}" if issue.parts > 1 else ""
    said = ", ".join(filter(None, (f"Issue {issue.number}", issue.date_text, part)))
    name = sheet.line(" ".join(issue.name.split()).upper())
    yield "\n".join(filter(None, (name, said, sheet.line(" ".join(issue.heading.split())))))
    yield sheet.said(issue.intro, issue.home_url)


def _contents(issue: Issue, sheet: _Sheet) -> Iterator[str]:
    lines = [_listed(item, f"{number}. ", sheet) for number, item in enumerate(issue.whole, 1)]
    linked = [_listed(item, "(link) ", sheet) for item in issue.links]
    if len(lines) + len(linked) > 1:
        yield sheet.heading(CONTENTS)
        yield "\n".join((*lines, *linked))


def _listed(item: Item, marker: str, sheet: _Sheet) -> str:
    title = sheet.entry(item.title, marker)
    return f"{title}\n{sheet.entry(item.byline, ' ' * len(marker))}" if item.byline else title


def _article(number: int, item: Item, sheet: _Sheet, base: str) -> str:
    title = sheet.behind(f"{number}. ", item.title)
    credit = seen(as_text(item.credit, sheet.width, flowed=sheet.flowed))
    return _joined(
        (
            f"{sheet.rule}\n{title}\n{sheet.rule}",
            _byline(item, sheet),
            _note(item, sheet, base),
            sheet.body(item),
            "-" * SHORT,
            credit,
            sheet.fixed(f"Read it on the web:\n{item.url}") if item.url else "",
        )
    )


def _linked(item: Item, sheet: _Sheet, base: str) -> str:
    said = ", ".join(filter(None, (item.byline, item.published)))
    lines = (sheet.behind("* ", item.title), sheet.behind("  ", said) if said else "")
    title, address = "\n".join(filter(None, lines)), sheet.fixed(f"  {item.url}")
    note = _note(item, sheet, base)
    return _joined((title, note, address)) if note else f"{title}\n{address}"


def _byline(item: Item, sheet: _Sheet) -> str:
    return "\n".join(sheet.line(words) for words in (item.byline, item.published) if words)


def _note(item: Item, sheet: _Sheet, base: str) -> str:
    return sheet.said(item.note, base, NOTE) if item.note.strip() else ""


def _foot(issue: Issue, sheet: _Sheet) -> Iterator[str]:
    yield sheet.line(issue.reason)
    yield "\n".join(sheet.address(label, url) for label, url in issue.ways)
    yield sheet.line(issue.postal_address.strip())


def _reads_as(cut: str, whole: str) -> bool:
    """Whether most words are still words where passages without spaces were cut at the ends of lines."""
    wanted = Counter(words_of(whole))
    return (wanted & Counter(words_of(cut))).total() >= READABLE * wanted.total()


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part.strip())
