"""Searching both articles, fuzzily."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from rapidfuzz import fuzz, utils

from tui.model import Comparison, Side, Span

LIKENESS = 82.0
"""rapidfuzz's partial ratio (0 to 100) from which a place is a hit: `sanctons` finds `sanctions`,
`war` does not find `was` (tried on words of the bundled pair)."""
FUZZY_FROM = 4
"""Characters from which a query is matched fuzzily; shorter ones must stand in the text as they are."""


class Hit(Struct, frozen=True):
    """A place in a passage which matches."""

    side: Side
    index: int
    """Index of the passage."""
    span: Span
    """Where the match stands in the passage's text."""


def find(comparison: Comparison, query: str, unfolded: bool = False) -> tuple[Hit, ...]:
    """The best match in every passage that matches, the left article first, in the order of the text.

    Case does not matter. If the query stands anywhere as it is, only such places are hits; else the
    places that are alike are. Furniture is searched only if it is `unfolded` or may be linked.
    """
    wanted = query.lower().strip()
    if not wanted:
        return ()
    texts = list(_texts(comparison, unfolded))
    exact = [
        Hit(side, index, Span(at, at + len(wanted)))
        for side, index, text in texts
        if (at := text.find(wanted)) >= 0
    ]
    if exact or len(wanted) < FUZZY_FROM:
        return tuple(exact)
    return tuple(hit for side, index, text in texts if (hit := _like(side, index, text, wanted)))


def _texts(comparison: Comparison, unfolded: bool) -> Iterator[tuple[Side, int, str]]:
    for side in Side:
        for passage in comparison.article(side).passages:
            if unfolded or passage.linkable:
                lowered = passage.text.lower()
                # The span must fit the text; a rare letter ("İ") is longer in lower case.
                same = len(lowered) == len(passage.text)
                yield side, passage.index, lowered if same else passage.text


def _like(side: Side, index: int, text: str, wanted: str) -> Hit | None:
    if len(text) < len(wanted):
        return None
    match = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=LIKENESS)
    if match is None or not utils.default_process(text[match.dest_start : match.dest_end]):
        return None
    return Hit(side, index, Span(match.dest_start, match.dest_end))
