"""Measure the alignment against links made by reading, side by side with plain methods.

    python benchmarks/alignment.py GOLD_DIR [--worst 30]

GOLD_DIR holds one folder per pair: a.txt, b.txt and gold.json with {"a": [sentence, ...], "b": [...],
"links": [[i, j, level], ...], "topics": [{"label", "a", "b"}, ...]}; level 2 = same statement, 1 = same
sub-topic. All figures are means over pairs. Plain methods get their best threshold in hindsight;
"cross-validated" fits our weights without the pairs it judges. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import product
from pathlib import Path
from statistics import mean, median

import numpy as np
from errors import cause, print_by_cause
from fit_alignment import Sheet, Weights, evidence_rows, fit, fold, read_sheet
from gold import folders, read_articles, read_gold
from measures import Gold, Pair, average_precision, b_cubed, f1, top_one, unlinked
from msgspec import Struct, field
from rapidfuzz import fuzz, process, utils

from tui.analysis.align import MIN_SAME
from tui.analysis.chances import MEANING_FEATURES, WordEvidence, chance_model
from tui.analysis.compare import compare
from tui.analysis.encoder import Encoder, load_encoder
from tui.analysis.profile import Profile, profiles
from tui.analysis.stemming import stop_words_of
from tui.model.comparison import DEFAULT_THRESHOLD, MIN_SCORE

COLUMNS = ("ap_same", "ap_related", "top1", "f1_same", "f1_any", "only")
SCORERS = ("WRatio", "ratio", "token_sort_ratio", "token_set_ratio", "partial_ratio")


class Result(Struct):
    """The links that one method makes in one pair of reports."""

    gold: Gold
    scores: dict[Pair, float]
    """Chance of a link of either kind."""
    sames: dict[Pair, float]
    """Chance of the same statement; a plain method has one score for both."""
    same: set[Pair] = field(default_factory=set)
    shown: set[Pair] = field(default_factory=set)

    def figures(self) -> dict[str, float]:
        gold = self.gold
        figures = {
            "ap_same": average_precision(self.sames, gold.same, gold.cells),
            "ap_related": average_precision(self.scores, gold.related, gold.cells),
            "top1": top_one(self.sames, gold.same),
            "f1_same": f1(set(self.same), set(gold.same)),
            "f1_any": f1(set(self.shown), set(gold.related)),
            "only": f1(unlinked(gold, self.shown), unlinked(gold, gold.related)),
        }
        # A pair of reports without a common statement has nothing to rank for it.
        return figures if gold.same else {n: v for n, v in figures.items() if n not in ("ap_same", "top1")}


def ours(gold_dir: Path, encoder: Encoder | None) -> list[Result]:
    """The results with the weights of the program."""
    results = []
    for folder in folders(gold_dir):
        comparison = compare(*read_articles(folder), min_score=0, encoder=encoder)
        pairs = [(link.pair, link.score, link.same) for link in comparison.links]
        results.append(links_shown(read_gold(folder), pairs))
    return results


def links_shown(gold: Gold, pairs: Sequence[tuple[Pair, float, float]]) -> Result:
    """The result of pairs given with both of their chances."""
    shown = [row for row in pairs if row[1] >= DEFAULT_THRESHOLD]
    return Result(
        gold,
        {pair: score for pair, score, _ in pairs},
        {pair: same for pair, _, same in pairs},
        {pair for pair, _, same in shown if same >= MIN_SAME},
        {pair for pair, _, _ in shown},
    )


def cross_validated(sheets: list[Sheet], by_meaning: bool) -> list[Result]:
    """The results with weights fitted to the other folds."""
    results: dict[int, Result] = {}
    for train, test in fold(sheets):
        weights = fit_once(tuple(sheets[i].name for i in train), sheets)
        for i in test:
            rows = evidence_rows([sheets[i]], weights)
            model = chance_model(weights, "WORDS", WordEvidence._fields)
            if by_meaning:
                model = chance_model(weights, "MEANING", MEANING_FEATURES)
                rows = np.column_stack([rows, sheets[i].meaning])
            pairs = product(range(len(sheets[i].sides[0])), range(len(sheets[i].sides[1])))
            chances = model.chances(rows.tolist())
            results[i] = links_shown(sheets[i].gold, [(p, *c) for p, c in zip(pairs, chances, strict=True)])
    return [results[i] for i in sorted(results)]


_FITTED: dict[tuple[str, ...], Weights] = {}


def fit_once(names: tuple[str, ...], sheets: list[Sheet]) -> Weights:
    """The weights fitted to the sheets with those names, which both kinds of chances share."""
    if names not in _FITTED:
        _FITTED[names] = fit([sheet for sheet in sheets if sheet.name in names])
    return _FITTED[names]


def plain(gold_dir: Path, score: Callable[[Gold], dict[Pair, float]]) -> list[Result]:
    """The results of a method without a threshold; takes the best one in hindsight for each kind of link."""
    golds = list(map(read_gold, folders(gold_dir)))
    results = [Result(gold, scores, scores) for gold, scores in zip(golds, map(score, golds), strict=True)]
    cuts = sorted({round(s, 2) for result in results for s in result.scores.values()})[:: 1 + 20]
    for name, target in (("same", "f1_same"), ("shown", "f1_any")):
        best = max(cuts, key=lambda cut: _cut(results, name, target, cut))
        _cut(results, name, target, best)
    return results


def _cut(results: list[Result], name: str, target: str, cut: float) -> float:
    for result in results:
        setattr(result, name, {pair for pair, score in result.scores.items() if score >= cut})
    golds = [result.gold.same if name == "same" else result.gold.related for result in results]
    return mean(f1(set(getattr(o, name)), set(g)) for o, g in zip(results, golds, strict=True))


def by_scorer(name: str) -> Callable[[Gold], dict[Pair, float]]:
    """Score whole sentences by one of rapidfuzz's scorers."""

    def score(gold: Gold) -> dict[Pair, float]:
        matrix = process.cdist(
            gold.left, gold.right, scorer=getattr(fuzz, name), processor=utils.default_process
        )
        return {(i, j): float(s) for i, row in enumerate(matrix) for j, s in enumerate(row)}

    return score


def by_ngrams(gold: Gold) -> dict[Pair, float]:
    """Cosine of TF-IDF vectors of character 4-grams within words."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(4, 4)).fit_transform([*gold.left, *gold.right])
    matrix = 100 * (vectors[: len(gold.left)] @ vectors[len(gold.left) :].T).toarray()
    return {(i, j): float(s) for i, row in enumerate(matrix) for j, s in enumerate(row)}


def print_table(gold_dir: Path, encoder: Encoder) -> tuple[list[Result], list[Result]]:
    sheets = [read_sheet(folder, encoder) for folder in folders(gold_dir)]
    print(f"{'':22}" + "".join(f"{name:>11}" for name in COLUMNS) + f"{'seconds':>9}")
    tables: list[list[Result]] = []
    methods: list[tuple[str, Callable[[], list[Result]]]] = [
        ("compare-tui", lambda: ours(gold_dir, encoder)),
        ("  cross-validated", lambda: cross_validated(sheets, by_meaning=True)),
        ("by words alone", lambda: ours(gold_dir, None)),
        ("  cross-validated", lambda: cross_validated(sheets, by_meaning=False)),
        *((name, lambda n=name: plain(gold_dir, by_scorer(n))) for name in SCORERS),
        ("4-gram TF-IDF cosine", lambda: plain(gold_dir, by_ngrams)),
    ]
    for name, method in methods:
        start = time.perf_counter()
        results = method()
        seconds = time.perf_counter() - start
        rows = [result.figures() for result in results]
        figures = "".join(f"{mean(row[c] for row in rows if c in row):11.3f}" for c in COLUMNS)
        print(f"{name:22}{figures}{seconds:9.2f}{shares(results)}", flush=True)
        tables.append(results)
    return tables[0], tables[1]


def shares(results: Sequence[Result]) -> str:
    """Of the links shown the share that is right, and of the gold links the share shown, all together."""
    parts = []
    for name, shown, gold in (
        ("same", [r.same for r in results], [r.gold.same for r in results]),
        ("any", [r.shown for r in results], [r.gold.related for r in results]),
    ):
        right = sum(len(a & b) for a, b in zip(shown, gold, strict=True))
        precision, recall = (right / max(1, sum(map(len, of))) for of in (shown, gold))
        parts.append(f"  {name} {precision:.3f} {recall:.3f}")
    return "".join(parts)


def print_reliability(title: str, results: list[Result]) -> None:
    """Print the share of right links for each range of chances, with their number."""
    print(f"\nReliability, {title}: pairs of sentences with that chance, and the share that is right")
    print(f"  {'chance':8}{'link':>8}{'':7}{'same':>8}")
    for low in range(0, 100, 10):
        cells = []
        for name, gold in (("scores", "related"), ("sames", "same")):
            inside = [
                pair in getattr(result.gold, gold)
                for result in results
                for pair, chance in getattr(result, name).items()
                if max(low, MIN_SCORE) <= chance < low + 10 + (low == 90)
            ]
            cells.append(f"{len(inside):8}{mean(inside or [0]):7.2f}")
        print(f"  {low:3}-{low + 10:<4}{''.join(cells)}")


def print_topics(gold_dir: Path) -> None:
    """Print how well topics and labels agree with the annotators'."""
    grouping, labels, sizes, one_for_all, one_each = [], [], [], [], []
    for folder in folders(gold_dir):
        gold, comparison = read_gold(folder), compare(*read_articles(folder))
        theirs = [{("L", i) for i in t["a"]} | {("R", j) for j in t["b"]} for t in gold.topics]
        own = [{("L", i) for i in t.left} | {("R", j) for j in t.right} for t in comparison.topics]
        grouping.append(b_cubed(own, theirs))
        one_for_all.append(b_cubed([set().union(*own)], theirs))
        shown = comparison.links_from(comparison.threshold)
        one_each.append(b_cubed([{("L", k.left), ("R", k.right)} for k in shown], theirs))
        ours_words = set().union(*(_content(t.label) for t in comparison.topics), set())
        labels += [bool(_content(str(t["label"])) & ours_words) for t in gold.topics]
        sizes.append((len(comparison.topics), len(gold.topics)))
    print("\nTopics")
    print(f"  B-cubed F1 over linked passages  {mean(grouping):.3f}")
    print(f"    one topic for all {mean(one_for_all):.3f}, one per link {mean(one_each):.3f}")
    print(f"  labels that share a word with one of ours  {mean(labels):.3f}")
    print(f"  topics per pair  {mean(s[0] for s in sizes):.1f}, annotators {mean(s[1] for s in sizes):.1f}")


def _content(label: str) -> set[str]:
    return {w[:5] for w in re.findall(r"\w+", label.lower()) if w not in stop_words_of("en")}


def print_speed(gold_dir: Path, rounds: int = 3) -> None:
    """Print the time, and that of rapidfuzz's full token_set_ratio matrix on the same pairs, interleaved."""
    ratios, own_ms, their_ms = [], [], []
    for folder in folders(gold_dir):
        gold, articles = read_gold(folder), read_articles(folder)
        left = [utils.default_process(s) for s in gold.left]
        right = [utils.default_process(s) for s in gold.right]
        own = _best_ms(rounds, partial(compare, *articles))
        their = _best_ms(rounds, partial(process.cdist, left, right, scorer=fuzz.token_set_ratio))
        own_ms.append(own)
        their_ms.append(their)
        ratios.append(own / their)
    print(
        f"\nTime per pair: ours {median(own_ms):.1f} ms, rapidfuzz cdist token_set_ratio "
        f"{median(their_ms):.1f} ms, median ratio {median(ratios):.1f}, "
        f"most above it {max(a - b for a, b in zip(own_ms, their_ms, strict=True)):.1f} ms"
    )


def _best_ms(rounds: int, run: Callable[[], object]) -> float:
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        run()
        times.append(1000 * (time.perf_counter() - start))
    return min(times)


def print_worst(gold_dir: Path, results: Sequence[Result], most: int) -> None:
    """Print the gold statements scored lowest and the unlinked pairs scored highest, by likely cause."""
    missed = [
        (result.scores.get(pair, 0.0), result.gold, pair) for result in results for pair in result.gold.same
    ]
    false = [
        (score, result.gold, pair)
        for result in results
        for pair, score in result.scores.items()
        if pair not in result.gold.level
    ]
    missed.sort(key=lambda row: (row[0], row[1].name, row[2]))
    false.sort(key=lambda row: (-row[0], row[1].name, row[2]))
    scores = {result.gold.name: result.scores for result in results}
    for title, rows in (("missed", missed[: most // 2]), ("false", false[: most // 2])):
        causes = [cause(_sides(gold_dir / gold.name), scores[gold.name], pair) for _, gold, pair in rows]
        print_by_cause(title, rows, causes)


@cache
def _sides(folder: Path) -> tuple[list[Profile], list[Profile]]:
    left, right = read_articles(folder)
    return profiles(left), profiles(right)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--worst", type=int, default=0, help="number of the worst errors to print")
    options = parser.parse_args()
    own, crossed = print_table(options.gold_dir, load_encoder())
    print_reliability("default weights", own)
    print_reliability("cross-validated", crossed)
    print_topics(options.gold_dir)
    print_speed(options.gold_dir)
    print_worst(options.gold_dir, crossed, options.worst)


if __name__ == "__main__":
    main()
