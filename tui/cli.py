"""The program: a report on standard output, or the app. Loads no Textual until the app is wanted."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from msgspec.structs import replace

from tui.ahead import Ahead, Send
from tui.load import LoadError, display_name
from tui.model import Article, Comparison
from tui.options import DONE, INTERRUPTED, UNREADABLE, WRONG_USAGE, Options, parse
from tui.serving import ServeError, is_served, serve
from tui.start import Failure, Start, Whole, begin, finish, floor_for

if TYPE_CHECKING:
    from tui.app import CompareApp
    from tui.session import Store


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    options = parse(sys.argv[1:] if argv is None else argv, sys.stdout.isatty() or is_served())
    try:
        if options.serve is not None:
            return _serve(options, options.serve)
        return _open_app(options) if options.format is None else _write_report(options)
    except LoadError as error:
        return _complain(str(error), UNREADABLE)
    except KeyboardInterrupt:
        return INTERRUPTED


def _complain(message: str, status: int) -> int:
    from tui.load.clean import clean_line  # 2 ms of patterns, and most starts have nothing to say

    print(f"compare-tui: {clean_line(message)}", file=sys.stderr)
    return status


def _write_report(options: Options) -> int:
    gc.enable()  # `tui.__main__` disables it for the first frame, and a report has none
    from tui.analysis import compare
    from tui.report import render
    from tui.writing import WriteError, write_report

    left, right = options.wanted.load(options.left), options.wanted.load(options.right)
    comparison = compare(left, right, floor_for(options.threshold))
    threshold = comparison.threshold if options.threshold is None else options.threshold
    report = render(comparison, options.format or "text", threshold=threshold, width=_width())
    if options.output is None:
        return _print_report(report)
    try:
        replaced = write_report(options.output, report)
    except WriteError as error:
        return _complain(str(error), UNREADABLE)
    if replaced:
        _complain(f"{display_name(str(options.output))}: replaced", DONE)
    return DONE


def _width() -> int:
    """Columns for a report: COLUMNS or the terminal's, else 100."""
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return 100


def _print_report(report: str) -> int:
    """Data only, as UTF-8; a reader that stops reading early (`| head`) is no error."""
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(report.encode("utf-8"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Python flushes standard output once more at exit: give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE


def _serve(options: Options, arguments: Sequence[str]) -> int:
    # Read once before, so that a source that cannot be read is told here and not on an empty page.
    articles = [options.wanted.load(source) for source in (options.left, options.right)]
    title = " | ".join(article.title or article.source for article in articles)
    try:
        return serve(arguments, host=options.host, port=options.port, title=title)
    except ServeError as error:
        return _complain(str(error), WRONG_USAGE)


def _open_app(options: Options) -> int:
    # The child loads and aligns while Textual, which takes as long, is imported here.
    ahead = Ahead(partial(_work, options))
    import asyncio

    from textual.theme import BUILTIN_THEMES

    from tui.app import CompareApp

    start = ahead.get()
    if not isinstance(start, Start):
        return _complain(str(start), UNREADABLE)
    if options.theme and options.theme not in BUILTIN_THEMES:
        known = ", ".join(sorted(BUILTIN_THEMES))
        return _complain(f"there is no theme {options.theme!r}; there are {known}", WRONG_USAGE)
    if not sys.stdin.isatty() and not is_served() and not _keys_from_terminal():
        return _complain("no terminal to read keys from: add --format text for a report", WRONG_USAGE)
    app = CompareApp(
        start,
        options.threshold,
        ahead=ahead,
        ascii=options.ascii,
        wanted=options.wanted,
        store=_store(options),
        named=(options.left, options.right),
        speed=options.speed,
        recents=options.recents,
    )
    app.set_keymap(options.keys)
    if options.theme:
        app.theme = options.theme
    asyncio.run(_read(app))
    return DONE


async def _read(app: CompareApp) -> NoReturn:
    """Read until the reader leaves, and end here: all is kept and the terminal is as it was.

    Python would wait for every thread that still works out something, and take all modules apart.
    """
    status = await app.read()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def _work(options: Options, send: Send) -> None:
    """Send what the app starts with, or in one line why there is nothing; then what is still to come."""
    sources, wanted = (options.left, options.right), options.wanted
    beginnings = [wanted.beginning(source) for source in sources]
    try:
        articles = [head or wanted.load(source) for head, source in zip(beginnings, sources, strict=True)]
    except LoadError as error:
        send(str(error))
        return
    if any(beginnings):
        send(_shown_first(articles, sources))
        try:
            articles = _loaded_beside(articles, beginnings, options)
        except LoadError as error:
            send(Failure(f"only the beginning is here: {error}"))
            return
    left, right = articles
    start = begin(left, right, options.threshold)
    store = _store(options)
    session = store.session(left, right, sources, fresh=options.fresh)
    store.close()
    send(Whole(start.comparison, session) if any(beginnings) else replace(start, session=session))
    finish(start, options.threshold, send)


def _shown_first(articles: Sequence[Article], sources: tuple[str, str]) -> Start:
    """A start with the beginnings of long articles. Nothing that was kept is looked for yet."""
    from tui.analysis import THRESHOLD
    from tui.session import Pair, Session

    left, right = articles
    session = Session(Pair.of(left, right, sources))
    return Start(Comparison(left, right, threshold=THRESHOLD), aligned=False, session=session, whole=False)


def _loaded_beside(
    articles: Sequence[Article], beginnings: Sequence[Article | None], options: Options
) -> list[Article]:
    """The whole articles, both at a time: each is read by a process of its own. Raises LoadError."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(len(articles)) as pool:
        whole = [
            pool.submit(options.wanted.load, source) if beginning else None
            for source, beginning in zip((options.left, options.right), beginnings, strict=True)
        ]
        return [there.result() if there else article for there, article in zip(whole, articles, strict=True)]


def _store(options: Options) -> Store:
    from tui.session import Store

    return Store.nowhere() if options.stateless else Store.open()


def _keys_from_terminal() -> bool:
    """An article came through standard input, so the keys must come from the terminal."""
    try:
        os.dup2(os.open("/dev/tty", os.O_RDWR), sys.stdin.fileno())
    except OSError:
        return False
    return True
