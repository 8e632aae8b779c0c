"""What the screen looks like, at fixed sizes, on a comparison made by hand."""

from collections.abc import Callable

import pytest

from tests.examples import strangers
from tests.ui.screens.reading_app import ReadingApp
from tests.ui.screens.story_app import StoryApp

SnapCompare = Callable[..., bool]
FULL, NARROW, STACKED = (120, 40), (80, 24), (60, 20)


@pytest.mark.parametrize("size", [FULL, NARROW, STACKED], ids=["full", "narrow", "stacked"])
def test_at_the_beginning(snap_compare: SnapCompare, size: tuple[int, int]) -> None:
    assert snap_compare(ReadingApp(), terminal_size=size)


@pytest.mark.parametrize("size", [FULL, NARROW, STACKED], ids=["full", "narrow", "stacked"])
def test_at_a_link_against_the_order(snap_compare: SnapCompare, size: tuple[int, int]) -> None:
    assert snap_compare(ReadingApp(), terminal_size=size, press=["n", "n", "n", "n"])


def test_in_the_right_article(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=NARROW, press=["n", "tab"])


def test_one_topic_kept(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=FULL, press=["3"])


def test_the_topics_panel(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=NARROW, press=["t"])


def test_boilerplate_unfolded(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=NARROW, press=["v"])


def test_nothing_in_common(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(strangers()), terminal_size=NARROW)


def test_very_wide(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=(250, 30), press=["n"])


def test_without_colour(snap_compare: SnapCompare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(ReadingApp(), terminal_size=NARROW, press=["n"])


def test_light(snap_compare: SnapCompare) -> None:
    app = ReadingApp()
    app.theme = "textual-light"
    assert snap_compare(app, terminal_size=NARROW, press=["n"])


def test_ascii_only(snap_compare: SnapCompare) -> None:
    app = ReadingApp()
    app.ascii = True
    assert snap_compare(app, terminal_size=NARROW, press=["n", "n"])


@pytest.mark.slow
def test_a_search_kept(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=NARROW, press=["slash", *"smoke", "enter"])


def test_only_here(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=FULL, press=["u", "o"])


def test_the_map(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=FULL, press=["n", "M"])


def test_a_link_in_full(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=NARROW, press=["n", "enter"])


def test_the_filters(snap_compare: SnapCompare) -> None:
    assert snap_compare(ReadingApp(), terminal_size=NARROW, press=["f"])


@pytest.mark.parametrize("size", [FULL, NARROW, STACKED], ids=["full", "narrow", "stacked"])
def test_five_reports(snap_compare: SnapCompare, size: tuple[int, int]) -> None:
    assert snap_compare(StoryApp(), terminal_size=size, press=["n", "n"])


def test_the_grid_of_five_reports(snap_compare: SnapCompare) -> None:
    assert snap_compare(StoryApp(), terminal_size=NARROW, press=["n", "S", "j"])
