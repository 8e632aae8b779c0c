"""The log for a bug report: facts, counts and times, and no text of an article.

Imported only with `--log`, and to record an error. The app and every worker append to one file.
"""

from __future__ import annotations

import logging
import os
import platform
import shutil
import sys
import threading
import time
import traceback
from collections.abc import Iterator, Mapping, Sequence, Set
from enum import Enum
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tui.engine.channel import Channel
from tui.engine.protocol import NamedSource, Open, PastedText, Source
from tui.model import Article
from tui.model.wording import plural
from tui.settings.settings import Settings

_LOGGER = logging.getLogger("compare-tui")
_DEPTH = 3
"""Levels of nested values of a message that are logged."""
_SUFFIXES = frozenset(".txt .md .markdown .html .htm .xhtml .pdf .docx .odt .doc .rtf .epub .eml".split())
"""File suffixes that are logged; any other might reveal something."""


def open_log(path: str) -> None:
    """Append to the log in that file from here on, messages and errors too; does nothing if it is open.

    Raises OSError if the file cannot be written.
    """
    if _LOGGER.handlers:
        return
    handler = logging.FileHandler(path, encoding="utf-8", errors="backslashreplace")
    formatter = logging.Formatter("%(asctime)s.%(msecs)03dZ %(process)d %(message)s", "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    _LOGGER.addHandler(handler)
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False
    logging.raiseExceptions = False  # a disk that is full is no reason to write over the screen
    Channel.observer = staticmethod(_log_message)
    _log_uncaught_errors()


def log(fact: str) -> None:
    """Write one line. `fact` must not contain text of a source."""
    _LOGGER.info(fact)


def log_start(settings: Settings) -> None:
    """Log the system, the versions and the settings."""
    python, textual = platform.python_version(), version("textual")
    program = f"compare-tui {version('compare-tui')}"
    log(f"{program}, Python {python}, Textual {textual}, {platform.platform()}")
    size = shutil.get_terminal_size()
    names = ("TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "NO_COLOR", "TEXTUAL_DRIVER")
    variables = " ".join(f"{name}={os.environ.get(name, '')!r}" for name in names)
    log(f"terminal: {size.columns} x {size.lines}, {variables}, {_streams()}")
    log(f"settings: {replace(settings, sources=(), log='')}")
    for name in settings.sources:
        log(f"source: {describe_source(NamedSource(name))}")


def log_error(error: BaseException) -> None:
    """Write the type of an error and where it was raised, but not its message; does nothing without a log."""
    if _LOGGER.handlers:
        log(f"error: {' caused by '.join(_errors(error))}")


def describe_source(source: Source) -> str:
    """The kind of a source and its size, without its name."""
    if isinstance(source, Article):
        return f"article already read, {plural(len(source.passages), 'passage')}"
    if isinstance(source, PastedText):
        return f"pasted text, {plural(len(source.text), 'character')}"
    name = source.name
    if name in ("-", "clipboard:"):
        return {"-": "standard input"}.get(name, "clipboard")
    if "://" in name:
        return "web address"
    path = Path(name)
    suffix = path.suffix.lower()
    kind = suffix if suffix in _SUFFIXES else "of another suffix" if suffix else "without a suffix"
    try:
        return f"file {kind}, {plural(path.stat().st_size, 'byte')}"
    except (OSError, ValueError) as error:
        return f"file {kind}, {type(error).__name__}"


def outline(value: object, depth: int = _DEPTH) -> str:
    """The types, counts and numbers in a value; of a text its length."""
    if isinstance(value, Open):
        return f"Open({'; '.join(map(describe_source, value.sources))}; threshold={value.threshold})"
    if value is None or isinstance(value, bool | int | float):
        return str(value)
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, str):
        return plural(len(value), "character")
    if isinstance(value, Struct):
        names = value.__struct_fields__ if depth else ()
        inside = (f"{name}={outline(getattr(value, name), depth - 1)}" for name in names)
        return f"{type(value).__name__}({', '.join(inside)})"
    if isinstance(value, Sequence | Mapping | Set):
        return str(len(value))
    return type(value).__name__


def _log_message(direction: str, number: int, message: object) -> None:
    log(f"{direction} {number}: {outline(message)}")


def _streams() -> str:
    """Which of the standard streams are terminals, and the encoding of the output."""
    streams = {"input": sys.stdin, "output": sys.stdout, "error": sys.stderr}
    terminals = [name for name, stream in streams.items() if stream and stream.isatty()]
    return f"terminals: {', '.join(terminals) or 'none'}, {getattr(sys.stdout, 'encoding', None)}"


def _errors(error: BaseException | None) -> Iterator[str]:
    """An error and its causes, each with its frames, the innermost first."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        frames = reversed(traceback.extract_tb(error.__traceback__))
        places = (f"{_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in frames)
        yield " < ".join((type(error).__name__, *places))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _short(filename: str) -> str:
    """The path of a module without the folders in which it is installed."""
    path = Path(filename)
    for root in map(Path, sorted(sys.path, key=len, reverse=True)):
        if root.parts and path.is_relative_to(root):
            return str(path.relative_to(root))
    return path.name


def _log_uncaught_errors() -> None:
    """Log uncaught errors, then handle them as before."""
    hook, thread_hook = sys.excepthook, threading.excepthook

    def log_uncaught(kind: type[BaseException], error: BaseException, trace: object) -> None:
        log_error(error)
        hook(kind, error, error.__traceback__)

    def log_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value:
            log_error(arguments.exc_value)
        thread_hook(arguments)

    sys.excepthook, threading.excepthook = log_uncaught, log_thread
