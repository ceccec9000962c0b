"""The whole page in order: each run of its words, and what became of it.

Pure. A person who reviews an import reads these; the removals of the record are those without a role.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from byline.extract.blocks import Block
from byline.model import Passage, Removal
from byline.rights.locate import Span

BODY = "body"
IN_BODY = (BODY,)
SEPARATORS = " \n|-–—•·*=:;,."  # what stands between two rights parts belongs to neither


def passages(
    blocks: Sequence[Block], spans: Iterable[Span], left: Mapping[int, str], cleaned: Iterable[Removal]
) -> tuple[Passage, ...]:
    """Every word of the page, once and in order.

    Args:
        blocks: all of the page.
        spans: of the rights parts.
        left: index and reason of each block that is no part of the body.
        cleaned: what was taken out of the body afterwards.

    """
    claimed: dict[int, list[Span]] = defaultdict(list)
    for span in spans:
        claimed[span.block].append(span)
    steps = {_squashed(gone.text): gone.step for gone in cleaned}
    found: list[Passage] = []
    for block in blocks:
        index = block.index
        for words, roles in _runs(block, claimed[index]) if index in claimed else ((block.text, ()),):
            text = words.strip()
            if roles:
                found.append(Passage(text, block.where, roles))
            elif text.strip(SEPARATORS):
                step = left.get(index) or (steps.get(_squashed(text), "") if steps else "")
                found.append(Passage(text, block.where, () if step else IN_BODY, step))
    return tuple(found)


def removals(page: Iterable[Passage], cleaned: Sequence[Removal]) -> tuple[Removal, ...]:
    """All that was taken away: runs of the page, then links, images and what stood inside a run."""
    runs = [Removal(p.step, p.where, p.text) for p in page if p.step]
    steps = {gone.step for gone in cleaned}
    told = {(gone.step, _squashed(gone.text)) for gone in runs if gone.step in steps}
    return (*runs, *(gone for gone in cleaned if (gone.step, _squashed(gone.text)) not in told))


def _runs(block: Block, spans: Sequence[Span]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The block cut wherever a rights part begins or ends, with the roles of each piece."""
    edges = sorted({0, len(block.text), *(s.start for s in spans), *(s.end for s in spans)})
    for start, end in pairwise(edges):
        yield block.text[start:end], tuple(s.role.value for s in spans if s.start <= start and end <= s.end)


def _squashed(text: str) -> str:
    return "".join(text.split())
