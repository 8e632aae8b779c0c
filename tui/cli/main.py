"""The program: decides whether the app is wanted, and opens it. All else is done in `without_screen`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import partial
from types import ModuleType
from typing import TYPE_CHECKING, NoReturn

from tui.cli.errors import DONE, INTERRUPTED, WRONG_USAGE
from tui.cli.serve import is_served
from tui.engine.ahead import Ahead, Send
from tui.engine.pipeline import CommandDone, Start

if TYPE_CHECKING:
    from tui.ui.app import CompareApp

_OTHER = frozenset("-h --help --version --format --output --serve --clear-cache --print-completion".split())
"""Options with which no app is wanted."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    arguments = tuple(sys.argv[1:] if argv is None else argv)
    try:
        return _open_app(arguments) if _for_the_app(arguments) else _without_app(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _for_the_app(arguments: Sequence[str]) -> bool:
    """Whether the app will be wanted, at a glance: so that it is imported while the sources are read."""
    terminal = sys.stdout.isatty() or is_served()
    return terminal and not any(argument.partition("=")[0] in _OTHER for argument in arguments)


def _without_app(arguments: Sequence[str]) -> int:
    sent: list[object] = []
    _work(arguments, sent.append)
    last = sent[-1]
    return last.status if isinstance(last, CommandDone) else _open_app(arguments)


def _work(arguments: Sequence[str], send: Send) -> None:
    from tui.cli.commands import work  # not in the process that shows the articles

    work(arguments, send)


def _open_app(arguments: Sequence[str]) -> int:
    # The child reads the command line and the sources, and aligns them, while Textual is imported here.
    ahead = Ahead(partial(_work, arguments))
    asyncio = _asyncio()

    from tui.ui.app import BUILTIN_THEMES, CompareApp

    start = ahead.get()
    if isinstance(start, CommandDone):
        return start.status
    assert isinstance(start, Start)
    theme = start.wishes.theme
    if theme and theme not in BUILTIN_THEMES:
        known = ", ".join(sorted(BUILTIN_THEMES))
        return _cannot(ahead, f"there is no theme {theme!r}; there are {known}")
    if not sys.stdin.isatty() and not is_served() and not _keys_from_terminal():
        return _cannot(ahead, "no terminal to read keys from: add --format text for a report")
    app = CompareApp(start, ahead=ahead)
    app.set_keymap(start.wishes.keys)
    if theme:
        app.theme = theme
    asyncio.run(_read(app))
    return DONE


def _asyncio() -> ModuleType:
    """asyncio as in a Python without TLS: that takes 7 ms and 4 MB, and this process makes no connection.

    What is read from the web is read by a process of its own (`tui.sources.sandbox.parent`).
    """
    there = sys.modules.get("ssl")
    sys.modules["ssl"] = None  # type: ignore[assignment]  # an import of it now fails, as asyncio allows for
    try:
        import asyncio
    finally:
        del sys.modules["ssl"]
        if there:
            sys.modules["ssl"] = there
    return asyncio


def _cannot(ahead: Ahead, why: str) -> int:
    from tui.cli.errors import print_error

    ahead.end()
    return print_error(why, WRONG_USAGE)


async def _read(app: CompareApp) -> NoReturn:
    """Read until the reader leaves, and end here: all is kept and the terminal is as it was.

    Python would wait for every thread that still works out something, and take all modules apart.
    """
    status = await app.read()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _keys_from_terminal() -> bool:
    """An article came through standard input, so the keys must come from the terminal."""
    try:
        os.dup2(os.open("/dev/tty", os.O_RDWR), sys.stdin.fileno())
    except OSError:
        return False
    return True
