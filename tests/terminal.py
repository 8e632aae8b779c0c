"""A real pseudo-terminal with an emulated screen, to run the installed program as a reader does."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

import pyte

from tests.processes import turns

LIMIT = 30.0
"""Seconds any wait may take before the test fails; a fast machine never waits so long."""
QUIET = 0.15
"""Seconds without output after which the screen counts as painted, whatever the program still works on."""
LOOK = 0.025
"""Seconds without output between two looks whether the program works; longer than a frame."""

KEYS = {"tab": "\t", "enter": "\r", "escape": "\x1b", "down": "\x1b[B", "up": "\x1b[A"}


def is_ready(text: str) -> bool:
    """Whether a screen shows two articles, aligned and refined."""
    waits = "n goes to the next" in text or "n next pair" in text  # the latter at the first start
    return waits and not any(work in text for work in ("aligning ...", "refining ...", "finding topics ..."))


class _Screen(pyte.Screen):
    """pyte's screen, deaf to a mode report that it would take for a parameter."""

    def report_device_attributes(self, *args: object, **kwargs: object) -> None: ...

    def report_device_status(self, *args: object, **kwargs: object) -> None: ...


class Terminal:
    """A command on a pseudo-terminal of a given size; use it as a context manager."""

    looks = True
    """Whether the screen also counts as painted once nothing of the program runs any more."""

    def __init__(
        self,
        command: Sequence[str],
        columns: int = 120,
        rows: int = 40,
        environment: dict[str, str] | None = None,
        stdin: bytes | None = None,
        cwd: Path | None = None,
    ) -> None:
        self.screen = _Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = bytearray()
        """Every byte the program has written."""
        self.status: int | None = None
        pipe = os.pipe() if stdin is not None else None
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            # A shell ignores ctrl+c for what runs in its background, and a program inherits that.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            if pipe:
                os.dup2(pipe[0], 0)
                os.close(pipe[1])
            if cwd:
                os.chdir(cwd)
            env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
            env.pop("NO_COLOR", None)
            os.execvpe(command[0], list(command), {**env, **(environment or {})})
        self.resize(columns, rows, signal_it=False)
        if pipe and stdin is not None:
            os.close(pipe[0])
            os.write(pipe[1], stdin)
            os.close(pipe[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)

    def resize(self, columns: int, rows: int, signal_it: bool = True) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.screen.resize(rows, columns)
        if signal_it:
            os.kill(self.pid, signal.SIGWINCH)

    @property
    def lines(self) -> list[str]:
        return list(self.screen.display)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def _pump(self, seconds: float) -> bool:
        """Take in what the program writes within that time; False if it wrote nothing."""
        ready, _, _ = select.select([self.fd], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            data = b""
        self.raw += data
        # pyte takes the kitty keyboard and mode reports for something else: keep them from it.
        self._stream.feed(re.sub(rb"\x1b\[(?:[<>=]\d*u|\?\d+\$p)", b"", data))
        return bool(data)

    def wait_for(self, seen: str | Callable[[str], bool]) -> str:
        """Wait until a text stands on the screen, or a condition of the screen's text holds."""
        holds = (lambda text: seen in text) if isinstance(seen, str) else seen
        end = time.monotonic() + LIMIT
        while not holds(self.text):
            assert time.monotonic() < end, f"never seen: {seen}\n{self.text}"
            self._pump(0.05)
        return self.settle()

    def wait_until_gone(self, seen: str) -> str:
        """Wait until a text no longer stands on the screen."""
        return self.wait_for(lambda text: seen not in text)

    def read_for(self, seconds: float) -> None:
        """Take in what the program writes for that long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._pump(left)

    def wait_for_bytes(self, written: bytes) -> None:
        """Wait until the program has written that."""
        end = time.monotonic() + LIMIT
        while written not in self.raw:
            assert time.monotonic() < end, f"never written: {written!r}"
            self._pump(0.05)

    def settle(self, looks: bool = True) -> str:
        """Wait until the program has stopped painting; the screen's text.

        It has stopped when it is silent for long enough or, if it `looks`, is silent and at rest.
        """
        began = quiet_from = time.monotonic()
        before = None
        while (now := time.monotonic()) - quiet_from < QUIET and now - began < LIMIT:
            if self._pump(LOOK):
                before, quiet_from = None, time.monotonic()
            elif looks and self.looks:
                before, last = turns(self.pid), before
                if before is not None and before == last:
                    break
        return self.text

    def press(self, *keys: str) -> str:
        """Press keys one after the other, each after the screen has settled; the screen's text.

        Several letters in one string are typed at once.
        """
        for key in keys:
            os.write(self.fd, KEYS.get(key, key).encode())
            # Whether an escape begins a sequence of keys is decided by a clock, while nothing runs.
            self.settle(looks=key != "escape")
        return self.text

    def press_until(self, key: str, seen: str) -> str:
        """Press a key, refused until what it shows is computed, until a text is on the screen."""
        end = time.monotonic() + LIMIT
        while seen not in self.press(key):
            assert time.monotonic() < end, f"{key} never showed: {seen}\n{self.text}"
        return self.text

    def wait_exit(self) -> int:
        """Wait for the end of the program; its exit status (128 + n for signal n)."""
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                while self._pump(0):
                    pass
                code = os.waitstatus_to_exitcode(status)
                self.status = code if code >= 0 else 128 - code
                return self.status
            self._pump(0.05)
        raise AssertionError(f"still running\n{self.text}")

    def echoes(self) -> bool:
        """Whether the terminal echoes and edits lines, as before the program."""
        local = termios.tcgetattr(self.fd)[3]
        return bool(local & termios.ECHO) and bool(local & termios.ICANON)
