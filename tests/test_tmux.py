"""The installed command inside a real tmux, attached to a pseudo-terminal."""

from __future__ import annotations

import base64
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal, is_ready
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
        return Terminal([*self._start, "new-session", *command], columns, rows, CLEAN)


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
