"""Articles from right to left in the panels: rows as they are drawn, and what is selected in them."""

from __future__ import annotations

from typing import Any

import pytest
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.widgets import OptionList

from tests.examples import article
from tests.ui.features.scenes import ask_at_once, scene_of
from tests.ui.panels.panel_app import PanelApp
from tui.layout.right_to_left import drawn_line
from tui.model import Comparison, Evidence, Link, Relation, Topic
from tui.ui.panels.detail import DetailScreen
from tui.ui.panels.topics import TopicsScreen
from tui.ui.widgets.drawn_lines import DrawnLines

ENGLISH = "The minister said on Tuesday that NATO would stay."
HEBREW = "השר אמר ביום שלישי כי NATO תישאר במקומה עד שנת 2031, וכי 12 מדינות ישלחו חיילים נוספים לאזור."
AS_DRAWN = drawn_line(HEBREW, True).text


class RightToLeftApp(PanelApp):
    def __init__(self, panel: ModalScreen[Any], reorders: bool = True) -> None:
        super().__init__(panel)
        self.reorders = reorders
        self._filters.insert(0, DrawnLines(reorders))


def two_languages() -> Comparison:
    evidence = Evidence(aligned=(("minister", "השר"), ("stay", "תישאר")))
    link = Link(0, 0, 90, Relation.SAME, evidence, topic=0)
    topic = Topic("minister · השר", ("minister",), (0,), (0,))
    return Comparison(article((ENGLISH,)), article((HEBREW,)), (link,), (topic,))


def detail() -> DetailScreen:
    comparison = two_languages()
    return DetailScreen(scene_of(comparison), ask_at_once(comparison))


async def test_a_passage_in_full_is_drawn_line_by_line_at_the_right_edge() -> None:
    app = RightToLeftApp(detail())
    async with app.run_test(size=(80, 24)):
        lines = app.picture.splitlines()
        column = [line[41:79] for line in lines]
        first = next(k for k, line in enumerate(column) if line.endswith("רשה"))
        read = [line.strip() for line in column[first : first + 4]]
        assert " ".join(drawn_line(line, True).text for line in read if line) == HEBREW
        assert all(line == line.strip().rjust(len(line)) for line in column[first : first + 3])


async def test_words_that_stand_for_each_other_keep_to_themselves() -> None:
    app = RightToLeftApp(detail())
    async with app.run_test(size=(120, 24)):
        assert "minister ~ רשה, stay ~ ראשית" in app.picture


async def test_a_row_that_is_cut_ends_at_the_left_of_its_snippet() -> None:
    app = RightToLeftApp(TopicsScreen(scene_of(two_languages()).reading))
    async with app.run_test(size=(60, 24)):
        row = next(line for line in app.picture.splitlines() if " R  " in line)
        snippet = row.partition(" R  ")[2].strip(" ▎")
        assert snippet.startswith("…")
        assert AS_DRAWN.endswith(snippet[1:])
        assert "minister · רשה  L 1, R 1" in app.picture


async def test_where_the_terminal_reorders_rows_stay_in_the_order_of_reading() -> None:
    app = RightToLeftApp(TopicsScreen(scene_of(two_languages()).reading), reorders=False)
    async with app.run_test(size=(120, 24)):
        assert "R  השר אמר ביום שלישי כי NATO" in app.picture
        assert "\u2068" not in app.picture and "\u2069" not in app.picture


async def test_a_list_is_searched_by_words_as_they_are_read() -> None:
    app = RightToLeftApp(TopicsScreen(scene_of(two_languages()).reading))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"שלישי כי")
        await pilot.pause()
        assert app.panel.query_one(OptionList).option_count == 1


@pytest.mark.parametrize(("words", "drawn"), [("השר אמר", "רמא רשה"), ("NATO תישאר", "ראשית NATO")])
async def test_what_is_selected_where_it_is_drawn_is_copied_as_it_is_read(words: str, drawn: str) -> None:
    app = RightToLeftApp(detail())
    async with app.run_test(size=(200, 24)) as pilot:
        lines = app.picture.splitlines()
        y = next(k for k, line in enumerate(lines) if line.rstrip().endswith("רמא רשה"))
        start = lines[y].index(drawn)
        first = lines[y].rindex("NATO") if words.startswith("NATO") else start + len(drawn) - 1
        # From the first letter to the last one as they are read; the last is drawn at the left.
        await pilot.mouse_down(offset=Offset(first, y))
        await pilot.hover(offset=Offset(start, y))
        await pilot.mouse_up(offset=Offset(start, y))
        assert (app.panel.get_selected_text() or "").strip() == words
