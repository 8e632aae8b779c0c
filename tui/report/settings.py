"""What a reader may choose about a report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """The same for every format; a format takes what concerns it."""

    threshold: float = 50.0
    """Score from which a link is shown, 0 to 100."""
    width: int = 100
    """Terminal cells that a line may fill."""
