"""Quotations as both articles give them."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from tui.model import PassagePair, Side, Span


class QuotationMatch(Enum):
    """Form of a quotation in the other article."""

    EXACT = "exact"
    CUT = "cut"
    """The same words, fewer or more of them."""
    CHANGED = "changed"
    """Other words inside the quotation."""
    PARAPHRASED = "paraphrased"
    """The same saying without quotation marks."""


class QuotationPair(Struct, frozen=True):
    """One saying in both articles; spans are offsets into each `Article.text`."""

    left: Span
    """The quotation with its marks, or the words that paraphrase it."""
    right: Span
    left_passage: int
    right_passage: int
    speaker: str
    """The person quoted, as written; empty if neither article names one beside the words."""
    match: QuotationMatch
    only_left: tuple[Span, ...] = ()
    """Words inside the left quotation that the right one does not have."""
    only_right: tuple[Span, ...] = ()
    beside_left: tuple[tuple[int, int], ...] = ()
    """For each of `only_left` a shared word beside it: its offset in the left text, and in the right one."""
    beside_right: tuple[tuple[int, int], ...] = ()
    changed: tuple[tuple[Span, Span], ...] = ()
    """Words of the left quotation, and those that the right one has in their place."""
    similarity: float = 0.0
    """0 to 1: share of the words of both that are the same, in the same order."""

    @property
    def pair(self) -> PassagePair:
        return self.left_passage, self.right_passage

    def at(self, side: Side) -> Span:
        return self.left if side is Side.LEFT else self.right

    def passage_at(self, side: Side) -> int:
        return self.left_passage if side is Side.LEFT else self.right_passage

    def only(self, side: Side) -> tuple[Span, ...]:
        """The words that only one side has."""
        return self.only_left if side is Side.LEFT else self.only_right

    def beside(self, side: Side) -> tuple[tuple[int, int], ...]:
        """For each of those words a shared word beside it: its offsets in the left and the right text."""
        return self.beside_left if side is Side.LEFT else self.beside_right


class ListedQuotation(Struct, frozen=True):
    """A quotation as each article gives it, on one line; a side is empty if it does not quote it."""

    speaker: str
    """As written beside it; empty if nobody is named."""
    left: str
    right: str
    pair: PassagePair
    """The passages; -1 where a side does not have it."""
    notes: tuple[str, ...] = ()
    """What each side leaves out, and where they word it otherwise."""
