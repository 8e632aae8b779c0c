"""What careful readers made of names for groups of passages.

The names themselves are words of the reports, so the file has their digests, by pair of reports and group of
passages (the left ones from 0, the right ones after them). A verdict is K (a reader would keep the name), T
(tolerable) or W (wrong), a letter for each reader. The guide that the readers followed is in
`names_guide.md`.

    python benchmarks/name_verdicts.py

prints what one reader makes of the names that another likes best: what a program could reach at most that
chooses among these names.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import mean

from msgspec import Struct
from topic_sheets import Group, Sheet

from tui.analysis.encoder import Encoder
from tui.analysis.name_candidates import NameWeights
from tui.analysis.name_meaning import NameMeaning
from tui.analysis.topic_names import TopicNamer

VERDICTS = Path(__file__).parent / "data" / "name_verdicts.json"
WORTH = {"K": 1.0, "T": 0.0, "W": -0.7}
"""A wrong name costs less than a good one brings: half of all that are offered are wrong."""
LEAST_TWICE, DEALS = 4, 40
"""Names of a group, at least, that two readers judged, and times that their letters are dealt out."""


class JudgedName(Struct, frozen=True):
    """A name that readers judged."""

    row: Sequence[float]
    """Its NAME_FEATURES."""
    nearness: float
    """0 without an encoder."""
    verdicts: str

    @property
    def worth(self) -> float:
        return mean(WORTH[letter] for letter in self.verdicts)


def digest(label: str) -> str:
    return hashlib.blake2b(label.casefold().encode(), digest_size=4).hexdigest()


def read_verdicts(path: Path = VERDICTS) -> dict[str, list[tuple[Group, Mapping[str, str]]]]:
    """For each pair of reports the groups with the verdicts by the digests of the names."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return {
        pair: [(frozenset(one["passages"]), one["verdicts"]) for one in groups]
        for pair, groups in content.items()
    }


def judged_rows(
    namer: TopicNamer, verdicts: Sequence[tuple[Group, Mapping[str, str]]]
) -> list[list[tuple[str, Sequence[float]]]]:
    """For each group the names that readers judged and the program makes, with their NAME_FEATURES."""
    return [
        [(form.label, row) for form, row in namer.rows(group) if digest(form.label) in judged]
        for group, judged in verdicts
    ]


def judged_names(
    sheet: Sheet, verdicts: Sequence[tuple[Group, Mapping[str, str]]], words: Mapping[str, float],
    encoder: Encoder | None,
) -> list[list[JudgedName]]:  # fmt: skip
    """For each group of a pair the names that readers judged, as the program makes them."""
    namer = TopicNamer(sheet.left, sheet.right, [g for g, _ in verdicts], NameWeights(words, {}, {}))
    found = judged_rows(namer, verdicts)
    near = [[0.0] * len(names) for names in found]
    if encoder and sheet.vectors is not None:
        meaning = NameMeaning(sheet.vectors, encoder.encode)
        labels = [[label for label, _ in names] for names in found]
        near = meaning.nearness(labels, [namer.members(group) for group, _ in verdicts])
    return [
        [
            JudgedName(row, value, judged[digest(label)])
            for (label, row), value in zip(names, values, strict=True)
        ]
        for names, values, (_, judged) in zip(found, near, verdicts, strict=True)
    ]


def best_judged(group: Sequence[JudgedName], weights: NameWeights, near: bool) -> tuple[float, str]:
    """The worth of the best of some names, by meaning too if `near`, and its verdicts."""
    rows = [(*name.row, name.nearness) if near else name.row for name in group]
    verdicts = [name.verdicts for name in group]
    return max(zip(weights.worths(rows, near), verdicts, strict=True))


def between_readers(groups: Sequence[Mapping[str, str]]) -> dict[str, float]:
    """Of the names that one reader likes best, the shares that another keeps and finds wrong.

    Of groups with LEAST_TWICE names and more that two readers judged. Who wrote which letter is not known, so
    each name is dealt out by chance, DEALS times.
    """
    twice = [[letters for letters in group.values() if len(letters) > 1] for group in groups]
    judged = [letters for letters in twice if len(letters) >= LEAST_TWICE]
    chance = random.Random(0)
    shares: dict[str, list[float]] = {"K": [], "W": []}
    for _ in range(DEALS):
        for names in judged:
            dealt = [chance.sample(letters, 2) for letters in names]
            most = max(WORTH[one] for one, _ in dealt)
            best = [other for one, other in dealt if WORTH[one] == most]
            for letter, found in shares.items():
                found.append(mean(other == letter for other in best))
    return {"groups": len(judged), **{letter: mean(found) for letter, found in shares.items()}}


def main() -> None:
    groups = [verdicts for pair in read_verdicts().values() for _, verdicts in pair]
    found = between_readers(groups)
    print(f"{found['groups']} groups: keep {found['K']:.3f}, wrong {found['W']:.3f}")


if __name__ == "__main__":
    main()
