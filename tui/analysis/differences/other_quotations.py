"""Two quotations that linked passages give for one statement, in words that have little in common."""

from __future__ import annotations

from collections.abc import Sequence, Set

from msgspec import Struct

from tui.analysis.differences.aligned import WordAlignment
from tui.analysis.differences.quotations import Quotation
from tui.model import Comparison, Link, Span

MIN_SAME = 60.0
"""Chance, in per cent, that two passages say the same, from which their quotations are compared: 7 of the 10
entries were useful then, and one wrong (62 pairs of reports, every entry read); from 25 on 9 of 20, and five
were wrong."""
MIN_ALIGNED = 0.3
"""Share of the content words of the shorter quotation that stand for words of the other one."""
MIN_CONTENT = 2
"""Content words that each quotation has in its passage."""


class OtherQuotation(Struct, frozen=True):
    """The parts of two quotations that stand in linked passages."""

    link: Link
    left: Span
    right: Span


class _Part(Struct, frozen=True):
    """A quotation as far as it stands in a passage."""

    quotation: Quotation
    span: Span
    content: int
    words: tuple[str, ...]

    @classmethod
    def of(cls, quotation: Quotation, passage: Span) -> _Part | None:
        span = Span(max(quotation.span.start, passage.start), min(quotation.span.end, passage.end))
        inside = [k for k, word in enumerate(quotation.spans) if span.start <= word.start < span.end]
        content = sum(quotation.content[k] for k in inside)
        stems = tuple([quotation.stems[k] for k in inside])
        return cls(quotation, span, content, stems) if content >= MIN_CONTENT else None


def other_quotations(
    comparison: Comparison,
    links: Sequence[Link],
    quotations: tuple[Sequence[Quotation], Sequence[Quotation]],
    paired: tuple[Set[Span], Set[Span]],
    alignment: WordAlignment,
) -> list[OtherQuotation]:
    """The quotations, each in one entry, that are in no pair of one saying and stand for each other.

    A share of their words must be aligned, and one may not simply contain the other.
    """
    found: list[tuple[float, OtherQuotation]] = []
    for link in links:
        words = alignment(link.pair) if link.same >= MIN_SAME else None
        if not words:
            continue
        passages = comparison.left.passages[link.left].span, comparison.right.passages[link.right].span
        lefts, rights = (
            [part for q in own if q.span not in done if (part := _Part.of(q, passage))]
            for own, done, passage in zip(quotations, paired, passages, strict=True)
        )
        for left in lefts:
            for right in rights:
                aligned = sum(
                    word.weight > 0
                    and left.span.start <= passages[0].start + word.left.start < left.span.end
                    and right.span.start <= passages[1].start + word.right.start < right.span.end
                    for word in words
                )
                share = aligned / min(left.content, right.content)
                if share >= MIN_ALIGNED and not _contains(left.words, right.words):
                    found.append((share, OtherQuotation(link, left.span, right.span)))
    chosen: list[OtherQuotation] = []
    for _, pair in sorted(found, key=lambda item: (-item[0], -item[1].link.same, item[1].link.pair)):
        if all(pair.left != other.left and pair.right != other.right for other in chosen):
            chosen.append(pair)
    return chosen


def _contains(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the words of one stand in the other, in a row."""
    short, long = sorted((left, right), key=len)
    return any(long[k : k + len(short)] == short for k in range(len(long) - len(short) + 1))
