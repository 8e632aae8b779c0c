"""Fit the weights of the alignment to links made by reading, and write them as Python.

    python benchmarks/fit_alignment.py GOLD_DIR [--write]

GOLD_DIR holds one folder per pair with gold.json: {"a": [sentence, ...], "b": [...],
"links": [[i, j, level], ...]}; level 2 = same statement, 1 = same sub-topic. The features are
computed by the program's own code. Needs numpy and scikit-learn, which the program never loads.
"""

from __future__ import annotations

import argparse
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from gold import folders, read_articles, read_gold
from measures import Pair
from msgspec import Struct
from sklearn.linear_model import LogisticRegression

from tui.analysis import weights as weights_module
from tui.analysis.candidate_features import CandidateFeatures
from tui.analysis.features import QUICK_FEATURES, Features
from tui.analysis.pair_scorer import SECOND_FEATURES, scorer_from
from tui.analysis.profile import Profile, profiles

FOLDS = 8
FIRST = Features._fields
Weights = dict[str, Any]
UNFITTED: Weights = {"SAME": {}, "RELATED": {}, "SCORE_SLOPE": 1, "SCORE_OFFSET": 0, "SAME_FROM": 0}
RIDGE = 0.5
"""Inverse of the ridge penalty (C) on standardised features; from 0.01 to 2 the cross-validated average
precision of the first models changes by 0.002."""


class Sheet(Struct, frozen=True, eq=False):
    """One pair of reports: every pair of sentences, its features and gold level."""

    name: str
    sides: tuple[list[Profile], list[Profile]]
    candidates: CandidateFeatures
    rows: np.ndarray
    level: np.ndarray


def make_sheet(name: str, sides: tuple[list[Profile], list[Profile]], levels: dict[Pair, int]) -> Sheet:
    """Compute the features. The models learn from all pairs, though few are candidates."""
    candidates = CandidateFeatures(*sides)
    pairs = list(product(range(len(sides[0])), range(len(sides[1]))))
    rows = np.array([candidates.extractor.of(*pair) for pair in pairs])
    return Sheet(name, sides, candidates, rows, np.array([levels.get(pair, 0) for pair in pairs]))


def read_sheet(folder: Path) -> Sheet:
    """Compute the features of one pair of reports."""
    left, right = (profiles(article) for article in read_articles(folder))
    return make_sheet(folder.name, (left, right), dict(read_gold(folder).level))


def with_unrelated(sheets: list[Sheet]) -> list[Sheet]:
    """Add as many pairs of reports of different events, in which every link is false.

    From these the second models learn that two articles may have nothing in common.
    """
    crossed = zip(sheets, [*sheets[1:], sheets[0]], strict=True)
    return [*sheets, *(_unrelated(left, right) for left, right in crossed)]


@cache
def _unrelated(left: Sheet, right: Sheet) -> Sheet:
    return make_sheet(f"{left.name} {right.name}", (left.sides[0], right.sides[1]), {})


def fit_linear(names: tuple[str, ...], rows: np.ndarray, hit: np.ndarray) -> dict[str, float]:
    """Ridge logistic regression on standardised features; returns the weights of the raw features."""
    middle, spread = rows.mean(0), rows.std(0) + 1e-9
    model = LogisticRegression(C=RIDGE, max_iter=5000).fit((rows - middle) / spread, hit)
    raw = model.coef_[0] / spread
    offset = float(model.intercept_[0] - (raw * middle).sum())
    return {"": round(offset, 3)} | {n: round(float(w), 3) for n, w in zip(names, raw, strict=True)}


def first_rows(sheets: list[Sheet]) -> np.ndarray:
    return np.concatenate([sheet.rows for sheet in sheets])


def second_rows(sheets: list[Sheet], first: Weights) -> np.ndarray:
    """The features of the second models, given the weights of the first models."""
    scorer = scorer_from(UNFITTED | first)
    rows = (row for s in sheets for row in s.candidates.second_rows(scorer, all_pairs=True))
    return np.array([features for row in rows for features in row.values()])


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
    same, related = (log_odds(weights[name], stacked) for name in ("SAME", "RELATED"))
    both = (same + related) / 2
    slope = LogisticRegression(C=1e6).fit(both[:, None], level > 0)
    weights["SCORE_SLOPE"] = round(float(slope.coef_[0][0]), 3)
    weights["SCORE_OFFSET"] = round(float(slope.intercept_[0]), 3)
    weights["SAME_FROM"] = weights_module.SAME_FROM
    weights["QUICK_RELATED"] = fit_quick(sheets, weights["FIRST_RELATED"])
    return weights


def log_odds(weight: dict[str, float], rows: np.ndarray) -> np.ndarray:
    odds: np.ndarray = weight[""] + rows @ np.array([weight[name] for name in SECOND_FEATURES])
    return odds


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--write", action="store_true", help="write them to tui/analysis/weights.py")
    options = parser.parse_args()
    sheets = [read_sheet(folder) for folder in folders(options.gold_dir)]
    weights = fit(sheets)
    path = Path(weights_module.__file__)
    text = path.read_text(encoding="utf-8")
    for name, value in weights.items():
        if name == "SAME_FROM":
            continue
        text = replace_value(text, name, value)
    if options.write:
        path.write_text(text, encoding="utf-8")
    else:
        print(text)


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
