"""An issue as Markdown: each article under a heading of its own, whole with its credit, links whole.

A reference or a footnote of one article must lead to no other, and HTML in one would hide all that follows:
an article that has some is written anew, as it is printed, with every address beside its words.
"""

from collections.abc import Iterator

from byline.check import Copy
from byline.check.page import html_part
from byline.extract.blocks import Inline
from byline.extract.document import CLOSING
from byline.extract.markdown import lines_of
from byline.joining import joined, same, selfcontained, under
from byline.render import OMITTED, printable, rendered, unsafe
from byline.rights.credit import markdown_parts
from byline_pelican.audit import audit_issue_in
from byline_pelican.ezine.body import NOTHING, as_markdown
from byline_pelican.ezine.issue import Issue, Item

RULE = "---"
NOTE = "Editor’s note"


def issue_markdown(issue: Issue) -> str:
    """The issue as one Markdown text."""
    return under(pieces(issue)) + "\n"


def pieces(issue: Issue) -> list[str]:
    """Its parts, to be set under one another."""
    parts = [printable(part.strip("\n")) for part in _parts(issue) if part.strip()]
    return parts if same(under(parts), parts) else list(map(selfcontained, parts))


def audit_markdown(issue: Issue, text: str, where: str = "issue.md") -> Iterator[str]:
    """What is wrong with an issue as Markdown, as those see it whose renderer keeps HTML."""
    yield from audit_issue_in(issue, Copy((html_part(unsafe(text), None),)), where)
    if OMITTED in rendered(text):
        yield f"{where}: HTML stands in it, and may hide what follows; write it as code"


def _parts(issue: Issue) -> Iterator[str]:
    yield f"# {words(issue.name)}"
    part = f"part {issue.part} of {issue.parts}" if issue.parts > 1 else ""
    yield words(", ".join(filter(None, (f"Issue {issue.number}", issue.date_text, part))))
    yield words(issue.heading)
    yield _said(issue.intro, issue)
    yield from _contents(issue)
    if issue.sponsor.strip():
        yield from (RULE, "**Sponsor**", _said(issue.sponsor, issue))
    for number, item in enumerate(issue.whole, 1):
        yield RULE
        yield from _article(number, item, issue)
    if issue.links:
        yield from (RULE, "# Also on the web")
        for item in issue.links:
            yield from (f"## {_linked(item)}", _byline(item), _note(item, issue))
    yield RULE
    yield from _foot(issue)


def _contents(issue: Issue) -> Iterator[str]:
    listed = [f"{n}. {_named(item)}" for n, item in enumerate(issue.whole, 1)]
    if len(issue.items) > 1:
        yield "## In this issue"
        yield "\n".join(listed)
        yield "\n".join(f"* {_named(item)} (on the web)" for item in issue.links)


def _named(item: Item) -> str:
    return words(", ".join(filter(None, (item.title, item.byline))))


def _article(number: int, item: Item, issue: Issue) -> Iterator[str]:
    yield f"# {words(f'{number}. {item.title}', heading=True)}"
    yield _byline(item)
    yield _note(item, issue)
    yield body(item)
    yield RULE
    yield joined(apart(part, item.base) for part in markdown_parts(item.credit))
    yield f"[Read it on the web](<{item.url}>)" if item.url else ""


def body(item: Item) -> str:
    """An article's own Markdown; written anew where it has pictures, references, footnotes or HTML."""
    return as_markdown(item.entry.article.body, item.url, item.pictures, item.kept_back)


def apart(markdown: str, base: str = "") -> str:
    """A text that what stands before and after it does not change, and that changes nothing there."""
    return as_markdown(markdown, base, NOTHING, bracketed_marks=False)


def words(text: str, *, heading: bool = False) -> str:
    """Plain words, whatever signs they have, in one line."""
    line = " ".join(lines_of((Inline(printable(" ".join(text.split()))),)))
    return CLOSING.sub(r"\1\\\2", line) if heading else line


def _linked(item: Item) -> str:
    return f"[{words(item.title)}](<{item.url}>)" if item.url else words(item.title)


def _byline(item: Item) -> str:
    return words(", ".join(filter(None, (item.byline, item.published))))


def _note(item: Item, issue: Issue) -> str:
    return under((f"*{NOTE}*", _said(item.note, issue))) if item.note.strip() else ""


def _said(markdown: str, issue: Issue) -> str:
    """The editor's words."""
    return as_markdown(markdown, issue.home_url, issue.pictures)


def _foot(issue: Issue) -> Iterator[str]:
    yield words(issue.reason)
    yield "\n".join(f"* [{label}](<{url}>)" for label, url in issue.ways)
    yield words(issue.postal_address)
