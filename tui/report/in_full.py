"""The evidence of a link spelled out, one thing a line."""

from __future__ import annotations

from collections.abc import Sequence

from tui.analysis.differences.quotation_pairs import quotation_pairs
from tui.model import Comparison, Link, Side, Span
from tui.model.difference import QuotationMatch
from tui.report.wording import passage_id

FIRST_WORDS = 9
"""Words by which a passage is recognized."""
Fact = tuple[str, str]
"""What it is, and what both passages share of it: `names`, `Xi, Putin`."""


def in_full(link: Link, comparison: Comparison) -> list[Fact]:
    """Everything that speaks for the link, the strongest first, then the best other answer to either end."""
    evidence = link.evidence
    named = {word.casefold() for word in (*evidence.names, *evidence.dates, *evidence.numbers)}
    words = [term for term in evidence.terms if term.casefold() not in named]
    facts = [
        ("pinned", "by you" if link.pinned else ""),
        ("quotation", evidence.quotation and f"“{evidence.quotation}”"),
        ("same words", evidence.copied and f"“{evidence.copied}”"),
        ("names", ", ".join(evidence.names)),
        ("dates", ", ".join(evidence.dates)),
        ("numbers", ", ".join(evidence.numbers)),
        ("words", ", ".join(words)),
    ]
    facts = [fact for fact in facts if fact[1]] or [("wording", "similar, by no word in particular")]
    if evidence.neighbours:
        facts.append(("beside", _neighbours(link, comparison)))
    return [*facts, *(("best other", _runner_up(link, comparison, side)) for side in Side)]


def _neighbours(link: Link, comparison: Comparison) -> str:
    scores = {other.pair: other.score for other in comparison.links}
    pairs = [
        f"{passage_id(Side.LEFT, left)}–{passage_id(Side.RIGHT, right)}"
        + (f" ({scores[left, right]:.0f})" if (left, right) in scores else "")
        for left, right in link.evidence.neighbours
    ]
    return ", ".join(pairs)


def _runner_up(link: Link, comparison: Comparison, side: Side) -> str:
    """What on that side would answer the other passage best, but for the link."""
    evidence = link.evidence
    found = evidence.runner_up_left if side is Side.LEFT else evidence.runner_up_right
    answered = passage_id(side.other, link.at(side.other))
    if found is None:
        return f"for {answered}: none"
    index, score = found
    words = first_words(comparison.article(side).passages[index].text)
    return f"for {answered}: {passage_id(side, index)}, score {score:.0f}: {words}"


def first_words(text: str, most: int = FIRST_WORDS) -> str:
    """The words a text begins with, and an ellipsis if there are more."""
    words = text.split()
    return " ".join(words) if len(words) <= most else f"{' '.join(words[:most])} …"


def quotations_in_full(link: Link, comparison: Comparison, threshold: float) -> list[Fact]:
    """Sayings that both passages of a link quote, as each gives them.

    `[...]` are words the other side does not quote, `{...}` words in whose place it has others.
    """
    facts = []
    for pair in quotation_pairs(comparison, threshold):
        if pair.pair != link.pair or pair.match is QuotationMatch.EXACT:
            continue
        changed = tuple(left for left, _ in pair.changed), tuple(right for _, right in pair.changed)
        left = _drawn(comparison.left.text, pair.left, pair.only_left, changed[0])
        right = _drawn(comparison.right.text, pair.right, pair.only_right, changed[1])
        speaker = f", {pair.speaker}" if pair.speaker else ""
        facts += [("L quotes", f"{left} ({pair.match.value}{speaker})"), ("R quotes", right)]
    return facts


def _drawn(text: str, whole: Span, alone: Sequence[Span], changed: Sequence[Span]) -> str:
    """A quotation with the words the other side lacks in brackets."""
    marks = {span.start: (span, "[", "]") for span in alone}
    marks |= {span.start: (span, "{", "}") for span in changed}
    out, at = "", whole.start
    for start in sorted(marks):
        span, opening, closing = marks[start]
        if span.start < at:
            continue
        out += text[at : span.start] + opening + span.cut(text) + closing
        at = span.end
    return " ".join((out + text[at : whole.end]).split())
