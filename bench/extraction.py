#!/usr/bin/env python3
"""Byline and its peers on one corpus in one run: what they find, and what it costs.

    python bench/extraction.py                                  all systems, all pages (some minutes)
    python bench/extraction.py --sample 100 --rounds 1          a quick look
    python bench/extraction.py --systems byline,trafilatura --json now.json
    python bench/extraction.py --folds folds.json --markdown docs/table.md

The corpus holds html/ID.html.gz and truth/ID.json (url, title, author, publish_date, main_content,
with, without). FOLDS is a JSON list of {"model": FILE, "ids": [ID, …]}: a trained Byline reads these
pages with that model, which did not learn from them.

Body: F1, precision and recall of words, mean over pages; `with` and `without`: share of the snippets
that must, and must not, be there. `ms`: CPU time a page, median of rounds in which the systems take
turns, each in a fresh process; `ratio` to trafilatura. `MB`: peak memory over all pages; that of
the harness itself stands below the table. Peers that are not installed are left out; they come with the
optional extra: `pip install -e '.[bench]'`.
"""

import argparse
import json
import os
import platform
import select
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from scores import interval, page_scores, summary
from systems import SYSTEMS

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parents[1] / "shared" / "corpora" / "wcxb-articles"
REFERENCE = "trafilatura"
GRACE = 15  # seconds beyond the limit until a reader that does not answer is ended
NAMES = 2  # columns of words, before those of figures
WARM = 5  # pages before a round that are not counted
COLUMNS = {  # heading -> key of a system's figures, form
    "F1": ("f1", "{:.4f}"),
    "P": ("p", "{:.4f}"),
    "R": ("r", "{:.4f}"),
    "median": ("median", "{:.4f}"),
    "with": ("with", "{:.3f}"),
    "without": ("without", "{:.3f}"),
    "F1<.5": ("lost", "{}"),
    "F1>=.95": ("whole", "{}"),
    "title": ("title", "{:.3f}"),
    "author": ("author", "{:.3f}"),
    "date": ("date", "{:.3f}"),
    "ms": ("ms", "{:.1f}"),
    "ratio": ("ratio", "{:.2f}"),
    "MB": ("mb", "{:.0f}"),
    "errors": ("errors", "{}"),
    "late": ("timeouts", "{}"),
}
NOT_SOUGHT = {  # systems that do not look for some of it
    **dict.fromkeys(("trafilatura-fast", "resiliparse", "justext"), ("title", "author", "date")),
    "readability-lxml": ("date",),
}


@dataclass
class Worker:
    """A system in a process of its own; one that hangs or dies is replaced, and that page is lost."""

    name: str
    corpus: Path
    seconds: float
    version: str = ""
    missing: str = ""
    peak: float = 0.0
    process: subprocess.Popen[str] | None = field(default=None, repr=False)

    def __enter__(self) -> "Worker":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def start(self) -> None:
        """Begin a fresh process, and wait until the system is loaded."""
        command = [sys.executable, str(HERE / "systems.py"), self.name, str(self.corpus), str(self.seconds)]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": "0"},
        )
        hello = self.line(120) or {"missing": "it does not start"}
        self.version, self.missing = hello.get("version", ""), hello.get("missing", "")

    def line(self, seconds: float) -> dict[str, Any] | None:
        """The next answer; None if there is none in time."""
        assert self.process is not None
        assert self.process.stdout is not None
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        said = self.process.stdout.readline() if ready else ""
        return json.loads(said) if said else None

    def ask(self, asked: dict[str, Any]) -> dict[str, Any]:
        """What the system makes of a page."""
        assert self.process is not None
        assert self.process.stdin is not None
        print(json.dumps(asked), file=self.process.stdin, flush=True)
        answer = self.line(self.seconds + GRACE)
        if answer is None:
            died = self.process.poll() is not None
            self.end()
            self.start()
            error = "the process died" if died else f"TimeoutError: over {self.seconds:g} s"
            return {"text": "", "title": None, "author": None, "date": None, "error": error, "cpu": None}
        self.peak = max(self.peak, answer["peak"])
        return answer

    def end(self) -> None:
        """End the process."""
        if self.process is not None:
            self.process.kill()
            self.process.communicate()


def asked_pages(args: argparse.Namespace) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """What a worker is asked of each page, and the page's truth."""
    paths = sorted((args.corpus / "truth").glob("*.json"))
    if not paths:
        sys.exit(f"{args.corpus}: no truth/*.json; name a corpus with --corpus")
    if args.sample:
        paths = paths[:: max(1, len(paths) // args.sample)]
    models = models_by_page(args.folds)
    truths = [(path.stem, json.loads(path.read_text("utf-8"))) for path in paths]
    return [
        ({"id": name, "url": truth.get("url"), "model": models.get(name)}, truth) for name, truth in truths
    ]


def models_by_page(folds: Path | None) -> dict[str, str]:
    """The model that reads each page, where there are several."""
    if folds is None:
        return {}
    parts = json.loads(folds.read_text("utf-8"))
    return {page: str(folds.parent / part["model"]) for part in parts for page in part["ids"]}


def quality(
    args: argparse.Namespace, pages: Sequence[tuple[dict[str, Any], dict[str, Any]]]
) -> dict[str, Any]:
    """Every page once through every system: scores, memory, versions."""
    found: dict[str, Any] = {}
    for name in [*args.systems, "nothing"]:
        with Worker(name, args.corpus, args.limit) as worker:
            if worker.missing:
                print(f"{name}: left out: {worker.missing}", file=sys.stderr)
                continue
            started = time.monotonic()
            rows = [{"id": ask["id"], **page_scores(worker.ask(ask), truth)} for ask, truth in pages]
            figures = {**summary(rows), "version": worker.version, "mb": worker.peak}
            found[name] = {"figures": figures, "rows": rows}
            print(f"{name}: {len(rows)} pages in {time.monotonic() - started:.0f} s", file=sys.stderr)
    return found


def timing(
    args: argparse.Namespace, asked: Sequence[dict[str, Any]], names: Sequence[str]
) -> dict[str, float]:
    """CPU milliseconds a page: median of rounds, in each of which every system has its turn."""
    pages = asked[:: max(1, len(asked) // args.timed)]
    taken: dict[str, list[float]] = {name: [] for name in names}
    for number in range(args.rounds):
        turn = number % len(names)
        for name in [*names[turn:], *names[:turn]]:
            with Worker(name, args.corpus, args.limit) as worker:
                costs = [worker.ask(page)["cpu"] for page in [*pages[:WARM], *pages]][WARM:]
            known = [cost for cost in costs if cost is not None]
            taken[name].append(1_000 * statistics.fmean(known) if known else float("nan"))
        print(f"round {number + 1} of {args.rounds}: {len(pages)} pages a system", file=sys.stderr)
    return {name: statistics.median(rounds) for name, rounds in taken.items() if rounds}


def measured(args: argparse.Namespace) -> dict[str, Any]:
    """All figures, as plain JSON."""
    pages = asked_pages(args)
    found = quality(args, pages)
    harness = found.pop("nothing")["figures"]["mb"]
    costs = timing(args, [ask for ask, _ in pages], list(found))
    for name, system in found.items():
        figures = system["figures"]
        figures["ms"] = costs.get(name)
        figures["ratio"] = costs[name] / costs[REFERENCE] if name in costs and REFERENCE in costs else None
        figures.update(dict.fromkeys(NOT_SOUGHT.get(name, ())))
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "python": platform.python_version(),
        "pages": len(pages),
        "timed_pages": min(args.timed, len(pages)),
        "rounds": args.rounds,
        "harness_mb": harness,
        "cross_validated": args.folds is not None,
        "against_best_peer": against_best_peer(found),
        "systems": found,
    }


def against_best_peer(found: dict[str, Any]) -> dict[str, Any] | None:
    """Byline's F1 minus that of the best peer, page by page, with its 95 % interval."""
    peers = [name for name in found if name != "byline"]
    if "byline" not in found or not peers:
        return None
    best = max(peers, key=lambda name: found[name]["figures"]["f1"])
    ours, theirs = ([row["f1"] for row in found[name]["rows"]] for name in ("byline", best))
    gap, low, high = interval(ours, theirs)
    return {"peer": best, "gap": gap, "low": low, "high": high}


def table(result: dict[str, Any]) -> Iterator[list[str]]:
    """Headings, then a row for each system, best F1 first."""
    yield ["system", "version", *COLUMNS]
    systems = sorted(result["systems"].items(), key=lambda item: -item[1]["figures"]["f1"])
    for name, system in systems:
        figures = system["figures"]
        cells = [(figures[key], form) for key, form in COLUMNS.values()]
        values = ["-" if value is None else form.format(value) for value, form in cells]
        yield [name, figures["version"], *values]


def remarks(result: dict[str, Any]) -> Iterator[str]:
    """What the table does not say."""
    yield (
        f"{result['date']}, Python {result['python']}, {result['pages']} pages; "
        f"time: {result['timed_pages']} pages, median of {result['rounds']} rounds; "
        f"the harness itself takes {result['harness_mb']:.0f} MB."
    )
    if result["cross_validated"]:
        yield "Byline read each page with a model that had not learned from it."
    gap = result["against_best_peer"]
    if gap is not None:
        yield (
            f"Byline minus {gap['peer']}, F1: {gap['gap']:+.4f}, "
            f"95 % interval [{gap['low']:+.4f}, {gap['high']:+.4f}] (paired bootstrap)."
        )


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """The table for a terminal."""
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join("  ".join(_padded(row, widths)) for row in rows)


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    for at, (cell, width) in enumerate(zip(row, widths, strict=True)):
        yield cell.ljust(width) if at < NAMES else cell.rjust(width)


def as_markdown(result: dict[str, Any]) -> str:
    """The same for the documentation."""
    head, *rows = table(result)
    lines = [head, [*["---"] * NAMES, *["---:"] * len(COLUMNS)], *rows]
    cells = "\n".join(f"| {' | '.join(row)} |" for row in lines)
    return f"{cells}\n\n{chr(10).join(remarks(result))}\n".replace("F1<", "F1&lt;").replace("F1>=", "F1≥")


def parsed() -> argparse.Namespace:
    """The command line."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder with html/ and truth/")
    parser.add_argument("--sample", type=int, metavar="N", help="about N pages, evenly spread")
    parser.add_argument("--systems", default=",".join(name for name in SYSTEMS if name != "nothing"))
    parser.add_argument("--folds", type=Path, metavar="FILE", help="models for cross-validation")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of timing; 0 for none")
    parser.add_argument("--timed", type=int, default=100, metavar="N", help="pages that are timed")
    parser.add_argument("--limit", type=float, default=60, help="seconds a page may take")
    parser.add_argument("--json", type=Path, metavar="FILE", help="all figures, page by page")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="the table for the documentation")
    args = parser.parse_args()
    args.systems = [name.strip() for name in args.systems.split(",")]
    unknown = [name for name in args.systems if name not in SYSTEMS]
    if unknown:
        parser.error(f"unknown system {unknown[0]!r}; known: {', '.join(SYSTEMS)}")
    return args


def main() -> None:
    """Measure, and print the table."""
    args = parsed()
    result = measured(args)
    print(aligned(list(table(result))))
    print(*remarks(result), sep="\n")
    if args.json:
        args.json.write_text(json.dumps(result, indent=1), "utf-8")
    if args.markdown:
        args.markdown.write_text(as_markdown(result), "utf-8")


if __name__ == "__main__":
    main()
