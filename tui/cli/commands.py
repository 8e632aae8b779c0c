"""Carry out the part of a command line that needs no screen: reports, serving, settings of the app."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.cli.options import Options, parse
from tui.cli.serve import ServeError, is_served, serve
from tui.cli.streams import DONE, UNREADABLE, WRONG_USAGE, print_error, print_notice, print_output
from tui.engine.protocol import CommandDone, NamedSource, Open, Recalled
from tui.model import Article, Comparison
from tui.settings.settings import Settings
from tui.sources.load import LoadError, display_name, load

if TYPE_CHECKING:
    from tui.model.story import Story

FULL_FORMATS = ("json", "csv")
"""Formats of a story that tell the evidence and the topics of each pair."""


def prepare(arguments: Sequence[str]) -> Settings | CommandDone:
    """Return the settings of the app, or carry out a command that needs no app."""
    try:
        options = parse(arguments, sys.stdout.isatty() or is_served())
        if options.settings.log:
            _open_log(options.settings)
        if options.serve is not None:
            return CommandDone(_serve(options, options.serve))
        if options.format is not None:
            return CommandDone(_write_report(options))
    except SystemExit as end:  # the parser has printed the help or the error
        return CommandDone(end.code if isinstance(end.code, int) else DONE)
    except (LoadError, LogError) as error:
        return CommandDone(UNREADABLE, str(error))
    return _in_saved_languages(options.settings)


def _in_saved_languages(settings: Settings) -> Settings:
    """Settings in which sources have the languages that the reader chose in an earlier run."""
    from tui.session import Store

    store = Store.open()
    if store.needs_no_database:
        return settings
    from tui.session.languages import with_saved_languages

    settings = with_saved_languages(settings, store)
    store.close()
    return settings


class LogError(Exception):
    """The log cannot be written. The message is one clean line."""


def _open_log(settings: Settings) -> None:
    from tui.engine.log import log_start, open_log

    try:
        open_log(settings.log)
    except OSError as error:
        reason = error.strerror or str(error)
        raise LogError(f"{display_name(settings.log)}: cannot be written: {reason}") from None
    log_start(settings)


def recall(request: Open, articles: Sequence[Article]) -> Recalled:
    """Look up the saved session of the articles."""
    from tui.session import Store

    store = Store.open()
    session = store.session(articles, request.names, fresh=request.fresh)
    store.close()
    anchors = (anchor for mark in session.marks for anchor in mark.anchors)
    session = replace(session, sources=session.sources.locating(anchors))
    threshold = request.threshold
    if threshold is None and session.view_settings:
        threshold = session.view_settings.threshold
    return Recalled(session, session.corrections, threshold)


def _write_report(options: Options) -> int:
    gc.enable()  # `tui.__main__` disables it for the first frame, and a report has none
    from tui.analysis.encoder import EncoderError  # not on the way of the app to its first frame
    from tui.engine.pipeline import compare_and_differ, multiply_in_one_thread
    from tui.report import render

    multiply_in_one_thread()
    settings = options.settings
    sources = [*map(NamedSource, settings.sources, settings.read_options_of_sources)]
    comparison: Comparison | Story
    try:
        if len(sources) > 2:
            comparison, found = _story(options, sources), None
        else:
            comparison, found = compare_and_differ(
                sources, settings.threshold, settings.model, caches=settings.keep_state
            )
    except EncoderError as error:
        return print_error(str(error), UNREADABLE)
    report = render(
        comparison,
        options.format or "text",
        threshold=settings.threshold,
        width=_width(),
        differences=found,
    )
    missing = _missing(comparison)  # named even if the report cannot be written
    return _deliver(options, report) or missing


def _story(options: Options, sources: Sequence[NamedSource]) -> Story:
    from tui.engine.story_report import compare_story

    settings = options.settings
    return compare_story(
        sources,
        settings.threshold,
        settings.model,
        caches=settings.keep_state,
        in_full=options.format in FULL_FORMATS,
    )


def _missing(comparison: Comparison | Story) -> int:
    """The exit status of a report without some of its sources, which standard error names."""
    missing = () if isinstance(comparison, Comparison) else comparison.missing
    for one in missing:
        print_notice(f"{one.name}: {one.reason}")
    return UNREADABLE if missing else DONE


def _deliver(options: Options, report: str) -> int:
    """Print a report or write it to its file; returns the exit status."""
    from tui.report.write import WriteError, write_report

    if options.output is None:
        return print_output(report)
    try:
        with _uninterrupted():
            replaced = write_report(options.output, report)
    except WriteError as error:
        return print_error(str(error), UNREADABLE)
    if replaced:
        print_notice(f"{display_name(str(options.output))}: replaced")
    return DONE


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold back the signals that end the program, which would leave a file half written."""
    numbers = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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


def _readable(settings: Settings) -> list[Article]:
    """The articles that can be read; the others are named. Raises LoadError for fewer than two."""
    articles: list[Article] = []
    errors: list[LoadError] = []
    for source, read_options in zip(settings.sources, settings.read_options_of_sources, strict=True):
        try:
            articles.append(load(source, read_options))
        except LoadError as error:
            errors.append(error)
    if len(articles) < 2:
        raise errors[0]
    for unread in errors:
        print_notice(str(unread))
    return articles


def _serve(options: Options, arguments: Sequence[str]) -> int:
    # Read once before, so that an unreadable source is reported here and not on an empty page.
    settings = options.settings
    articles = _readable(settings)
    title = " | ".join(article.title or article.source for article in articles)
    try:
        return serve(
            arguments,
            host=options.host,
            port=options.port,
            title=title,
            restricted=settings.restricted,
        )
    except ServeError as error:
        return print_error(str(error), WRONG_USAGE)
