"""What two reports say differently: numbers, dates, names, quotations, words. No verdict, no file read."""

from tui.model.difference import (
    Difference,
    DistinctiveWord,
    Edit,
    Fact,
    FactKind,
    QuotationMatch,
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
    "QuotationMatch",
    "QuotationPair",
    "State",
    "WordPair",
]
