"""Fuzzy search in both articles."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz import fuzz, utils

from tui.model import Comparison, Side, Span

MIN_SIMILARITY = 82.0
"""Lowest partial ratio (rapidfuzz, 0 to 100) of a hit: `sanctons` finds `sanctions`, `war` does not find
`was`. Tuned on words of the bundled pair."""
MIN_FUZZY_LENGTH = 4
"""Characters a query needs to be matched fuzzily; shorter queries are matched exactly."""


class Hit(Struct, frozen=True, gc=False):
    """A match in a passage."""

    side: Side
    index: int
    """Index of the passage."""
    span: Span
    """Offsets of the match in the passage's text."""


def find(comparison: Comparison, query: str, unfolded: bool = False) -> tuple[Hit, ...]:
    """Find the best match in each passage, in the left article first, in text order.

    Case is ignored. If the query occurs exactly anywhere, only exact matches are hits; else fuzzy ones are.
    Boilerplate is searched only if it is `unfolded` or may be linked.
    """
    needle = query.lower().strip()
    if not needle:
        return ()
    texts = list(_searched_texts(comparison, unfolded))
    exact = [
        Hit(side, index, Span(at, at + len(needle)))
        for side, index, text in texts
        if (at := text.find(needle)) >= 0
    ]
    if exact or len(needle) < MIN_FUZZY_LENGTH:
        return tuple(exact)
    return tuple(hit for side, index, text in texts if (hit := _fuzzy_hit(side, index, text, needle)))


def _searched_texts(comparison: Comparison, unfolded: bool) -> Iterator[tuple[Side, int, str]]:
    for side in Side:
        for passage in comparison.article(side).passages:
            if unfolded or passage.linkable:
                lowered = passage.text.lower()
                # The span must fit the text; a rare letter ("İ") is longer in lower case.
                same = len(lowered) == len(passage.text)
                yield side, passage.index, lowered if same else passage.text


def _fuzzy_hit(side: Side, index: int, text: str, needle: str) -> Hit | None:
    if len(text) < len(needle):
        return None
    match = fuzz.partial_ratio_alignment(needle, text, score_cutoff=MIN_SIMILARITY)
    if match is None or not utils.default_process(text[match.dest_start : match.dest_end]):
        return None
    return Hit(side, index, Span(match.dest_start, match.dest_end))
