"""What the encoder says of pairs of passages in two languages. Needs numpy: imported in the worker only."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tui.analysis.encoder import EncodedText
from tui.analysis.late_interaction import FEATURES, LateInteraction
from tui.analysis.progress import ProgressCallback, no_progress, subrange
from tui.analysis.word_alignment import LAYER

NEAREST = 2
"""Best matches of a passage, the pair itself among them, that a margin is measured against. With three the
cross-validated top1 of English and four languages (six stories) is .000 to .004 lower."""
COVERAGE = FEATURES.index("coverage_least")


class MeaningAcross:
    """Compares the passages of two encoded articles in different languages.

    Late interaction, and beside it margins: how far the lower coverage of a pair stands above the mean of the
    two best that each of its passages has in the other article. Between languages some passages are near to
    everything; a margin takes that away (cross-domain similarity local scaling, Conneau et al., 2018; margins
    for finding translations, Artetxe and Schwenk, 2019). They are measured in the last layer, and in the one
    by which words are aligned, which knows more of translation and less of topic.
    """

    def __init__(self, left: Sequence[EncodedText], right: Sequence[EncodedText]) -> None:
        """Take the passages of both sides; without the layer of word alignment the last one stands in."""
        self._last = LateInteraction(left, right, apart=True)
        has_middle = all(LAYER in text.layers for text in (*left, *right))
        self._middle = LateInteraction(left, right, apart=True, layer=LAYER) if has_middle else self._last
        self.nearest = self._last.nearest

    def of(
        self, lefts: np.ndarray, rights: np.ndarray, report_share: ProgressCallback = no_progress
    ) -> np.ndarray:
        """LATE_INTERACTION and MARGINS of pairs, which are sorted, pairs x features.

        Takes the places of their passages. Margins depend on which pairs are compared.
        """
        last = self._last.of(lefts, rights, subrange(report_share, 0.0, 0.5))
        middle = last
        if self._middle is not self._last:
            middle = self._middle.of(lefts, rights, subrange(report_share, 0.5, 1.0))
        coverages = last[:, COVERAGE], middle[:, COVERAGE]
        return np.column_stack([last, *(margins(lefts, rights, coverage) for coverage in coverages)])


def margins(lefts: np.ndarray, rights: np.ndarray, values: np.ndarray) -> np.ndarray:
    """For each pair its value less the mean of the NEAREST highest of its left passage, and of its right one.

    The lower and the higher of both, pairs x 2.
    """
    both = [values - _mean_of_highest(side, values) for side in (lefts, rights)]
    return np.sort(np.stack(both, 1), 1)


def _mean_of_highest(groups: np.ndarray, values: np.ndarray) -> np.ndarray:
    """For each value the mean of the NEAREST highest values of its group."""
    if not len(values):
        return values
    order = np.lexsort((-values, groups))
    sizes = np.bincount(groups)
    rank = np.arange(len(values)) - (np.cumsum(sizes) - sizes)[groups[order]]
    highest = order[rank < NEAREST]
    total = np.bincount(groups[highest], values[highest], minlength=len(sizes))
    mean: np.ndarray = (total / np.clip(sizes, 1, NEAREST))[groups]
    return mean
