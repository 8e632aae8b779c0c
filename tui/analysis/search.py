"""Search in both articles: exact, and where nothing is, fuzzy."""

from __future__ import annotations

from collections.abc import Iterator

from tui.model import Comparison, Side, Span
from tui.model.found_passages import Hit

MIN_SIMILARITY = 82.0
"""Lowest partial ratio (rapidfuzz, 0 to 100) of a hit: `sanctons` finds `sanctions`, `war` does not find
`was`. Tuned on words of the bundled pair."""
MIN_FUZZY_LENGTH = 4
"""Characters a query needs to be matched fuzzily; shorter queries are matched exactly."""


def is_long_enough(query: str) -> bool:
    """Whether a query is long enough to be matched fuzzily."""
    return len(_needle(query)) >= MIN_FUZZY_LENGTH


def _needle(query: str) -> str:
    """The characters of a query that are looked for: without case, and without spaces around it."""
    return query.lower().strip()


def find_exact(comparison: Comparison, query: str, unfolded: bool = False) -> tuple[Hit, ...]:
    """Find the first exact match in each passage, in the left article first, in text order.

    Boilerplate is searched only if it is `unfolded` or may be linked.
    """
    needle = _needle(query)
    if not needle:
        return ()
    return tuple(
        Hit(side, index, Span(at, at + len(needle)))
        for side, index, text in _searched_texts(comparison, unfolded)
        if (at := text.find(needle)) >= 0
    )


def find_similar(comparison: Comparison, query: str, unfolded: bool = False) -> tuple[Hit, ...]:
    """Find the best fuzzy match in each passage, as `find_exact`; none of a query that is too short."""
    if not is_long_enough(query):
        return ()
    needle = _needle(query)
    texts = _searched_texts(comparison, unfolded)
    return tuple(hit for side, index, text in texts if (hit := _similar_hit(side, index, text, needle)))


def _searched_texts(comparison: Comparison, unfolded: bool) -> Iterator[tuple[Side, int, str]]:
    for side in Side:
        for passage in comparison.article(side).passages:
            if unfolded or passage.linkable:
                lowered = passage.text.lower()
                # The span must fit the text; a rare letter ("İ") is longer in lower case.
                same = len(lowered) == len(passage.text)
                yield side, passage.index, lowered if same else passage.text


def _similar_hit(side: Side, index: int, text: str, needle: str) -> Hit | None:
    from rapidfuzz import fuzz, utils  # a search for what is there does without

    if len(text) < len(needle):
        return None
    match = fuzz.partial_ratio_alignment(needle, text, score_cutoff=MIN_SIMILARITY)
    if match is None or not utils.default_process(text[match.dest_start : match.dest_end]):
        return None
    return Hit(side, index, Span(match.dest_start, match.dest_end))
