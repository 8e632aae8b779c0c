"""A language that the reader chose, in the installed program, opened again."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import pytest

from tests.terminal import Terminal, is_ready

pytestmark = pytest.mark.slow

COMMAND = [str(Path(sysconfig.get_path("scripts")) / "compare-tui"), "--model", "none"]
TEXT = "The ferry burned off Kessel on Monday.\n\nNobody was hurt, the mayor said.\n"


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for path in paths:
        path.write_text(TEXT, encoding="utf-8")
    return list(map(str, paths))


def first_lines(*command: str) -> str:
    """What the titles say; the program is then left."""
    with Terminal([*COMMAND, *command], 120, 30) as terminal:
        terminal.wait_for(lambda text: "left.txt" in text and is_ready(text))
        lines = "\n".join(terminal.lines[:4])
        terminal.press("q")
        assert terminal.wait_exit() == 0
    return lines


def test_a_language_chosen_by_the_reader_is_there_again(sources: list[str]) -> None:
    with Terminal([*COMMAND, *sources], 120, 30) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("L")
        terminal.wait_for("Language of the left article")
        terminal.press("/", "F", "r", "e", "n", "c", "h", "enter", "enter")
        terminal.wait_for("left.txt · French")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert "left.txt · French" in first_lines(*sources)
    assert "French" in first_lines(*reversed(sources))
    assert "left.txt · German" in first_lines(*sources, "--language-left", "de")
    assert "left.txt · French" in first_lines(*sources)
    assert "French" not in first_lines(*sources, "--fresh")
    assert "French" not in first_lines(*sources)
