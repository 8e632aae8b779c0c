"""The signs that carry meaning without colour, on screen and in reports; and their forms in ASCII."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from tui.model import Link, Relation

if TYPE_CHECKING:  # the first frame may do without
    from tui.model.difference import Difference


class Symbols(Struct, frozen=True):
    """One character and one cell each, but for `at_least`."""

    exact: str
    """The same words: a shared quotation or a copied run."""
    same: str
    related: str
    weak: str
    """More likely wrong than right; shown only below the default threshold."""
    conflict: str
    """The two differ in a number."""
    wording: str
    """The two quote or describe something in other words."""
    unmatched: str
    """An unmatched passage."""
    mark: str
    """After the sign of a passage: a mark or a note of the reader's."""
    bar: str
    """Bar before every row of the current passage."""
    fold: str
    on_screen: str
    """On the minimap: the part of the text that is on the screen."""
    leads_to: str
    """Sign before the number of a link that leads elsewhere."""
    active: str
    """Sign before the title of the active article."""
    at_least: str
    """Sign before the threshold; two cells in ASCII."""

    def of(self, link: Link | None) -> str:
        """The sign of a passage by its highest-scored link; `unmatched` without a link."""
        return self.unmatched if link is None else str(getattr(self, _kind(link)))

    def of_differences(self, differences: Sequence[Difference]) -> str:
        """The sign of a passage with those differences: that of a conflict, if one of them is."""
        return self.conflict if any(entry.conflict for entry in differences) else self.wording

    @property
    def of_relations(self) -> tuple[tuple[str, str], ...]:
        """The sign and the words of each relation that a link can have, the closest first."""
        return tuple((str(getattr(self, kind)), words) for kind, words in _RELATIONS.items())


def relation_text(link: Link) -> str:
    """The relation that a sign stands for, in words: `same words`, `same statement`, `related` or `weak`."""
    return _RELATIONS[_kind(link)]


def _kind(link: Link) -> str:
    """The field of `Symbols` that has a link's sign."""
    if link.weak:
        return "weak"
    if link.evidence.same_words:
        return "exact"
    return "related" if link.relation is Relation.RELATED else "same"


_RELATIONS = {"exact": "same words", "same": "same statement", "related": "related", "weak": "weak"}
"""Words for each sign of a link, the same on the screen and in all reports; by the field of `Symbols`."""
UNICODE = Symbols("=", "≈", "~", "?", "≠", "”", "·", "*", "▌", "⋯", "┃", "→", "▸", "≥")
ASCII = Symbols("=", "~", "-", "?", "!", '"', ".", "*", "|", ">", "|", ">", ">", ">=")

_ASCII_FOR = str.maketrans("“”„«»‘’‚–—·…⋯→▸↑▲↓▼▾│╲≥≠×", '"""""\'\'\'---~.>>^^vvv|\\>!x')


def to_ascii(text: str, ascii_only: bool = True) -> str:
    """Replace punctuation and signs by ASCII of the same width, for terminals without Unicode; letters stay.

    What is cut ends with `~`: a dot would read as the end of a sentence. Without `ascii_only` the text stays
    as it is.
    """
    return text.translate(_ASCII_FOR) if ascii_only else text
