"""Articles from right to left in the installed program, on a pseudo-terminal."""

from __future__ import annotations

import sysconfig
from pathlib import Path

import pytest

from tests.terminal import Terminal, is_ready
from tui.layout.right_to_left import drawn_line

pytestmark = pytest.mark.slow

COMMAND = [str(Path(sysconfig.get_path("scripts")) / "compare-tui"), "--model", "none", "--no-state"]
SAILED = "הספינה מרלה הפליגה אל NATO ביום שלישי."
BURNED = "שריפה פרצה בספינה מרלה בשעה 12 וכבאים כיבו אותה."
LEFT = f"אסון בים\n\n{SAILED}\n\n{BURNED}\n\nאיש לא נפגע, אמר ראש העיר.\n"
RIGHT = f"הספינה בערה\n\n{BURNED}\n\nהשר הבטיח לבדוק.\n\n{SAILED}\n"


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for path, text in zip(paths, (LEFT, RIGHT), strict=True):
        path.write_text(text, encoding="utf-8")
    return list(map(str, paths))


def drawn(text: str) -> str:
    return drawn_line(text, True).text


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_panels_draw_passages_as_the_panes_do(sources: list[str], size: tuple[int, int]) -> None:
    with Terminal([*COMMAND, "--right-to-left", "app", *sources], *size) as terminal:
        terminal.wait_for(is_ready)
        title = terminal.lines[0]
        assert f"L {drawn('אסון בים')}" in title and f"R {drawn('הספינה בערה')}" in title
        terminal.press("n", "n", "enter")
        terminal.wait_for("Why these passages are linked")
        assert f"= {drawn(BURNED)}" in terminal.text


def test_what_is_behind_a_panel_is_not_reordered_twice(sources: list[str]) -> None:
    with Terminal([*COMMAND, "--right-to-left", "app", *sources], 120, 40) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("n", "n")
        terminal.wait_for("Nothing differs")
        bottom = terminal.lines[-5:-1]
        assert any(drawn("מרלה") in line for line in bottom)
        terminal.press("t")
        terminal.wait_for("in both articles")
        assert terminal.lines[-5:-1] == bottom


def test_a_terminal_that_reorders_gets_the_order_of_reading(sources: list[str]) -> None:
    with Terminal([*COMMAND, "--right-to-left", "terminal", *sources], 120, 40) as terminal:
        terminal.wait_for(is_ready)
        assert "R הספינה בערה" in terminal.lines[0]
        terminal.press("n", "n", "enter")
        terminal.wait_for("Why these passages are linked")
        assert f"= {BURNED}" in terminal.text
        assert not {"\u2068", "\u2069"} & set(terminal.raw.decode("utf-8", "replace"))
