"""Names of people, places and organisations, by capitals, and their short forms."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from tui.analysis.differences.sentence import Sentence
from tui.analysis.memo import once_per_sentence
from tui.analysis.stemming import stop_words_of
from tui.model.wording import CALENDAR

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
    "albert al", "leonard len", "zachary zack zach",
)  # fmt: skip
_SHORT_PARTS = {"ft": "fort", "st": "saint", "mt": "mount"}
"""Short forms in names of places: `Ft. Myers`."""
_OPENING = frozenset("following according amid despite regarding unlike meanwhile citing given".split())
"""Words that begin a sentence and are in no list of stop words."""
_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve first second third".split())
"""Words at the start of a sentence that count what a name belongs to."""
_PLACES_AFTER = frozenset(["in", "to", "near", "at", "from", "outside"])


class Name(Struct, frozen=True):
    """A name in a sentence; `first` and `end` are places of words, without titles."""

    first: int
    end: int
    parts: tuple[str, ...]
    """Its words, case folded, without stop_words."""
    titles: frozenset[str] = frozenset()
    preposition: str = ""
    """`in` or its like, if one stands before it: it may be a place."""
    governs: str = ""
    """Stem of the word before the preposition."""

    @property
    def organisation(self) -> bool:
        """Whether a word of it is one of offices, countries, companies or events."""
        return any(part in _ORGANISATION for part in self.parts)

    @property
    def person(self) -> bool:
        """Whether it may be a person's: two to four words, none of an office, country or company."""
        plausible = 2 <= len(self.parts) <= 4 and not self.organisation
        return plausible and all(part.isalpha() or "-" in part or "'" in part for part in self.parts)


@once_per_sentence
def find_names(sentence: Sentence) -> list[Name]:
    """The names of a sentence, in order: runs of words with capitals, a single first word left out."""
    names: list[Name] = []
    words = sentence.words
    stop_words = stop_words_of(sentence.language or "en")
    content = [word for word in words if word.is_content]
    capitals = sum(word.capital for word in content)
    if capitals > MIN_CAPITALS * len(content) and len(content) > _MIN_HEADLINE_WORDS:
        return []
    k = 0
    while k < len(words):
        if not _named(sentence, k, stop_words):
            k += 1
            continue
        end = k + 1
        while end < len(words) and (_named(sentence, end, stop_words) or _initial_stop(sentence, end)):
            end += 1
        names += _name(sentence, k, end)
        k = end
    return names


def _named(sentence: Sentence, k: int, stop_words: frozenset[str]) -> bool:
    word = sentence.words[k]
    low = word.folded.removesuffix("'s")
    if not word.is_word or not word.capital or low in CALENDAR or (k == 0 and low in _OPENING):
        return False
    return not (low in stop_words and not (len(low) > 1 and word.text.isupper()))


def _initial_stop(sentence: Sentence, k: int) -> bool:
    """Whether it is the full stop after `J` or `Gov` within a name."""
    short = len(sentence.words[k - 1].text) <= 3 or sentence.folded(k - 1) in TITLES
    follows = k + 1 < len(sentence) and sentence.words[k + 1].capital
    return sentence.folded(k) == "." and sentence.joined(k) and short and follows


def _name(sentence: Sentence, first: int, end: int) -> list[Name]:
    titles = set()
    if first == 0 and end > 1 and sentence.folded(0) in _COUNTS:
        first = 1  # `Seven Capitol Police officers`
    while first < end and (sentence.folded(first) in TITLES or sentence.folded(first) == "."):
        titles.add(sentence.folded(first))
        first += 1
    if first == end or (first == 0 and end == 1 and not titles):
        return []
    written = [
        sentence.folded(k).removesuffix("'s").replace(".", "")
        for k in range(first, end)
        if sentence.folded(k) != "."
    ]
    parts = tuple([_SHORT_PARTS.get(part, part) for part in written])
    before = sentence.folded(first - 1)
    place = before in _PLACES_AFTER and not titles
    governs = sentence.words[first - 2].stem if place and first >= 2 else ""
    return [Name(first, end, parts, frozenset(titles - {"."}), before if place else "", governs)]


@cache
def _nickname_of() -> dict[str, frozenset[str]]:
    nicknames: dict[str, set[str]] = {}
    for line in _NICKNAMES:
        group = set(line.split())
        for name in group:
            nicknames.setdefault(name, set()).update(group)
    return {name: frozenset(group) for name, group in nicknames.items()}


def are_nicknames(left: str, right: str) -> bool:
    """Whether two given names are forms of one: `dave` and `david`."""
    return right in _nickname_of().get(left, ())


def same_given_name(left: str, right: str) -> bool:
    """Whether two given names may be one: `Bob` and `Robert`, `J` and `John`, `Volodymyr` and `Vladimir`."""
    if (
        left == right
        or right in _nickname_of().get(left, ())
        or (min(len(left), len(right)) == 1 and left[0] == right[0])
    ):
        return True
    if len(left) > 2 and len(right) > 2 and (left.startswith(right) or right.startswith(left)):
        return True
    return similar_spelling(left, right)


def similar_spelling(left: str, right: str) -> bool:
    """Whether two words may be one in two spellings: `Zelensky` and `Zelenskyy`, `Duric` and `Durić`."""
    import unicodedata

    from rapidfuzz.distance import Indel

    plain = [
        "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        for word in (left, right)
    ]
    return Indel.normalized_similarity(*plain) >= MIN_SPELLING


def is_derived(left: str, right: str) -> bool:
    """Whether two words, case folded, are of one stem: `china`, `chinese`; `confederate`, `confederacy`."""
    short, long = sorted((left, right), key=len)
    place = len(short) > _SHORTEST_PLACE and long.startswith(short[:-1]) and long.endswith(_PEOPLE)
    return place or (len(short) >= _STEM and left[:_STEM] == right[:_STEM])


_PEOPLE = ("an", "ese", "ish")
_STEM = 8
"""Letters at the beginning by which two words are of one stem."""
_SHORTEST_PLACE = 3
"""Letters of a name up to which another may begin with it by chance."""
MIN_CAPITALS = 0.85
"""Share of words with capitals from which a passage is set like a headline, where capitals tell nothing."""
_MIN_HEADLINE_WORDS = 6
"""Fewest content words by which a headline can be recognised."""
MIN_SPELLING = 0.8
"""Share of letters, in order, that two spellings of a name have in common."""


def fullest_form(name: Name, known: Iterable[Name]) -> tuple[str, ...]:
    """The longest known name that has all parts of this one: `xi jinping` for `Xi`.

    If two names have them (`Ann Moore`, `Paul Moore`) the name stays as it is.
    """
    holders = {other.parts for other in known if set(name.parts) < set(other.parts)}
    longest = max((len(parts) for parts in holders), default=0)
    fullest = {parts for parts in holders if len(parts) == longest}
    return fullest.pop() if len(fullest) == 1 else name.parts


def name_conflict(left: Name, right: Name) -> float:
    """Confidence, 0 to 1, that two names fill the same role and differ; 0 if they may be the same name."""
    if left.person and right.person:
        given, surname = (
            same_given_name(left.parts[0], right.parts[0]),
            similar_spelling(left.parts[-1], right.parts[-1]),
        )
        given_and_surname = given and (surname or is_derived(left.parts[-1], right.parts[-1]))
        if given_and_surname or set(left.parts) <= set(right.parts) or set(right.parts) <= set(left.parts):
            return 0.0
        if surname or (given and left.parts[0] == right.parts[0]):
            return 0.9 if left.titles & right.titles or surname else 0.8
        return 0.7 if left.titles & right.titles & _UNIQUE else 0.0
    if left.preposition and left.preposition == right.preposition and left.governs == right.governs:
        return 0.0 if set(left.parts) & set(right.parts) or left.person or right.person else 0.6
    return 0.0
