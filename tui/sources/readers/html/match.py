"""Match the paragraphs of the extracted article with those of the page, so that both are in one order."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

MAX_REPEATS = 4
"""Paragraphs of the article with one text that are looked for in the page: a page may repeat a line often."""

BEGINNING = 20
"""First letters by which a paragraph that is longer in the article or in the page is recognised."""

STRAY = 30
"""Letters from which a paragraph that the page has once is found in it, wherever it stands."""

MAX_STRAYS = 500
"""Paragraphs that are looked for in the whole page; each takes a pass over it."""

_NO_LETTERS = re.compile(r"\W+")


def letters_of(text: str) -> str:
    """The letters and digits of a text in lower case, by which two copies of it are recognised."""
    return _NO_LETTERS.sub("", text).casefold()


def match_pieces(article: Sequence[str], page: Sequence[str]) -> dict[int, int]:
    """Paragraph of the article for each paragraph of the page that is one.

    Both are texts in order; a table row of the article (`1931 | 14 m`) is several paragraphs of the page.
    Of all ways to match them without crossing, the one with the most letters is taken, so that a short
    line which the page's menu has as well does not pull the article apart.
    """
    places: dict[str, list[int]] = {}
    for number, text in enumerate(article):
        for letters in {letters_of(part) for part in (text, *text.split(" | "))}:
            numbers = places.setdefault(letters, [])
            if letters and len(numbers) < MAX_REPEATS:
                numbers.append(number)
    beginnings: dict[str, list[int]] = {}
    whole = [letters_of(text) for text in article]
    for number, letters in enumerate(whole):
        if len(letters) >= BEGINNING:
            beginnings.setdefault(letters[:BEGINNING], []).append(number)
    pairs = []
    for number, letters in enumerate(page):
        same = set(places.get(letters, ()))
        same |= {
            place
            for place in beginnings.get(letters[:BEGINNING], ())[:MAX_REPEATS]
            if _begin_alike(letters, whole[place])
        }
        pairs += [(number, place, min(len(letters), len(whole[place]))) for place in sorted(same)]
    return dict(_heaviest_chain(pairs, len(article)))


def stray_pieces(
    article: Sequence[str], letters: Sequence[str], places: dict[int, int]
) -> dict[int, list[int]]:
    """Paragraphs of the article that are not matched, by the paragraph of the page in which they begin.

    The extractor puts some elsewhere than the page has them, and cuts or joins others. `letters` are those of
    the page, `places` is what `match_pieces` finds. Only long paragraphs that the page has once count.
    """
    matched = set(places.values())
    page = "".join(letters)
    starts = list(accumulate(map(len, letters), initial=0))
    strays: dict[int, list[int]] = {}
    unmatched = [place for place in range(len(article)) if place not in matched]
    for place in unmatched[:MAX_STRAYS]:
        text = letters_of(article[place])
        if len(text) < STRAY:
            continue
        start = page.find(text)
        if start >= 0 and page.find(text, start + 1) < 0:
            strays.setdefault(bisect_right(starts, start) - 1, []).append(place)
    return strays


def _begin_alike(letters: str, other: str) -> bool:
    """Whether one is a beginning of the other: the extractor joins lines, and cuts paragraphs at them."""
    size = min(len(letters), len(other), 2 * BEGINNING)
    return letters[:size] == other[:size]


def _heaviest_chain(pairs: Sequence[tuple[int, int, int]], size: int) -> list[tuple[int, int]]:
    """The heaviest chain of pairs (page, article, weight), rising in the first and not falling in the second.

    A Fenwick tree holds the heaviest chain that ends at each place of the article or before it: n log n.
    """
    best: list[tuple[int, int]] = [(0, -1)] * (size + 1)
    previous: list[int] = []
    weights: list[int] = []
    number = 0
    while number < len(pairs):
        end = number
        while end < len(pairs) and pairs[end][0] == pairs[number][0]:
            end += 1
        for index in range(number, end):  # all pairs of one page paragraph before any is entered
            weight, last = _heaviest(best, pairs[index][1] + 1)
            previous.append(last)
            weights.append(weight + pairs[index][2])
        for index in range(number, end):
            _enter(best, pairs[index][1] + 1, (weights[index], index))
        number = end
    chain = []
    _, last = _heaviest(best, size)
    while last >= 0:
        chain.append(pairs[last][:2])
        last = previous[last]
    return chain[::-1]


def _heaviest(best: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    heaviest = (0, -1)
    while place > 0:
        heaviest = max(heaviest, best[place], key=lambda entry: entry[0])
        place -= place & -place
    return heaviest


def _enter(best: list[tuple[int, int]], place: int, entry: tuple[int, int]) -> None:
    while place < len(best):
        if entry[0] > best[place][0]:
            best[place] = entry
        place += place & -place
