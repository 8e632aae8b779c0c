"""Alignment: score pairs of passages and determine their relation."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from tui.analysis.candidate_features import CandidateFeatures
from tui.analysis.lead_topics import LEAD_TOPIC_SCORE
from tui.analysis.pair_scorer import SCORER, PairScorer
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, no_progress
from tui.model import Relation

MAX_PAIRS_SCORED_IN_FULL = 100_000
"""Pairs of passages up to which min_score 0 scores every pair; above it only candidates. Pairs that share
nothing, or only stop words, are ranked by their context."""
IDENTICAL_SCORE = 90.0
"""Least score of two passages with the same words, however often they are repeated."""
MIN_IDENTICAL_WORDS = 2
"""Fewest content words of two identical passages that count as the same statement."""


class ScoredPair(Struct, frozen=True):
    """A pair of passages with its score; `left` and `right` are places among the linkable passages."""

    left: int
    right: int
    score: float
    """0 to 100: the probability in per cent that the two belong together."""
    relation: Relation

    @property
    def pair(self) -> tuple[int, int]:
        return self.left, self.right


def align(
    left: Sequence[Profile],
    right: Sequence[Profile],
    min_score: float,
    scorer: PairScorer = SCORER,
    report_share: ProgressCallback = no_progress,
) -> list[ScoredPair]:
    """The pairs with a score of at least `min_score`, 0 to 100, sorted by (left, right).

    Floor 0 returns every pair of texts that are not too long, see MAX_PAIRS_SCORED_IN_FULL.
    """
    if not left or not right:
        return []
    in_full = min_score <= 0 and len(left) * len(right) <= MAX_PAIRS_SCORED_IN_FULL
    candidates = CandidateFeatures(left, right, report_share)
    if not in_full:
        candidates.release()
    lefts, rights = [p.stems for p in left], [p.stems for p in right]
    repeated = {*lefts}.intersection(rights)
    aligned = []
    for i, row in enumerate(candidates.second_rows(scorer, in_full)):
        own = lefts[i] if len(left[i].content_places) >= MIN_IDENTICAL_WORDS else None
        scores = dict(zip(row, scorer.scores(row.values()), strict=True))
        for j in [j for j in row if (i, j) in candidates.lead_topics]:
            scores[j] = max(scores[j], LEAD_TOPIC_SCORE)
        identical = {j for j in candidates.rows[i] if rights[j] == own} if own in repeated else ()
        for j in identical:
            scores[j] = max(scores[j], IDENTICAL_SCORE)
        columns = [j for j, score in scores.items() if score >= min_score]
        for j, relation in zip(columns, scorer.relations(map(row.__getitem__, columns)), strict=True):
            aligned.append(ScoredPair(i, j, scores[j], Relation.SAME if j in identical else relation))
    return aligned
