"""Reading in a process of its own, which can be limited in memory and ended at any moment.

The parsers of web pages and PDF are large, partly in C, and cannot be interrupted: a page of a few
hundred kilobytes keeps one busy for a minute. A thread that waits for one could not be ended.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import tui
from tui.model import Article
from tui.settings.limits import SIZE_OPTION, megabytes
from tui.sources.errors import LoadError
from tui.sources.sandbox.protocol import unpack
from tui.sources.sandbox.request import Deadline, Request, too_slow

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from tui.sources.sandbox.child import main; main()"
)
_PART = 1 << 16


def read_in_sandbox(request: Request, data: bytes | None, patience: Deadline) -> Article:
    """The article of the data, or of the request's file or address, read by a child process.

    The child never outlives the call. Raises LoadError, and LoadCancelled if nobody waits any more.
    """
    child = _start()
    assert child.stdin is not None and child.stdout is not None
    try:
        header = {**request.pack(), "size": None if data is None else len(data)}
        message = json.dumps(header).encode() + b"\n" + (data or b"")
        return _answer(child.stdin, child.stdout, message, request, patience)
    finally:
        child.kill()
        with suppress(OSError):
            child.stdin.close()
        child.stdout.close()
        child.wait()


def _start() -> subprocess.Popen[bytes]:
    """A child that imports what we would: not from the current folder unless we do, and without
    the time it takes to set up the paths once more."""
    path = [str(Path(tui.__file__).parents[1]), *sys.path]
    command = [sys.executable, "-I", "-S", "-c", _BOOT, json.dumps(path)]
    return subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
    )


def _answer(
    inlet: IO[bytes], outlet: IO[bytes], message: bytes, request: Request, patience: Deadline
) -> Article:
    doing = ""
    try:
        for line in _lines(inlet, outlet, message, request.source, patience):
            said: dict[str, Any] = json.loads(line)
            if "progress" in said:
                doing = str(said["progress"])
                patience.tell(doing)
            elif "refused" in said:
                raise LoadError(request.source, said["refused"]["wrong"], said["refused"]["remedy"])
            else:
                return unpack(said["article"])
    except TimeoutError:
        raise too_slow(request.source, patience.seconds, doing) from None
    except (ValueError, KeyError, TypeError):
        pass
    limit = megabytes(request.options.limits.memory_bytes)
    wrong = f"it broke the program that reads it, or needs more than {limit} of memory"
    raise LoadError(request.source, wrong, f"save its text as a .txt file, or raise {SIZE_OPTION}")


def _lines(
    inlet: IO[bytes], outlet: IO[bytes], message: bytes, source: str, patience: Deadline
) -> Iterator[bytes]:
    """What the child says, line by line, while the message is fed to it. Raises TimeoutError."""
    deadline = patience.deadline()
    unsent = memoryview(message)
    heard = bytearray()
    os.set_blocking(inlet.fileno(), False)
    with selectors.DefaultSelector() as ready:
        ready.register(outlet, selectors.EVENT_READ)
        ready.register(inlet, selectors.EVENT_WRITE)
        while True:
            patience.check(source)
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimeoutError
            for key, _ in ready.select(min(left, patience.glance)):
                if key.fileobj is inlet:
                    unsent = _send(inlet, unsent)
                    if not unsent:
                        ready.unregister(inlet)  # and stays open: its end tells the child of ours
                    continue
                part = os.read(outlet.fileno(), _PART)
                if not part:
                    return
                heard += part
                if b"\n" in part:
                    *lines, heard = heard.split(b"\n")
                    yield from map(bytes, lines)


def _send(inlet: IO[bytes], unsent: memoryview) -> memoryview:
    try:
        return unsent[os.write(inlet.fileno(), unsent[:_PART]) :]
    except BlockingIOError:
        return unsent
    except BrokenPipeError:
        return unsent[:0]
