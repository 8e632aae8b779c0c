"""A program on a pseudo-terminal, everything it writes stamped as it comes, and looked at only afterwards.

The emulator that says what stood on the screen is slower than the programs, so it has no part in the
figures: it is fed when the program is gone.
"""

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
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte
from msgspec import Struct
from pyte.screens import Char

LIMIT = 300.0
"""Seconds any wait may take, but for an answer to a key."""
KEY_LIMIT = 20.0
"""Seconds a key may take."""
SILENCE = 0.030
"""Seconds without output after which a key is done with."""
REST = 0.2
"""Seconds without output and without a child process after which a program is at rest."""
LOOK = 0.010
"""Seconds between two looks at the memory of child processes, while there is no output."""
_REPORT = re.compile(rb"\x1b\[(?:[<>=]\d*u|\?\d+\$p)")
"""The kitty keyboard's modes and questions about modes: pyte takes them for something else."""
_OPEN, _CLOSE = b"\x1b[?2026h", b"\x1b[?2026l"


class Stuck(Exception):
    """What was waited for has not come."""


class Pressed(Struct, frozen=True):
    """A key, and what the program wrote for it."""

    sent: float
    until: float
    """When it was written and when the silence after it began, in the recording's seconds."""
    size: int
    """Bytes."""
    frames: int
    """Frames, by the marks of synchronised output."""


class Recording:
    """Runs a command, presses its keys, keeps all it writes. Seconds count from the exec."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int, rows: int, cwd: Path
    ) -> None:
        self.chunks: list[tuple[float, bytes]] = []
        self.child_peak = 0.0
        """Most MB any one process below it has held at once, as far as was seen."""
        self._raw = bytearray()
        self._answered = False
        reading, writing = os.pipe()  # closed by the exec, which is when time begins
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(command[0], list(command), dict(environment))
        os.close(writing)
        os.read(reading, 1)
        self._zero = time.perf_counter()
        os.close(reading)
        self._end = os.pidfd_open(self.pid)
        self._alive = True

    def __enter__(self) -> Recording:
        return self

    def __exit__(self, *exc: object) -> None:
        if self._alive:
            for pid in (*children(self.pid), self.pid):
                os.kill(pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)
        os.close(self._end)

    @property
    def now(self) -> float:
        return time.perf_counter() - self._zero

    def _take(self, seconds: float) -> bool:
        """Keep what comes within that time; False if nothing does."""
        if not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # the other end is closed
            return False
        self.chunks.append((self.now, data))
        self._raw += data
        if not self._answered and b"\x1b[?2026$p" in self._raw:
            self._answered = True
            os.write(self._fd, b"\x1b[?2026;2$y")
        return True

    def _wait(self, done: Callable[[], bool], what: str) -> None:
        end = self.now + LIMIT
        while not done():
            if self.now > end:
                raise Stuck(f"never seen: {what}")
            self._take(LOOK)
            self.child_peak = max([self.child_peak, *(peak(pid) for pid in children(self.pid))])

    def wait_for(self, text: str) -> None:
        """Wait until the program has written a text, in one piece."""
        wanted, start = text.encode(), 0

        def seen() -> bool:
            nonlocal start
            found = wanted in self._raw[start:]
            start = max(0, len(self._raw) - len(wanted))
            return found

        self._wait(seen, text)

    def wait_for_rest(self) -> None:
        """Wait until nothing is written any more, and no child process is left."""
        since = self.now

        def resting() -> bool:
            nonlocal since
            if children(self.pid):
                since = self.now
            last = self.chunks[-1][0] if self.chunks else 0.0
            return self.now - max(since, last) > REST

        self._wait(resting, "rest")

    def press(self, key: str, silence: float = SILENCE) -> Pressed:
        """Press a key, and wait until nothing has come for `silence` seconds after what it brought."""
        sent, first, start = self.now, len(self.chunks), len(self._raw)
        os.write(self._fd, key.encode())
        end = sent + KEY_LIMIT
        while self.now < end:
            came = self._take(silence if len(self.chunks) > first else end - self.now)
            written = self._raw[start:]
            if not came and len(self.chunks) > first and written.count(_OPEN) == written.count(_CLOSE):
                return Pressed(sent, self.chunks[-1][0], len(written), written.count(_CLOSE))
        raise Stuck(f"nothing comes after {key!r}, or no end of it")

    def quit(self, key: str) -> float:
        """Seconds from a key until the process has ended, which must end well."""
        sent = self.now
        os.write(self._fd, key.encode())
        listened: list[int] = [self._fd, self._end]
        while self._end not in (ready := select.select(listened, [], [], LIMIT)[0]):
            if not ready:
                raise Stuck("the program does not end")
            if not self._take(0):
                listened = [self._end]
        took = self.now - sent
        _, status = os.waitpid(self.pid, 0)
        self._alive = False
        if status:
            raise Stuck(f"the program ended with status {os.waitstatus_to_exitcode(status)}")
        return took

    @property
    def memory(self) -> float:
        """Most MB the process itself has held at once so far."""
        return peak(self.pid)


def children(pid: int) -> list[int]:
    """Child processes of a process, of whatever thread, and theirs."""
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, path.read_text().split())
        except (FileNotFoundError, ProcessLookupError):  # a thread that is gone by now
            continue
    return found + [below for child in found for below in children(child)]


def peak(pid: int) -> float:
    """Most MB a process has held at once so far (VmHWM); 0 if it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


class Seen(Struct, frozen=True):
    """What stood on the screen, and when."""

    since: dict[str, float]
    """The time each of the texts looked for first stood there."""
    changes: list[float]
    """The times at which a cell of the screen was another than before."""

    def last_change(self, pressed: Pressed) -> float | None:
        """Seconds from a key to the last change it made on the screen; None if it made none."""
        times = [t for t in self.changes if pressed.sent <= t <= pressed.until]
        return times[-1] - pressed.sent if times else None


class _Screen(pyte.Screen):
    """pyte's screen, deaf to what it would answer."""

    def report_device_attributes(self, *args: object, **kwargs: object) -> None: ...

    def report_device_status(self, *args: object, **kwargs: object) -> None: ...


def seen(chunks: Sequence[tuple[float, bytes]], texts: Sequence[str], columns: int, rows: int) -> Seen:
    """Feed the emulator what was recorded. A frame of synchronised output is seen when it is closed."""
    # The reports go as blanks of no effect, so that every other byte keeps its place.
    raw = _REPORT.sub(lambda found: bytes(len(found[0])), b"".join(data for _, data in chunks))
    screen = _Screen(columns, rows)
    stream = pyte.ByteStream(screen)
    known: dict[int, dict[int, Char]] = {}
    since: dict[str, float] = {}
    changes: list[float] = []
    start = opened = 0
    changed = False
    for at, data in chunks:
        part, start = raw[start : start + len(data)], start + len(data)
        opened += part.count(_OPEN) - part.count(_CLOSE)
        screen.dirty.clear()
        stream.feed(part)
        for y in screen.dirty:
            row = dict(screen.buffer[y])
            if known.get(y) != row:
                known[y], changed = row, True
        if opened > 0 or not changed:
            continue
        changes.append(at)
        changed = False
        if len(since) < len(texts):
            shown = "\n".join(screen.display)
            for text in texts:
                if text in shown:
                    since.setdefault(text, at)
    return Seen(since, changes)
