"""Fit the weights of the alignment to links made by reading, and write them as Python.

    python benchmarks/fit_alignment.py GOLD_DIR [--write]

GOLD_DIR holds one folder per pair with gold.json: {"a": [sentence, ...], "b": [...],
"links": [[i, j, level], ...]}; level 2 = same statement, 1 = same sub-topic. The features are
computed by the program's own code, those of meaning with the encoder of the package.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from gold import folders, read_articles, read_gold
from measures import Gold
from msgspec import Struct

from tui.analysis import weights as weights_module
from tui.analysis.candidate_features import CandidateFeatures
from tui.analysis.chances import MEANING_FEATURES
from tui.analysis.encoder import EncodedText, Encoder, encode_passages, load_encoder
from tui.analysis.evidence_arrays import evidence_of_all, first_features, second_features
from tui.analysis.features import QUICK_FEATURES, Features
from tui.analysis.late_interaction import FEATURES, LateInteraction
from tui.analysis.pair_scorer import SECOND_FEATURES, scorer_from
from tui.analysis.profile import Profile, profiles

FOLDS = 8
FIRST = Features._fields
Weights = dict[str, Any]
UNFITTED: Weights = {"SAME": {}, "RELATED": {}}
WORDS = ("words_same", "words_related")
"""The evidence that the chances without an encoder rest on; the rest of WordEvidence adds nothing there."""
RIDGE = 0.5
"""Inverse of the ridge penalty (C) on standardised features; from 0.01 to 2 the cross-validated average
precision of the first models changes by 0.002."""


class Sheet(Struct, frozen=True, eq=False):
    """One pair of reports: every pair of sentences, its features and gold level."""

    name: str
    gold: Gold
    sides: tuple[list[Profile], list[Profile]]
    candidates: CandidateFeatures
    rows: np.ndarray
    level: np.ndarray
    meaning: np.ndarray
    """LATE_INTERACTION of every pair; without rows where the encoder was not used."""


def make_sheet(
    gold: Gold,
    sides: tuple[list[Profile], list[Profile]],
    encoded: Sequence[Sequence[EncodedText]] | None = None,
) -> Sheet:
    """Compute the features. The models learn from all pairs, though few are candidates."""
    candidates = CandidateFeatures(*sides)
    pairs = list(product(range(len(sides[0])), range(len(sides[1]))))
    rows = np.array([candidates.extractor.of(*pair) for pair in pairs])
    level = np.array([gold.level.get(pair, 0) for pair in pairs])
    meaning = np.zeros((0, len(FEATURES)))
    if encoded:
        meaning = LateInteraction(*encoded).of(*np.array(pairs).T)
    return Sheet(gold.name, gold, sides, candidates, rows, level, meaning)


def read_sheet(folder: Path, encoder: Encoder) -> Sheet:
    """Compute the features of one pair of reports."""
    articles = read_articles(folder)
    left, right = (profiles(article) for article in articles)
    encoded = [encode_passages(encoder, article) for article in articles]
    return make_sheet(read_gold(folder), (left, right), encoded)


def with_unrelated(sheets: list[Sheet]) -> list[Sheet]:
    """Add as many pairs of reports of different events, in which every link is false.

    From these the second models learn that two articles may have nothing in common.
    """
    crossed = zip(sheets, [*sheets[1:], sheets[0]], strict=True)
    return [*sheets, *(_unrelated(left, right) for left, right in crossed)]


@cache
def _unrelated(left: Sheet, right: Sheet) -> Sheet:
    gold = Gold(f"{left.name} {right.name}", left.gold.left, right.gold.right, {}, ())
    return make_sheet(gold, (left.sides[0], right.sides[1]))


def fit_linear(names: Sequence[str], rows: np.ndarray, hit: np.ndarray) -> dict[str, float]:
    """Ridge logistic regression on standardised features; returns the weights of the raw features.

    Fitted by Newton's method.
    """
    middle, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.column_stack([(rows - middle) / spread, np.ones(len(rows))])
    ridge = np.diag([1 / RIDGE] * len(names) + [0.0])
    weights = np.zeros(len(names) + 1)
    step = np.ones(1)
    while np.abs(step).max() > 1e-7:
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - hit) + ridge @ weights
        curve = (scaled * (chance * (1 - chance))[:, None]).T @ scaled + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
    raw = weights[:-1] / spread
    offset = float(weights[-1] - (raw * middle).sum())
    return {"": round(offset, 3)} | {n: round(float(w), 3) for n, w in zip(names, raw, strict=True)}


def first_rows(sheets: list[Sheet]) -> np.ndarray:
    return np.concatenate([sheet.rows for sheet in sheets])


def second_rows(sheets: list[Sheet], first: Weights) -> np.ndarray:
    """The features of the second models, given the weights of the first models."""
    scorer = scorer_from(UNFITTED | first)
    every = (second_features(s.candidates, scorer, first_features(s.candidates)) for s in sheets)
    return np.concatenate([features.reshape(-1, features.shape[-1]) for features in every])


def level_of(sheets: list[Sheet]) -> np.ndarray:
    return np.concatenate([sheet.level for sheet in sheets])


def fit_first(sheets: list[Sheet]) -> Weights:
    rows, level = first_rows(sheets), level_of(sheets)
    return {
        "FIRST_SAME": fit_linear(FIRST, rows, level == 2),
        "FIRST_RELATED": fit_linear(FIRST, rows, level > 0),
    }


def fit_quick(sheets: list[Sheet], related: dict[str, float]) -> dict[str, float]:
    """Approximate FIRST_RELATED by the quick features: least squares over the candidates."""
    rows: list[list[float]] = []
    for sheet in sheets:
        width = len(sheet.sides[1])
        for i, (row, rivals) in enumerate(zip(sheet.candidates.rows, sheet.candidates.rivals, strict=True)):
            rows.extend(sheet.rows[i * width + j] for j in (*row, *rivals))
    features = np.array(rows)
    odds = related[""] + features @ np.array([related[name] for name in FIRST])
    quick = features[:, [FIRST.index(name) for name in QUICK_FEATURES]]
    middle = quick.mean(0)
    weights = np.linalg.lstsq(quick - middle, odds - odds.mean(), rcond=None)[0]
    fitted = zip(QUICK_FEATURES, weights, strict=True)
    return {"": round(float(odds.mean() - middle @ weights), 3)} | {n: round(float(w), 3) for n, w in fitted}


def fold(sheets: list[Sheet], folds: int = FOLDS) -> list[tuple[list[int], list[int]]]:
    """Indices of (train, test); always the same split."""
    order = np.random.RandomState(0).permutation(len(sheets))
    parts = [sorted(order[k::folds]) for k in range(min(folds, len(sheets)))]
    return [([i for i in range(len(sheets)) if i not in set(p)], list(p)) for p in parts]


def fit(sheets: list[Sheet]) -> Weights:
    """Fit all weights. The second models learn from first models that have not seen their pair."""
    parts = [
        (fit_first([sheets[i] for i in train]), with_unrelated([sheets[i] for i in test]))
        for train, test in fold(sheets)
    ]
    stacked = np.concatenate([second_rows(test, first) for first, test in parts])
    level = np.concatenate([level_of(test) for _, test in parts])
    weights = fit_first(sheets) | {
        "SAME": fit_linear(SECOND_FEATURES, stacked, level == 2),
        "RELATED": fit_linear(SECOND_FEATURES, stacked, level > 0),
    }
    weights["QUICK_RELATED"] = fit_quick(sheets, weights["FIRST_RELATED"])
    return weights | fit_chances(sheets, weights)


def fit_chances(sheets: list[Sheet], weights: Weights) -> Weights:
    """Fit the chances, to every pair of sentences of the reports of one event.

    The models of the words have few weights: in cross-validation it changes nothing (.001) whether they have
    seen the pairs that the chances are fitted to.
    """
    words, level = evidence_rows(sheets, weights), level_of(sheets)
    both = np.column_stack([words, np.concatenate([sheet.meaning for sheet in sheets])])
    fitted: Weights = {}
    for which, hit in (("LINK", level > 0), ("SAME", level == 2)):
        fitted[f"WORDS_{which}"] = fit_linear(WORDS, words[:, : len(WORDS)], hit)
        fitted[f"MEANING_{which}"] = fit_linear(MEANING_FEATURES, both, hit)
    return fitted


def evidence_rows(sheets: list[Sheet], weights: Weights) -> np.ndarray:
    """The WordEvidence of every pair, given the weights of the first and second models."""
    scorer = scorer_from(weights)
    return np.concatenate([evidence_of_all(s.candidates, scorer).features for s in sheets])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--write", action="store_true", help="write them to tui/analysis/weights.py")
    options = parser.parse_args()
    encoder = load_encoder()
    sheets = [read_sheet(folder, encoder) for folder in folders(options.gold_dir)]
    weights = fit(sheets)
    if options.write:
        write_weights(weights)
    else:
        print(with_weights(weights))


def write_weights(weights: Weights) -> None:
    """Write weights into the program's own."""
    text = with_weights(weights)
    Path(weights_module.__file__).write_text(text, encoding="utf-8")


def with_weights(weights: Weights) -> str:
    """The text of the module of weights with those replaced."""
    text = Path(weights_module.__file__).read_text(encoding="utf-8")
    for name, value in weights.items():
        text = replace_value(text, name, value)
    return text


def replace_value(text: str, name: str, value: object) -> str:
    """Replace the value of a name in the text of a module."""
    lines = text.splitlines()
    start = next(
        k for k, line in enumerate(lines) if line.startswith(f"{name} ") or line.startswith(f"{name}:")
    )
    end = start
    if lines[start].endswith("{"):
        end = next(k for k in range(start, len(lines)) if lines[k] == "}")
    head = lines[start].split("=")[0].rstrip()
    if isinstance(value, dict):
        new = [f"{head} = {{", *(f'    "{k}": {v},' for k, v in value.items()), "}"]
    else:
        new = [f"{head} = {value}"]
    return "\n".join([*lines[:start], *new, *lines[end + 1 :]]) + "\n"


if __name__ == "__main__":
    main()
