"""Fit the weights for two languages, and measure the links on stories that the fit has not seen.

    python benchmarks/languages.py FOLDER [--write]

FOLDER holds folders of gold links, named by the languages of their two sides ("en-es"), as `alignment.py`
takes them; one story has the same name in all. Prints for each combination of languages means over its
pairs, and the share of right links among those shown, and of the gold links that are shown: with all
languages of a story left out of the fit, and with the second language left out as well. `--write` puts the
weights fitted to all into tui/analysis/weights.py.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from statistics import mean

import numpy as np
from alignment import COLUMNS, Result, links_shown, shares
from fit_alignment import Weights, fit_linear, write_weights
from gold import folders, read_articles, read_gold
from measures import Gold
from msgspec import Struct

from tui.analysis.chances import ACROSS_FEATURES, MARGINS, chance_model
from tui.analysis.crossing import Crossing
from tui.analysis.encoder import EncodedText, encode_passages, load_encoder
from tui.analysis.meaning_across import MeaningAcross
from tui.model import Article

TAKEN_OFF = {"LINK": 0.2, "SAME": 0.8}
"""Subtracted from the log-odds of each chance: the gold is translated, and reports written apart are less
alike (docs/measurements.md, "Two languages"). More off LINK leaves too few links to make topics from."""


class Sheet(Struct, frozen=True, eq=False):
    """One pair of reports in two languages: the features and the gold level of every pair of sentences."""

    languages: tuple[str, str]
    gold: Gold
    rows: np.ndarray
    """ACROSS_FEATURES."""
    level: np.ndarray


def read_sheets(gold_dir: Path) -> list[Sheet]:
    """The pairs of all folders whose two languages differ."""
    encoder = load_encoder()

    @cache
    def encoded(article: Article) -> list[EncodedText]:
        return encode_passages(encoder, article)

    return [
        make_sheet((left, right), folder, encoded)
        for combination in sorted(path for path in gold_dir.iterdir() if path.is_dir())
        for left, right in [combination.name.split("-")]
        if left != right
        for folder in folders(combination)
    ]


def make_sheet(
    languages: tuple[str, str], folder: Path, encoded: Callable[[Article], list[EncodedText]]
) -> Sheet:
    """Compute the features of one pair of reports."""
    gold, articles = read_gold(folder), read_articles(folder)
    sides = [encoded(article) for article in articles]
    size, width = map(len, sides)
    pairs = np.repeat(np.arange(size), width), np.tile(np.arange(width), size)
    meaning = MeaningAcross(*sides).of(*pairs)
    passages = [article.passages for article in articles]
    crossing = Crossing(*passages, sizes=[[len(text.ids) for text in side] for side in sides])
    words = np.array([row for i in range(size) for row in crossing.of(i, range(width))])
    level = np.array([gold.level.get(pair, 0) for pair in product(range(size), range(width))])
    return Sheet(languages, gold, np.column_stack([words, meaning]), level)


def fit(sheets: Sequence[Sheet]) -> Weights:
    """Fit both chances to every pair of sentences.

    Margins are for the same statement: a sub-topic has many passages, and `ap_related` loses .005 by them.
    """
    rows = np.concatenate([sheet.rows for sheet in sheets])
    level = np.concatenate([sheet.level for sheet in sheets])
    for_any = ACROSS_FEATURES[: -len(MARGINS)]
    fitted = {
        "LINK": fit_linear(for_any, rows[:, : len(for_any)], level > 0),
        "SAME": fit_linear(ACROSS_FEATURES, rows, level == 2),
    }
    for which, less in TAKEN_OFF.items():
        fitted[which][""] = round(fitted[which][""] - less, 3)
    return {f"ACROSS_{which}": weights for which, weights in fitted.items()}


def cross_validated(sheets: Sequence[Sheet], tested: Sequence[Sheet], without: str = "") -> list[Result]:
    """The results of `tested` with weights fitted to the other stories, and to no pair in one language."""
    results = []
    for story in sorted({sheet.gold.name for sheet in tested}):
        others = [s for s in sheets if s.gold.name != story and without not in s.languages]
        model = chance_model(fit(others), "ACROSS", ACROSS_FEATURES)
        for sheet in tested:
            if sheet.gold.name == story:
                pairs = product(range(len(sheet.gold.left)), range(len(sheet.gold.right)))
                chances = model.chances(sheet.rows.tolist())
                rows = [(pair, *both) for pair, both in zip(pairs, chances, strict=True)]
                results.append(links_shown(sheet.gold, rows))
    return results


def print_row(name: str, results: Sequence[Result]) -> None:
    figures = [result.figures() for result in results]
    cells = "".join(f"{mean(row[column] for row in figures):11.3f}" for column in COLUMNS)
    print(f"{name:22}{cells}{shares(results)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--write", action="store_true", help="write them to tui/analysis/weights.py")
    options = parser.parse_args()
    sheets = read_sheets(options.gold_dir)
    print(f"{'':22}" + "".join(f"{name:>11}" for name in COLUMNS))
    for languages in sorted({sheet.languages for sheet in sheets}):
        tested = [sheet for sheet in sheets if sheet.languages == languages]
        print_row("-".join(languages), cross_validated(sheets, tested))
        print_row(f"  {languages[1]} left out", cross_validated(sheets, tested, languages[1]))
    if options.write:
        write_weights(fit(sheets))


if __name__ == "__main__":
    main()
