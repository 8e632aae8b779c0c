"""Read and write the text of the clipboard with commands of the system."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import PurePath

from tui.settings.limits import CLIPBOARD_SECONDS, SIZE_OPTION, Limits, size_limit_message
from tui.sources.deadline import Deadline
from tui.sources.errors import CLIPBOARD, LoadError

# Wayland, X11 twice, macOS, Windows from WSL, Android.
_COMMANDS = (
    ("wl-paste", "--no-newline", "--type", "text"),
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
    ("pbpaste",),
    ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard"),
    ("termux-clipboard-get",),
)
# To write it: the same systems.
_WRITERS = (
    ("wl-copy", "--type", "text/plain;charset=utf-8"),
    ("xclip", "-selection", "clipboard", "-in"),
    ("xsel", "--clipboard", "--input"),
    ("pbcopy",),
    ("clip.exe",),
    ("termux-clipboard-set",),
)
_NEEDS = {"wl-copy": "WAYLAND_DISPLAY", "wl-paste": "WAYLAND_DISPLAY", "xclip": "DISPLAY", "xsel": "DISPLAY"}
"""Variable that is set where a command has a desktop to work with."""
_LOCAL = ("pbcopy", "clip.exe", "termux-clipboard-set")
"""Commands that write the clipboard of this machine, which over SSH is not the one in front of the reader."""
WRITE_SECONDS = 1.0
"""Time for one command to take the text; the screen waits for it."""
_REMEDY = "save the text as a .txt file, or paste it into a pipe: `cat | compare-tui left.txt -`"


def read_clipboard(limits: Limits, deadline: Deadline) -> bytes:
    """Read the clipboard as text. Raises LoadError if it has none or cannot be read."""
    wrong = f"no command to read it: none of {', '.join(name for name, *_ in _COMMANDS)} is installed"
    for command in _available_commands():
        wrong = "it cannot be read: no text in it, or no desktop here"
        data = _run(command, limits, deadline)
        if data is not None:
            if data.strip():
                return data
            raise LoadError(CLIPBOARD, "it is empty", "copy an article first")
    raise LoadError(CLIPBOARD, wrong, _REMEDY)


def write_clipboard(text: str) -> str:
    """Put a text on the clipboard. Returns the name of the command that took it, empty if none did.

    Inside tmux it is tmux: it passes the text on to the terminal, which it does not let programs do
    themselves by default (`set-clipboard external`).
    """
    for command in _available_writers():
        name = PurePath(command[0]).name
        # Windows takes UTF-16, which no locale changes.
        data = text.encode("utf-16-le" if name == "clip.exe" else "utf-8", "replace")
        if _feed(command, data):
            return name
    return ""


def _available_writers() -> Iterator[tuple[str, ...]]:
    remote = bool(os.environ.get("SSH_CONNECTION"))
    for command in _WRITERS:
        needed = _NEEDS.get(command[0], "")
        if (needed and not os.environ.get(needed)) or (remote and command[0] in _LOCAL):
            continue
        if program := shutil.which(command[0]):
            yield (program, *command[1:])
    if os.environ.get("TMUX") and (program := shutil.which("tmux")):
        yield (program, "load-buffer", "-w", "-")
        yield (program, "load-buffer", "-")  # before 3.2


def _feed(command: tuple[str, ...], data: bytes) -> bool:
    """Whether the command took the data in time. It may leave a process behind that serves the clipboard."""
    null = subprocess.DEVNULL
    try:
        return (
            subprocess.run(command, input=data, stdout=null, stderr=null, timeout=WRITE_SECONDS).returncode
            == 0
        )
    except (OSError, subprocess.SubprocessError):
        return False


def _available_commands() -> Iterator[tuple[str, ...]]:
    for command in _COMMANDS:
        if command[0] == "wl-paste" and not os.environ.get(_NEEDS[command[0]]):
            continue
        if program := shutil.which(command[0]):
            yield (program, *command[1:])


def _run(command: tuple[str, ...], limits: Limits, deadline: Deadline) -> bytes | None:
    """The output of the command; None if it fails or does not end. Raises LoadError if it is too large."""
    null = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=null, stdout=subprocess.PIPE, stderr=null)
    except OSError:
        return None
    assert process.stdout is not None
    end = time.monotonic() + CLIPBOARD_SECONDS
    try:
        data = _read_until(end, process.stdout.fileno(), limits, deadline)
        process.wait(max(end - time.monotonic(), 0.1))
        return data if process.returncode == 0 else None
    except (TimeoutError, subprocess.TimeoutExpired):
        return None
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _read_until(end: float, pipe: int, limits: Limits, deadline: Deadline) -> bytes:
    """Read the pipe to its end. Raises TimeoutError at the moment `end`, and LoadError."""
    data = bytearray()
    while (seconds_left := end - time.monotonic()) > 0:
        deadline.check(CLIPBOARD)
        if not select.select([pipe], [], [], min(seconds_left, deadline.poll_seconds))[0]:
            continue
        chunk = os.read(pipe, 1 << 16)
        if not chunk:
            return bytes(data)
        data += chunk
        if len(data) > limits.text_bytes:
            wrong = size_limit_message(limits.text_bytes, "a text")
            raise LoadError(CLIPBOARD, wrong, f"copy less, or raise {SIZE_OPTION}")
    raise TimeoutError
