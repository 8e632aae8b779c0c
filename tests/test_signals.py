"""The terminal after the program has ended, also by a signal at any moment."""

from __future__ import annotations

import os
import re
import signal
import sys
import termios

import pytest

from tests.terminal import Terminal, is_ready
from tests.test_terminal import BY_WORDS, COMMAND

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("way", "status"),
    [("q", 0), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
)
def test_the_terminal_is_as_it_was_however_the_program_ends(way: str | signal.Signals, status: int) -> None:
    with Terminal([COMMAND]) as terminal:
        terminal.wait_for(is_ready)
        if isinstance(way, str):
            terminal.press(way)
        else:
            os.kill(terminal.pid, way)
        assert terminal.wait_exit() == status
        written = bytes(terminal.raw)
        assert written.rfind(b"\x1b[?1049l") > written.rfind(b"\x1b[?1049h")
        assert written.rfind(b"\x1b[?25h") > written.rfind(b"\x1b[?25l")
        assert terminal.echoes()


MODE = re.compile(rb"\x1b\[\?(\d+)([hl])")
KITTY = re.compile(rb"\x1b\[([<>])\d*u")
AS_BEFORE = {b"7": b"h", b"25": b"h"}
"""Modes that are on in a terminal that nobody has changed: line wrap and the cursor."""


def modes_left(written: bytes) -> dict[bytes, bytes]:
    """The modes of the terminal that are not as they were, of those that were changed."""
    last = dict(MODE.findall(written))
    left = {mode: state for mode, state in last.items() if state != AS_BEFORE.get(mode, b"l")}
    levels = [{b">": 1, b"<": -1}[sign] for sign in KITTY.findall(written)]
    return left | ({b"kitty": b"pushed"} if sum(levels) > 0 else {})


FROM_MAIN = "import os; from tui.__main__ import main; os.write(1, b'.'); raise SystemExit(main())"
"""Writes a full stop when the program is about to begin: what an interpreter says before is its own."""

MOMENTS = (
    *((False, moment / 1000) for moment in range(50, 600, 75)),
    *((True, moment / 1000) for moment in range(0, 400, 40)),
)
"""Seconds from the start (for ctrl+c: of the program's own code), and from the first mode on."""


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_the_terminal_is_as_it_was_whenever_a_signal_comes(number: signal.Signals) -> None:
    from_main = [sys.executable, "-c", FROM_MAIN, *BY_WORDS[1:]]
    for in_modes, seconds in MOMENTS:
        early = number == signal.SIGINT and not in_modes
        with Terminal(from_main if early else BY_WORDS) as terminal:
            before = termios.tcgetattr(terminal.fd)
            if early:
                terminal.wait_for_bytes(b".")
            if in_modes:
                terminal.wait_for_bytes(b"\x1b[?1049h")
            terminal.read_for(seconds)
            os.kill(terminal.pid, number)
            assert terminal.wait_exit() == 128 + number, (in_modes, seconds)
            written = bytes(terminal.raw)
            assert modes_left(written) == {}, (in_modes, seconds)
            assert b"Traceback" not in written
            assert termios.tcgetattr(terminal.fd) == before, (in_modes, seconds)
