"""Alignment: score pairs of passages and determine their relation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.analysis.candidate_features import CandidateFeatures
from tui.analysis.chances import BY_MEANING, BY_WORDS, ChanceModel
from tui.analysis.lead_topics import LEAD_TOPIC_SCORE
from tui.analysis.pair_scorer import SCORER, PairScorer
from tui.analysis.profile import Profile
from tui.analysis.progress import ProgressCallback, no_progress, subrange
from tui.model import Kind, PassagePair, Relation
from tui.model.comparison import DEFAULT_THRESHOLD

if TYPE_CHECKING:
    from tui.analysis.encoder import EncodedText

MAX_PAIRS_SCORED_IN_FULL = 100_000
"""Pairs of passages up to which min_score 0 scores every pair; above it only candidates. Pairs that share
nothing, or only stop words, are ranked by their context."""
MAX_PAIRS_REFINED_IN_FULL = 40_000
"""Pairs of passages up to which the encoder judges every pair (200 x 200); above it only candidates."""
IDENTICAL_SCORE = 90.0
"""Least chances of two passages with the same words, however often they are repeated."""
MIN_IDENTICAL_WORDS = 2
"""Fewest content words of two identical passages that count as the same statement."""
MIN_SAME = 50.0
"""Chance of the same statement from which a link has the relation SAME: it is more likely than not."""


MOST_LINKS = 4
"""Links of one passage that stand out. Of those beyond, 37 % are right where the models say 63 % (55 links of
74 pairs of reports, cross-validated), so their chances are halved."""


class ScoredPair(Struct, frozen=True):
    """A pair of passages with its chances; `left` and `right` are places among the linkable passages."""

    left: int
    right: int
    score: float
    """0 to 100: the chance in per cent that the two belong together."""
    same: float
    """0 to 100: the chance in per cent that they make the same statement."""

    @property
    def pair(self) -> PassagePair:
        return self.left, self.right

    @property
    def relation(self) -> Relation:
        return Relation.SAME if self.same >= MIN_SAME else Relation.RELATED


ChancesOfRow = Iterable[tuple[int, float, float]]
"""The right passages of the pairs of one left passage, in order, with both chances; see `Chances`."""


class Alignment:
    """The pairs of two articles as their words show them, which an encoder can refine."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        scorer: PairScorer = SCORER,
        report_share: ProgressCallback = no_progress,
        *,
        refines: bool = False,
    ) -> None:
        """`refines`: whether `by_meaning` will be called, and nothing else."""
        self._left, self._right = left, right
        self._scorer = scorer
        size = len(left) * len(right)
        self._whole = size <= MAX_PAIRS_SCORED_IN_FULL, size <= MAX_PAIRS_REFINED_IN_FULL
        every = refines and self._whole[1]
        self._candidates = CandidateFeatures(left, right, report_share, every=every) if size else None
        if self._candidates and not self._whole[0]:
            self._candidates.release()

    def by_words(self, min_score: float, model: ChanceModel = BY_WORDS) -> list[ScoredPair]:
        """The pairs with a score of at least `min_score`, 0 to 100, sorted by (left, right).

        Floor 0 returns every pair of texts that are not too long, see MAX_PAIRS_SCORED_IN_FULL.
        """
        if not self._candidates:
            return []
        if min_score <= 0 and self._whole[0]:
            # Imported here, since the first frame does without.
            from tui.analysis.evidence_arrays import chances_of, evidence_of_all

            every = evidence_of_all(self._candidates, self._scorer)
            return self._scored(every.rows(chances_of(every.features, model), len(self._left)), min_score)
        rows = (_chances_of_row(row, model) for row in self._candidates.word_evidence(self._scorer))
        return self._scored(rows, min_score)

    def by_meaning(
        self,
        left: Sequence[EncodedText],
        right: Sequence[EncodedText],
        min_score: float,
        model: ChanceModel = BY_MEANING,
        report_share: ProgressCallback = no_progress,
    ) -> list[ScoredPair]:
        """The same with an encoder beside the words; takes the linkable passages of both sides, encoded.

        Pairs with a passage that has no pieces are scored by words.
        """
        import numpy as np

        from tui.analysis.evidence_arrays import chances_of, evidence_of_all, evidence_of_rows
        from tui.analysis.late_interaction import LateInteraction

        candidates = self._candidates
        if not candidates:
            return []
        if self._whole[1]:
            evidence = evidence_of_all(candidates, self._scorer)
        else:
            evidence = evidence_of_rows(candidates.word_evidence(self._scorer))
        has_pieces = [np.array([len(text.ids) > 0 for text in side]) for side in (left, right)]
        judged = has_pieces[0][evidence.lefts] & has_pieces[1][evidence.rights]
        late = LateInteraction(left, right)
        meaning = late.of(evidence.lefts[judged], evidence.rights[judged], subrange(report_share, 0.0, 0.9))
        chances = np.zeros((len(judged), 2))
        chances[judged] = chances_of(np.concatenate([evidence.features[judged], meaning], 1), model)
        chances[~judged] = chances_of(evidence.features[~judged], BY_WORDS)
        return self._scored(evidence.rows(chances, len(left)), min_score)

    def _scored(self, rows: Iterable[ChancesOfRow], min_score: float) -> list[ScoredPair]:
        lead_topics = self._candidates.lead_topics if self._candidates else ()
        return scored_pairs(rows, self._left, self._right, min_score, lead_topics)


def scored_pairs(
    rows: Iterable[ChancesOfRow],
    left: Sequence[Profile],
    right: Sequence[Profile],
    min_score: float,
    lead_topics: Collection[PassagePair] = (),
) -> list[ScoredPair]:
    """The pairs with a score of at least `min_score`, once the rules that override the models are applied.

    `rows` has the chances of each left passage.
    """
    rights = [p.stems for p in right]
    repeated = {p.stems for p in left}.intersection(rights)
    kinds = [p.passage.kind for p in right]
    leads = {i for i, _ in lead_topics}
    scored: list[ScoredPair] = []
    identical: set[PassagePair] = set()
    for i, row in enumerate(rows):
        stems, kind = left[i].stems, left[i].passage.kind
        repeats = stems in repeated and len(left[i].content_places) >= MIN_IDENTICAL_WORDS
        raised = repeats or i in leads
        for j, link, same in row:
            if (link < min_score and not raised) or not may_be_linked(kind, kinds[j]):
                continue
            if (i, j) in lead_topics:
                link = max(link, LEAD_TOPIC_SCORE)
            if repeats and rights[j] == stems:
                identical.add((i, j))
                link, same = max(link, IDENTICAL_SCORE), max(same, IDENTICAL_SCORE)
            if link >= min_score:
                scored.append(ScoredPair(i, j, link, same))
    crowded = _crowded(scored) - identical
    halved = [replace(p, score=p.score / 2, same=p.same / 2) if p.pair in crowded else p for p in scored]
    return [pair for pair in halved if pair.score >= min_score]


def _chances_of_row(row: Mapping[int, Sequence[float]], model: ChanceModel) -> ChancesOfRow:
    """The chances of the pairs of one left passage, given their features by the right passage."""
    return [(j, *chances) for j, chances in zip(row, model.chances(list(row.values())), strict=True)]


def _crowded(pairs: Iterable[ScoredPair]) -> set[PassagePair]:
    """The links shown by default of a passage that has MOST_LINKS better ones."""
    shown = [pair for pair in pairs if pair.score >= DEFAULT_THRESHOLD]
    scores: dict[tuple[int, int], list[float]] = defaultdict(list)
    for pair in shown:
        for side, place in enumerate(pair.pair):
            scores[side, place].append(pair.score)
    least = {
        passage: sorted(own, reverse=True)[MOST_LINKS - 1]
        for passage, own in scores.items()
        if len(own) > MOST_LINKS
    }
    return {p.pair for p in shown if any(p.score < least.get(end, 0.0) for end in enumerate(p.pair))}


def may_be_linked(left: Kind, right: Kind) -> bool:
    """Whether passages of these kinds may be linked: two of the body, or two headlines.

    Of 1,216 links between 74 pairs of reports 239 touched a headline or caption, and told the reader nothing.
    """
    return left is right and left in (Kind.BODY, Kind.HEADLINE)
