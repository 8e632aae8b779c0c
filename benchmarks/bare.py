"""What any Textual app of this shape costs: two texts in two panes that scroll, a header and a footer.

python benchmarks/bare.py [--no-animation] LEFT RIGHT

`a` turns the animation of scrolling on or off, `q` quits.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Header, Static


class Bare(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("a", "animation", "Animation"), ("q", "quit", "Quit")]

    def __init__(self, left: Path, right: Path, *, animated: bool) -> None:
        super().__init__()
        self._paths = left, right
        self.animation_level = "full" if animated else "none"

    def compose(self) -> ComposeResult:
        yield Header()
        with Horizontal():
            for path in self._paths:
                with VerticalScroll():
                    yield Static(path.read_text(encoding="utf-8"), markup=False)
        yield Footer()

    def action_animation(self) -> None:
        self.animation_level = "none" if self.animation_level == "full" else "full"
        self.bell()


def main() -> None:
    parser = argparse.ArgumentParser(description="two texts in two panes, and no more")
    parser.add_argument("--no-animation", action="store_true")
    parser.add_argument("left", type=Path)
    parser.add_argument("right", type=Path)
    options = parser.parse_args()
    Bare(options.left, options.right, animated=not options.no_animation).run()


if __name__ == "__main__":
    main()
