"""The installed program with several reports, in a real pseudo-terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ferry_reports import write_reports
from tests.terminal import Terminal
from tests.test_terminal import BY_WORDS

pytestmark = pytest.mark.slow


def test_five_reports_are_read_turned_swapped_and_listed(tmp_path: Path) -> None:
    paths = write_reports(tmp_path)[:5]
    with Terminal([*BY_WORDS, paths[0], str(tmp_path / "gone.txt"), *paths[1:]], 80, 24) as terminal:
        terminal.wait_for(lambda text: "[A post][B quay] C herald" in text)
        terminal.wait_for(lambda text: "not read: " in text and "gone.txt" in text)
        terminal.wait_until_gone("pairs of reports")
        terminal.press("n", "n")
        terminal.wait_for("Pair 2 of")
        terminal.press(".")
        terminal.wait_for("B quay [C herald]")
        terminal.press("\\")
        terminal.wait_for("C is read now")
        terminal.press("S")
        terminal.wait_for("around the passages of C herald")
        terminal.press("q")
        terminal.wait_for("C is read now")
        terminal.press("i")
        terminal.wait_for("E mirror leaves out")
        terminal.press("q", "D")
        terminal.wait_for("given differently")
        terminal.press("escape", "q")
        assert terminal.wait_exit() == 0
