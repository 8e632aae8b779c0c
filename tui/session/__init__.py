"""Sessions: the reader's marks, notes, corrections and position, saved between runs."""

from __future__ import annotations

from tui.session.anchors import Anchor
from tui.session.identity import Sources
from tui.session.marks import LocatedMark, Mark, MarkKind
from tui.session.session import Recent, Session, StateError
from tui.session.store import Store, state_path

__all__ = [
    "Anchor",
    "LocatedMark",
    "Mark",
    "MarkKind",
    "Recent",
    "Session",
    "Sources",
    "StateError",
    "Store",
    "state_path",
]
