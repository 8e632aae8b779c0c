"""The installed command inside a real tmux, attached to a pseudo-terminal."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category

import pytest

from tests.terminal import Terminal, is_ready
from tui.layout.geometry import arrange
from tui.sources.load import bundled_pair, load

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed"),
]

COMMAND = str(Path(sysconfig.get_path("scripts")) / "compare-tui")
CLEAN = {"TMUX": "", "SSH_CONNECTION": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}


class Tmux:
    """A tmux server of its own, with the default settings."""

    def __init__(self, folder: Path) -> None:
        self._start = ["tmux", "-S", str(folder / "socket"), "-f", "/dev/null"]

    def run(self, *arguments: str) -> str:
        return subprocess.run([*self._start, *arguments], capture_output=True, text=True).stdout

    def open(self, *sources: str, columns: int = 120, rows: int = 40) -> Terminal:
        command = [COMMAND, "--no-state", "--model", "none", *sources]
        terminal = Terminal([*self._start, "new-session", *command], columns, rows, CLEAN)
        terminal.looks = False  # at tmux's client: the program is a child of tmux's server
        return terminal


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    server = Tmux(tmp_path)
    yield server
    server.run("kill-server")


def test_a_copied_passage_reaches_tmux_and_through_it_the_terminal(tmux: Tmux) -> None:
    """By default tmux ignores what a program sends for the clipboard (`set-clipboard external`)."""
    with tmux.open() as terminal:
        terminal.wait_for(is_ready)
        assert "set-clipboard external" in tmux.run("show-options", "-s", "set-clipboard")
        terminal.press("n", "y")
        terminal.wait_for("passage copied with tmux")
        passage = tmux.run("show-buffer")
        article = load(bundled_pair()[0])
        assert passage in [p.text for p in article.passages]
        terminal.wait_for_bytes(base64.b64encode(passage.encode()))
        assert tmux.run("list-buffers").count("\n") == 1


TEXTS = {
    "Hindi": "नदी का पानी बहुत ठंडा है और कोई भी वहाँ नहीं तैरता। शहर अगले साल नई सड़क बनाएगा और पुल भी।",
    "Bengali": "নদীর জল খুব ঠান্ডা এবং সেখানে কেউ সাঁতার কাটে না। শহর আগামী বছর নতুন রাস্তা তৈরি করবে।",
    "Tamil": "ஆற்றின் நீர் மிகவும் குளிராக உள்ளது, யாரும் நீந்துவதில்லை. நகரம் அடுத்த ஆண்டு புதிய சாலை அமைக்கும்.",
    "Malayalam": "പുഴയിലെ വെള്ളം വളരെ തണുത്തതാണ്, ആരും നീന്തുന്നില്ല. നഗരം അടുത്ത വർഷം പുതിയ റോഡ് നിർമ്മിക്കും.",
    "Burmese": "မြစ်ရေသည် အလွန်အေးသောကြောင့် မည်သူမျှ ရေမကူးကြပါ။ မြို့တော်သည် နောက်နှစ်တွင် လမ်းသစ်ဖောက်မည်။",
}
"""Texts with vowel signs that have a cell of their own in tmux."""


@pytest.mark.parametrize("language", TEXTS)
def test_rows_with_spacing_marks_end_where_they_should(tmux: Tmux, tmp_path: Path, language: str) -> None:
    sources = []
    for name in ("left.txt", "right.txt"):
        (tmp_path / name).write_text("\n\n".join([TEXTS[language] * 2] * 3))
        sources.append(str(tmp_path / name))
    with tmux.open(*sources, columns=100, rows=30) as terminal:
        rows: list[str] = []
        while not is_ready("\n".join(rows)):
            terminal.read_for(0.2)
            rows = tmux.run("capture-pane", "-p").split("\n")[:-1]
        shared = arrange(100, 30)
        panes = rows[shared.titles : shared.titles + shared.rows[0]]
        shown = [row for row in panes if any(category(letter) == "Lo" for letter in row)]
        assert len(shown) > 12
        for row in shown:
            assert _cells(row) == 100, "the minimap's last cell is the row's last"


def _cells(row: str) -> int:
    """Cells of a row as tmux has it: one for each character but marks that take no space."""
    return sum(category(character) not in ("Mn", "Me", "Cf") for character in row)
