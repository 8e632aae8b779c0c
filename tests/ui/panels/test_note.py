from __future__ import annotations

import pytest
from textual import events
from textual.widgets import TextArea

from tests.ui.panels.panel_app import HOSTILE, SIZES, PanelApp
from tui.ui.panels.note import EditedNote, NoteScreen


@pytest.mark.slow
@pytest.mark.parametrize("key", ["enter", "ctrl+s"])
@pytest.mark.parametrize("size", SIZES)
async def test_the_typed_text_is_saved(size: tuple[int, int], key: str) -> None:
    app = PanelApp(NoteScreen("“Rescue boats …”"))
    async with app.run_test(size=size) as pilot:
        assert app.title_text == "New note on “Rescue boats …”"
        await pilot.press(*"40 or 60?", "ctrl+j", *"ask")
        assert "40 or 60?" in app.picture
        await pilot.press(key)
        assert app.answers == [EditedNote("40 or 60?\nask", True)]


@pytest.mark.slow
async def test_escape_saves_a_draft_without_a_question() -> None:
    app = PanelApp(NoteScreen("“Rescue …”", note="before"))
    async with app.run_test() as pilot:
        assert app.title_text == "Note on “Rescue …”"
        await pilot.press(*" and after", "escape")
        assert app.answers == [EditedNote("before and after", False)]


async def test_a_note_left_as_it_was_leaves_no_draft() -> None:
    app = PanelApp(NoteScreen("“Rescue …”", note="before"))
    async with app.run_test() as pilot:
        await pilot.press("escape")
        assert app.answers == [EditedNote("", False)]


async def test_a_draft_is_gone_on_with() -> None:
    app = PanelApp(NoteScreen("“Rescue …”", note="before", draft="bef"))
    async with app.run_test() as pilot:
        assert app.title_text == "Note on “Rescue …” · your draft"
        await pilot.press("!", "enter")
        assert app.answers == [EditedNote("bef!", True)]


async def test_a_note_that_is_emptied_is_to_go() -> None:
    app = PanelApp(NoteScreen("“Rescue …”", note="ab"))
    async with app.run_test() as pilot:
        await pilot.press("backspace", "backspace", "enter")
        assert app.answers == [EditedNote("", True)]


async def test_control_characters_are_removed() -> None:
    app = PanelApp(NoteScreen("“Rescue …”", note="\x1b[31mred"))
    async with app.run_test() as pilot:
        app.panel.query_one(TextArea).post_message(events.Paste("\x1b]0;TITLE\x07 one\u202e\r\ntwo \x9b1m"))
        await pilot.pause()
        assert app.panel.query_one(TextArea).text == "red one\ntwo "
        await pilot.press("enter")
        assert app.answers == [EditedNote("red one\ntwo", True)]


async def test_markup_is_shown_as_text() -> None:
    app = PanelApp(NoteScreen(HOSTILE, note=HOSTILE))
    async with app.run_test():
        assert app.title_text == f"Note on {HOSTILE}"
        assert app.picture.count(HOSTILE) == 2


async def test_a_note_that_is_too_long_is_not_saved_and_not_cut() -> None:
    text = "word " * 4000 + "end"
    app = PanelApp(NoteScreen("“Rescue …”"))
    async with app.run_test(size=(120, 40)) as pilot:
        app.panel.query_one(TextArea).post_message(events.Paste(text))
        await pilot.pause()
        assert "20,003 of at most 20,000 characters" in app.picture
        await pilot.press("ctrl+s")
        assert app.answers == []
        assert "not saved: 20,003 characters, and a note has at most 20,000" in app.picture
        await pilot.press("escape")
        assert app.answers == [EditedNote(text, False)]


async def test_the_limit_is_shown_before_it_is_reached() -> None:
    app = PanelApp(NoteScreen("“Rescue …”", note="x" * 18_000))
    async with app.run_test(size=(120, 40)) as pilot:
        assert "of at most" not in app.picture
        await pilot.press("y")
        assert "18,001 of at most 20,000 characters" in app.picture
