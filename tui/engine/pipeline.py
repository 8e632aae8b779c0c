"""Pipeline from sources to a comparison: read, preview, align. Shared by the app and reports."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from tui.analysis.progress import ProgressCallback, by_percent, no_progress
from tui.engine.aligner import Aligner
from tui.engine.protocol import (
    AllLinksFound,
    Event,
    Failed,
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
from tui.model.comparison import MIN_SCORE
from tui.model.difference import Difference
from tui.settings.processors import processors
from tui.settings.settings import NO_MODEL, Settings
from tui.sources.load import LoadError, load, load_preview, load_text

Send = Callable[[Event], None]
Recall = Callable[[Open, Sequence[Article]], Recalled]
"""Look up what was saved for the articles of a request."""

MAX_SHORT_PAIRS = 40_000
"""Most pairs of passages of articles that are aligned before they are shown (200 x 200)."""
LINKS_PER_MESSAGE = 1000
"""Links per message; larger batches double the peak memory while they are unpickled."""


class PreviewOnly(Exception):
    """The rest of a long article could not be read; the message is one line fit to show."""


def open_request(settings: Settings) -> Open:
    """The request that opens the sources of the command line."""
    return Open(
        tuple(map(NamedSource, settings.sources, settings.read_options_of_sources)),
        names=settings.sources,
        model=settings.model,
        threshold=settings.threshold,
        recall=settings.keep_state,
        fresh=settings.fresh,
    )


def open_sources(request: Open, aligner: Aligner, send: Send, recall: Recall) -> tuple[Comparison, Recalled]:
    """Read the sources of a request and send them, with their links if they are of ordinary length.

    Long articles are previewed: their beginnings are sent first. The comparison that is returned is
    `aligned` or is yet to be. Raises LoadError if a source cannot be read, and PreviewOnly if that happens
    after a preview.
    """
    articles = _read_all(request.sources, aligner, send)
    left, right = articles
    comparison = _first_comparison(aligner, left, right, min_score_for(request.threshold))
    recalled = recall(request, articles) if request.recall else Recalled(threshold=request.threshold)
    refining = comparison.aligned and aligner.refines
    send(FullArticles(comparison, recalled, refining, sources=request.names))
    return comparison, recalled


def _first_comparison(aligner: Aligner, left: Article, right: Article, min_score: float) -> Comparison:
    """The links that the first frame has: all, those of the beginnings, or none yet on a single processor."""
    if is_short(left, right) and processors() == 1:
        return Comparison(left, right, min_score=min_score, aligned=False)
    if is_short(left, right):
        return aligner.by_words(left, right, min_score)
    from tui.analysis.beginnings import compare_beginnings

    return compare_beginnings(left, right, aligner.refines)


def is_short(left: Article, right: Article) -> bool:
    """Whether aligning two articles is so fast that they can be shown with their links at once."""
    return len(left.passages) * len(right.passages) <= MAX_SHORT_PAIRS


def align(aligner: Aligner, left: Article, right: Article, min_score: float, send: Send) -> Comparison:
    """Align two articles by their words, reporting progress; links to be refined are sent in parts."""
    comparison = aligner.by_words(left, right, min_score, _progress("aligning", send))
    if aligner.refines:
        send_links(comparison, send, refining=True)
    return comparison


def refine(aligner: Aligner, left: Article, right: Article, send: Send) -> Comparison | None:
    """The links just found, refined; of long articles progress is reported.

    None without a language model, and if it cannot be used: Failed says why.
    """
    if not aligner.refines:
        return None
    from tui.analysis.encoder.folder import EncoderError

    try:
        return aligner.refined(_progress_of(left, right, "links by words, refining", send))
    except EncoderError as error:
        send(Failed(str(error)))
        return None


def group(aligner: Aligner, left: Article, right: Article, send: Send) -> Comparison:
    """The links just found or refined, with topics; of long articles progress is reported."""
    return aligner.grouped(_progress_of(left, right, "finding topics", send))


def _progress_of(left: Article, right: Article, work: str, send: Send) -> ProgressCallback:
    """Reports progress of long articles: of others each step would be a frame."""
    return no_progress if is_short(left, right) else _progress(work, send)


def _progress(work: str, send: Send) -> ProgressCallback:
    return by_percent(lambda share: send(Progress(f"{work} ... {share:.0%}")))


def send_links(comparison: Comparison, send: Send, *, refining: bool = False, grouping: bool = False) -> None:
    """Send links in parts, and what goes with them; the flags as of AllLinksFound."""
    links = comparison.links
    for first in range(0, len(links), LINKS_PER_MESSAGE):
        send(LinksFound(links[first : first + LINKS_PER_MESSAGE]))
    rest = replace(comparison, left=Article(), right=Article(), links=())
    send(AllLinksFound(rest, refining, grouping))


def compare_sources(
    sources: Sequence[Source], threshold: float | None = None, model: str = NO_MODEL
) -> Comparison:
    """Read two sources and align them: the pipeline of a report. Raises LoadError and EncoderError."""
    return _compared(Aligner(model), sources, threshold)


def compare_and_differ(
    sources: Sequence[Source],
    threshold: float | None = None,
    model: str = NO_MODEL,
    *,
    caches: bool = False,
) -> tuple[Comparison, tuple[Difference, ...]]:
    """`compare_sources`, with the differences in links of at least `threshold`, or those shown by default.

    `caches`: as of an Aligner.
    """
    from tui.analysis.differences.ledger import differences

    aligner = Aligner(model, caches=caches)
    comparison = _compared(aligner, sources, threshold)
    least = max(comparison.threshold, threshold or 0.0)
    return comparison, differences(comparison, least, aligner.alignment(comparison))


def _compared(aligner: Aligner, sources: Sequence[Source], threshold: float | None) -> Comparison:
    left, right = (read_source(source) for source in sources)
    return aligner.compared(left, right, min_score_for(threshold))


def min_score_for(threshold: float | None) -> float:
    """Least score of links to compute, so that all from `threshold` on can be shown."""
    return MIN_SCORE if threshold is None else min(MIN_SCORE, threshold)


def multiply_in_one_thread() -> None:
    """Let numpy multiply matrices in one thread. Works only before it is imported.

    Those of two reports are so small that threads mostly wait for each other, in a loop: late interaction of
    two reports of 51 passages takes 0.10 s of processor time so, and 0.38 s with two threads. Where numpy
    runs the language model, several texts are run at once.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _read_all(sources: Sequence[Source], aligner: Aligner, send: Send) -> list[Article]:
    previews = [_preview(source) for source in sources]
    articles = [
        preview or read_source(source, send) for preview, source in zip(previews, sources, strict=True)
    ]
    if not any(previews):
        return articles
    from tui.analysis.beginnings import compare_beginnings

    left, right = articles
    send(Preview(compare_beginnings(left, right, aligner.refines)))
    try:
        # One after the other: reading both at once would double the memory and slow the screen.
        return [
            read_source(source, send) if preview else article
            for source, preview, article in zip(sources, previews, articles, strict=True)
        ]
    except LoadError as error:
        raise PreviewOnly(f"only the beginning could be read: {error}") from None


def _preview(source: Source) -> Article | None:
    return load_preview(source.name, source.options) if isinstance(source, NamedSource) else None


def read_source(source: Source, send: Send | None = None) -> Article:
    """Read a source, reporting progress. Raises LoadError."""
    if isinstance(source, Article):
        return source
    if isinstance(source, PastedText):
        return load_text(source.text, options=source.options)
    progress = (lambda text: send(Progress(text))) if send else None
    return load(source.name, source.options, progress=progress)
