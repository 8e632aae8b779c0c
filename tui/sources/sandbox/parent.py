"""Reading in a child process, which can be limited in memory and ended at any moment.

The parsers of web pages and PDF are large, partly in C, and cannot be interrupted: a page of a few
hundred kilobytes may keep one busy for a minute. A thread that waits for one could not be ended.
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
from typing import IO

from msgspec.structs import replace

import tui
from tui.model import Article
from tui.settings.limits import SIZE_OPTION, megabytes
from tui.sources.deadline import Deadline, timeout_error
from tui.sources.errors import LoadError
from tui.sources.sandbox.protocol import Message, ReadRequest, encode_request, unpack_article

_BOOT = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {} import main; main()"
_CHUNK = 1 << 16


def read_in_sandbox(request: ReadRequest, data: bytes | None, deadline: Deadline) -> Article:
    """Read the data, or the request's file or address, in a child process.

    The child never outlives the call. Raises LoadError, and LoadCancelled if the caller cancels.
    """
    child = _start()
    assert child.stdin is not None and child.stdout is not None
    try:
        request = replace(request, size=None if data is None else len(data))
        outgoing = encode_request(request) + (data or b"")
        return _receive_article(child.stdin, child.stdout, outgoing, request, deadline)
    finally:
        child.kill()
        with suppress(OSError):
            child.stdin.close()
        child.stdout.close()
        child.wait()


def interpreter_command(module: str, *arguments: str) -> list[str]:
    """Command that runs `main` of a module of ours; the arguments are the last of `sys.argv`.

    The new process imports what this one would: nothing from the current folder unless this one does. It
    takes over the module search path instead of setting it up again, which takes time.
    """
    path = [str(Path(tui.__file__).parents[1]), *sys.path]
    return [sys.executable, "-I", "-S", "-c", _BOOT.format(module), json.dumps(path), *arguments]


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        interpreter_command("tui.sources.sandbox.child"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
    )


def _receive_article(
    stdin: IO[bytes], stdout: IO[bytes], outgoing: bytes, request: ReadRequest, deadline: Deadline
) -> Article:
    step = ""
    try:
        for line in _exchange(stdin, stdout, outgoing, request.source, deadline):
            message: Message = json.loads(line)
            if "progress" in message:
                step = str(message["progress"])
                deadline.report(step)
            elif "error" in message:
                raise LoadError(request.source, message["error"]["wrong"], message["error"]["remedy"])
            else:
                return unpack_article(message["article"])
    except TimeoutError:
        raise timeout_error(request.source, deadline.seconds, step.removesuffix(" ...")) from None
    except (ValueError, KeyError, TypeError):
        pass  # the child crashed in the middle of a message
    limit = megabytes(request.options.limits.memory_bytes)
    wrong = f"its reader crashed, or needs more than {limit} of memory"
    raise LoadError(request.source, wrong, f"save its text as a .txt file, or raise {SIZE_OPTION}")


def _exchange(
    stdin: IO[bytes], stdout: IO[bytes], outgoing: bytes, source: str, deadline: Deadline
) -> Iterator[bytes]:
    """Feed the child, and yield the lines that it sends meanwhile. Raises TimeoutError, LoadCancelled."""
    end = deadline.end()
    unsent = memoryview(outgoing)
    received = bytearray()
    os.set_blocking(stdin.fileno(), False)
    with selectors.DefaultSelector() as selector:
        selector.register(stdout, selectors.EVENT_READ)
        selector.register(stdin, selectors.EVENT_WRITE)
        while True:
            deadline.check(source)
            seconds_left = end - time.monotonic()
            if seconds_left <= 0:
                raise TimeoutError
            for key, _ in selector.select(min(seconds_left, deadline.poll_seconds)):
                if key.fileobj is stdin:
                    unsent = _write_some(stdin, unsent)
                    if not unsent:
                        selector.unregister(stdin)  # but leave it open: the child ends when it closes
                    continue
                chunk = os.read(stdout.fileno(), _CHUNK)
                if not chunk:
                    return
                received += chunk
                if b"\n" in chunk:
                    *lines, received = received.split(b"\n")
                    yield from map(bytes, lines)


def _write_some(stdin: IO[bytes], unsent: memoryview) -> memoryview:
    """Write as much as the pipe takes. Returns the rest."""
    try:
        return unsent[os.write(stdin.fileno(), unsent[:_CHUNK]) :]
    except BlockingIOError:
        return unsent
    except BrokenPipeError:
        return unsent[:0]
