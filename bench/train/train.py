#!/usr/bin/env python3
"""Train the forest that tells an article from the page around it, and cross-validate it by domain.

    .venv/bin/pip install -e '.[train]'
    .venv/bin/python bench/train/train.py                   # writes scraper/byline/extract/body/forest.npy
    .venv/bin/python bench/train/train.py --folds folds     # one for each fifth of the domains, blind to it
    .venv/bin/python bench/extraction.py --folds folds/folds.json

A corpus is a folder with html/ID.html.gz and truth/ID.json (`url`, `main_content`). The same corpus and the
same releases of the packages give the same bytes: one thread, one seed. Takes some minutes.
"""

import argparse
import gzip
import hashlib
import json
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
from catboost import CatBoostClassifier
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from byline.errors import PageError
from byline.extract import Known, known
from byline.extract.body import MODEL, seen
from byline.extract.body.container import container
from byline.extract.body.features import features
from byline.extract.body.forest import Forest, records_of
from byline.extract.decode import decode
from byline.extract.metadata import title_block

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpora" / "wcxb-articles"
FOLDS = 5
SHORT = 6  # words; a shorter block is the article's only where the truth has it in one piece
SMALL_PAGE = 50.0  # words of an article; a block of a shorter one weighs no more
MISLABELLED = {  # truths that are empty, cut off, or a fragment
    *("0107", "0227", "0331", "0339", "0355", "0397", "0426", "0430", "0476"),
    *("1708", "2020", "2498", "3035", "4444", "4681", "4893", "4912"),
}
SETTINGS = {
    "iterations": 300,
    "depth": 6,
    "learning_rate": 0.08,
    "l2_leaf_reg": 6,
    "rsm": 0.3,
    "bootstrap_type": "Bernoulli",
    "subsample": 0.7,
    "random_strength": 1,
    "random_seed": 1,
    "thread_count": 1,
    "verbose": False,
    "allow_writing_files": False,
}
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Example:
    """A page's blocks with what the truth says of them."""

    name: str
    domain: str
    columns: tuple[str, ...]
    rows: NDArray[np.float32]
    labels: NDArray[np.bool_]
    weights: NDArray[np.float64]


def main() -> None:
    """Train on all pages; with --folds, one forest for each fifth of the domains as well."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="labelled pages (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=MODEL, help="the forest (default: %(default)s)")
    parser.add_argument("--folds", type=Path, help="write cross-validation forests here instead")
    args = parser.parse_args()
    pages = list(examples(args.corpus))
    if not pages:
        parser.error(f"{args.corpus} holds no truth/ID.json with its html/ID.html.gz")
    if args.folds is None:
        np.save(args.out, records_of(trained(pages)), allow_pickle=False)
        size, columns = args.out.stat().st_size, len(pages[0].columns)
        print(f"{args.out}: {size:,} bytes, {len(pages)} pages, {columns} columns")
        return
    args.folds.mkdir(parents=True, exist_ok=True)
    folds = []
    for fold in range(FOLDS):
        path = args.folds / f"fold-{fold}.npy"
        others = [page for page in pages if fold_of(page.domain) != fold]
        np.save(path, records_of(trained(others)), allow_pickle=False)
        folds.append({"model": str(path), "ids": [p.name for p in pages if fold_of(p.domain) == fold]})
        print(f"fold {fold + 1} of {FOLDS}: tested on {len(folds[-1]['ids'])} pages", file=sys.stderr)
    (args.folds / "folds.json").write_text(json.dumps(folds, indent=1))


def examples(corpus: Path) -> Iterator[Example]:
    """Every page of the corpus that has blocks to judge."""
    truths = sorted((corpus / "truth").glob("*.json"))
    for number, path in enumerate(truths, start=1):
        truth = json.loads(path.read_text("utf-8"))
        html = gzip.decompress((corpus / "html" / f"{path.stem}.html.gz").read_bytes())
        try:
            page = known(decode(html), truth.get("url"))
        except PageError as error:
            print(f"{path.stem}: {error}", file=sys.stderr)
            continue
        found = example(path.stem, page, truth)
        if found is not None:
            yield found
        if number % 100 == 0:
            print(f"{number} of {len(truths)} pages read", file=sys.stderr)


def example(name: str, page: Known, truth: dict[str, str]) -> Example | None:
    """The page's blocks as rows; None where it shows no words."""
    facts, left = page.facts, page.left
    free = [block for block in page.blocks if left.get(block.index, True)]
    shown = seen(free, left, facts.title or "", title_block(page.blocks, facts.title))
    if shown is None:
        return None
    words = [
        [word for part in left.get(block.index, (block,)) for word in _words(part.text)]
        for block in shown.blocks
    ]
    labels = np.array(labelled(words, _words(truth.get("main_content") or "")))
    sizes = np.array([len(own) for own in words], np.float64)
    weights = np.minimum((sizes + 1) / max(SMALL_PAGE, sizes[labels].sum()), 1.0)
    names, columns = features(shown, container(shown).body)
    address = truth.get("url") or facts.canonical or facts.site or name
    return Example(name, _domain(address), names, columns.T, labels, weights)


def labelled(blocks: Sequence[Sequence[str]], truth: Sequence[str]) -> list[bool]:
    """For each block, whether at least half of its words are the article's, in the article's order.

    The longest common subsequence of the page's words and the truth's decides, so a word of a menu does
    not count because the article has it somewhere.
    """
    ids: dict[str, int] = {}
    page = [ids.setdefault(word, len(ids)) for words in blocks for word in words]
    wanted = [ids.setdefault(word, len(ids)) for word in truth]
    owner = [at for at, words in enumerate(blocks) for _ in words]
    places: list[list[int]] = [[] for _ in blocks]
    for step in LCSseq.opcodes(page, wanted):
        if step.tag == "equal":
            for shift in range(step.src_end - step.src_start):
                places[owner[step.src_start + shift]].append(step.dest_start + shift)
    return [_is_body(len(words), found) for words, found in zip(blocks, places, strict=True)]


def _is_body(size: int, places: Sequence[int]) -> bool:
    if 0 < size < SHORT:
        return len(places) == size and places[-1] - places[0] == size - 1
    return size > 0 and 2 * len(places) >= size


def trained(pages: Sequence[Example]) -> Forest:
    """A forest that has seen these pages, save the mislabelled ones."""
    sound = [page for page in pages if page.name not in MISLABELLED]
    model = CatBoostClassifier(**SETTINGS)
    model.fit(
        np.concatenate([page.rows for page in sound]),
        np.concatenate([page.labels for page in sound]),
        sample_weight=np.concatenate([page.weights for page in sound]),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        return _forest(json.loads(path.read_text()), len(pages[0].columns))


def _forest(model: dict, columns: int) -> Forest:
    """CatBoost's own JSON as arrays; its trees may be shallower than their greatest depth."""
    trees = model["oblivious_trees"]
    depth = max(len(tree["splits"]) for tree in trees)
    scale, (bias,) = model["scale_and_bias"]
    column = np.zeros((len(trees), depth), np.int64)
    above = np.full((len(trees), depth), np.inf, np.float32)  # no answer is yes
    leaves = np.zeros((len(trees), 1 << depth), np.float32)
    for at, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"]):
            column[at, level] = split["float_feature_index"]
            above[at, level] = split["border"]
        leaves[at, : len(tree["leaf_values"])] = np.array(tree["leaf_values"]) * scale
    return Forest(column, above, leaves, float(bias), columns)


def fold_of(domain: str) -> int:
    """Which fifth a domain belongs to, the same on every machine."""
    return int(hashlib.md5(domain.encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def _domain(address: str) -> str:
    """The registered domain: `example.co.uk` of `www.example.co.uk`."""
    parts = (urlsplit(address).hostname or address).split(".")
    second = len(parts) > 2 and len(parts[-1]) == 2 and len(parts[-2]) <= 3  # noqa: PLR2004
    return ".".join(parts[-3:] if second else parts[-2:])


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


if __name__ == "__main__":
    main()
