"""Reading the reports of a story, of which some may be missing."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from tui.engine.failures import log_failure, reason_of
from tui.engine.pipeline import Send, read_source
from tui.engine.protocol import NamedSource, Open, Source
from tui.model import Article
from tui.model.story import MissingSource
from tui.sources.errors import LoadError, display_name


def first_readable(request: Open, send: Send | None = None) -> tuple[Open, tuple[MissingSource, ...]]:
    """Read sources until two can be; returns the request for them and the rest, and what is missing.

    Raises LoadError if fewer than two can be read.
    """
    articles: list[Article] = []
    names: list[str] = []
    missing: list[LoadError] = []
    number = 0
    while len(articles) < 2:
        if number == len(request.sources):
            raise missing[0]
        try:
            articles.append(read_source(request.sources[number], send))
            names += request.names[number : number + 1]
        except LoadError as error:
            missing.append(error)
        number += 1
    rest = replace(
        request,
        sources=(*articles, *request.sources[number:]),
        names=(*names, *request.names[number:]),
    )
    return rest, tuple(missing_source(error) for error in missing)


def missing_source(error: LoadError) -> MissingSource:
    """The source of an error, and why it cannot be read."""
    return MissingSource(error.source, f"{error.wrong}; {error.remedy}")


def read_reports(
    sources: Iterable[tuple[Source, str]], skips: type[Exception] = Exception
) -> tuple[list[Article], list[str], list[MissingSource]]:
    """Read sources, each with its name: the articles, their names, and what could not be read.

    `skips`: the errors with which the others can still be compared; any other is raised.
    """
    articles: list[Article] = []
    names: list[str] = []
    missing: list[MissingSource] = []
    for source, name in sources:
        try:
            articles.append(read_source(source))
            names.append(name)
        except skips as error:
            missing.append(_missing(source, name, error))
    return articles, names, missing


def _missing(source: Source, name: str, error: Exception) -> MissingSource:
    if isinstance(error, LoadError):
        return missing_source(error)
    log_failure(error)
    given = source.name if isinstance(source, NamedSource) else name
    return MissingSource(display_name(given), reason_of(error))
