"""A fetched page."""

from __future__ import annotations

from msgspec import Struct


class Page(Struct, frozen=True):
    """What a server sent, inflated, and where and when it came from."""

    data: bytes
    address: str
    """The one it came from in the end, without user and password."""
    retrieved: str
    """ISO 8601, UTC, to the second."""
    media_type: str = ""
    charset: str = ""
