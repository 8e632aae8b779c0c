"""Pairs of articles for reports."""

from __future__ import annotations

import random
from functools import cache

from tui.analysis.compare import compare
from tui.model import Comparison
from tui.report import Remark, render
from tui.sources.load import bundled_pair, load, load_text

_SYLLABLES = "ba ko ri mel tun sar vi dor gan lu pes hy".split()


@cache
def bundled() -> Comparison:
    left, right = bundled_pair()
    return compare(load(left), load(right))


@cache
def long_pair(sentences: int = 500) -> Comparison:
    """Two articles with that many sentences; every other one is in both, some in another place."""
    chance = random.Random(8)
    words = ["".join(chance.choices(_SYLLABLES, k=3)) for _ in range(2000)]

    def sentence() -> list[str]:
        return chance.choices(words, k=chance.randint(6, 22))

    left = [sentence() for _ in range(sentences)]
    right = [copied[:] if k % 2 else sentence() for k, copied in enumerate(left)]
    for _ in range(20):
        a, b = chance.sample(range(sentences), 2)
        right[a], right[b] = right[b], right[a]
    return compare(load_text(_prose(left), "one"), load_text(_prose(right), "two"))


def _prose(sentences: list[list[str]]) -> str:
    written = [" ".join(words).capitalize() + "." for words in sentences]
    return "\n\n".join(" ".join(written[k : k + 4]) for k in range(0, len(written), 4))


def full_report(comparison: Comparison) -> str:
    """An HTML report with all parts."""
    first = comparison.links_from(comparison.threshold)[0]
    remarks = (Remark(first.left, first.right, "Look at this again.", "2024-05-14"), Remark(first.left))
    return render(comparison, "html", remarks=remarks)
