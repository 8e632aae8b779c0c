"""Where the bundled pair lies."""

from __future__ import annotations

from pathlib import Path

NAMES = ("call-2022.md", "visit-2023.md")


def bundled_pair() -> tuple[str, str]:
    """Paths of the two articles that open when none is named: in the wheel, else in the checkout."""
    package = Path(__file__).parents[1]
    folder = package / "seeds"
    if not folder.is_dir():
        folder = package.parent / "seeds"
    left, right = (str(folder / name) for name in NAMES)
    return left, right
