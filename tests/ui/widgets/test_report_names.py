"""The names of the reports in one row."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.story.stories import story
from tui.layout.wrap import cell_len
from tui.model.story import MissingSource, Story
from tui.reading.story_reading import StoryReading
from tui.ui.widgets.report_names import header

TEXT = ["The ferry burned off Kessel."]


@pytest.fixture
def five() -> Story:
    return story([TEXT] * 5, {}, names=["post.txt", "quay.txt", "herald.txt", "wire.txt", "mirror.txt"])


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (60, "[A post][B quay] C herald  D wire  E mirror "),
        (40, "[A post][B quay] C her…  D wire  E mir… "),
        (26, "[A post][B quay] C  D  E "),
        (20, "[A][B] C  D  E "),
    ],
)
def test_the_header_lists_the_reports_as_far_as_there_is_room(five: Story, width: int, text: str) -> None:
    parts = header(StoryReading(five), width)
    assert "".join(part for part, _ in parts) == text
    assert len(text) <= width


def test_the_header_says_which_source_is_missing_and_why(five: Story) -> None:
    missing = replace(five, missing=(MissingSource("gone.txt", "no such file"),))
    text = "".join(part for part, _ in header(StoryReading(missing), 100))
    assert text.endswith(" · not read: gone.txt (no such file)")


def test_a_long_reason_is_cut_before_the_names_of_the_reports(five: Story) -> None:
    source = MissingSource("/some/long/folder/gone.txt", "no such file; check the name, or give another one")
    text = "".join(part for part, _ in header(StoryReading(replace(five, missing=(source,))), 80))
    assert text.startswith("[A post][B quay] C herald  D wire  E mirror  · not read: gone.txt (no suc")
    assert len(text) <= 80


@pytest.mark.parametrize(
    ("width", "text"),
    [
        (44, "[A 新华社][B 人民日报] C 南方都市报  D 澎湃 "),
        (43, "[A 新华社][B 人民日报] C 南方都市…  D 澎湃 "),
        (30, "[A 新…][B 人…] C 南…  D 澎湃 "),
        (26, "[A 新华社][B 人民…] C  D "),
        (19, "[A][B] C  D "),
    ],
)
def test_names_are_measured_in_cells(width: int, text: str) -> None:
    names = ["新华社.txt", "人民日报.txt", "南方都市报.txt", "澎湃.txt"]
    parts = header(StoryReading(story([TEXT] * 4, {}, names=names)), width)
    assert "".join(part for part, _ in parts) == text
    assert cell_len(text) <= width
