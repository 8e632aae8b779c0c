"""compare-tui: two reports of one story, aligned, side by side, in a terminal."""

__version__ = "0.1.0"
