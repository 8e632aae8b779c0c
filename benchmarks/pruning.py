"""Count the links that are lost because only candidate pairs are scored.

    python benchmarks/pruning.py GOLD_DIR [--sentences 0,60,75,100,150,200,250,300,400,500] [--joins 3]

GOLD_DIR is as for `alignment.py`. Its pairs of reports are taken as they are (0), and joined, in several
orders, into longer texts of at most that many sentences a side; every second join has the right reports in
another order than the left. Every pair is scored with the context of the candidates, so that it has one
score: a link is lost if it would be shown and is no candidate.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

from gold import folders, read_articles

from tui.analysis.candidate_features import CandidateFeatures
from tui.analysis.chances import BY_WORDS
from tui.analysis.evidence_arrays import chances_of, evidence_of_all
from tui.analysis.features import Features
from tui.analysis.pair_scorer import SCORER
from tui.analysis.profile import profiles
from tui.model import Article, Passage, Span
from tui.model.comparison import DEFAULT_THRESHOLD

Pair = tuple[int, int]


def joined(articles: Sequence[Article]) -> Article:
    """One article after the other."""
    passages: list[Passage] = []
    text, paragraph = "", 0
    for article in articles:
        for p in article.passages:
            span = Span(len(text) + p.span.start, len(text) + p.span.end)
            passages.append(Passage(len(passages), paragraph + p.paragraph, span, p.kind, p.text))
        text += article.text + "\n\n"
        paragraph = passages[-1].paragraph + 1
    return Article(text=text, passages=tuple(passages), language=articles[0].language)


def joins(gold_dir: Path, sentences: int, count: int) -> list[tuple[Article, Article]]:
    """Long texts made of the reports, up to so many sentences a side."""
    pairs = [read_articles(folder) for folder in folders(gold_dir)]
    made = []
    for number in range(count):
        order = random.Random(number).sample(pairs, len(pairs))
        total, taken = 0, []
        for pair in order:
            total += max(len(article.passages) for article in pair)
            if total > sentences:
                break
            taken.append(pair)
        others = random.Random(number).sample(taken, len(taken)) if number % 2 else taken
        made.append((joined([left for left, _ in taken]), joined([right for _, right in others])))
    return made


def shown(left: Article, right: Article) -> tuple[dict[Pair, Features], set[Pair], int, int]:
    """The links by all pairs, those among the candidates, and the numbers of pairs compared and scored."""
    candidates = CandidateFeatures(profiles(left), profiles(right))
    every = evidence_of_all(candidates, SCORER)
    chances = every.rows(chances_of(every.features, BY_WORDS), len(candidates.scored))
    links = {
        (i, j): candidates.extractor.of(i, j)
        for i, row in enumerate(chances)
        for j, link, _ in row
        if link >= DEFAULT_THRESHOLD
    }
    candidate_links = {(i, j) for i, j in links if j in candidates.rows[i]}
    return links, candidate_links, candidates.compared, sum(map(len, candidates.rows))


def report(name: str, articles: Sequence[tuple[Article, Article]]) -> None:
    print(f"{name:>12}  sentences  links shown   lost  without a common word  compared  scored per sentence")
    all_shown = all_lost = 0
    for left, right in articles:
        links, candidate_links, compared, scored = shown(left, right)
        lost = [features for pair, features in links.items() if pair not in candidate_links]
        size = len(left.passages), len(right.passages)
        all_shown, all_lost = all_shown + len(links), all_lost + len(lost)
        print(
            f"{'':>12}  {size[0]:4}+{size[1]:<4} {len(links):12} {len(lost):6} "
            f"{sum(not features.content_overlap for features in lost):22} {compared / sum(size):9.2f} "
            f"{scored / sum(size):7.2f}"
        )
    print(f"{'together':>12}  {'':9} {all_shown:12} {all_lost:6}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--sentences", default="0,60,75,100,150,200,250,300,400,500")
    parser.add_argument("--joins", type=int, default=3)
    options = parser.parse_args()
    for sentences in map(int, options.sentences.split(",")):
        if sentences:
            report(f"up to {sentences}", joins(options.gold_dir, sentences, options.joins))
        else:
            report("as they are", [read_articles(folder) for folder in folders(options.gold_dir)])


if __name__ == "__main__":
    main()
