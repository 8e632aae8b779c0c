"""Who says it, and how surely. English verbs only."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from tui.analysis.differences.sentence import Sentence

CONFIRMED, SAID, CLAIMED, DENIED = "confirmed", "said", "claimed", "denied"
_VERBS = {
    CONFIRMED: "confirm confirms confirmed acknowledge acknowledges acknowledged admit admits admitted "
    "concede concedes conceded",
    SAID: "say says said tell tells told state states stated announce announces announced add adds added "
    "report reports reported explain explained write wrote note noted declare declared tweet tweeted",
    CLAIMED: "claim claims claimed allege alleges alleged assert asserts asserted contend contends contended",
    DENIED: "deny denies denied dispute disputes disputed reject rejects rejected",
}
_HEDGES = frozenset("allegedly reportedly supposedly purportedly apparently".split())
_LEVEL = {verb: level for level, verbs in _VERBS.items() for verb in verbs.split()}

_SOURCES = {
    "police": "police officer officers sheriff detective detectives chief troopers fbi",
    "prosecutors": "prosecutor prosecutors attorney attorneys",
    "court": "judge court jury",
    "witnesses": "witness witnesses bystander bystanders passenger passengers",
    "residents": "resident residents neighbor neighbors neighbour neighbours villagers locals",
    "family": "family relatives relative mother father brother sister wife husband son daughter "
    "parents widow",
    "government": "government ministry president minister administration kremlin governor mayor",
    "army": "army military general navy pentagon",
    "rebels": "rebels rebel militants insurgents opposition activists",
    "hospital": "hospital doctors doctor physicians",
    "company": "company firm airline manufacturer employer",
    "union": "union workers",
    "reuters": "reuters", "ap": "ap", "bbc": "bbc", "cnn": "cnn", "afp": "afp", "xinhua": "xinhua",
}  # fmt: skip
"""Whom reports name as sources, by what they are: two sorts are two sources."""
_SORT = {word: sort for sort, words in _SOURCES.items() for word in words.split()}
_OPEN = frozenset(
    "official officials spokesman spokeswoman spokesperson source sources authorities statement".split()
)
"""Sources that may be of any sort."""
_PRONOUNS = frozenset("he she they it we i who that which".split())
_SKIPPED = frozenset(
    "has had have also later then since not did does do was were is are been be being".split()
)
_STOPPED = frozenset(
    [",", "“", "”", '"', ";", ":", "—", "–", "(", ")", ".", "and", "but", "that", "as", "while"]
)


class Attribution(Struct, frozen=True):
    """Who says something, with which verb; places of words."""

    verb: int
    level: str
    """`confirmed`, `said`, `claimed`, `denied`."""
    first: int
    end: int
    """The speaker; both the verb's place if none is found."""
    sort: str = ""
    """What kind of source it is; empty if that is open."""
    name: str = ""
    """Stem of the surname of a speaker with a name."""
    pronoun: bool = False
    stems: frozenset[str] = frozenset()
    """Stems of the speaker's words that carry news."""


def find_attributions(sentence: Sentence) -> list[Attribution]:
    """The sayings of a sentence outside its quotations, in order."""
    quoted = _inside(sentence)
    found: list[Attribution] = []
    for k, word in enumerate(sentence.words):
        if quoted[k]:
            continue
        if word.low in _LEVEL and sentence.low(k - 1) not in ("to", "a", "the", "his", "her", "their", "its"):
            first, end = _subject(sentence, k, quoted)
            found.append(_saying(sentence, k, _LEVEL[word.low], first, end))
        elif word.low == "according" and sentence.low(k + 1) == "to":
            found.append(_saying(sentence, k, SAID, *_object(sentence, k + 2)))
    return found


def find_hedge(sentence: Sentence) -> int:
    """Place of the first word such as `allegedly` outside quotations; -1 if there is none."""
    quoted = _inside(sentence)
    return next((k for k, w in enumerate(sentence.words) if w.low in _HEDGES and not quoted[k]), -1)


def _inside(sentence: Sentence) -> list[bool]:
    marks, inside = [], False
    for word in sentence.words:
        if word.text in '“”"':
            inside = word.text == "“" or (word.text == '"' and not inside)
        marks.append(inside)
    return marks


def _subject(sentence: Sentence, verb: int, quoted: list[bool]) -> tuple[int, int]:
    """The words before a verb that say them, or after it in `said Mayor Doyle`."""
    end = verb
    while end > 0 and (sentence.low(end - 1) in _SKIPPED or _adverb(sentence.low(end - 1))):
        end -= 1
    if sentence.low(end - 1) == ")":  # `Jane Doe (D-Calif.) said`
        end = next((k for k in range(end - 1, max(-1, end - 8), -1) if sentence.low(k) == "("), end)
    first = end
    while first > 0 and end - first < 9 and not quoted[first - 1] and _goes_on(sentence, first - 1):
        first -= 1
    if first == end and sentence.low(end - 1) == "," and _closes_apposition(sentence, end - 1):
        return _apposed(sentence, end - 1)
    if first == end and verb + 1 < len(sentence) and sentence.low(verb - 1) in (",", "”", '"', ""):
        return _object(sentence, verb + 1)
    return first, end


def _goes_on(sentence: Sentence, place: int) -> bool:
    """Whether a subject may go on with this word: two speakers joined by `and`, the stop of `Mr.`"""
    word = sentence.low(place)
    title = word == "." and (sentence.low(place - 1) in _titles() or len(sentence.low(place - 1)) == 1)
    return title or word == "and" or word not in _STOPPED


def _adverb(word: str) -> bool:
    return word.endswith("ly") and word != "family"


def _closes_apposition(sentence: Sentence, comma: int) -> bool:
    """Whether a comma ends a `, a spokesman for the port,`."""
    start = next((k for k in range(comma - 1, max(-1, comma - 12), -1) if sentence.low(k) == ","), -1)
    return start > 0 and sentence.low(start + 1) in ("a", "an", "the", "who", "his", "her", "its")


def _apposed(sentence: Sentence, comma: int) -> tuple[int, int]:
    """The words before `, a spokesman for the city,` that stands before a verb."""
    start = comma
    while start > 0 and sentence.low(start - 1) != ",":
        start -= 1
    first = end = start - 1
    while first > 0 and end - first < 6 and sentence.low(first - 1) not in _STOPPED:
        first -= 1
    return (first, end) if end > 0 else (comma, comma)


def _object(sentence: Sentence, first: int) -> tuple[int, int]:
    end = first
    while end < len(sentence) and end - first < 7 and sentence.low(end) not in _STOPPED:
        end += 1
    return first, end


def _saying(sentence: Sentence, verb: int, level: str, first: int, end: int) -> Attribution:
    words = [sentence.words[k] for k in range(first, end)]
    lows = [word.low.removesuffix("'s") for word in words]
    sort = "" if any(low in _OPEN for low in lows) else next((_SORT[low] for low in lows if low in _SORT), "")
    named = [w for w in words if w.capital and w.is_word and w.is_content and w.low not in _SORT]
    titled = len(named) >= 2 and named[-1].low not in _titles()
    pronoun = len(lows) == 1 and lows[0] in _PRONOUNS
    name = named[-1].stem if titled or len(named) == 1 else ""
    return Attribution(
        verb, level, first, end, sort, name, pronoun, frozenset(w.stem for w in words if w.is_content)
    )


@cache
def _titles() -> frozenset[str]:
    from tui.analysis.differences.names import TITLES

    return TITLES


def different_sources(one: Attribution, two: Attribution) -> bool:
    """Whether two sayings surely have two speakers: two names, or two sorts of source."""
    if one.pronoun or two.pronoun or one.first == one.end or two.first == two.end:
        return False
    shared = one.stems & two.stems
    if shared and (not (one.name and two.name) or shared & {one.name, two.name}):
        return False
    if one.name and two.name:
        return one.name != two.name and not (one.sort == two.sort and one.sort in ("police", "army"))
    return bool(one.sort and two.sort and one.sort != two.sort)


def may_be_same_source(one: Attribution, two: Attribution) -> bool:
    """Whether two sayings may well have one speaker: one name, one sort of source, or `he` for either."""
    if one.pronoun or two.pronoun:
        return True
    return (
        bool(one.stems & two.stems)
        or (one.sort == two.sort != "")
        or one.first == one.end
        or two.first == two.end
    )
