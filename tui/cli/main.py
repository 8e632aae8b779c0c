"""The program: opens the app, or carries out a command that needs none."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

from tui.cli.serve import is_served
from tui.cli.streams import (
    DONE,
    INTERRUPTED,
    UNREADABLE,
    WRONG_USAGE,
    occupy_closed_streams,
    print_error,
)
from tui.engine.client import Engine
from tui.engine.launcher import launch
from tui.engine.protocol import CommandDone, Event, Failed, FullArticles, Preview, Ready
from tui.settings.settings import Settings

if TYPE_CHECKING:
    from tui.engine.channel import Channel
    from tui.session import Store
    from tui.ui.app import CompareApp

_WITHOUT_APP = frozenset(
    "-h --help --version --format --output --serve --clear-cache --print-completion".split()
)
"""Options that open no app."""
LOCK_PATIENCE = 5.0
"""Seconds to wait, once the screen is gone, for another program that has locked the state file."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    arguments = tuple(sys.argv[1:] if argv is None else argv)
    occupy_closed_streams()
    try:
        if _asks_for_app(arguments):
            return _open_app(arguments)
        from tui.cli.commands import prepare

        prepared = prepare(arguments)
        return _finish(prepared) if isinstance(prepared, CommandDone) else _open_app(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED


def _asks_for_app(arguments: Sequence[str]) -> bool:
    """Guess whether the app will open, so that it can be imported while a worker reads the sources."""
    terminal = sys.stdout.isatty() or is_served()
    return terminal and not any(argument.partition("=")[0] in _WITHOUT_APP for argument in arguments)


def serve_worker(channel: Channel) -> None:
    """Serve as a worker of the engine. The modules that it alone needs are imported in its own process."""
    from tui.cli.commands import prepare, recall
    from tui.engine.pipeline import multiply_in_one_thread
    from tui.engine.worker import Worker

    multiply_in_one_thread()
    Worker(channel, prepare, recall).run()


def _open_app(arguments: Sequence[str]) -> int:
    # What both processes need for the first frame is imported once, before they part.
    import queue  # noqa: F401
    import shutil  # noqa: F401
    import urllib.parse  # noqa: F401

    import tui.session
    import tui.ui.keys  # noqa: F401

    engine = Engine(launch(serve_worker))
    try:
        engine.start(arguments)
        # Imported after the fork, since the launcher does not need it, and while the worker reads and aligns.
        _import_asyncio_without_tls()
        import asyncio

        from tui.ui.app import CompareApp

        ready, first = _first_events(engine)
        if not isinstance(ready, Ready):
            return _finish(ready)
        settings = ready.settings
        engine.model = settings.model
        app_class = _logged_app(settings, engine) if settings.log else CompareApp
        if not isinstance(first, Preview | FullArticles | Ready):
            return _finish(first)
        if not (sys.stdin and sys.stdin.isatty()) and not is_served() and not _keys_from_terminal():
            return print_error("no terminal to read keys from: add --format text for a report", WRONG_USAGE)
        app = app_class(settings, None if isinstance(first, Ready) else first, engine)
        asyncio.run(app.run_async())
        status = _save_rest(app.store, app.return_code or DONE)
    finally:
        engine.close()
    _leave(status)


def _import_asyncio_without_tls() -> None:
    """Import asyncio as on a Python that is built without `ssl`, which it allows for.

    The process that shows opens no connection, and importing `ssl` would take 3 % of the start.
    """
    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # what marks a module that cannot be imported
    import asyncio  # noqa: F401

    del sys.modules["ssl"]


def _save_rest(store: Store, status: int) -> int:
    """Wait for another program that has locked the state file; returns the exit status.

    If what is still to be saved cannot be, one line on standard error says what it is.
    """
    if not store.queue.waiting:
        return status
    import signal

    from tui.session import StateError

    for number in (signal.SIGTERM, signal.SIGHUP):  # the end is near; often one follows the other
        signal.signal(number, signal.SIG_IGN)
    try:
        if store.queue.finish(LOCK_PATIENCE):
            return status
        reason = "another program has locked the state file; end it, then repeat this"
    except StateError as error:
        reason = str(error)
    except KeyboardInterrupt:
        reason = "interrupted while another program had locked the state file"
    finally:
        store.close()
    return print_error(f"not saved: {reason}: {store.queue.summary}", status or UNREADABLE)


def _leave(status: int) -> NoReturn:
    """End here: all is saved, and the terminal is as it was.

    Python would join the threads of the driver and take all modules apart: a quit takes 281 ms with that
    and 68 ms without (medians of 15 quits each, in turn, on a loaded machine).
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(status)


def _first_events(engine: Engine) -> tuple[Event, Event]:
    """The settings and the first articles to show; twice the same event if none are opened."""
    events = (event for _, event in engine.events())
    ready = next(events)
    if not isinstance(ready, Ready) or ready.settings.recents:
        return ready, ready
    first = next(event for event in events if isinstance(event, Preview | FullArticles | Failed))
    return ready, first


def _logged_app(settings: Settings, engine: Engine) -> type[CompareApp]:
    """Start the log in this process and in later workers; returns the app class that logs."""
    from tui.engine.log import log, open_log
    from tui.ui.logged_app import LoggedApp

    open_log(settings.log)
    log("the app opens")
    engine.write_log(settings.log)
    return LoggedApp


def _finish(event: Event) -> int:
    if isinstance(event, CommandDone):
        return print_error(event.error, event.status) if event.error else event.status
    assert isinstance(event, Failed)
    return print_error(event.reason, UNREADABLE)


def _keys_from_terminal() -> bool:
    """Read keys from the terminal again, after an article came through standard input."""
    try:
        os.dup2(os.open("/dev/tty", os.O_RDWR), 0)
    except OSError:
        return False
    if sys.stdin is None:
        sys.stdin = open(0, closefd=False)  # noqa: SIM115
        setattr(sys, "__stdin__", sys.stdin)  # noqa: B010 (where Textual looks)
    return True
