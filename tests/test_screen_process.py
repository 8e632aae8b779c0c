"""The process that shows the articles stays small: it leaves work on words to a worker."""

from pathlib import Path

import pytest

from tests.terminal import Terminal, is_ready
from tests.test_terminal import COMMAND

pytestmark = pytest.mark.slow

CTRL_S = "\x13"
LIBRARIES = ("rapidfuzz", "Stemmer", "numpy", "onnxruntime")
"""They stay in memory for as long as a process lives."""


def loaded_libraries(terminal: Terminal) -> list[str]:
    """Which of the libraries are in the memory of the program's first process."""
    mapped = Path(f"/proc/{terminal.pid}/maps").read_text(encoding="utf-8")
    return [library for library in LIBRARIES if library in mapped]


def test_no_key_loads_a_library_for_texts_into_the_process_of_the_screen(tmp_path: Path) -> None:
    with Terminal([COMMAND], cwd=tmp_path) as terminal:
        terminal.wait_for(is_ready)
        assert loaded_libraries(terminal) == []
        terminal.press("/", "sanctons")
        terminal.wait_for("4 hits")
        terminal.press("enter", "escape", "o")
        terminal.wait_for("weightiest first")
        terminal.press("n", "enter")
        terminal.wait_for("closest other")
        terminal.press("escape")
        for down in range(7):
            terminal.press(CTRL_S, *["j"] * down, "enter")
            terminal.wait_for("written: ")
        terminal.press("D")  # with the reports the differences have come
        terminal.wait_for("in closed sections")
        terminal.press("Q")
        terminal.wait_for("in both articles")
        # An escape that is read together with the next key is another key.
        for closed in ("in both articles", "in closed sections"):
            terminal.press("escape")
            terminal.wait_until_gone(closed)
        terminal.press("C")
        terminal.wait_for("leader ≠ president")
        assert loaded_libraries(terminal) == []
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0
    assert len([*tmp_path.iterdir()]) == 7, "all formats of a report"


def test_marks_in_a_text_that_has_changed_are_found_by_the_worker(tmp_path: Path) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    for path in (left, right):
        path.write_text("The mayor of Kessel spoke on Monday of a new tram line.\n", encoding="utf-8")
    command = [COMMAND, "--model", "none", str(left), str(right)]
    with Terminal(command) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("n", "m", "q")
        assert terminal.wait_exit() == 0
    left.write_text("The mayor of Kessel spoke on Tuesday of a new tram line.\n", encoding="utf-8")
    with Terminal(command) as terminal:
        terminal.wait_for("changed since")
        terminal.press("'")
        assert "pair   The mayor of Kessel spoke on Tuesday" in terminal.wait_for("1 mark")
        assert loaded_libraries(terminal) == []
        terminal.press("enter", "q")
        assert terminal.wait_exit() == 0
