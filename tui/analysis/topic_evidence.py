"""The chance that two passages, of one side or of both, belong to one sub-topic.

Three logistic models in sequence (stacking; Wolpert, 1992), each with one set of weights for two passages of
one side and one for passages of both. The second and third also take what those before say of the passages
around a pair and of third ones. Needs numpy: imported in the worker only.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from tui.analysis import topic_weights
from tui.analysis.align import ScoredPair
from tui.analysis.profile import Profile
from tui.analysis.sentence_pairs import MOST_PASSAGES_IN_FULL, SentencePairs, meetings

if TYPE_CHECKING:
    from tui.analysis.encoder import EncodedText

WORDS = (
    "words", "shared", "rarest", "names", "link", "links_agree", "distance", "adjacent", "paragraph",
    "apart", "quoted", "quoted_near", "shorter", "longer", "size", "early",
)  # fmt: skip
"""What is known of a pair without an encoder."""
VECTORS = ("cosine", "cosine_rank", "cosine_centred")
"""What the encoder adds: cosine of the vectors of both passages."""
CONTEXT = (
    "first", "alike", "by_way_of", "by_way_of_all", "beside", "beside_sum", "diagonal", "best_low",
    "best_high", "rank_low", "rank_high", "sum_low", "sum_high",
)  # fmt: skip
"""What the first model says around a pair."""
MOST_NEIGHBOURS = 30
"""Passages by way of which others are compared: the nearest ones of each."""
LEAST_CHANCE = 0.02
LEAST_COUNTED = 0.05
"""Chance below which the grouping takes a pair for one of 0."""
LEAST_COUNTED_IN_LONG = 0.15
"""The same in long articles, whose grouping would take too long."""


class TopicEvidence:
    """What each pair of passages has in common."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        links: Sequence[ScoredPair],
        vectors: np.ndarray | None = None,
        sizes: Sequence[int] | None = None,
    ) -> None:
        """Take the links with a low least score too, and one vector for each passage of both sides.

        Of more than two articles, the right side holds all but the first, `sizes` has the number of passages
        of each, and both numbers of a link count from the first passage of its side, whichever side it is on.
        """
        self.profiles = profiles = (*left, *right)
        count, split = len(profiles), len(left)
        stems, holders, rarity = _stems(profiles)
        ends = np.array([(k.left, split + k.right) for k in links], np.int64).reshape(-1, 2)
        candidates = (
            [] if count <= MOST_PASSAGES_IN_FULL else _candidates(stems, holders, rarity, ends, count)
        )
        self.sizes = sizes or (split, len(right))
        self.pairs = SentencePairs(self.sizes, candidates)
        self.vectors = vectors
        scores = np.array([k.score / 100 for k in links])
        columns = self._words(stems, holders, rarity) | self._links(ends, scores) | self._places()
        if vectors is not None:
            columns |= self._cosines(vectors)
        self.columns = columns

    def _words(self, stems: np.ndarray, holders: np.ndarray, rarity: np.ndarray) -> dict[str, np.ndarray]:
        pairs, weight = self.pairs, rarity[stems]
        total, most = pairs.common(stems, holders, weight)
        length = np.sqrt(np.bincount(holders, weight**2, pairs.count)) + 1e-9
        names = self._rarest([sorted(p.names) for p in self.profiles])
        return {
            "words": total / (length[pairs.first] * length[pairs.second]),
            "shared": np.sqrt(total),
            "rarest": np.sqrt(most),
            "names": names,
        }

    def _rarest(self, rows: Sequence[Sequence[Hashable]]) -> np.ndarray:
        """For each pair, the rarity of the rarest of the things that both have."""
        numbers: dict[Hashable, int] = {}
        own = [(numbers.setdefault(x, len(numbers)), k) for k, row in enumerate(rows) for x in row]
        if not own:
            return np.zeros(len(self.pairs))
        groups, members = np.array(own).T
        weights = np.log((self.pairs.count + 1) / np.bincount(groups))[groups]
        result: np.ndarray = np.sqrt(self.pairs.common(groups, members, weights)[1])
        return result

    def _links(self, ends: np.ndarray, scores: np.ndarray) -> dict[str, np.ndarray]:
        pairs = self.pairs
        chance = np.full(len(pairs), LEAST_CHANCE)
        if len(ends):
            keys = ends[:, 0] * pairs.count + ends[:, 1]
            places = np.minimum(np.searchsorted(pairs.keys, keys), len(pairs) - 1)
            inside = pairs.keys[places] == keys
            chance[places[inside]] = np.maximum(scores[inside], LEAST_CHANCE)
        groups, members = np.concatenate([ends, ends[:, ::-1]]).T if len(ends) else np.zeros((2, 0), np.int64)
        weights = np.concatenate([scores, scores])
        total, _ = pairs.common(groups, members, weights)
        length = np.sqrt(np.bincount(members, weights**2, pairs.count)) + 1e-9
        agree = total / (length[pairs.first] * length[pairs.second])
        return {"link": np.where(pairs.cross, logit(chance), 0.0), "links_agree": agree}

    def _places(self) -> dict[str, np.ndarray]:
        pairs = self.pairs
        place = np.concatenate([np.arange(n) for n in self.sizes]).astype(float)
        share = np.concatenate([np.arange(n) / max(1, n - 1) for n in self.sizes])
        paragraph = np.array([p.passage.paragraph for p in self.profiles])
        quoted = np.array([any(p.quoted) for p in self.profiles])
        length = np.log([len(p.forms) + 1.0 for p in self.profiles])
        distance = np.abs(place[pairs.first] - place[pairs.second])
        both_quoted = quoted[pairs.first] & quoted[pairs.second]
        shorter, longer = pairs.both(length)
        return {
            "distance": np.log1p(np.minimum(distance, 50)),
            "adjacent": (distance == 1) & ~pairs.cross,
            "paragraph": (paragraph[pairs.first] == paragraph[pairs.second]) & ~pairs.cross,
            "apart": np.abs(share[pairs.first] - share[pairs.second]),
            "quoted": both_quoted,
            "quoted_near": both_quoted & (distance <= 2),
            "shorter": shorter,
            "longer": longer,
            "size": np.full(len(pairs), np.log(min(pairs.count, 200))),
            "early": pairs.both(share)[0],
        }

    def _cosines(self, vectors: np.ndarray) -> dict[str, np.ndarray]:
        pairs = self.pairs
        unit = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
        centred = unit - unit.mean(0)
        centred /= np.linalg.norm(centred, axis=1, keepdims=True) + 1e-9
        plain = np.einsum("ij,ij->i", unit[pairs.first], unit[pairs.second])
        cosine = np.einsum("ij,ij->i", centred[pairs.first], centred[pairs.second])
        mean = np.zeros(pairs.count)
        for ends in (pairs.first, pairs.second):
            mean += np.bincount(ends, cosine, pairs.count)
        seen = np.bincount(pairs.first, minlength=pairs.count) + np.bincount(
            pairs.second, minlength=pairs.count
        )
        mean /= np.maximum(seen, 1)
        hub = cosine - (mean[pairs.first] + mean[pairs.second]) / 2
        return {"cosine": plain, "cosine_rank": hub, "cosine_centred": cosine}

    def first_rows(self) -> np.ndarray:
        """The features of the first model, one row for each pair."""
        names = WORDS if self.vectors is None else WORDS + VECTORS
        return np.stack([self.columns[name] for name in names], 1).astype(float)

    def context_rows(self, chance: np.ndarray) -> np.ndarray:
        """The features of the second model, by the chances of the first."""
        pairs, count = self.pairs, self.pairs.count
        first, second = pairs.first, pairs.second
        one, other = np.concatenate([first, second]), np.concatenate([second, first])
        twice = np.concatenate([chance, chance])
        order = np.lexsort((other, -twice, one))
        starts = np.searchsorted(one[order], np.arange(count))
        rank = np.empty(len(twice), np.int64)
        rank[order] = np.arange(len(twice)) - starts[one[order]]
        near = (rank < (MOST_NEIGHBOURS if pairs.in_full else MOST_NEIGHBOURS // 3)) & (twice > LEAST_CHANCE)
        total, most = pairs.common(one[near], other[near], twice[near])
        best, summed = np.zeros(count), np.bincount(one, twice, count)
        np.maximum.at(best, one, twice)
        length = np.sqrt(np.bincount(one, twice**2, count) + 0.25)
        ranks = rank[: len(pairs)], rank[len(pairs) :]

        def beside(step: int, aside: int) -> np.ndarray:
            """The chance of the pair that many passages after, in the same articles."""
            found = pairs.lookup(chance, first + step, second + aside)
            inside = [
                pairs.article[np.clip(ends + by, 0, count - 1)] == pairs.article[ends]
                for ends, by in ((first, step), (second, aside))
            ]
            result: np.ndarray = np.where(inside[0] & inside[1], found, 0.0)
            return result

        near_by = [beside(-1, 0), beside(1, 0), beside(0, -1), beside(0, 1)]
        columns = [
            logit(chance),
            (total + chance) / (length[first] * length[second]),
            np.sqrt(most),
            total / np.sqrt((summed[first] + 0.1) * (summed[second] + 0.1)),
            np.maximum.reduce(near_by),
            sum(near_by),
            np.maximum(beside(-1, -1), beside(1, 1)),
            *pairs.both(best),
            *(np.log1p(np.minimum(f(*ranks), 60)) for f in (np.minimum, np.maximum)),
            *pairs.both(np.minimum(summed, 20)),
        ]
        return np.stack(columns, 1)


def _stems(profiles: Sequence[Profile]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Each content stem of each passage as a number, the passage, and the rarity of each number."""
    numbers: dict[str, int] = {}
    rows = [
        (numbers.setdefault(stem, len(numbers)), k)
        for k, profile in enumerate(profiles)
        for stem in sorted(profile.content_stems)
    ]
    stems, holders = np.array(rows, np.int64).reshape(-1, 2).T
    frequency = np.bincount(stems, minlength=len(numbers))
    return stems, holders, np.log((len(profiles) + 1) / np.maximum(frequency, 1))


def _candidates(
    stems: np.ndarray, holders: np.ndarray, rarity: np.ndarray, ends: np.ndarray, count: int
) -> list[np.ndarray]:
    """Keys of the pairs to compare in long articles: those linked, and those with the most rare words."""
    keys, weights = meetings(stems, holders, rarity[stems], count, False)
    keys, places = np.unique(keys, return_inverse=True)
    total = np.bincount(places, weights, len(keys))
    linked = ends[:, 0] * count + ends[:, 1]
    groups, members = np.concatenate([ends, ends[:, ::-1]]).T if len(ends) else np.zeros((2, 0), np.int64)
    together, _ = meetings(groups, members, np.ones(len(members)), count, False)
    chosen = [linked, together]
    one, other = np.divmod(keys, count)
    for node in (one, other):
        order = np.lexsort((-total, node))
        starts = np.searchsorted(node[order], np.arange(count))
        rank = np.arange(len(order)) - starts[node[order]]
        chosen.append(keys[order[rank < 10]])
    return chosen


def logit(chance: np.ndarray) -> np.ndarray:
    """The log-odds of chances, at most some 6 either way."""
    bounded = np.clip(chance, 0.003, 0.997)
    result: np.ndarray = np.log(bounded / (1 - bounded))
    return result


def neighbours(pairs: SentencePairs, chance: np.ndarray) -> list[dict[int, float]]:
    """For each passage the others with a chance that counts."""
    counts = chance >= (LEAST_COUNTED if pairs.in_full else LEAST_COUNTED_IN_LONG)
    rows: list[dict[int, float]] = [{} for _ in range(pairs.count)]
    ends = pairs.first[counts].tolist(), pairs.second[counts].tolist()
    for i, j, value in zip(*ends, chance[counts].tolist(), strict=True):
        rows[i][j] = rows[j][i] = value
    return rows


def passage_vectors(left: Sequence[EncodedText], right: Sequence[EncodedText]) -> np.ndarray:
    """One vector for each passage: the mean of its pieces in the last layer."""
    layer = max(left[0].layers)
    vectors = [text.layers[layer].mean(0) for text in (*left, *right) if len(text.ids)]
    empty = np.mean(vectors, 0) if vectors else np.zeros(1)
    found = iter(vectors)
    return np.stack([next(found) if len(text.ids) else empty for text in (*left, *right)])


Weights = Mapping[str, float]
Model = tuple[Weights, Weights]
"""The weights for two passages of one side, and for one of each."""


def feature_names(round_number: int, vectors: bool) -> tuple[str, ...]:
    """The features of the model of one round, from 0."""
    own = WORDS + VECTORS if vectors else WORDS
    return own + tuple(f"{name}_{k + 1}" for k in range(round_number) for name in CONTEXT)


def topic_chances(evidence: TopicEvidence, models: Sequence[Model] = ()) -> np.ndarray:
    """The chance of each pair of passages that they belong to one sub-topic."""
    vectors = evidence.vectors is not None
    rows = evidence.first_rows()
    chance = np.zeros(len(rows))
    for number, model in enumerate(
        models or (topic_weights.BY_MEANING if vectors else topic_weights.BY_WORDS)
    ):
        if number:
            rows = np.concatenate([rows, evidence.context_rows(chance)], 1)
        chance = chances(rows, feature_names(number, vectors), evidence.pairs.cross, model)
    return chance


def chances(rows: np.ndarray, names: Sequence[str], cross: np.ndarray, model: Model) -> np.ndarray:
    """The chance of each row of features, by the weights for one side or, where `cross`, for both."""
    odds = [rows @ np.array([weights[name] for name in names]) + weights[""] for weights in model]
    result: np.ndarray = 1 / (1 + np.exp(-np.where(cross, odds[1], odds[0])))
    return result
