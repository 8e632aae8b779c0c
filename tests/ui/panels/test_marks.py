from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from tests.session.examples import ferry, opened, quay
from tests.stores import memory_store
from tests.ui.panels.panel_app import HOSTILE, SIZES, PanelApp
from tui.session import MarkKind, Session
from tui.ui.panels.marks import MarksRequest, MarksScreen

GONE = "Two crew members were treated for burns at the harbour clinic."


def session(*, without: str = "") -> Session:
    """A note on a link and a mark on a passage of each side; the passage `without` has been removed."""
    store = memory_store()
    made = opened(store)
    marks = (
        made.new_mark(MarkKind.NOTE, 5, 2, "40 minutes or an hour?"),
        made.new_mark(MarkKind.MARK, 7, None),
        made.new_mark(MarkKind.MARK, None, 4),
        made.new_mark(MarkKind.DRAFT, 3, None, "not yet"),
        made.new_mark(MarkKind.PINNED, 3, 5),
    )
    left = ferry((without, "Nothing.")) if without else ferry()
    store.add(made, *marks)
    return store.session((left, quay()), ("/news/ferry.txt", "/news/quay.txt"))


@pytest.mark.parametrize("size", SIZES)
async def test_marks_and_notes_are_listed_with_their_passages(size: tuple[int, int]) -> None:
    app = PanelApp(MarksScreen(session()))
    async with app.run_test(size=size):
        assert app.title_text == "2 marks, 1 note"
        assert app.rows == [
            "pair   Rescue boats reached the ship within 40 minutes, officials said."
            " /        It was more than an hour before the first rescue boats came alongside, "
            "passengers said."
            " /        40 minutes or an hour?",
            f"left   {GONE}",
            "right  The ship had twice been warned about faulty sprinklers, a report says.",
        ]
        assert "Rescue boats" in app.picture
        assert "40 minutes or an hour?" in app.picture


@pytest.mark.slow
async def test_typing_searches_notes_and_passages() -> None:
    app = PanelApp(MarksScreen(session()))
    async with app.run_test() as pilot:
        await pilot.press("slash", *"hour")
        assert [row[:5] for row in app.rows] == ["pair "]
        await pilot.press(*["backspace"] * 4, *"sprink Ship")
        assert [row[:5] for row in app.rows] == ["right"]
        await pilot.press("enter")
        (answer,) = app.answers
        assert answer.go_to.passages == (None, 4)


async def test_enter_goes_to_the_highlighted_mark() -> None:
    app = PanelApp(MarksScreen(session()))
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        assert app.answers[0].go_to.passages == (7, None)


async def test_delete_removes_and_undo_brings_back() -> None:
    marked = session()
    app = PanelApp(MarksScreen(marked))
    async with app.run_test() as pilot:
        await pilot.press("down", "delete", "delete")
        assert [row[:5] for row in app.rows] == ["pair "]
        assert app.title_text == "1 note · 2 removed: ctrl+z restores"
        await pilot.press("ctrl+z")
        assert app.highlighted.startswith("right")
        await pilot.press("escape")
        assert app.answers == [MarksRequest(None, (marked.listed_marks[1].mark.uid,))]


async def test_from_the_list_letters_are_keys() -> None:
    marked = session()
    app = PanelApp(MarksScreen(marked))
    async with app.run_test() as pilot:
        await pilot.press("j", "x", "u", "k", "x", "q")
        assert app.answers == [MarksRequest(None, (marked.listed_marks[0].mark.uid,))]


async def test_control_characters_are_removed_from_the_search() -> None:
    app = PanelApp(MarksScreen(session()))
    async with app.run_test() as pilot:
        line = app.panel.query_one(Input)
        line.post_message(events.Paste("\x1b]0;TITLE\x07hour"))
        await pilot.pause()
        assert line.value == "hour"
        assert len(app.rows) == 1


async def test_a_lost_mark_comes_last_with_its_former_text() -> None:
    app = PanelApp(MarksScreen(session(without=GONE)))
    async with app.run_test() as pilot:
        assert app.rows[-2:] == ["not found in the current text", f"left   {GONE}"]
        await pilot.press("up", "enter")
        assert app.answers == []
        assert app.highlighted == f"left   {GONE}"


async def test_without_marks_the_title_explains_how_to_set_one() -> None:
    app = PanelApp(MarksScreen(opened(memory_store())))
    async with app.run_test() as pilot:
        assert app.title_text == "no marks or notes yet: m sets a mark, a writes a note"
        await pilot.press("enter", "delete", "ctrl+z", "escape")
        assert app.answers == [MarksRequest()]


async def test_markup_is_shown_as_text() -> None:
    made = opened(memory_store())
    app = PanelApp(MarksScreen(made.with_mark(made.new_mark(MarkKind.NOTE, 5, None, HOSTILE))))
    async with app.run_test():
        assert app.rows[0].endswith(HOSTILE)
        assert HOSTILE in app.picture


async def test_in_ascii_its_own_words_are_ascii() -> None:
    app = PanelApp(MarksScreen(session(without=GONE), ascii=True))
    async with app.run_test() as pilot:
        await pilot.press("delete")
        own = app.title_text + "".join(row[:9] for row in app.rows)
        assert own.isascii()


async def test_q_closes_the_list_and_a_slash_searches_it() -> None:
    app = PanelApp(MarksScreen(session()))
    async with app.run_test() as pilot:
        await pilot.press("slash", *"q")
        assert not app.answers
        await pilot.press("backspace", "tab", "q")
        assert len(app.answers) == 1
