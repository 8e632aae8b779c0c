"""Random input for the program on a pseudo-terminal: keys, wheel, clicks, drags, pastes, resizes."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random

from tests.processes import turns
from tests.terminal import LIMIT, LOOK, QUIET, Terminal
from tui.ui.keys import READING_KEYS

COMMAND = (sys.executable, "-m", "tui")
WORDS_ONLY = (*COMMAND, "--model", "none")
"""Without the language model, which reads such long texts for a minute; `benchmarks/` has it."""
SENTENCES = 3000
"""Of each of the two texts."""
EVENTS = 5000
EVENTS_OF_REPORTS = 1200
"""The same with several reports."""
SLOW_SCREEN = {"TEXTUAL_FPS": "20"}
"""Environment of a program that paints as rarely as on a slow machine: more events meet a layout that is out
of date, and it takes two thirds of the time. In `benchmarks/` the program paints as often as a reader's."""
SIZES = ((120, 40), (120, 40), (80, 24), (200, 60), (40, 12), (20, 5), (7, 3), (3, 1), (1, 1))
"""Columns and rows of the terminal."""
BATCH = 20
"""Events sent before the program may catch up."""
TAIL = 200_000
"""Bytes of the output that are looked at for a traceback."""
PALETTE = b"\x10"
CLOSE = b"\x1b\x1b[I"
"""Escape, and a report of the focus: without it escape and the next character would be one key."""

_BYTES = {
    **{"escape": "\x1b", "enter": "\r", "tab": "\t", "shift+tab": "\x1b[Z", "space": " "},
    **{"up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D"},
    **{"home": "\x1b[H", "end": "\x1b[F", "pageup": "\x1b[5~", "pagedown": "\x1b[6~"},
    **{"alt+up": "\x1b[1;3A", "alt+down": "\x1b[1;3B", "f1": "\x1bOP", "backspace": "\x7f"},
    **{"slash": "/", "plus": "+", "equals_sign": "=", "minus": "-", "question_mark": "?"},
    **{"right_square_bracket": "]", "left_square_bracket": "[", "right_curly_bracket": "}"},
    **{"left_curly_bracket": "{", "less_than_sign": "<", "greater_than_sign": ">"},
    **{"apostrophe": "'", "number_sign": "#", "colon": ":"},
    **{"full_stop": ".", "comma": ",", "backslash": "\\"},
    **{f"ctrl+{letter}": chr(ord(letter) - ord("a") + 1) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""Bytes of the keys that have names, as a terminal sends them."""


def key_bytes(name: str) -> bytes:
    """Bytes that a terminal sends for a key by Textual's name of it."""
    return _BYTES.get(name, name).encode()


READER_KEYS = tuple(
    key_bytes(name) for key in READING_KEYS if key.id != "quit" for name in key.keys.split(",")
)
"""Every key of the reading screen but those that quit."""


class RandomInput:
    """Draws events, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self._dice = Random(seed)
        self.size = SIZES[0]

    def event(self) -> bytes:
        """Bytes of the next event, or none for a resize to the new `size`."""
        kinds: tuple[tuple[int, Callable[[], bytes]], ...] = (
            (50, self.key),
            (12, self.wheel),
            (10, self.click),
            (8, self.drag),
            (3, self.loose_mouse),
            (3, self.paste),
            (4, self.typing),
            (3, self.resize),
        )
        weights, draws = zip(*kinds, strict=True)
        draw: Callable[[], bytes] = self._dice.choices(draws, weights)[0]
        return draw()

    def key_or_wheel(self) -> bytes:
        return self.wheel() if self._dice.random() < 0.2 else self.key()

    def key(self) -> bytes:
        return self._dice.choice(READER_KEYS)

    def wheel(self) -> bytes:
        return self._mouse(self._dice.choice((64, 64, 65, 65, 66, 67)), *self._place())

    def click(self) -> bytes:
        button, place = self._dice.choice((0, 0, 0, 1, 2)), self._place()
        times = self._dice.choice((1, 1, 2, 3))
        return (self._mouse(button, *place) + self._mouse(button, *place, up=True)) * times

    def drag(self) -> bytes:
        """A button held, moves, and most times the button let go."""
        moves = (self._mouse(32, *self._place()) for _ in range(self._dice.randint(1, 6)))
        end = self._mouse(0, *self._place(), up=True) if self._dice.random() < 0.8 else b""
        return self._mouse(0, *self._place()) + b"".join(moves) + end

    def loose_mouse(self) -> bytes:
        """A move without a button, or a button pressed or let go by itself."""
        code, up = self._dice.choice(((35, False), (32, False), (0, False), (0, True)))
        return self._mouse(code, *self._place(), up=up)

    def paste(self) -> bytes:
        words = self._dice.choice(
            (
                "ship",
                "two words and\nanother line",
                "a \x1b[31mred\x1b[0m q \x1b[A word \x1b[200~",
                "\x1b" * 40,
                "Ferry burns off Kessel. " * 12,
            )
        )
        return b"\x1b[200~" + words.encode() + b"\x1b[201~"

    def typing(self) -> bytes:
        """Some letters in a search, a note, the name of a source or the palette."""
        opening = self._dice.choice((b"/", b"a", b":", PALETTE))
        letters = "".join(self._dice.choices("abcdeimnorst~/", k=self._dice.randint(1, 6)))
        # The palette is always closed: one of its commands quits.
        closed = opening == PALETTE or self._dice.random() < 0.6
        return opening + letters.encode() + (CLOSE if closed else b"")

    def resize(self) -> bytes:
        self.size = self._dice.choice(SIZES)
        return b""

    def _place(self) -> tuple[int, int]:
        """Most times on the screen; the terminal may have been larger a moment ago."""
        columns, rows = self.size if self._dice.random() < 0.9 else SIZES[3]
        return self._dice.randint(1, columns), self._dice.randint(1, rows)

    @staticmethod
    def _mouse(code: int, column: int, row: int, up: bool = False) -> bytes:
        return f"\x1b[<{code};{column};{row}{'m' if up else 'M'}".encode()


class BlindTerminal(Terminal):
    """A terminal without an emulated screen, which takes in output as fast as it comes."""

    _answered = False

    def _pump(self, seconds: float) -> bool:
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:  # the other end is closed
            return False
        self.raw += data
        if not self._answered and b"\x1b[?2026$p" in self.raw:
            self._answered = True
            os.write(self.fd, b"\x1b[?2026;2$y")
        del self.raw[:-TAIL]
        return bool(data)

    def resize(self, columns: int, rows: int, signal_it: bool = True) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        if signal_it:
            os.kill(self.pid, signal.SIGWINCH)

    def wait_for_output(self, text: bytes) -> None:
        """Wait until the program has written a text."""
        end = time.monotonic() + LIMIT
        while text not in self.raw:
            assert time.monotonic() < end, f"never written: {text!r}"
            self._pump(0.05)

    def send(self, data: bytes) -> None:
        """Write while the program may be writing too."""
        end = time.monotonic() + LIMIT
        while data:
            reading, writing, _ = select.select([self.fd], [self.fd], [], 1.0)
            if reading:
                self._pump(0)
            if writing:
                data = data[os.write(self.fd, data[:512]) :]
            assert time.monotonic() < end, "the program takes in no keys"

    def catch_up(self) -> None:
        """Wait until the program neither paints nor works."""
        end = time.monotonic() + LIMIT
        before = None
        while True:
            now = None if self._pump(LOOK) else turns(self.pid, children=False)
            if now is not None and now == before:
                return
            before = now
            assert time.monotonic() < end, "the program does not come to rest"

    @property
    def plain(self) -> str:
        """The end of the output without escape sequences."""
        text = re.sub(r"\x1b\[[\d;:?<>=$]*[a-zA-Z]", "", self.raw.decode(errors="replace"))
        lines = text.replace("\r", "").splitlines()
        narrow = max(map(len, lines[-100:]), default=0) < 12  # a traceback in a terminal of few columns
        return ("" if narrow else "\n").join(lines)[-5000:]

    def ended(self) -> bool:
        """Whether the program has ended."""
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self._pump(QUIET):
                    pass
                self.status = os.waitstatus_to_exitcode(status)
        return self.status is not None


def write_texts(folder: Path, sentences: int = SENTENCES) -> list[str]:
    """Write two long texts that read like news; their paths."""
    script = Path(__file__).parents[1] / "benchmarks" / "news.py"
    command = [sys.executable, str(script), str(sentences), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def environment(home: Path) -> dict[str, str]:
    """Folders of its own for the program."""
    return {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "CACHE", "DATA")}


def started(
    paths: Sequence[str],
    home: Path,
    command: Sequence[str] = COMMAND,
    variables: Mapping[str, str] | None = None,
) -> BlindTerminal:
    """The program with two texts, in a folder of its own; `variables` are added to its environment."""
    home.mkdir(parents=True, exist_ok=True)
    own = environment(home) | dict(variables or {})
    return BlindTerminal([*command, *paths], *SIZES[0], environment=own, cwd=home)


def send_events(terminal: BlindTerminal, seed: int, events: int) -> str:
    """Send random events; why the program ended or shows an error, or nothing if it goes on well."""
    terminal.wait_for_output(b"\x1b[?2004h")
    dice = RandomInput(seed)
    sent: deque[bytes] = deque(maxlen=3 * BATCH)
    for number in range(1, events + 1):
        size, event = dice.size, dice.event()
        sent.append(event or f"{dice.size}".encode())
        if event:
            terminal.send(event)
        elif dice.size != size:
            terminal.resize(*dice.size)
        if number % BATCH == 0 or number == events:
            terminal.catch_up()
        if b"Traceback" in terminal.raw or terminal.ended():
            terminal.settle()
            return f"seed {seed}, event {number}, status {terminal.status}: {list(sent)}\n{terminal.plain}"
    return ""
