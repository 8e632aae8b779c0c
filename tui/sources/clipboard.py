"""The text in the clipboard, by the command that the system has for it."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator

from tui.settings.limits import CLIPBOARD_SECONDS, SIZE_OPTION, Limits, size_limit_message
from tui.sources.deadline import Deadline
from tui.sources.errors import CLIPBOARD, LoadError

# Wayland, X11 twice, macOS, Windows seen from its Linux, Android.
_COMMANDS = (
    ("wl-paste", "--no-newline", "--type", "text"),
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
    ("pbpaste",),
    ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard"),
    ("termux-clipboard-get",),
)
_REMEDY = "save the text as a .txt file, or paste it into a pipe: `cat | compare-tui left.txt -`"


def read_clipboard(limits: Limits, deadline: Deadline) -> bytes:
    """What the clipboard holds as text. Raises LoadError if there is none or no way to it."""
    wrong = "no command to read it: none of wl-paste, xclip, xsel and pbpaste is installed"
    for command in _available():
        wrong = "it cannot be read: no text in it, or no desktop here"
        data = _output(command, limits, deadline)
        if data is not None:
            if data.strip():
                return data
            raise LoadError(CLIPBOARD, "it is empty", "copy an article first")
    raise LoadError(CLIPBOARD, wrong, _REMEDY)


def _available() -> Iterator[tuple[str, ...]]:
    for command in _COMMANDS:
        if command[0] == "wl-paste" and not os.environ.get("WAYLAND_DISPLAY"):
            continue
        if found := shutil.which(command[0]):
            yield (found, *command[1:])


def _output(command: tuple[str, ...], limits: Limits, deadline: Deadline) -> bytes | None:
    """What the command prints, None if it fails or does not end. Raises LoadError for too much."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=subprocess.PIPE, stderr=quiet)
    except OSError:
        return None
    assert process.stdout is not None
    end = time.monotonic() + CLIPBOARD_SECONDS
    try:
        data = _until(end, process.stdout.fileno(), limits, deadline)
        process.wait(max(end - time.monotonic(), 0.1))
        return data if process.returncode == 0 else None
    except (TimeoutError, subprocess.TimeoutExpired):
        return None
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _until(end: float, pipe: int, limits: Limits, deadline: Deadline) -> bytes:
    """All that comes through the pipe before that moment. Raises TimeoutError, LoadError."""
    data = bytearray()
    while (left := end - time.monotonic()) > 0:
        deadline.check(CLIPBOARD)
        if not select.select([pipe], [], [], min(left, deadline.poll_seconds))[0]:
            continue
        part = os.read(pipe, 1 << 16)
        if not part:
            return bytes(data)
        data += part
        if len(data) > limits.text_bytes:
            wrong = size_limit_message(limits.text_bytes, "a text")
            raise LoadError(CLIPBOARD, wrong, f"copy less, or raise {SIZE_OPTION}")
    raise TimeoutError
