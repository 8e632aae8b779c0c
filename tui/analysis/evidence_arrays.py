"""The evidence of many pairs of passages as arrays, and their chances.

`candidate_features.py` computes it for candidates, without numpy. Needs numpy: imported in the worker only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from math import prod

import numpy as np
from msgspec import Struct

from tui.analysis.candidate_features import MARKS, CandidateFeatures
from tui.analysis.chances import ChanceModel, WordEvidence
from tui.analysis.context import HERE, PROBABILITY_UNIT, REACH, ROW_WEIGHTS, articles_context, pair_context
from tui.analysis.features import POSITION, Features
from tui.analysis.logistic import LogisticModel
from tui.analysis.pair_scorer import PairScorer


class PairArrays(Struct, frozen=True, eq=False):
    """Pairs of passages, sorted, with features."""

    lefts: np.ndarray
    rights: np.ndarray
    features: np.ndarray
    """Pairs x features."""

    def rows(self, chances: np.ndarray, count: int) -> Iterator[Iterable[tuple[int, float, float]]]:
        """For each of `count` left passages the right ones with their two chances, given pairs x 2."""
        ends = np.searchsorted(self.lefts, np.arange(count + 1)).tolist()
        rights = self.rights.tolist()
        links, sames = chances.T.tolist()
        for start, end in pairwise(ends):
            yield zip(rights[start:end], links[start:end], sames[start:end], strict=True)


def chances_of(features: np.ndarray, model: ChanceModel) -> np.ndarray:
    """The two `Chances` of each pair, pairs x 2; takes pairs x features."""
    link, same = _probability(_log_odds(model.link, features)), _probability(_log_odds(model.same, features))
    both = np.stack([np.maximum(link, same), same], 1)
    result: np.ndarray = np.minimum(9_999, np.rint(10_000 * both)) / 100  # nothing is certain
    return result


def evidence_of_rows(rows: Iterable[Mapping[int, Sequence[float]]]) -> PairArrays:
    """The evidence of some pairs, given by left and right passage."""
    rows = list(rows)
    values = [values for row in rows for values in row.values()]
    return PairArrays(
        np.repeat(np.arange(len(rows)), [len(row) for row in rows]),
        np.array([j for row in rows for j in row], np.int64),
        np.array(values).reshape(len(values), len(WordEvidence._fields)),
    )


def evidence_of_all(candidates: CandidateFeatures, scorer: PairScorer) -> PairArrays:
    """The WordEvidence of every pair."""
    first = first_features(candidates)
    second = second_features(candidates, scorer, first)
    odds = [_log_odds(model, second)[..., None] for model in (scorer.same, scorer.related)]
    lefts, rights = map(np.array, candidates.lengths)
    lengths = np.stack([np.minimum(lefts[:, None], rights), np.maximum(lefts[:, None], rights)], -1)
    evidence = np.concatenate([*odds, first[..., MARKS], lengths], -1)
    height, width, features = evidence.shape
    return PairArrays(
        np.repeat(np.arange(height), width),
        np.tile(np.arange(width), height),
        evidence.reshape(height * width, features),
    )


def first_features(candidates: CandidateFeatures) -> np.ndarray:
    """The Features of every pair, left x right x features."""
    columns = chain.from_iterable(map(candidates.every_pair, range(len(candidates.scored))))
    shape = len(candidates.scored), len(Features._fields), len(candidates.lengths[1])
    values = np.fromiter(chain.from_iterable(columns), np.float64, prod(shape))
    return np.ascontiguousarray(values.reshape(shape).transpose(0, 2, 1))


def second_features(candidates: CandidateFeatures, scorer: PairScorer, first: np.ndarray) -> np.ndarray:
    """The SECOND_FEATURES of every pair, left x right x features, given the Features."""
    same, related = _log_odds(scorer.first_same, first), _log_odds(scorer.first_related, first)
    units = np.rint(PROBABILITY_UNIT * _probability(related)).astype(np.int64)
    columns = [same, related, *_context(candidates, units), first[..., POSITION]]
    return np.stack(np.broadcast_arrays(*columns), -1)


def _context(candidates: CandidateFeatures, units: np.ndarray) -> tuple[np.ndarray, ...]:
    """The LinkContext of every pair, given its probability in units; see `ContextTable`."""
    height, width = units.shape
    table = np.zeros((height + 2 * REACH, width + 2 * REACH), np.int64)
    inner = table[REACH:-REACH, REACH:-REACH]
    for i, (scored, rivals) in enumerate(zip(candidates.scored, candidates.rivals, strict=True)):
        inner[i, scored] = units[i, scored]
        inner[i, [*rivals]] = [*rivals.values()]
    lefts, rights = map(np.array, candidates.body)
    inner *= lefts[:, None] & rights
    weighted, around = np.zeros((height, table.shape[1]), np.int64), np.zeros((height, width), np.int64)
    for k, weight in enumerate(ROW_WEIGHTS):
        weighted += weight * table[k : k + height]
    for k, weight in enumerate(ROW_WEIGHTS):
        around += weight * weighted[:, k : k + width]
    around -= HERE * HERE * inner
    above, below = (table[k : k + height, k : k + width] for k in (REACH - 1, REACH + 1))
    row, column = inner.sum(1, keepdims=True) - inner, inner.sum(0) - inner
    context = pair_context(units, around, above + below, row, column, np.log, np.minimum)
    return *context, *articles_context(int(inner.sum()), candidates.size)


def _log_odds(model: LogisticModel, features: np.ndarray) -> np.ndarray:
    """The log-odds by a model, given its features along the last axis."""
    result: np.ndarray = features @ np.array(model.weights) + model.intercept
    return result


def _probability(log_odds: np.ndarray) -> np.ndarray:
    result: np.ndarray = 1 / (1 + np.exp(-np.clip(log_odds, -40, None)))
    return result
