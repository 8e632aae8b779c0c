"""The signs that carry meaning without colour, on screen and in reports."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Link, Relation


class Symbols(Struct, frozen=True):
    """One character, one cell each."""

    exact: str
    """The same words: a shared quotation or a copied run."""
    same: str
    related: str
    differs: str
    alone: str
    """Only one article has it."""
    bar: str
    """Stands before every row of the current passage."""
    fold: str
    seen: str
    """On the map: this part of the text is on the screen."""
    to: str
    """Before the number of a link that leads elsewhere."""
    active: str
    """Before the title of the article under the keys."""

    def of(self, link: Link | None) -> str:
        """The sign of a passage by its surest link; alone without one."""
        if link is None:
            return self.alone
        if link.evidence.quotation or link.evidence.copied:
            return self.exact
        return self.related if link.relation is Relation.RELATED else self.same


UNICODE = Symbols("=", "≈", "~", "!", "·", "▌", "⋯", "┃", "→", "▸")
ASCII = Symbols("=", "~", "?", "!", ".", "|", ">", "|", ">", ">")

TO_ASCII = str.maketrans("“”„‘’‚«»–—…·→≥≠×", '"""\'\'\'""--.->>#x')
"""For terminals without the characters: punctuation of the same width that everybody has."""
