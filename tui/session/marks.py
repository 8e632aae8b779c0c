"""Marks on passages and links: marks, notes, pins, removals and dismissed differences."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from tui.model import Side
from tui.session.anchors import Anchor

MAX_NOTE_LENGTH = 20_000
"""Longest note, in characters."""
MAX_DRAFT_LENGTH = 1_000_000
"""Longest draft. It may be longer than a note, so that nothing is lost before the note is shortened."""


class MarkKind(Enum):
    """Kind of a mark on a passage or a link; the values are stored."""

    MARK = "mark"
    NOTE = "note"
    PINNED = "pinned"
    REJECTED = "rejected"
    DISMISSED = "dismissed"  # a difference; the text is its key
    DRAFT = "draft"
    """A note that is still being written."""


class Mark(Struct, frozen=True):
    """A mark on a passage or a link. Only the reader changes it."""

    uid: str
    kind: MarkKind
    anchors: tuple[Anchor, ...]
    """One for a passage, two for a link."""
    text: str = ""
    """The text of a note or a draft."""
    created: float = 0.0
    """Time in seconds since 1970."""


class LocatedMark(Struct, frozen=True):
    """A mark and its passages in the current articles; None if not marked, or lost."""

    mark: Mark
    left: int | None = None
    right: int | None = None
    lost: bool = False
    """Whether one of its passages is no longer in the article."""

    def at(self, side: Side) -> int | None:
        return self.left if side is Side.LEFT else self.right

    @property
    def passages(self) -> tuple[int | None, int | None]:
        """Indices of its passages: left, right."""
        return self.left, self.right
