"""The chances of a pair of passages: that they belong together at all, and that they say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from tui.analysis import weights
from tui.analysis.logistic import LogisticModel, probabilities

LATE_INTERACTION = (
    "coverage_least", "coverage_most", "preference_least", "preference_most", "surroundings"
)  # fmt: skip
"""What `late_interaction.py` measures of a pair."""
MARGINS = ("margin_least", "margin_most", "middle_margin_least", "middle_margin_most")
"""What `meaning_across.py` measures of a pair beside these, in two languages."""


class WordEvidence(NamedTuple):
    """What the words of a pair say, with context. All stay the same when the sides are exchanged."""

    words_same: float
    """Log-odds of the same statement by the second model of `pair_scorer.py`."""
    words_related: float
    """Log-odds of any link by the other one."""
    shared_quotation: float
    quotation_share: float
    number_conflict: float
    position: float
    lead: float
    """As in `Features`, like those above."""
    shorter: float
    """ln(1 + content words) of the shorter passage."""
    longer: float


class CrossingEvidence(NamedTuple):
    """What crosses between the passages of a pair. All stay the same when the sides are exchanged."""

    shared_numbers: float
    """Numbers that both have, those that stand in few passages counting more: ln(1 + sum)."""
    number_conflict: float
    """1 if both have numbers and none in common, else 0."""
    position: float
    """As in `Features`."""
    shorter: float
    """ln(1 + pieces of the encoder) of the shorter passage."""
    longer: float


class Chances(NamedTuple):
    """Chances in per cent, in hundredths."""

    link: float
    """That a careful reader would link the two, as the same statement or the same specific sub-topic."""
    same: float
    """That they make the same statement; at most `link`."""


class ChanceModel(Struct, frozen=True):
    """A logistic model for each of the two chances."""

    link: LogisticModel
    same: LogisticModel

    def chances(self, rows: Sequence[Sequence[float]]) -> list[Chances]:
        """The chances of rows of features."""
        links, sames = probabilities(self.link.log_odds(rows)), probabilities(self.same.log_odds(rows))
        return [
            Chances(_per_cent(max(link, same)), _per_cent(same))
            for link, same in zip(links, sames, strict=True)
        ]


def _per_cent(probability: float) -> float:
    # Whole hundredths; `round` to two places takes twice as long. Nothing is certain.
    return min(9_999, round(10_000 * probability)) / 100


def chance_model(
    values: Mapping[str, Mapping[str, float]], name: str, features: Iterable[str]
) -> ChanceModel:
    """The model with the weights `NAME_LINK` and `NAME_SAME`, as in `weights.py`."""
    names = tuple(features)
    link, same = (LogisticModel.from_weights(values[f"{name}_{which}"], names) for which in ("LINK", "SAME"))
    return ChanceModel(link, same)


MEANING_FEATURES = (*WordEvidence._fields, *LATE_INTERACTION)
BY_WORDS = chance_model(vars(weights), "WORDS", WordEvidence._fields)
"""Without an encoder; takes rows of WordEvidence."""
BY_MEANING = chance_model(vars(weights), "MEANING", MEANING_FEATURES)
"""With an encoder; takes rows of WordEvidence, followed by LATE_INTERACTION."""
ACROSS_FEATURES = (*CrossingEvidence._fields, *LATE_INTERACTION, *MARGINS)
ACROSS = chance_model(vars(weights), "ACROSS", ACROSS_FEATURES)
"""With an encoder, for two languages; takes rows of CrossingEvidence, LATE_INTERACTION and MARGINS."""
