"""A verdict in words, for a terminal: first what to paste, then what is kept.

Every code of a finding has its sentence in SENTENCES; a judge that gives a new code adds a row.
"""

from collections.abc import Iterable, Iterator
from textwrap import indent

from byline.model import Finding, Severity, State, Verdict

HEADLINES = {
    "keeps": "{copy} keeps the terms of {article}.",
    "breaks": "{copy} does not keep the terms of {article}.",
    "unverified": "{copy} could not be verified against the terms of {article}.",
}
SIGNS = {State.PASS: "✔", State.FAIL: "✘", State.UNKNOWN: "?", State.NOT_APPLICABLE: "–"}
LEADS = {
    Severity.ERROR: "The terms require",
    Severity.WARNING: "It is customary",
    Severity.NOTE: "For information",
}

PARTS = {  # how the codes of a part begin, and what it is called
    "title": "the title",
    "byline": "the byline",
    "copyright": "the copyright line",
    "resource-box": "the author's resource box",
    "statement": "the permission statement",
    "source": "the line that names the source",
    "licence": "the licence",
    "link": "the link",
}
FATES = {  # how they end, and what became of it
    "kept": "is there",
    "absent": "does not apply: the article has none",
    "missing": "is missing",
    "hidden": "is there, but readers do not see it",
    "altered": "was altered",
    "truncated": "was cut short",
    "lacking": "is required, but the article file has none to compare with; add it to the file",
    "unsure": "is there, but whether readers see it cannot be told",
    "far": "stands too far from the article to be its credit",
}
SENTENCES = {
    **{f"{part}-{fate}": f"{name} {what}" for part, name in PARTS.items() for fate, what in FATES.items()},
    "copyright-unclear": "the copyright line runs on, perhaps to another holder",
    "title-changed": "the title was changed",
    "byline-unclear": "the author is named, but in another role, or over a comment",
    "byline-incomplete": "the byline does not name every author",
    "link-live": "the link is live",
    "link-altered": "the link leads somewhere else",
    "link-plain-text": "the address is there, but not as a link",
    "link-nofollow": "robots are told not to follow the link",
    "text-unsure": "the article's words are there, but whether readers see them cannot be told",
    "text-kept": "the article's words are there",
    "text-changed": "the article's words were changed",
    "text-inserted": "other text stands between the article's paragraphs",
    "use-not-granted": "the author's words do not grant this use; leave given otherwise is not known here",
    "not-a-copy": "this does not look like a copy of the article",
}


def as_text(verdict: Verdict) -> str:
    """The verdict as lines for a terminal; ends with a line break."""
    names = {"copy": verdict.copy or "The copy", "article": verdict.article}
    open_ = [finding for finding in verdict.findings if finding.state in {State.FAIL, State.UNKNOWN}]
    blocks = [HEADLINES[verdict.verdict].format(**names), *_mends(open_)]
    rest = [finding for finding in verdict.findings if finding not in open_]
    blocks.append("\n".join(_line(finding) for finding in rest))
    return "\n\n".join(block for block in blocks if block) + "\n"


def sentence(finding: Finding) -> str:
    """What a finding says, as a sentence without its full stop."""
    words = SENTENCES[finding.code]
    return words[0].upper() + words[1:]


def _mends(failed: Iterable[Finding]) -> Iterator[str]:
    """A block for each finding that is not met or not known, the heaviest first."""
    for finding in sorted(failed, key=lambda finding: list(Severity).index(finding.severity)):
        lines = [_line(finding), f"  {LEADS[finding.severity]} ({finding.duty.value})."]
        if finding.wanted and finding.state is State.FAIL:
            lines += ["  Paste:", indent(finding.wanted, "    ")]
        if finding.found:
            lines.append(f"  Found: {finding.found}")
        yield "\n".join(lines)


def _line(finding: Finding) -> str:
    where = f" ({finding.where})" if finding.where else ""
    return f"{SIGNS[finding.state]} {finding.code}: {sentence(finding)}{where}"
