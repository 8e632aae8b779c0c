"""A comparison in the list of recent ones."""

from __future__ import annotations

from msgspec import Struct


class Recent(Struct, frozen=True):
    """What is known of a comparison without opening it; all of it clean."""

    id: int
    titles: tuple[str, str]
    """As they stood on the screen: left, right."""
    locations: tuple[str, str]
    """Paths or addresses; empty for what cannot be opened again."""
    opened: float
    """When it was last open, in seconds since 1970."""
    progress: float
    """Share of both texts that was seen, 0 to 1."""
    marks: int
    """Marks and notes."""

    @property
    def can_open(self) -> bool:
        return all(self.locations)
