"""Where an article, or one passage of it, stands in a copy; and which of its words are lost.

The place is found by chains of shingles, the words are then aligned inside it; insertions and
deletions are kept apart, for a copy with an advertisement in it has lost nothing.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from rapidfuzz.distance import Levenshtein

from byline.check.words import Span, Text

SHINGLE = 3  # words; of a text with every sixth word changed, half of its shingles stay
COPY_AT = 0.3  # share of the article's shingles below which a text is no copy of it
HOLD = 3  # words in a row that are taken to be more than chance
NEIGHBOUR_GAP = 6  # words changed between two runs that belong together
STRAY = 8  # words; a shorter run at the edge of an alignment …
STRAY_GAP = 40  # … and more words than this away from the rest is chance
Run = tuple[int, int, int]  # equal words: where in the passage, where in the copy, how many


@dataclass(frozen=True, slots=True)
class Alignment:
    """How a passage stands in a text.

    Attributes:
        kept: share of the passage's words that are there, in order.
        start: first word of the text that belongs to the passage.
        end: one past the last.
        missing: spans of the passage that the text lacks.
        inserted: spans of the text, between start and end, that the passage lacks.
        same: places in the text of the words kept.

    """

    kept: float
    start: int
    end: int
    missing: tuple[Span, ...]
    inserted: tuple[Span, ...]
    same: tuple[int, ...]

    def moved(self, places: Sequence[int]) -> "Alignment":
        """The same in a longer text, of whose words these were aligned."""
        inserted = tuple((places[start], places[end - 1] + 1) for start, end in self.inserted)
        same = tuple(places[at] for at in self.same)
        start, end = (same[0], same[-1] + 1) if same else (0, 0)
        return replace(self, start=start, end=end, inserted=inserted, same=same)


def containment(wanted: Sequence[str], words: Sequence[str]) -> float:
    """The share of `wanted`'s shingles that stand in `words`."""
    size = min(SHINGLE, len(wanted))
    if not size:
        return 0.0
    asked = Counter(_shingles(wanted, size))
    there = set(_shingles(words, size))
    return sum(count for shingle, count in asked.items() if shingle in there) / asked.total()


def find(wanted: Sequence[str], text: Text, taken: bytearray | None = None) -> list[int]:
    """Every place where the words stand in a row, none of them taken by another part."""
    if not wanted:
        return []
    rarest = min(range(len(wanted)), key=lambda at: len(text.index.get(wanted[at], ())))
    size, asked = len(wanted), tuple(wanted)
    found: list[int] = []
    for at in text.index.get(wanted[rarest], ()):
        start = at - rarest
        if (
            start >= 0
            and text.words[start : start + size] == asked
            and not (taken and any(taken[start : start + size]))
        ):
            found.append(start)
    return found


def align(wanted: Sequence[str], words: Sequence[str]) -> Alignment:
    """The best place of `wanted` in `words`, word by word; nothing kept when it is not there."""
    window = _window(wanted, words)
    if window is None:
        return Alignment(0.0, 0, 0, ((0, len(wanted)),) if wanted else (), (), ())
    low, high = window
    blocks = [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Levenshtein.opcodes(wanted, words[low:high])
        if op.tag == "equal"
    ]
    held = [number for number, block in enumerate(blocks) if block[2] >= min(HOLD, len(wanted))]
    if not held:
        return _aligned([], len(wanted), low)
    first = _extended(blocks, held[0], -1)
    last = _extended(blocks, held[-1], 1)
    core = blocks[first : last + 1]
    while len(core) > 1 and _is_stray(core[0], core[1]):
        del core[0]
    while len(core) > 1 and _is_stray(core[-1], core[-2]):
        del core[-1]
    return _aligned(_grown(core, wanted, words[low:high]), len(wanted), low)


def _grown(core: list[Run], wanted: Sequence[str], words: Sequence[str]) -> list[Run]:
    """The runs with the outer two made as long as they can be: a word said twice may have been split off."""
    source, target, length = core[0]
    back = 0
    while min(source, target) > back and wanted[source - back - 1] == words[target - back - 1]:
        back += 1
    core = [(source - back, target - back, length + back), *core[1:]]
    source, target, length = core[-1]
    while max(source + length - len(wanted), target + length - len(words)) < 0 and (
        wanted[source + length] == words[target + length]
    ):
        length += 1
    return [*core[:-1], (source, target, length)]


def _extended(runs: list[Run], at: int, step: int) -> int:
    """The outermost run that belongs to the one at `at`: longer than a word, and changed words apart."""
    reached = at
    following = at + step
    while 0 <= following < len(runs) and max(_between(runs[reached], runs[following])) <= NEIGHBOUR_GAP:
        if runs[following][2] > 1:
            reached = following
        following += step
    return reached


def _is_stray(edge: Run, inner: Run) -> bool:
    """Whether a short run at the edge is so far from the rest that it belongs to something else."""
    return edge[2] < STRAY and _between(edge, inner)[1] > STRAY_GAP


def _between(one: Run, other: Run) -> Span:
    """How many words lie between two runs, in the passage and in the copy."""
    first, second = sorted((one, other))
    return second[0] - first[0] - first[2], second[1] - first[1] - first[2]


def _aligned(core: list[Run], size: int, low: int) -> Alignment:
    """An alignment from its equal runs; what lies outside the first and last of them is missing."""
    missing: list[Span] = []
    inserted: list[Span] = []
    same: list[int] = []
    at, there = 0, None
    for source, target, length in core:
        if source > at:
            missing.append((at, source))
        if there is not None and target > there:
            inserted.append((low + there, low + target))
        same.extend(range(low + target, low + target + length))
        at, there = source + length, target + length
    if at < size:
        missing.append((at, size))
    kept = len(same) / size if size else 0.0
    start, end = (same[0], same[-1] + 1) if same else (0, 0)
    return Alignment(kept, start, end, tuple(missing), tuple(inserted), tuple(same))


def _window(wanted: Sequence[str], words: Sequence[str]) -> Span | None:
    """The tightest stretch of `words` with the longest chain of `wanted`'s shingles, in order."""
    size = min(SHINGLE, len(wanted))
    if not size:
        return None
    counts = Counter(_shingles(wanted, size))
    once = {shingle: at for at, shingle in enumerate(_shingles(wanted, size)) if counts[shingle] == 1}
    once = once or {shingle: at for at, shingle in enumerate(_shingles(wanted, size))}
    hits = [(once[shingle], at) for at, shingle in enumerate(_shingles(words, size)) if shingle in once]
    if not hits:
        return None
    begin = _chain_start(hits)
    later = [(-i, -j) for i, j in reversed(hits) if j >= begin[1]]
    end = _chain_start(later)
    last, stop = -end[0], -end[1] + size
    rest = len(wanted) - last - size
    before = begin[0] + NEIGHBOUR_GAP if begin[0] else 0
    after = rest + NEIGHBOUR_GAP if rest else 0
    return max(0, begin[1] - before), min(len(words), stop + after)


def _chain_start(hits: list[Span]) -> Span:
    """The first hit of the longest chain that rises in both numbers, starting as late as it can."""
    tails: list[int] = []
    starts: list[Span] = []
    for asked, there in hits:
        at = bisect_left(tails, asked)
        start = starts[at - 1] if at else (asked, there)
        if at == len(tails):
            tails.append(asked)
            starts.append(start)
        else:
            tails[at], starts[at] = asked, start
    return starts[-1]


def _shingles(words: Sequence[str], size: int) -> Iterable[tuple[str, ...]]:
    return zip(*(islice(words, offset, None) for offset in range(size)), strict=False)
