"""The build re-reads its own output: no page, feed item or mail leaves without its credit.

Uses the same judges as `byline check`, so that what Byline publishes is held to what Byline asks
of others. Pure: the caller reads the files.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from byline.check import Copy, judge, pictures_in, read_copy
from byline.check.align import align, containment
from byline.check.words import Text
from byline.errors import PageError
from byline.model import Finding, Severity, State
from byline_pelican.edition import Edition, Entry
from byline_pelican.ezine.issue import Issue
from byline_pelican.leaks import Leaks, legible, words_of
from byline_pelican.stretch import cut

ALIGNED = 20  # words; a shorter article cannot be told from its surroundings, so only its credit is judged
EXCERPT = 0.6  # of an article's words; the theme's own summaries stay below half
BETWEEN = 0.2  # of an article's words, at most, stand between them where it is printed whole
LONGER = 1.5  # times as many words, of an article whose excerpt may tell all of another
WHOLE = 0.8  # of an article's words; notes, tables and pictures are said in other words in a plain text
PAGES = (".html", ".htm")


@dataclass(frozen=True, slots=True)
class Output:
    """The texts that are about to be published, by their path below the output folder."""

    texts: Mapping[str, str]
    site_url: str

    @property
    def sheets(self) -> dict[str, str]:
        """The style sheets by their address: they may hide a credit."""
        return {f"{self.site_url}/{n}": text for n, text in self.texts.items() if n.endswith(".css")}

    def shown(self, name: str) -> str:
        """The text of a file as pages hold it, however many escapes a feed or a script puts around it."""
        text = self.texts[name]
        return text if name.endswith(PAGES) else legible(text)

    def page(self, name: str) -> Copy:
        """A file as its readers will see it."""
        return read_copy(self.shown(name).encode(), url=f"{self.site_url}/{name}", sheets=self.sheets)

    def to_copy(self, name: str) -> Iterator[Copy]:
        """The texts that a page holds out to be copied."""
        for _, text in textareas(self.texts[name]) if name.endswith(PAGES) else ():
            if text.strip():
                yield read_copy(text.encode())


def textareas(html: str) -> list[tuple[str, str]]:
    """What the textareas of a page hold, as a reader copies it, each with the form that it says it has."""
    if "<textarea" not in html.lower():
        return []
    found = LexborHTMLParser(html).css("textarea")
    return [(area.attributes.get("data-form") or "", area.text()) for area in found]


def audit_pages(output: Output, edition: Edition, save_as: str) -> Iterator[str]:
    """What is wrong with the article pages; one line each, naming file and mend."""
    for entry in edition.published:
        name = save_as.format(slug=entry.article.slug)
        if name in output.texts:
            yield from lost(output.page(name), entry, "its page")
        else:
            yield f"{entry.article.path}: its page {name} was not written"


def audit_issue(issue: Issue, mail: bytes) -> Iterator[str]:
    """What is wrong with a mail of an issue: see `audit_issue_in`."""
    yield from audit_issue_in(issue, read_copy(mail), "the ezine issue")


def audit_issue_in(issue: Issue, copy: Copy, where: str) -> Iterator[str]:
    """What is wrong with an issue as some file tells it.

    In each of its parts each article that it prints must stand whole, with its own credit, and no word of
    those that it may not print.
    """
    entries = [item.entry for item in issue.whole]
    kept = [*(withheld.entry for withheld in issue.refused), *(item.entry for item in issue.links)]
    leaks = Leaks.beside(entries, kept)
    for part in copy.parts:
        name = f"{where}, {part.name}" if len(copy.parts) > 1 else where
        for entry in leaks.found_in("\n".join(line.text for line in part.lines)).withheld:
            yield f"{entry.article.path}: withheld, yet its words stand in {name}"
        for entry, own in cut(part, entries):
            yield from lost(Copy((own,)), entry, name)


def audit_issue_pages(output: Output, names: Mapping[str, Issue]) -> Iterator[str]:
    """What is wrong with the pages of the issues, by their names below the output folder."""
    for name, issue in names.items():
        if name in output.texts:
            yield from audit_issue_in(issue, output.page(name), name)


def audit_rest(output: Output, edition: Edition, save_as: str, others: Iterable[str] = ()) -> Iterator[str]:
    """What is wrong with all other files: whole articles without their credit, and withheld ones.

    Excerpts need no credit of their own; the words of a withheld article may stand nowhere. Pages of
    articles, and `others`, have been judged by functions of their own.
    """
    judged = {*others, *(save_as.format(slug=entry.article.slug) for entry in edition.published)}
    leaks = Leaks.of(edition)
    for name in output.texts:
        found = leaks.found_in(output.shown(name))
        yield from (
            f"{entry.article.path}: withheld, yet its words stand in {name}" for entry in found.withheld
        )
        if found.published and name not in judged:
            try:
                for page in (output.page(name), *output.to_copy(name)):
                    yield from _uncredited(page, found.published, name)
            except PageError as error:
                yield f"{name}: prints articles and cannot be read ({error})"


def _uncredited(page: Copy, entries: Iterable[Entry], name: str) -> Iterator[str]:
    """What a page that prints whole articles owes to each of them."""
    for part in page.parts:
        words = Text.of(part.lines).words
        said = _runs(words)
        most = [e for e in entries if _printed(words_of(e), said) > EXCERPT]
        whole = [e for e in most if _in_a_piece(e, words) and not any(_tells(o, e) for o in entries)]
        for entry, own in cut(part, whole):
            yield from lost(Copy((own,)), entry, name)


def _printed(words: Sequence[str], said: Counter[tuple[str, ...]]) -> float:
    """The share of an article that is printed; of a refrain, as often as it is printed."""
    wanted = _runs(words)
    return (wanted & said).total() / max(1, wanted.total())


def _in_a_piece(entry: Entry, said: Sequence[str]) -> bool:
    """Whether most of an article stands in one place: a list of excerpts may say much of what others say."""
    found = align(words_of(entry), said)
    between = sum(end - start for start, end in found.inserted)
    return found.kept > EXCERPT and between <= BETWEEN * found.kept * len(words_of(entry))


def _tells(longer: Entry, entry: Entry) -> bool:
    """Whether a much longer article holds the words of another: its excerpt may tell all of that one."""
    words, others = words_of(entry), words_of(longer)
    return len(others) > LONGER * len(words) and containment(words, others) > WHOLE


def _runs(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    return Counter(zip(words, words[1:], words[2:], strict=False))


def lost(copy: Copy, entry: Entry, where: str) -> Iterator[str]:
    """What a copy of an article, or the stretch that is its own, lacks of it."""
    article = entry.article
    text = entry.text
    if len(text.split()) < ALIGNED:
        text = ""
    for finding in judge(copy, entry.credit, entry.terms, text, pictures_in(article.body)):
        if _fails(finding):
            duty = finding.duty.value.replace("_", " ")
            wanted = " ".join((finding.wanted or finding.found).split())[:120]
            said = f"{finding.code}: {wanted}" if wanted else finding.code
            yield f"{article.path}: the {duty} is not on {where} ({said}); mend the template"
    words = words_of(entry) if text else ()
    shares = [_kept(words, Text.of(part.lines).words) for part in copy.parts if words]
    kept = min(shares, default=1.0)
    if kept < WHOLE:
        yield f"{article.path}: only {kept:.0%} of its words are on {where}; mend the template"


def _kept(words: Sequence[str], said: Sequence[str]) -> float:
    """The share of an article's words that are said; word by word where they stand between pictures."""
    share = containment(words, said)
    return share if share >= WHOLE else max(share, align(words, said).kept)


def _fails(finding: Finding) -> bool:
    """Whether an output is to blame; what the file itself lacks was withheld, or signed for in a review."""
    if finding.code.endswith("-lacking") or finding.severity is Severity.NOTE:
        return False
    return finding.state in {State.FAIL, State.UNKNOWN}
