"""Precision and recall of the disagreements, by kind, for tuned and held-out pairs.

    python benchmarks/differences.py [--misses]

Reads `tests/analysis/differences/pairs.toml`. `--misses` prints every wrong and every missed
disagreement of the pairs that the rules were tuned on; those of the held-out third are counted and
never shown. Then the time of one whole comparison.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.analysis.differences.scoring import SentencePair, article, linked, score, sentence_pairs
from tui.analysis.differences.edits import edits
from tui.analysis.differences.ledger import differences

ROUNDS = 15


def report(title: str, chosen: list[SentencePair]) -> None:
    print(f"{title:12} {'precision':>9} {'recall':>7} {'found':>6} {'wrong':>6} {'missed':>7}")
    scores = score(chosen)
    for name in sorted(scores, key=lambda name: (name == "all", name)):
        counted = scores[name]
        counts = f"{counted.right:6} {len(counted.wrong):6} {len(counted.missed):7}"
        print(f"{name:12} {counted.precision:9.2f} {counted.recall:7.2f} {counts}")
    if title == "tuned" and "--misses" in sys.argv:
        print("\nwrong:", *scores["all"].wrong, "\nmissed:", *scores["all"].missed, sep="\n  ")
    print()


def timings(every: list[SentencePair]) -> None:
    """Median milliseconds of two articles of 30 sentences with 30 links, and of one pair's edits."""
    chosen = every[:30]
    left, right = article(*(p.left for p in chosen)), article(*(p.right for p in chosen))
    comparison = linked(left, right, *((k, k) for k in range(len(chosen))))
    whole = statistics.median(_timed(lambda: differences(comparison, 50.0)) for _ in range(ROUNDS))
    words = statistics.median(_timed(partial(edits, p.left, p.right)) for p in every)
    print(f"differences of 30 linked pairs {whole:.1f} ms; edits of one pair {words:.2f} ms")


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def main() -> None:
    every = sentence_pairs()
    print(f"{len(every)} pairs, {sum(not p.differs for p in every)} of them traps\n")
    report("tuned", [p for p in every if not p.held_out])
    report("held out", [p for p in every if p.held_out])
    report("both", every)
    timings(every)


if __name__ == "__main__":
    main()
