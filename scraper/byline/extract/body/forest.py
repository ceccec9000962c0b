"""A forest of oblivious trees, run with numpy: all splits of one level of a tree ask the same question.

Such a tree of depth d is d questions and 2^d leaves, so a page's blocks go through a whole forest in a few
array operations (Kohavi 1994; the form that CatBoost trains). `bench/train/` makes the file.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

AT_ONCE = 512  # blocks: a page of 20,000 needs no more memory than one of 500


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of one depth.

    Attributes:
        column: of the question, trees x depth.
        above: a value above it answers yes, trees x depth.
        leaves: what the tree adds to the log odds, trees x 2^depth.
        bias: the log odds of a forest without trees.
        columns: of the features that it was trained on.

    """

    column: NDArray[np.int64]
    above: NDArray[np.float32]
    leaves: NDArray[np.float32]
    bias: float
    columns: int

    def odds(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        """The log odds of each block.

        Args:
            features: columns x blocks.

        Raises:
            ValueError: the columns are not those that it was trained on.

        """
        if len(features) != self.columns:
            raise ValueError(f"{len(features)} columns, not the {self.columns} of the training; train anew")
        blocks = features.shape[1]
        found = [self._odds(features[:, at : at + AT_ONCE]) for at in range(0, blocks, AT_ONCE)]
        return np.concatenate(found) if found else np.zeros(0)

    def _odds(self, features: NDArray[np.float32]) -> NDArray[np.float64]:
        trees, leaves = self.leaves.shape
        leaf = np.zeros((trees, features.shape[1]), np.int32)
        for level in range(self.column.shape[1]):
            leaf += (features[self.column[:, level]] > self.above[:, level, None]).astype(np.int32) << level
        leaf += np.arange(0, trees * leaves, leaves, dtype=np.int32)[:, None]
        odds: NDArray[np.float64] = self.bias + self.leaves.ravel()[leaf].sum(axis=0, dtype=np.float64)
        return odds


def forest_of(records: NDArray[np.void]) -> Forest:
    """The forest that `records_of` wrote down."""
    trees = records[1:]
    return Forest(
        trees["column"].astype(np.int64),
        trees["above"],
        trees["leaves"].astype(np.float32),
        float(records["leaves"][0, 0]),
        int(records["column"][0, 0]),
    )


def records_of(forest: Forest) -> NDArray[np.void]:
    """One record a tree, after one for the forest; the same forest gives the same bytes."""
    depth, leaves = forest.column.shape[1], forest.leaves.shape[1]
    kind = np.dtype([("column", "<u2", depth), ("above", "<f4", depth), ("leaves", "<f2", leaves)])
    records = np.zeros(len(forest.column) + 1, kind)
    records["leaves"][0, 0], records["column"][0, 0] = forest.bias, forest.columns
    trees = records[1:]
    trees["column"], trees["above"], trees["leaves"] = forest.column, forest.above, forest.leaves
    return records
