"""Pipeline from sources to a comparison: read, preview, align. Shared by the app and reports."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeVar

from tui.analysis.compare import MIN_SCORE, compare, compare_beginnings
from tui.analysis.progress import by_percent
from tui.engine.protocol import (
    AllLinksFound,
    Event,
    FullArticles,
    LinksFound,
    NamedSource,
    Open,
    PastedText,
    Preview,
    Progress,
    Recalled,
    Source,
)
from tui.model import Article, Comparison
from tui.sources.load import LoadError, load, load_preview, load_text

Send = Callable[[Event], None]
Recall = Callable[[Open, Sequence[Article]], Recalled]
"""Look up what was saved for the articles of a request."""
T = TypeVar("T")

MAX_SHORT_PAIRS = 40_000
"""Most pairs of passages of articles that are aligned before they are shown (200 x 200)."""
LINKS_PER_MESSAGE = 1000
"""Links per message; larger batches double the peak memory while they are unpickled."""
ALIGNMENT_NICENESS = 10
"""Niceness of the alignment of long texts, so that it yields to the screen."""


class PreviewOnly(Exception):
    """The rest of a long article could not be read; the message is one line fit to show."""


def open_sources(request: Open, send: Send, recall: Recall) -> tuple[Comparison, Recalled]:
    """Read the sources of a request and align them, sending events on the way.

    Long articles are previewed: their beginnings are sent first. Raises LoadError if a source cannot
    be read, and PreviewOnly if that happens after a preview.
    """
    articles = _read_all(request.sources, send)
    left, right = articles
    short = is_short(left, right)
    min_score = min_score_for(request.threshold)
    comparison = compare(left, right, min_score) if short else compare_beginnings(left, right)
    recalled = recall(request, articles) if request.recall else Recalled(threshold=request.threshold)
    send(FullArticles(comparison, recalled))
    if not short:
        comparison = at_low_priority(lambda: align_in_parts(left, right, min_score, send))
    return comparison, recalled


def is_short(left: Article, right: Article) -> bool:
    """Whether aligning two articles is so fast that they can be shown with their links at once."""
    return len(left.passages) * len(right.passages) <= MAX_SHORT_PAIRS


def align_in_parts(left: Article, right: Article, min_score: float, send: Send) -> Comparison:
    """Align two articles, reporting progress, and send the links in parts."""
    comparison = compare(
        left, right, min_score, by_percent(lambda share: send(Progress(f"aligning ... {share:.0%}")))
    )
    links = comparison.links
    for first in range(0, len(links), LINKS_PER_MESSAGE):
        send(LinksFound(links[first : first + LINKS_PER_MESSAGE]))
    send(AllLinksFound(comparison.topics, min_score))
    return comparison


def compare_sources(sources: Sequence[Source], threshold: float | None = None) -> Comparison:
    """Read two sources and align them: the pipeline of a report. Raises LoadError."""
    left, right = (_read(source) for source in sources)
    return compare(left, right, min_score_for(threshold))


def min_score_for(threshold: float | None) -> float:
    """Least score of links to compute, so that all from `threshold` on can be shown."""
    return MIN_SCORE if threshold is None else min(MIN_SCORE, threshold)


def at_low_priority(work: Callable[[], T]) -> T:
    """Run the work in a low-priority thread and return its result.

    A process cannot raise its own priority again once it has lowered it; on Linux a thread has a
    priority of its own, and ends.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        with suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), ALIGNMENT_NICENESS)
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if errors:
        raise errors[0]
    return results[0]


def _read_all(sources: Sequence[Source], send: Send) -> list[Article]:
    previews = [_preview(source) for source in sources]
    articles = [preview or _read(source, send) for preview, source in zip(previews, sources, strict=True)]
    if not any(previews):
        return articles
    left, right = articles
    send(Preview(compare_beginnings(left, right)))
    try:
        # One after the other: reading both at once would double the memory and slow the screen.
        return [
            _read(source, send) if preview else article
            for source, preview, article in zip(sources, previews, articles, strict=True)
        ]
    except LoadError as error:
        raise PreviewOnly(f"only the beginning could be read: {error}") from None


def _preview(source: Source) -> Article | None:
    return load_preview(source.name, source.options.limits) if isinstance(source, NamedSource) else None


def _read(source: Source, send: Send | None = None) -> Article:
    if isinstance(source, Article):
        return source
    if isinstance(source, PastedText):
        return load_text(source.text, options=source.options)
    progress = (lambda text: send(Progress(text))) if send else None
    return load(source.name, source.options, progress=progress)
