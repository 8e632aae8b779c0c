"""Whatever comes from the terminal, the program goes on."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ferry_reports import write_reports
from tests.random_input import (
    EVENTS,
    EVENTS_OF_REPORTS,
    SLOW_SCREEN,
    WORDS_ONLY,
    send_events,
    started,
    write_texts,
)

pytestmark = pytest.mark.slow


@pytest.mark.minutes
def test_random_input_never_ends_the_program(tmp_path: Path) -> None:
    with started(write_texts(tmp_path), tmp_path / "home", WORDS_ONLY, SLOW_SCREEN) as terminal:
        assert send_events(terminal, 1, EVENTS) == ""
        assert not terminal.ended()


def test_random_input_never_ends_the_program_with_five_reports(tmp_path: Path) -> None:
    with started(write_reports(tmp_path)[:5], tmp_path / "home", WORDS_ONLY, SLOW_SCREEN) as terminal:
        assert send_events(terminal, 1, EVENTS_OF_REPORTS) == ""
        assert not terminal.ended()


def test_bytes_that_are_no_text_do_not_end_the_program(tmp_path: Path) -> None:
    with started([], tmp_path / "home") as terminal:
        terminal.wait_for_output(b"\x1b[?2004h")
        terminal.send(b"\xff\xfe\x80" * 50 + b"\x1b[200~\xff words\x1b[201~")
        terminal.catch_up()
        terminal.settle()
        assert not terminal.ended()
        assert b"Traceback" not in terminal.raw
