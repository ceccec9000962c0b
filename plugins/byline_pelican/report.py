"""What a build did, for a person (tables) and for a machine (a record)."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from byline_pelican.edition import Withheld
from byline_pelican.press import Built

Table = tuple[str, tuple[str, ...], list[tuple[str, ...]]]
ALWAYS = {"published", "withheld"}  # counts that are shown even where they are nought
QUOTE = 100  # characters of the author's words; the whole stands in --json


def as_tables(built: Built) -> list[Table]:
    """Title, heads and rows of each table, in the order in which a person wants them."""
    edition = built.edition
    everything = len(edition.published) + len(edition.withheld)
    imported = [
        e for e in (*edition.published, *(w.entry for w in edition.withheld)) if e.article.source.capture
    ]
    counts: list[tuple[str, ...]] = [
        ("imported", f"{len(imported)} of {everything} articles"),
        ("published", str(len(edition.published))),
        ("withheld", str(len(edition.withheld))),
        ("broken", str(len(edition.broken))),
        ("feeds", str(len(built.feeds))),
        ("in the ezine issue", str(len(built.issue.items))),
        ("left for the next issue", str(len(built.issue.left))),
    ]
    named = [e.article for e in edition.published]
    published: list[tuple[str, ...]] = [(Path(article.path).name, article.title) for article in named]
    outputs: list[tuple[str, ...]] = [(label, path.as_posix()) for label, path in built.outputs.items()]
    return [
        ("Published", ("file", "title"), published),
        ("Withheld", ("file", "reason", "the author's words"), withheld_rows(edition.withheld)),
        ("Not in the ezine issue", ("file", "reason", "the author's words"), withheld_rows(_refused(built))),
        ("Not in a feed", ("file", "feeds", "reason", "the author's words"), _left_out(built)),
        ("The press ran", ("", ""), [row for row in counts if row[1] != "0" or row[0] in ALWAYS]),
        ("Outputs", ("", ""), outputs),
    ]


def withheld_rows(withheld: Iterable[Withheld]) -> list[tuple[str, ...]]:
    """File, reason and the author's words of each withheld article."""
    return [(Path(w.entry.article.path).name, w.reason, _quote(w.words)) for w in withheld]


def _left_out(built: Built) -> list[tuple[str, ...]]:
    """What is published and does not belong to every feed: a row an article and reason, naming the feeds."""
    rows: dict[tuple[str, str, str], list[str]] = {}
    for feed in built.feeds:
        for w in feed.refused:
            row = (Path(w.entry.article.path).name, w.reason, _quote(w.words))
            rows.setdefault(row, []).append(feed.name)
    return [(file, ", ".join(names), reason, words) for (file, reason, words), names in rows.items()]


def _refused(built: Built) -> list[Withheld]:
    """What the issue may not print for a reason of its own, which no other table has told."""
    told = {(w.entry.article.path, w.reason) for w in built.edition.withheld}
    return [w for w in built.issue.refused if (w.entry.article.path, w.reason) not in told]


def _quote(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line[:QUOTE]}{'…' if len(line) > QUOTE else ''}”" if line else ""


def as_record(built: Built) -> dict[str, Any]:
    """The build as plain JSON."""
    edition = built.edition
    return {
        "format": 1,
        "on": edition.on.isoformat(),
        "published": [{"file": e.article.path, "slug": e.article.slug} for e in edition.published],
        "withheld": [_withheld_record(w) for w in edition.withheld],
        "broken": [{"file": b.path, "problem": b.problem} for b in edition.broken],
        "refused": [_withheld_record(w) for w in _refused(built)],
        "feeds": [
            {
                "name": feed.name,
                "kind": feed.kind,
                "place": feed.place,
                "items": len(feed.shown),
                "of": len(feed.members),
                "refused": [_withheld_record(w) for w in feed.refused],
            }
            for feed in built.feeds
        ],
        "issue": [item.entry.article.slug for item in built.issue.items],
        "outputs": {label: path.as_posix() for label, path in built.outputs.items()},
        "changed": built.changed,
    }


def _withheld_record(withheld: Withheld) -> dict[str, str]:
    return {
        "file": withheld.entry.article.path,
        "reason": withheld.reason,
        "words": withheld.words,
        "mend": withheld.mend,
    }
