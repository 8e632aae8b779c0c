"""The evidence of a link in words."""

from __future__ import annotations

from tui.model import Evidence, Side
from tui.report.wording import passage_id

_TERMS = 6
"""Shared words that are named; they come with the rarest first, and few readers want more."""
_FEW_WORDS = 3
"""Words that speak for themselves: neighbours are named only where fewer are shared."""
_NEIGHBOURS = 2
_LONG_RUN = 12
"""Words of a shared run from which only its ends are named: the passages stand there in full."""


def why(evidence: Evidence) -> str:
    """`talks, Kyiv; both quote “peace talks”`: what the two passages share, the strongest first."""
    parts = [
        evidence.quotation and f"both quote “{_shortened(evidence.quotation)}”",
        evidence.copied and f"same words “{_shortened(evidence.copied)}”",
        ", ".join(_words(evidence)),
        _neighbours(evidence) if len(_words(evidence)) < _FEW_WORDS else "",
    ]
    return "; ".join(part for part in parts if part) or "similar wording"


def _words(evidence: Evidence) -> list[str]:
    """Names, dates and numbers, then the rarest words that nothing named before contains."""
    words: dict[str, str] = {}
    for word in (*evidence.names, *evidence.dates, *evidence.numbers):
        words.setdefault(word.casefold(), word)
    named = set(" ".join((*words, evidence.quotation, evidence.copied)).casefold().split())
    others = [term for term in evidence.terms if term.casefold() not in named]
    return [*words.values(), *others[:_TERMS]]


def _neighbours(evidence: Evidence) -> str:
    pairs = [
        f"{passage_id(Side.LEFT, left)}–{passage_id(Side.RIGHT, right)}"
        for left, right in evidence.neighbours[:_NEIGHBOURS]
    ]
    more = len(evidence.neighbours) - len(pairs)
    return f"beside {', '.join(pairs)}" + (f" and {more} more" if more else "") if pairs else ""


def _shortened(run: str) -> str:
    words = run.split()
    if len(words) < _LONG_RUN:
        return " ".join(words)
    return f"{' '.join(words[:5])} … {' '.join(words[-3:])}"
