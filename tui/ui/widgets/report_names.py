"""The names of the reports in one row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from tui.layout.wrap import cell_len, fit
from tui.model.direction import isolated
from tui.model.statement import letter
from tui.model.story import Story
from tui.reading.story_reading import StoryReading

MISSING = 32
"""Cells that a source which could not be read has at least, before names of reports are cut for it."""


def header(reading: StoryReading, width: int) -> list[tuple[str, int]]:
    """The reports by letter, as much of their names as `width` cells hold, each with its number.

    Those on the panes are in brackets; -1 is the number of what belongs to none: a gap, a missing source.
    """
    story = reading.story
    longest = max(map(cell_len, story.names), default=0)
    for least in (True, False):  # names of all, then only of the two on the panes
        for cells in range(longest, 2, -1):
            parts = _header_parts(reading, cells, least)
            if _length(parts) + min(cell_len(_missing(story)), MISSING) <= width:
                return [*parts, (fit(_missing(story), width - _length(parts)), -1)]
    parts = _header_parts(reading, 0, False)
    return [*parts, (fit(_missing(story), width - _length(parts)), -1)]


def _header_parts(reading: StoryReading, cells: int, all_names: bool) -> list[tuple[str, int]]:
    parts: list[tuple[str, int]] = []
    for report in range(reading.story.count):
        on_pane = report in reading.shown
        name = fit(reading.story.names[report], cells) if all_names or on_pane else ""
        text = " ".join(filter(None, (letter(report), isolated(name))))
        parts += [(f"[{text}]" if on_pane else f" {text} ", report)]
    return parts


def _missing(story: Story) -> str:
    return "".join(
        f" · not read: {isolated(_short(source.name))} ({source.reason})" for source in story.missing
    )


def _short(name: str) -> str:
    """A source that could not be read: its file name, or its whole address."""
    return name if "://" in name else PurePath(name).name or name


def _length(parts: Sequence[tuple[str, int]]) -> int:
    return sum(cell_len(text) for text, _ in parts)
