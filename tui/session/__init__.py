"""What a reader does with a comparison, kept from one run of the program to the next."""

from __future__ import annotations

from tui.session.anchors import Anchor
from tui.session.identity import NotSaved, Recent, SourcePair
from tui.session.session import FoundMark, Mark, MarkKind, Session
from tui.session.store import Store, state_path

__all__ = [
    "Anchor",
    "FoundMark",
    "Mark",
    "MarkKind",
    "NotSaved",
    "Recent",
    "Session",
    "SourcePair",
    "Store",
    "state_path",
]
