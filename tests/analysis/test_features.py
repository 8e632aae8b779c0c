"""Features from the index and from bit sets equal those from sets of words."""

from __future__ import annotations

from itertools import product
from statistics import mean

import pytest

from tui.analysis.bit_sets import WEIGHT_STEP, FrequentTerms, assign_bits, bit_union
from tui.analysis.features import QUICK_FEATURES, QUICK_MODEL, FeatureExtractor
from tui.analysis.inverted_index import MAX_PAIRS_PER_TERM, InvertedIndex
from tui.analysis.overlap import Overlap, document_frequency, idf
from tui.analysis.profile import Profile, profiles
from tui.sources.load import bundled_pair, load

Sides = tuple[list[Profile], list[Profile]]


@pytest.fixture(scope="module")
def sides() -> Sides:
    left, right = map(load, bundled_pair())
    return profiles(left), profiles(right)


@pytest.mark.parametrize(
    ("feature", "terms", "most", "on_average"),
    [("content_overlap", "content_stems", 1e-9, 1e-9), ("stem_overlap", "stem_set", 0.04, 0.01)],
)
def test_the_overlaps_are_those_of_the_sets(
    sides: Sides, feature: str, terms: str, most: float, on_average: float
) -> None:
    extractor = FeatureExtractor(*sides)
    everyone = [*sides[0], *sides[1]]
    weight = idf(document_frequency([p.stem_set for p in everyone]), len(everyone))
    left, right = ([getattr(p, terms) for p in side] for side in sides)
    exact = Overlap(left, right, weight)
    pairs = list(product(range(len(left)), range(len(right))))
    shared = {
        (i, j): exact.total_weight(left[i] & right[j]) / (exact.left_length[i] * exact.right_length[j])
        for i, j in pairs
    }
    wrong = [abs(getattr(extractor.of(*pair), feature) - shared[pair]) for pair in pairs]
    assert max(wrong) <= most
    assert mean(wrong) <= on_average
    assert sum(overlap > 0.05 for overlap in shared.values()) >= 40


def test_what_is_written_out_for_speed_is_the_quick_model(sides: Sides) -> None:
    extractor = FeatureExtractor(*sides)
    for i in range(len(sides[0])):
        columns = {j: extractor.index.value(i, j) for j in range(len(sides[1]))}
        odds = extractor.quick_log_odds(i, columns, extractor.overlaps(i, columns))
        features = [extractor.of(i, j) for j in columns]
        assert odds == pytest.approx(
            QUICK_MODEL.log_odds([[getattr(f, n) for n in QUICK_FEATURES] for f in features])
        )


def test_a_whole_row_of_the_index_has_the_values_of_its_pairs(sides: Sides) -> None:
    index = FeatureExtractor(*sides).index
    for i in range(len(sides[0])):
        assert index.row(i) == {j: index.value(i, j) for j in range(len(sides[1]))}


def test_a_frequent_term_finds_no_pair_yet_counts_in_those_that_others_find() -> None:
    many = int(MAX_PAIRS_PER_TERM**0.5) + 1
    sides = [[{"often", f"{side}{k}"} for k in range(many)] for side in "lr"]
    for side in sides:
        side[3] |= {"rare"}
    left, right = ([frozenset(terms) for terms in side] for side in sides)
    weight = idf(document_frequency([*left, *right]), 2 * many)
    index = InvertedIndex(Overlap(left, right, weight), (range(many), range(many)))
    assert index.frequent_terms == {"often"}
    assert index.matches(0, 3) == {3: index.value(3, 3)}
    assert index.matches(0, 2) == {}
    frequent = FrequentTerms(
        [p & index.frequent_terms for p in left], [p & index.frequent_terms for p in right], weight
    )
    assert frequent.shared(2, (0, 3)) == [pytest.approx(weight["often"], abs=WEIGHT_STEP / 2)] * 2


def test_terms_share_bits_only_if_there_are_too_few() -> None:
    widths = [(f"term{k}", 1 + k % 3) for k in range(50)]
    own = assign_bits(widths)
    assert bit_union(own, own).bit_count() == sum(wide for _, wide in widths)
    few = assign_bits(widths, 64)
    assert bit_union(few, few).bit_length() <= 64
    assert bit_union(few, ["term0", "term1"]).bit_count() == 3
