"""Alignment of two articles in different languages, by meaning and by what crosses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.analysis.align import MAX_PAIRS_REFINED_IN_FULL, ScoredPair, scored_pairs
from tui.analysis.chances import ACROSS, ChanceModel, CrossingEvidence
from tui.analysis.crossing import Crossing
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, no_progress, subrange

if TYPE_CHECKING:
    from tui.analysis.encoder import EncodedText
    from tui.analysis.meaning_across import MeaningAcross

CANDIDATES = 24
"""Right passages with the nearest mean vectors that are judged for each left passage of long texts, and the
other way round."""


class AlignmentAcross:
    """The pairs of two articles in different languages, which only an encoder can judge."""

    def __init__(self, left: Sequence[Profile], right: Sequence[Profile]) -> None:
        self._left, self._right = left, right

    def by_words(self, min_score: float) -> list[ScoredPair]:
        """No pairs: what words the two share says too little."""
        return []

    def by_meaning(
        self,
        left: Sequence[EncodedText],
        right: Sequence[EncodedText],
        min_score: float,
        model: ChanceModel = ACROSS,
        report_share: ProgressCallback = no_progress,
    ) -> list[ScoredPair]:
        """The pairs with a score of at least `min_score`, 0 to 100, sorted by (left, right).

        Takes the linkable passages of both sides, encoded; one without pieces is in no pair.
        """
        import numpy as np

        from tui.analysis.evidence_arrays import PairArrays, chances_of
        from tui.analysis.meaning_across import MeaningAcross

        if not left or not right:
            return []
        across = MeaningAcross(left, right)
        judged = self._judged(across, left, right)
        lefts = np.repeat(np.arange(len(judged)), [len(row) for row in judged])
        rights = np.array([j for row in judged for j in row], np.int64)
        meaning = across.of(lefts, rights, subrange(report_share, 0.0, 0.9))
        sides = [[profile.passage for profile in side] for side in (self._left, self._right)]
        crossing = Crossing(*sides, sizes=[[len(text.ids) for text in side] for side in (left, right)])
        crosses = [evidence for i, row in enumerate(judged) for evidence in crossing.of(i, row)]
        own = np.array(crosses).reshape(len(crosses), len(CrossingEvidence._fields))
        pairs = PairArrays(lefts, rights, np.concatenate([own, meaning], 1))
        rows = pairs.rows(chances_of(pairs.features, model), len(left))
        return scored_pairs(rows, self._left, self._right, min_score)

    @staticmethod
    def _judged(
        across: MeaningAcross, left: Sequence[EncodedText], right: Sequence[EncodedText]
    ) -> list[list[int]]:
        """The right passages, in order, that each left one is compared with."""
        encoded = {j for j, text in enumerate(right) if len(text.ids)}
        if len(left) * len(right) <= MAX_PAIRS_REFINED_IN_FULL:
            rows = [sorted(encoded)] * len(left)
        else:
            rows = [[j for j in row if j in encoded] for row in across.nearest(CANDIDATES)]
        return [row if len(text.ids) else [] for row, text in zip(rows, left, strict=True)]
