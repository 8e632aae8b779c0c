"""Match the paragraphs of the extracted article with those of the page, so that both are in one order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

MAX_REPEATS = 4
"""Paragraphs of the article with one text that are looked for in the page: a page may repeat a line often."""

BEGINNING = 20
"""First letters by which a paragraph that is longer in the article or in the page is recognised."""

STRAY = 30
"""Letters from which a paragraph that is in both once is the same in both, wherever it stands."""

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


def stray_pieces(article: Sequence[str], letters: Sequence[str], places: dict[int, int]) -> dict[int, int]:
    """Paragraph of the article for each one of the page that is the same, but stands elsewhere in the article.

    The extractor puts some behind or before where the page has them. `letters` are those of the paragraphs of
    the page, `places` is what `match_pieces` finds. Only long ones that both have once count.
    """
    matched = set(places.values())
    own = [letters_of(text) for text in article]
    in_article, in_page = Counter(own), Counter(letters)
    numbers = {text: number for number, text in enumerate(letters)}
    return {
        numbers[text]: place
        for place, text in enumerate(own)
        if place not in matched
        and len(text) >= STRAY
        and in_article[text] == in_page[text] == 1
        and numbers[text] not in places
    }


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
