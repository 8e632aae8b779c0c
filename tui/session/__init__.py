"""What a reader does with a comparison, kept from one run of the program to the next."""

from __future__ import annotations

from tui.session.anchors import Anchor
from tui.session.errors import NotKept
from tui.session.identity import Pair
from tui.session.recent import Recent
from tui.session.session import Found, Mark, MarkKind, Session
from tui.session.store import Store, state_path

__all__ = [
    "Anchor",
    "Found",
    "Mark",
    "MarkKind",
    "NotKept",
    "Pair",
    "Recent",
    "Session",
    "Store",
    "state_path",
]
