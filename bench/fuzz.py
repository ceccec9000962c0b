#!/usr/bin/env python3
"""Feed Byline with pages that are damaged in every way, and hold it to its law.

The law: `byline.extract` returns an Import whose record is clean JSON, or raises PageError, within
10 seconds. All else is a finding, saved with a small input that shows it. Same seed, same inputs.

    python bench/fuzz.py                                   10,000 mutants of the corpus, tag soup
    python bench/fuzz.py --pages 500 --seed 7 --soup 0     a quick look
    python bench/fuzz.py --corpus tests/pages --out found
"""

import argparse
import gzip
import json
import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path

from hostile import ENTITIES, LIMIT, NAMES, Outcome, folded, judged, minimised, mutant
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpora" / "wcxb-articles"
GRACE = 20  # seconds beyond the limit until a reader that does not answer is ended
PROSE = (
    b"<p>The first thing that a printer learns is to wash his hands, and then to wash them again.</p>"
    b"<p>After that comes the type, which is heavy, and the ink, which is on everything by the evening.</p>"
)


class Tally:
    """What came of the inputs so far."""

    def __init__(self) -> None:
        self.kinds: Counter[str] = Counter()
        self.refusals: Counter[str] = Counter()
        self.doubts: Counter[str] = Counter()
        self.faults: Counter[str] = Counter()
        self.slowest = 0.0
        self.peak = 0.0

    def add(self, outcome: Outcome) -> bool:
        """Count an outcome; whether it is a fault not seen before."""
        self.kinds[outcome.kind] += 1
        self.doubts.update(set(outcome.doubts))
        self.slowest = max(self.slowest, outcome.seconds)
        if outcome.kind == "refused":
            self.refusals[folded(outcome.words)] += 1
        if outcome.kind == "finding":
            self.faults[folded(outcome.words)] += 1
        return outcome.kind == "finding" and self.faults[folded(outcome.words)] == 1

    def record(self) -> dict[str, object]:
        """The figures as plain JSON."""
        return {
            "pages": self.kinds.total(),
            "results": self.kinds["result"],
            "page_errors": dict(self.refusals.most_common()),
            "doubts": dict(self.doubts.most_common()),
            "findings": dict(self.faults.most_common()),
            "slowest_seconds": round(self.slowest, 2),
            "peak_mb": round(self.peak),
        }


def corpus_pages(folder: Path, largest: int) -> list[bytes]:
    """The pages of a folder that are not too large, in the order of their names."""
    paths = sorted([*folder.glob("html/*.html.gz"), *folder.glob("*.html")])
    found = [gzip.decompress(p.read_bytes()) if p.suffix == ".gz" else p.read_bytes() for p in paths]
    return [page for page in found if 0 < len(page) <= largest]


def _reader(pages: Sequence[bytes], dice: int, numbers: range, pipe: Connection) -> None:
    """In a process of its own: read mutants one by one and tell what came of each."""
    for number in numbers:
        outcome = judged(mutant(pages, dice, number))
        pipe.send((number, outcome, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))
    pipe.close()


def mutants_read(pages: Sequence[bytes], dice: int, count: int) -> Iterator[tuple[int, Outcome, float]]:
    """The outcome of each mutant; a reader that hangs or dies is one too, and a new one goes on."""
    context = multiprocessing.get_context("spawn")
    number = 0
    while number < count:
        ours, theirs = context.Pipe(duplex=False)
        reader = context.Process(target=_reader, args=(pages, dice, range(number, count), theirs))
        reader.start()
        theirs.close()
        with suppress(EOFError, OSError):
            while number < count and ours.poll(LIMIT + GRACE):
                number, outcome, peak = ours.recv()
                yield number, outcome, peak
                number += 1
        if number < count:
            died = not reader.is_alive() or reader.join(1) is not None
            words = f"died, exit {reader.exitcode}" if died else f"no answer in {LIMIT + GRACE} s"
            yield number, Outcome("finding", words, float(LIMIT + GRACE)), 0.0
            number += 1
        reader.kill()
        reader.join()


def saved(out: Path, content: bytes, outcome: Outcome) -> None:
    """Keep an input that shows a fault, made small where that can be done in this process."""
    out.mkdir(parents=True, exist_ok=True)
    if outcome.seconds < LIMIT:
        content = minimised(content, outcome.words)
    name = sha256(content).hexdigest()[:12]
    (out / f"{name}.html").write_bytes(content)
    (out / f"{name}.txt").write_text(f"{outcome.words}\n{outcome.seconds:.2f} s\n", "utf-8")
    print(f"finding: {outcome.words}\n  {out / name}.html ({len(content)} bytes)", file=sys.stderr)


def fuzz_mutants(args: argparse.Namespace) -> Tally:
    """Read the mutants of the corpus."""
    tally = Tally()
    pages = corpus_pages(args.corpus, args.largest)
    if not pages:
        sys.exit(f"{args.corpus}: no pages; name a folder of .html files or a corpus with html/*.html.gz")
    started = time.monotonic()
    for number, outcome, peak in mutants_read(pages, args.seed, args.pages):
        tally.peak = max(tally.peak, peak)
        if tally.add(outcome):
            saved(args.out, mutant(pages, args.seed, number), outcome)
        if number % 500 == 499:  # noqa: PLR2004
            print(f"{number + 1} pages, {time.monotonic() - started:.0f} s", file=sys.stderr)
    return tally


def _soup() -> st.SearchStrategy[bytes]:
    """Markup that no person would write, with an article somewhere in it."""
    name = st.sampled_from(NAMES)
    key = st.sampled_from([b"class", b"href", b"style", b"content", b"rel"])
    attribute = st.builds(lambda name, value: b" " + name + b'="' + value + b'"', key, st.binary(max_size=12))
    opening = st.builds(
        lambda tag, pairs: b"<" + tag + b"".join(pairs) + b">", name, st.lists(attribute, max_size=3)
    )
    closing = name.map(lambda tag: b"</" + tag + b">")
    words = st.text(max_size=30).map(lambda text: text.encode("utf-8", "surrogatepass"))
    other = st.sampled_from([PROSE, *ENTITIES, b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<", b">", b'"'])
    piece = st.one_of(opening, closing, words, other, st.binary(max_size=8))
    return st.lists(piece, max_size=60).map(b"".join)


def fuzz_soup(args: argparse.Namespace) -> Tally:
    """Read tag soup; hypothesis makes what fails small."""
    tally = Tally()
    failing: list[tuple[bytes, Outcome]] = []

    @seed(args.seed)
    @settings(
        max_examples=args.soup,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    @given(_soup())
    def law(content: bytes) -> None:
        outcome = judged(content)
        tally.add(outcome)
        if outcome.kind == "finding":
            failing.append((content, outcome))
            raise AssertionError(outcome.words)

    if args.soup:
        try:
            law()
        except AssertionError:
            saved(args.out, *failing[-1])
    tally.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return tally


def _printed(name: str, tally: Tally) -> None:
    print(f"\n{name}: {tally.kinds.total()} pages, {tally.kinds['result']} results, ", end="")
    print(f"{tally.kinds['refused']} PageErrors, {tally.kinds['finding']} findings; ", end="")
    print(f"slowest {tally.slowest:.2f} s, peak {tally.peak:.0f} MB")
    for title, counts in (("PageError", tally.refusals), ("doubt", tally.doubts), ("FINDING", tally.faults)):
        for words, times in counts.most_common():
            print(f"  {times:6}  {title}: {words}")


def main() -> int:
    """Run both kinds and say what came of them; 1 when there is a finding."""
    shape = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=shape)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="folder of pages to damage")
    parser.add_argument("--pages", type=int, default=10_000, help="mutants to read")
    parser.add_argument("--soup", type=int, default=2_000, help="pages of tag soup to read")
    parser.add_argument("--largest", type=int, default=100_000, help="bytes of the largest page to damage")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other damage")
    parser.add_argument("--out", type=Path, default=Path("fuzz-findings"), help="folder for what fails")
    parser.add_argument("--json", type=Path, help="write the figures here")
    args = parser.parse_args()
    tallies = {"mutants": fuzz_mutants(args), "soup": fuzz_soup(args)}
    for name, tally in tallies.items():
        _printed(name, tally)
    if args.json:
        args.json.write_text(json.dumps({name: tally.record() for name, tally in tallies.items()}, indent=1))
    return int(any(tally.faults for tally in tallies.values()))


if __name__ == "__main__":
    sys.exit(main())
