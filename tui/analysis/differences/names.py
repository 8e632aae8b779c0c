"""Names of people, places and organisations, by capitals, and their short forms."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from tui.analysis.differences.sentence import Sentence
from tui.analysis.stemming import stop_words_of

TITLES = frozenset(
    """
    mr mrs ms miss dr prof president vice mayor gov governor sen senator senators rep representative
    congressman congresswoman judge justice chief sheriff minister prime foreign defence defense chancellor
    secretary king queen prince princess pope general gen colonel col captain lt sgt sergeant officer
    detective police chairman chairwoman director attorney sir lady rev reverend coach spokesman
    spokeswoman spokesperson leader ceo republican democrat democratic
    """.split()
)
_UNIQUE = frozenset("mayor governor gov sheriff chief pope coach chairman chairwoman ceo director".split())
"""Titles that one person holds at one place; `president` and `minister` need their country."""

_ORGANISATION = frozenset(
    """
    university department council party committee court house states united national bank city county
    association union agency administration office ministry institute center centre company corp inc
    group force forces army church school street road avenue news press times post party league club
    republic kingdom state federal international air airlines system board commission congress senate
    parliament act bill law war day games olympics olympic world cup park valley river island islands
    white supreme north south east west new american russian chinese british french german
    """.split()
)
_NICKNAMES = (
    "robert bob rob bobby", "william bill will billy", "richard rick dick rich", "james jim jimmy jamie",
    "john jack johnny jon", "michael mike mick", "joseph joe joey", "thomas tom tommy", "vincent vince",
    "christopher chris", "daniel dan danny", "matthew matt", "anthony tony", "edward ed eddie ted",
    "steven steve stephen", "charles charlie chuck", "kenneth ken", "andrew andy drew", "joshua josh",
    "timothy tim", "jeffrey jeff geoffrey geoff", "gregory greg", "benjamin ben", "samuel sam",
    "patrick pat", "alexander alex", "nicholas nick", "ronald ron", "donald don", "lawrence larry",
    "gerald jerry", "elizabeth liz beth betty", "margaret maggie meg peggy",
    "katherine kate kathy katie catherine", "jennifer jen jenny", "patricia pat patty",
    "susan sue susie", "barbara barb", "deborah debbie deb", "rebecca becky", "victoria vicky",
    "theodore ted", "frederick fred", "philip phil", "raymond ray", "david dave", "abraham abe",
    "albert al", "leonard len",
)  # fmt: skip
_PLACES_AFTER = frozenset(["in", "to", "near", "at", "from", "outside"])
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb aug sept oct nov dec".split()
)


class Name(Struct, frozen=True):
    """A name in a sentence; `first` and `end` are places of words, titles not among them."""

    first: int
    end: int
    parts: tuple[str, ...]
    """Its words, case folded, without stops."""
    titles: frozenset[str] = frozenset()
    preposition: str = ""
    """`in` or its like, where one stands before it: it may be a place."""
    governs: str = ""
    """Stem of the word before the preposition."""

    @property
    def person(self) -> bool:
        """Two to four words, none of which names offices, countries or companies."""
        plausible = 2 <= len(self.parts) <= 4 and not any(part in _ORGANISATION for part in self.parts)
        return plausible and all(part.isalpha() or "-" in part or "'" in part for part in self.parts)


def find_names(sentence: Sentence) -> list[Name]:
    """The runs of words with capitals, in order; the first word of a sentence only in a run or if rare."""
    found: list[Name] = []
    words = sentence.words
    stops = stop_words_of(sentence.language or "en")
    news = [word for word in words if word.is_content]
    if sum(word.capital for word in news) > HEADLINE * len(news) and len(news) > _LONG:
        return []
    k = 0
    while k < len(words):
        if not _named(sentence, k, stops):
            k += 1
            continue
        end = k + 1
        while end < len(words) and (_named(sentence, end, stops) or _initial_stop(sentence, end)):
            end += 1
        found += _name(sentence, k, end)
        k = end
    return found


def _named(sentence: Sentence, k: int, stops: frozenset[str]) -> bool:
    word = sentence.words[k]
    low = word.low.removesuffix("'s")
    if not word.is_word or not word.capital or low in _CALENDAR:
        return False
    return not (low in stops and not (len(low) > 1 and word.text.isupper()))


def _initial_stop(sentence: Sentence, k: int) -> bool:
    """The stop after `J` or `Gov`, if a name goes on after it."""
    short = len(sentence.words[k - 1].text) <= 3 or sentence.low(k - 1) in TITLES
    follows = k + 1 < len(sentence) and sentence.words[k + 1].capital
    return sentence.low(k) == "." and sentence.joined(k) and short and follows


def _name(sentence: Sentence, first: int, end: int) -> list[Name]:
    titles = set()
    while first < end and (sentence.low(first) in TITLES or sentence.low(first) == "."):
        titles.add(sentence.low(first))
        first += 1
    if first == end or (first == 0 and end == 1 and not titles):
        return []
    parts = tuple(
        sentence.low(k).removesuffix("'s").replace(".", "")
        for k in range(first, end)
        if sentence.low(k) != "."
    )
    before = sentence.low(first - 1)
    place = before in _PLACES_AFTER and not titles
    governs = sentence.words[first - 2].stem if place and first >= 2 else ""
    return [Name(first, end, parts, frozenset(titles - {"."}), before if place else "", governs)]


@cache
def _nickname_of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _NICKNAMES:
        group = set(line.split())
        for name in group:
            found.setdefault(name, set()).update(group)
    return {name: frozenset(group) for name, group in found.items()}


def same_given_name(one: str, two: str) -> bool:
    """`Bob` and `Robert`, `J` and `John`, `Dan` and `Daniel`, `Volodymyr` and `Vladimir` (near spelling)."""
    if (
        one == two
        or two in _nickname_of().get(one, ())
        or (min(len(one), len(two)) == 1 and one[0] == two[0])
    ):
        return True
    if len(one) > 2 and len(two) > 2 and (one.startswith(two) or two.startswith(one)):
        return True
    return similar_spelling(one, two)


def similar_spelling(one: str, two: str) -> bool:
    """Whether two words are one in two spellings: `Zelensky` and `Zelenskyy`, `Duric` and `Durić`."""
    import unicodedata

    from rapidfuzz.distance import Indel

    plain = [
        "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        for word in (one, two)
    ]
    return Indel.normalized_similarity(*plain) >= SPELLING


HEADLINE = 0.85
"""Share of words with capitals from which a passage is set as a headline, where capitals tell nothing."""
_LONG = 6
"""Words of news from which that can be told."""
SPELLING = 0.8
"""Share of letters two spellings of a name must have in common, in order."""


def fullest_form(name: Name, known: Iterable[Name]) -> tuple[str, ...]:
    """The fullest form of a name among those known that has all its parts: `xi jinping` for `Xi`.

    Where two full names have them (`Ann Moore`, `Paul Moore`) the name stays as it is.
    """
    holders = {other.parts for other in known if set(name.parts) < set(other.parts)}
    longest = max((len(parts) for parts in holders), default=0)
    fullest = {parts for parts in holders if len(parts) == longest}
    return fullest.pop() if len(fullest) == 1 else name.parts


def name_conflict(one: Name, two: Name) -> float:
    """0 to 1: how surely two names stand in one place and are two names; 0 where they may be one."""
    if one.person and two.person:
        given, surname = (
            same_given_name(one.parts[0], two.parts[0]),
            similar_spelling(one.parts[-1], two.parts[-1]),
        )
        if (given and surname) or set(one.parts) <= set(two.parts) or set(two.parts) <= set(one.parts):
            return 0.0
        if surname or (given and one.parts[0] == two.parts[0]):
            return 0.9 if one.titles & two.titles or surname else 0.8
        return 0.7 if one.titles & two.titles & _UNIQUE else 0.0
    if one.preposition and one.preposition == two.preposition and one.governs == two.governs:
        return 0.0 if set(one.parts) & set(two.parts) or one.person or two.person else 0.6
    return 0.0
