"""What a reader may choose about a report, and what a session adds to it."""

from __future__ import annotations

from msgspec import Struct

from tui.model import Side


class Remark(Struct, frozen=True):
    """A mark or a note of the reader's, on a passage or on the link between two."""

    left: int = -1
    """Index of its left passage; -1 for none."""
    right: int = -1
    note: str = ""
    """What the reader wrote; empty for a mark alone."""
    when: str = ""
    """When, as ISO 8601; empty if that is not to be told."""

    def at(self, side: Side) -> int:
        return self.left if side is Side.LEFT else self.right


class ReportOptions(Struct, frozen=True):
    """The same for every format; a format takes what concerns it."""

    threshold: float = 50.0
    """Score from which a link is shown, 0 to 100."""
    width: int = 100
    """Terminal cells that a line may fill."""
    remarks: tuple[Remark, ...] = ()
    """The reader's marks and notes, in the order in which they are to be told."""
