"""What the widgets paint: a reading, and what of it is on the screen. One value, changed in one step."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.layout.view import View
from tui.reading import Reading


@dataclass(frozen=True)
class Scene:
    """A reading and its view; the view is laid out for what the reading shows."""

    reading: Reading = field(default_factory=Reading)
    view: View = field(default_factory=View)
