"""One finding for each duty: does this part of a copy keep it?

A judge looks at a `Scene` (the copy, aligned with the article) and returns findings. What the
terms name in `keep` is a condition, and its loss an error; other parts that the article has are
customary, and their loss a warning. To judge one more duty, write a function of the same shape
and add it to JUDGES; its codes get their sentences in `report.py`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from html import escape

from byline.check.align import Alignment, find
from byline.check.linked import can_be_live, judge_links, licence_link
from byline.check.notices import standing
from byline.check.scene import Passage, Scene
from byline.check.words import Span, fold
from byline.model import Duty, Finding, Link, Severity, State
from byline.plaintext import to_text
from byline.render import links, sanitised, to_html
from byline.rights.credit import byline_html

Spans = tuple[Span, ...]
Judge = Callable[[Scene], Iterable[Finding]]

NAMES = {  # how the codes of a duty begin
    Duty.TITLE: "title",
    Duty.BYLINE: "byline",
    Duty.COPYRIGHT: "copyright",
    Duty.RESOURCE_BOX: "resource-box",
    Duty.PERMISSION_STATEMENT: "statement",
    Duty.SOURCE_LINK: "source",
    Duty.LIVE_LINK: "link",
    Duty.LICENCE: "licence",
    Duty.TEXT: "text",
}
NEIGHBOURS = 3  # words quoted on either side of lost ones
QUOTES = 4  # passages quoted in one finding


def judge_part(scene: Scene) -> Iterator[Finding]:
    """Every finding about one part of a copy, in the order of a report."""
    worst = _at_worst(scene)
    for finding in _findings(scene):
        where = ", ".join(filter(None, (scene.part.name, finding.where)))
        yield _seen(replace(finding, where=where), scene.part.doubt or worst(finding))


def _findings(scene: Scene) -> Iterator[Finding]:
    return (finding for judge in JUDGES.values() for finding in judge(scene))


def _at_worst(scene: Scene) -> Callable[[Finding], str]:
    """Why a finding does not hold if all that may hide does; nothing where it holds all the same."""
    if scene.part.worst is None:
        return lambda _: ""
    harsh = _findings(Scene(scene.part.worst, scene.credit, scene.terms, scene.body))
    kept = {(f.duty, f.wanted): "" if f.state is State.PASS else f.found or f.code for f in harsh}
    return lambda finding: kept.get((finding.duty, finding.wanted), "not seen under every condition")


def _seen(finding: Finding, doubt: str) -> Finding:
    """Nothing counts as kept where it cannot be told whether a reader sees it."""
    if not doubt or finding.state is not State.PASS:
        return finding
    stem = finding.code.rpartition("-")[0]
    return replace(finding, code=f"{stem}-unsure", state=State.UNKNOWN, found=doubt)


def title_kept(scene: Scene) -> Iterator[Finding]:
    """The title stands with the copy in the author's words."""
    for finding in _passages_kept(scene, Duty.TITLE):
        if finding.code == "title-missing":
            heading = next(
                (n for n in scene.part.lines if n.where.endswith(("h1", "h2")) and not n.hidden), None
            )
            found, where = (heading.text, heading.where) if heading else ("", "")
            yield replace(finding, code="title-changed", found=found, where=where)
        else:
            yield finding


def byline_kept(scene: Scene) -> Iterator[Finding]:
    """Every author is named near the article, apart from the other parts of the credit."""
    credit = scene.credit
    severity = scene.severity(Duty.BYLINE)
    names = [author.name for author in credit.authors if fold(author.name)]
    if not names:
        yield _absent(scene, Duty.BYLINE)
        return
    spots = [scene.find(fold(name)) or scene.find(fold(f"{name}'s")) for name in names]
    lost = [name for name, spot in zip(names, spots, strict=True) if spot is None or spot[1]]
    html = sanitised(f"<p>{byline_html(credit)}</p>")
    wanted = html if scene.part.form == "html" else credit.byline
    first = next((spot[0] for spot in spots if spot is not None), len(scene.text.words))
    finding = Finding("byline-kept", Duty.BYLINE, State.PASS, severity, wanted, where=scene.text.where(first))
    if lost:
        hiding = scene.hiding(fold(lost[0]))
        kind = (
            "byline-hidden"
            if hiding
            else "byline-missing"
            if len(lost) == len(names)
            else "byline-incomplete"
        )
        found, where = hiding or ("not named: " + ", ".join(lost), finding.where)
        finding = replace(finding, code=kind, state=State.FAIL, found=found, where=where)
    else:
        other = next((name for name in names if not _credited(scene, name)), None)
        if other:
            finding = replace(finding, code="byline-unclear", state=State.UNKNOWN, found=other)
    yield finding


# what somebody is named as who is not said to have written the article
OTHERWISE = re.compile(
    r"\b(?:not (?:written )?by|thanks to|thank|thanks|h t|via|inspired by|based on|interview with|courtesy of"
    r"|(?:edited|photos?|photograph\w*|pictures?|images?|illustrat\w+|drawings?|translated|reviewed|narrated|read"
    r"|produced|posted|design\w*) by)$"
)
SPEAKS = {"said", "says", "commented", "comments", "replied", "replies", "asked"}


def _credited(scene: Scene, name: str) -> bool:
    """Whether a name stands once near the article as an author's, not in another role or over a comment."""
    words = fold(name)
    for start in find(words, scene.text, scene.taken):
        line = scene.text.places[start][0]
        if not scene.is_near(line):
            continue
        first = next(i for i in range(start, -1, -1) if i == 0 or scene.text.places[i - 1][0] != line)
        before = " ".join(scene.text.words[max(first, start - 4) : start])
        after = scene.text.words[start + len(words) : start + len(words) + 1]
        if not OTHERWISE.search(before) and SPEAKS.isdisjoint(after):
            return True
    return not find(words, scene.text, scene.taken)  # named with an 's, or in what is counted elsewhere


def copyright_kept(scene: Scene) -> Iterator[Finding]:
    """Each notice stands with its years and its holder; ©, (c) and the word are one."""
    if not scene.passages_of(Duty.COPYRIGHT):
        yield _absent(scene, Duty.COPYRIGHT)
    for passage in scene.passages_of(Duty.COPYRIGHT):
        place, finding = scene.places[passage], _passage_finding(scene, passage)
        state = State.FAIL if place.altered else standing(scene, passage) if place.whole else State.PASS
        if state is not State.PASS:
            found = scene.text.lines[scene.text.places[place.start][0]].text
            code = "copyright-altered" if state is State.FAIL else "copyright-unclear"
            finding = replace(finding, code=code, state=state, found=found)
        yield finding


def box_kept(scene: Scene) -> Iterator[Finding]:
    """The author's resource box stands whole."""
    return _passages_kept(scene, Duty.RESOURCE_BOX)


def statement_kept(scene: Scene) -> Iterator[Finding]:
    """Each permission statement stands whole; a link inside it that is not live is a warning."""
    yield from _passages_kept(scene, Duty.PERMISSION_STATEMENT)
    inside = links(scene.credit.permission)
    yield from judge_links(scene, inside, Duty.PERMISSION_STATEMENT, Severity.WARNING)


def source_kept(scene: Scene) -> Iterator[Finding]:
    """The line that says where the article first appeared, with its link; or a link to that place."""
    credit = scene.credit
    severity = scene.severity(Duty.SOURCE_LINK)
    if credit.source_line:
        yield from _passages_kept(scene, Duty.SOURCE_LINK)
        yield from judge_links(scene, links(credit.source_line), Duty.SOURCE_LINK, severity)
    elif credit.source_url and can_be_live(credit.source_url):
        yield from judge_links(scene, [Link("", credit.source_url)], Duty.SOURCE_LINK, severity)
    else:
        yield _absent(scene, Duty.SOURCE_LINK)


def links_live(scene: Scene) -> Iterator[Finding]:
    """Every link of the resource box and of the notices can be followed; if they have none, of the rest."""
    credit = scene.credit
    inside = _live(credit.resource_box, credit.copyright) or _live(credit.permission, credit.source_line)
    if inside:
        yield from judge_links(scene, inside, Duty.LIVE_LINK, scene.severity(Duty.LIVE_LINK))
    else:
        yield _absent(scene, Duty.LIVE_LINK)


def licence_kept(scene: Scene) -> Iterator[Finding]:
    """The licence is named or linked."""
    if scene.credit.licence is None or not can_be_live(scene.credit.licence.url):
        yield _absent(scene, Duty.LICENCE)
        return
    yield licence_link(scene, scene.credit.licence, scene.severity(Duty.LICENCE))


def text_kept(scene: Scene) -> Iterator[Finding]:
    """The article's own words; a condition only where the terms forbid changes or cuts."""
    if not scene.body.words:
        return
    terms, place = scene.terms, scene.body_place
    words = terms.modify == "no"
    inserted = _inserted(scene)
    inside = tuple(span for span in inserted if not scene.text.stands_apart(*span))
    apart = tuple(span for span in inserted if span not in inside)
    held = Severity.ERROR if words or terms.extent == "full_only" else Severity.NOTE
    changed = bool(place.missing) or (bool(inside) and (words or held is Severity.NOTE))
    share = f"{place.kept:.0%} of the article's words are here"
    kept = Finding("text-kept", Duty.TEXT, State.PASS, held, "", share, scene.text.where(place.start))
    if changed:
        wanted = _quotes(scene.body.quote, _with_neighbours(place.missing, len(scene.body.words)))
        found = "; ".join(filter(None, (share, _quotes(scene.text.quote, inside, "added: "))))
        yield replace(kept, code="text-changed", state=State.FAIL, wanted=wanted, found=found)
    else:
        yield kept
    if apart:
        severity = Severity.ERROR if words else Severity.NOTE
        found = _quotes(scene.text.quote, apart)
        where = scene.text.where(apart[0][0])
        yield Finding("text-inserted", Duty.TEXT, State.FAIL, severity, "", found, where)


def _inserted(scene: Scene) -> Spans:
    """Words amid the article that are not its own.

    Its credit is: where Markdown is rendered, footnotes stand at the very end, after the credit. So are
    the author's words for a picture, in its place or below it.
    """
    apart = [span for span in scene.body_place.inserted if scene.text.stands_apart(*span)]
    credit = {span for span in apart if _lines_of(scene, span) <= scene.owed}
    told = {span for span in apart if _are_pictures(scene, span)}
    return tuple(span for span in scene.body_place.inserted if span not in credit | told)


def _are_pictures(scene: Scene, span: Span) -> bool:
    """Whether words are the author's own for the article's pictures, and nothing else."""
    at, end = span
    while at < end:
        said = (len(words) for words in scene.pictures if scene.text.words[at : at + len(words)] == words)
        size = max(said, default=0)
        if not size:
            return False
        at += size
    return at == end


def _lines_of(scene: Scene, span: Span) -> set[tuple[str, ...]]:
    return {fold(scene.text.lines[scene.text.places[at][0]].text) for at in range(*span)}


JUDGES: dict[Duty, Judge] = {  # the order of a report
    Duty.TITLE: title_kept,
    Duty.BYLINE: byline_kept,
    Duty.COPYRIGHT: copyright_kept,
    Duty.RESOURCE_BOX: box_kept,
    Duty.LIVE_LINK: links_live,
    Duty.PERMISSION_STATEMENT: statement_kept,
    Duty.SOURCE_LINK: source_kept,
    Duty.LICENCE: licence_kept,
    Duty.TEXT: text_kept,
}


def _passages_kept(scene: Scene, duty: Duty) -> Iterator[Finding]:
    wanted = scene.passages_of(duty)
    yield from (_passage_finding(scene, passage) for passage in wanted)
    if not wanted:
        yield _absent(scene, duty)


def _absent(scene: Scene, duty: Duty) -> Finding:
    """The article has nothing of the kind; where its terms ask for it, its file is not whole."""
    if duty in scene.terms.keep:
        return Finding(f"{NAMES[duty]}-lacking", duty, State.UNKNOWN, Severity.ERROR, "")
    return Finding(f"{NAMES[duty]}-absent", duty, State.NOT_APPLICABLE, Severity.NOTE, "")


def _live(*parts: str) -> tuple[Link, ...]:
    return tuple(link for part in parts for link in links(part) if can_be_live(link.url))


def _passage_finding(scene: Scene, passage: Passage) -> Finding:
    """What became of a passage: kept, far, hidden, truncated, altered or missing."""
    place = scene.places[passage]
    name, severity = NAMES[passage.duty], scene.severity(passage.duty)
    wanted = mend(scene, passage)
    passed = Finding(f"{name}-kept", passage.duty, State.PASS, severity, wanted, where=place.where)
    failed = replace(passed, state=State.FAIL)
    if place.whole:
        return passed
    if place.hidden:
        return replace(failed, code=f"{name}-hidden", found=place.hidden)
    if place.alignment is None or not place.alignment.same:
        if place.far:
            return replace(failed, code=f"{name}-far")
        return replace(failed, code=f"{name}-missing")
    return _fuzzy(scene, passage, place.alignment, failed)


def _fuzzy(scene: Scene, passage: Passage, alignment: Alignment, failed: Finding) -> Finding:
    """A passage that is there in part: which words are lost, which are new."""
    name = NAMES[passage.duty]
    added = tuple(span for span in alignment.inserted if not scene.text.stands_apart(*span))
    lost = [" ".join(passage.words[start:end]) for start, end in alignment.missing]
    if not lost and not added:
        return replace(failed, code=f"{name}-kept", state=State.PASS)
    said = "lost: " + " … ".join(lost) if lost else ""
    found = "; ".join(filter(None, (said, _quotes(scene.text.quote, added, "added: "))))
    return replace(failed, code=f"{name}-altered" if added else f"{name}-truncated", found=found)


def mend(scene: Scene, passage: Passage) -> str:
    """What to paste: HTML into a page, plain text into a text."""
    if passage.duty is Duty.TITLE:
        return f"<h1>{escape(passage.markdown)}</h1>" if scene.part.form == "html" else passage.markdown
    return to_html(passage.markdown).strip() if scene.part.form == "html" else to_text(passage.markdown)


def _with_neighbours(spans: Spans, size: int) -> Spans:
    """The spans with some words on either side, so that a person finds the place."""
    return tuple((max(0, start - NEIGHBOURS), min(size, end + NEIGHBOURS)) for start, end in spans)


def _quotes(quote: Callable[[int, int], str], spans: Spans, lead: str = "") -> str:
    shown = " … ".join(f"“{quote(*span)}”" for span in spans[:QUOTES])
    more = f" … and {len(spans) - QUOTES} more" if len(spans) > QUOTES else ""
    return f"{lead}{shown}{more}" if shown else ""
