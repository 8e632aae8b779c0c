"""What two reports say differently: numbers, dates, names, quotations, words. No verdict, no file read."""

from tui.differences.model import (
    Difference,
    DistinctiveWord,
    Edit,
    Fact,
    FactKind,
    Kept,
    QuotationPair,
    State,
    WordPair,
)

__all__ = [
    "Difference",
    "DistinctiveWord",
    "Edit",
    "Fact",
    "FactKind",
    "Kept",
    "QuotationPair",
    "State",
    "WordPair",
]
