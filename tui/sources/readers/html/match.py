"""Match the paragraphs of the extracted article with those of the page, so that both are in one order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from operator import itemgetter

from tui.sources.lazy_pattern import lazy_pattern

MAX_REPEATS = 4
"""Paragraphs of the article with one text that are looked for in the page: a page may repeat a line often."""

BEGINNING = 20
"""First letters by which a paragraph that is longer in the article or in the page is recognised."""
LONG_BEGINNING = 80
"""The same where many begin alike, such as the rows of a result list."""

STRAY = 30
"""Letters from which a paragraph that the page has once is found in it, wherever it stands."""

MAX_STRAYS = 500
"""Paragraphs that are looked for in the whole page; each takes a pass over it."""

_END_LETTERS = 60
"""Letters at either end by which a longer one is found that is not in the page as a whole."""

MAX_LETTERS_HELD = 5000
"""Texts whose letters are held: the steps of a reading ask for those of each paragraph three times."""
_NO_LETTERS = lazy_pattern(r"\W+")
_NO_ASCII_LETTERS = {code: None for code in range(128) if not (chr(code).isalnum() or chr(code) == "_")}


@lru_cache(MAX_LETTERS_HELD)
def letters_of(text: str) -> str:
    """The letters and digits of a text in lower case, by which two copies of it are recognised."""
    if text.isascii():  # in a quarter of the time
        return text.translate(_NO_ASCII_LETTERS).lower()
    return _NO_LETTERS.sub(
        "", text.replace(" ", "")
    ).casefold()  # the spaces first: in two thirds of the time


def match_pieces(article: Sequence[str], page: Sequence[str]) -> dict[int, int]:
    """Paragraph of the article for each paragraph of the page that is one.

    Both are texts in order; a table row of the article (`1931 | 14 m`) is several paragraphs of the page.
    Of all ways to match them without crossing, the one with the most letters is taken, so that a short
    line which the page's menu has as well does not pull the article apart.
    """
    places: dict[str, list[int]] = {}
    whole = [letters_of(text) for text in article]
    for number, text in enumerate(article):
        cells = text.split(" | ")
        for letters in {whole[number], *(map(letters_of, cells) if len(cells) > 1 else ())}:
            numbers = places.setdefault(letters, [])
            if letters and len(numbers) < MAX_REPEATS:
                numbers.append(number)
    beginnings = _beginnings(whole, frozenset(page))
    pairs = []
    for number, letters in enumerate(page):
        same = places.get(letters) or _alike(letters, whole, beginnings)
        pairs += [(number, place, min(len(letters), len(whole[place]))) for place in sorted(same)]
    return _without_copies(_heaviest_chain(pairs, len(article)), whole, page)


def _beginnings(article: Sequence[str], page: frozenset[str]) -> dict[str, list[int]]:
    """The article's paragraphs by their first letters, without those that the page has as they are."""
    beginnings: dict[str, list[int]] = {}
    for number, letters in enumerate(article):
        if letters not in page:
            for size in (BEGINNING, LONG_BEGINNING):
                if len(letters) >= size:
                    beginnings.setdefault(letters[:size], []).append(number)
    return beginnings


def _alike(letters: str, article: Sequence[str], beginnings: dict[str, list[int]]) -> list[int]:
    """Paragraphs of the article that begin like one of the page; only those that go on like it, if any do."""
    same = beginnings.get(letters[:LONG_BEGINNING]) or beginnings.get(letters[:BEGINNING], [])
    alike = [place for place in same[:MAX_REPEATS] if _begin_alike(letters, article[place])]
    longer = [
        place for place in alike if article[place].startswith(letters) or letters.startswith(article[place])
    ]
    return longer or alike


def _without_copies(
    chain: Sequence[tuple[int, int]], article: Sequence[str], page: Sequence[str]
) -> dict[int, int]:
    """The chain as a dictionary; of several copies of a paragraph the page's one nearest to its neighbours.

    A page often repeats the article's title or lead in a menu or a list.
    """
    groups = [
        (place, [number for number, _ in group]) for place, group in groupby(chain, lambda pair: pair[1])
    ]
    places: dict[int, int] = {}
    for index, (place, numbers) in enumerate(groups):
        copies = [number for number in numbers if page[number] == article[place]]
        if len(copies) > 1:
            before = max(places, default=-len(page))
            after = groups[index + 1][1][0] if index + 1 < len(groups) else 2 * len(page)
            numbers = [min(copies, key=lambda number: min(number - before, after - number))]
        places |= dict.fromkeys(numbers, place)
    return places


def stray_pieces(
    article: Sequence[str],
    letters: Sequence[str],
    places: dict[int, int],
    hidden: Sequence[tuple[int, str]] = (),
) -> tuple[dict[int, list[int]], set[int]]:
    """Paragraphs of the article that are not matched, by the paragraph of the page in which they begin.

    The extractor puts some elsewhere than the page has them, takes others from hidden elements (which belong
    to the visible paragraph before them, or to -1), and cuts or joins some. `letters` are those of the page,
    `places` is what `match_pieces` finds, `hidden` the letters of hidden paragraphs with the number of the
    visible one before each. Only long paragraphs that the page has once count; a short one behind such a one
    stays with it. The second value are those that the extractor has twice and the page once.
    """
    segments = sorted([*enumerate(letters), *hidden], key=itemgetter(0))
    page = "".join(text for _, text in segments)
    starts = list(accumulate((len(text) for _, text in segments), initial=0))
    matched = set(places.values())
    shown = {letters_of(article[place]) for place in matched}
    unmatched = [place for place in range(len(article)) if place not in matched]
    copies: set[int] = set()
    found: list[tuple[int, int]] = []  # places in the letters of the page, and paragraphs
    for place in unmatched[:MAX_STRAYS]:
        text = letters_of(article[place])
        start = _only_place(page, text) if len(text) >= STRAY else -1
        if start >= 0 and text in shown:
            copies.add(place)
            continue
        if start < 0 and found and found[-1][1] == place - 1:
            start = found[-1][0]
        if start >= 0:
            found.append((start, place))
    strays: dict[int, list[int]] = {}
    for start, place in sorted(found):
        number = segments[bisect_right(starts, start) - 1][0]
        strays.setdefault(number, []).append(place)
    return strays, copies


def _only_place(page: str, text: str) -> int:
    """Where the page has the text, its beginning or its end, if it has that once; else -1."""
    for part in dict.fromkeys((text, text[:_END_LETTERS], text[-_END_LETTERS:])):
        start = page.find(part)
        if start >= 0 and page.find(part, start + 1) < 0:
            return start
    return -1


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
