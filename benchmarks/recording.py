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
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pyte
from processes import Memory, children, memory, work

LIMIT = 300.0
"""Seconds any wait may take, but for an answer to a key."""
KEY_LIMIT = 20.0
"""Seconds a key may take."""
SILENCE = 0.030
"""Seconds without output after which a key is done with."""
REST = 0.2
"""Seconds without output and without work after which a program is at rest."""
LOOK = 0.010
"""Seconds between two looks at a program while there is no output."""
IDLE = 0.015
"""Seconds of processor time that do not count as work: one tick of the kernel's clock."""
_REPORT = re.compile(rb"\x1b\[(?:[<>=]\d*u|\?\d+\$p)")
"""The kitty keyboard's modes and questions about modes: pyte takes them for something else."""
_OPEN, _CLOSE = b"\x1b[?2026h", b"\x1b[?2026l"


class Stuck(Exception):
    """What was waited for has not come."""


class Pressed(NamedTuple):
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
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        columns: int,
        rows: int,
        cwd: Path,
        weighs: bool = False,
    ) -> None:
        """`weighs`: look at the memory while waiting. This takes time and spoils the times."""
        self.chunks: list[tuple[float, bytes]] = []
        self.shower = self.below = Memory()
        """The most the process itself has held, and its children together, as far as was seen."""
        self._weighs = weighs
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
                with suppress(ProcessLookupError):
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
            if self._weighs:
                self._weigh()

    def _weigh(self) -> None:
        self.shower = self.shower.most(memory(self.pid))
        held = [memory(pid) for pid in children(self.pid)]
        self.below = self.below.most(Memory(sum(one.rss for one in held), sum(one.pss for one in held)))

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
        """Wait until nothing is written any more, and neither the program nor a child of it works."""
        since, worked = self.now, -1.0

        def resting() -> bool:
            nonlocal since, worked
            now = sum(map(work, (self.pid, *children(self.pid))))
            if abs(now - worked) > IDLE:  # less than before: a child has ended
                since, worked = self.now, now
            last = self.chunks[-1][0] if self.chunks else 0.0
            return self.now - max(since, last) > REST

        self._wait(resting, "rest")

    def press(self, key: str, until_rest: bool = False) -> Pressed:
        """Press a key. Wait for what it brings, and for a short silence after it or for rest."""
        sent, first, start = self.now, len(self.chunks), len(self._raw)
        os.write(self._fd, key.encode())
        while self.now < sent + KEY_LIMIT:
            answered = len(self.chunks) > first
            came = self._take(SILENCE if answered else sent + KEY_LIMIT - self.now)
            written = self._raw[start:]
            if not came and answered and written.count(_OPEN) == written.count(_CLOSE):
                break
        if until_rest:
            self.wait_for_rest()
        written = self._raw[start:]
        return Pressed(sent, self.now, len(written), written.count(_CLOSE))

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


Condition = Callable[[Sequence[str]], bool]
"""Whether something stands on the screen, told from its rows."""


class Seen(NamedTuple):
    """What stood on the screen, and when."""

    since: dict[str, float]
    """The time each of the things looked for first stood there."""
    changes: list[float]
    """The times at which a cell of the screen was another than before."""

    def between(self, start: float, end: float) -> list[float]:
        return [at for at in self.changes if start <= at <= end]


class _Screen(pyte.Screen):
    """pyte's screen, deaf to what it would answer."""

    def report_device_attributes(self, *args: object, **kwargs: object) -> None: ...

    def report_device_status(self, *args: object, **kwargs: object) -> None: ...


def seen(
    chunks: Sequence[tuple[float, bytes]], wanted: Mapping[str, Condition], columns: int, rows: int
) -> Seen:
    """Feed the emulator what was recorded. A frame of synchronised output is seen when it is closed."""
    # The reports go as blanks of no effect, so that every other byte keeps its place.
    raw = _REPORT.sub(lambda found: bytes(len(found[0])), b"".join(data for _, data in chunks))
    screen = _Screen(columns, rows)
    stream = pyte.ByteStream(screen)
    known: dict[int, Mapping[int, object]] = {}
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
        if len(since) < len(wanted):
            shown = screen.display
            for name, holds in wanted.items():
                if name not in since and holds(shown):
                    since[name] = at
    return Seen(since, changes)
