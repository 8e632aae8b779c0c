"""What is done without a screen: a report, a served page, and what the app starts with."""

from __future__ import annotations

import gc
import os
import pickle
import sys
from collections.abc import Sequence

from msgspec.structs import replace

from tui.cli.errors import DONE, INTERRUPTED, UNREADABLE, WRONG_USAGE, print_error
from tui.cli.options import Options, parse
from tui.cli.serve import ServeError, is_served, serve
from tui.engine.ahead import Send
from tui.engine.pipeline import CommandDone, Failure, FullArticles, Settings, Start, begin, finish, floor_for
from tui.model import Article
from tui.sources.load import LoadError, display_name, load
from tui.sources.preview import load_beginning


def work(arguments: Sequence[str], send: Send) -> None:
    """Do what the command line asks for, and send `CommandDone` and the exit status; or, where it asks for
    the app, send what that starts with and then what is still to come."""
    try:
        options = parse(arguments, sys.stdout.isatty() or is_served())
        if options.serve is not None:
            status = _serve(options, options.serve)
        elif options.format is not None:
            status = _write_report(options)
        else:
            _prepare(options, send)
            return
    except SystemExit as end:  # the parser has said why, or what it was asked for
        status = end.code if isinstance(end.code, int) else DONE
    except LoadError as error:
        status = print_error(str(error), UNREADABLE)
    except KeyboardInterrupt:
        status = INTERRUPTED
    send(CommandDone(status))


def _write_report(options: Options) -> int:
    gc.enable()  # `tui.__main__` disables it for the first frame, and a report has none
    from tui.analysis.compare import compare
    from tui.report import render
    from tui.report.write import WriteError, write_report

    left, right = load(options.left, options.read_options), load(options.right, options.read_options)
    comparison = compare(left, right, floor_for(options.threshold))
    threshold = comparison.threshold if options.threshold is None else options.threshold
    report = render(comparison, options.format or "text", threshold=threshold, width=_width())
    if options.output is None:
        return _print_report(report)
    try:
        replaced = write_report(options.output, report)
    except WriteError as error:
        return print_error(str(error), UNREADABLE)
    if replaced:
        print_error(f"{display_name(str(options.output))}: replaced", DONE)
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
    articles = [load(source, options.read_options) for source in (options.left, options.right)]
    title = " | ".join(article.title or article.source for article in articles)
    try:
        return serve(arguments, host=options.host, port=options.port, title=title)
    except ServeError as error:
        return print_error(str(error), WRONG_USAGE)


def _prepare(options: Options, send: Send) -> None:
    """Send what the app starts with, then what is still to come. Raises LoadError if there is nothing."""
    sources, read_options = (options.left, options.right), options.read_options
    wishes = Settings(
        sources=sources,
        packed=pickle.dumps(read_options),
        threshold=options.threshold,
        theme=options.theme,
        ascii=options.ascii,
        keys=options.keys,
        speed=options.speed,
        recents=options.recents,
        stateless=options.stateless,
    )
    beginnings = [load_beginning(source, read_options.limits) for source in sources]
    articles = [head or load(source, read_options) for head, source in zip(beginnings, sources, strict=True)]
    if any(beginnings):
        send(_shown_first(articles, wishes))
        try:
            # One after the other: both at a time would take twice the memory, and the time the screen needs.
            articles = [
                load(source, read_options) if beginning else article
                for source, beginning, article in zip(sources, beginnings, articles, strict=True)
            ]
        except LoadError as error:
            send(Failure(f"only the beginning is here: {error}"))
            return
    left, right = articles
    start = begin(left, right, options.threshold)
    store = wishes.store()
    session = store.session((left, right), sources, fresh=options.fresh)
    store.close()
    if any(beginnings):
        send(FullArticles(start.comparison, session))
    else:
        send(replace(start, session=session, wishes=wishes))
    finish(start, options.threshold, send)


def _shown_first(articles: Sequence[Article], wishes: Settings) -> Start:
    """A start with the beginnings of long articles. Nothing that was kept is looked for yet."""
    from tui.analysis.compare import compare_beginnings
    from tui.session import Session, Sources

    left, right = articles
    session = Session(Sources.of(articles, wishes.sources))
    return Start(compare_beginnings(left, right), session=session, whole=False, wishes=wishes)
