"""What a number or a date is said of: the words around it, without a parser."""

from __future__ import annotations

import itertools
from functools import cache

from msgspec import Struct

from tui.analysis.differences.sentence import _IRREGULAR, Sentence, Word
from tui.analysis.stemming import stemmer_of
from tui.model.difference import Fact

_STATES = {
    "dead": "kill killed dead death deaths die dies died dying fatal fatally fatalities toll slain murdered "
    "perished bodies drowned",
    "hurt": "injured injuring injuries injury wounded wounding wounds hurt hurting hospitalized treated",
    "missing": "missing unaccounted disappeared vanished",
    "held": "arrested arrests detained custody charged jailed",
    "rescued": "rescued saved survived survivors freed released",
    "destroyed": "destroyed burned leveled collapsed",
    "damaged": "damaged damage damages",
}
"""What happened to people or things: two numbers of different states are never one."""

_MOTION = (
    "rise rose risen fall fell drop dropped climb climbed grow grew increase increased decrease decreased "
    "cut cuts lower lowered raise raised reach reached jump jumped gain gained lose lost decline declined "
    "slip slipped be was were has have year years month week day total number amount figure percent "
    "cost costs pay paid worth price estimate estimated expect expected include including make made "
    "million billion thousand hundred dollar dollars euro euros compared up down"
)
"""Words that stand beside any number."""

_GENERIC = "people person persons others men women man woman members them those"
_PRONOUNS = frozenset(["them", "those", "others", "whom", "which"])
_NO_HEAD = frozenset(
    "of the a an in on at by for from to with and or as more less than who that were was had have has been "
    "is are will would could to after before when while since until during against about into over under "
    "said says told also only not yet so then there their his her its our your my".split()
)


class FactInContext(Struct, frozen=True):
    """A fact with what is needed to find its counterpart."""

    fact: Fact
    counted_noun: str = ""
    """Stem of what is counted or measured; empty if unknown."""
    outcome: str = ""
    """What happened to it, of `dead`, `hurt` ...; empty if nothing of the kind is said."""
    nearest_stems: frozenset[str] = frozenset()
    """Stems of the words nearest to it."""
    clause_stems: frozenset[str] = frozenset()
    """Stems of the words around it, up to a boundary."""
    subject_stems: frozenset[str] = frozenset()
    """Stems before it in its clause."""
    passage_stems: frozenset[str] = frozenset()
    """Stems of its passage."""
    value: object = None
    """The number, date or time itself, as its finder gives it."""
    purpose: str = ""
    """Stem of `schools` in `$30 million for schools`."""
    rate: str = ""
    """`year` in `$10 a year`, `over 5 years`: what the amount is for."""


def english_stem(word: str) -> str:
    """The stem an English word has in a `Sentence`."""
    united = _IRREGULAR.get(word, word)
    stemmer = stemmer_of("en")
    return str(stemmer.stemWord(united)) if stemmer else united


@cache
def _state_of() -> dict[str, str]:
    return {english_stem(word): outcome for outcome, words in _STATES.items() for word in words.split()}


@cache
def number_context_stems() -> frozenset[str]:
    """Stems of words that stand beside any number and tell nothing of it."""
    return frozenset(english_stem(word) for word in _MOTION.split())


@cache
def generic_noun_stems() -> frozenset[str]:
    """Stems of heads that say nothing of who is counted."""
    return frozenset(english_stem(word) for word in _GENERIC.split())


def clause_stems(sentence: Sentence, first: int, end: int) -> frozenset[str]:
    """Stems around the words `first` to `end`."""
    words = [*sentence.before(first), *sentence.after(end)]
    return frozenset(word.stem for word in words if word.content)


def nearest_stems(
    sentence: Sentence, first: int, end: int, before: int = 2, after: int = 1
) -> frozenset[str]:
    """Stems of the nearest words before, and after up to a comma; of `said on Tuesday` just `say`."""
    if any(word.low in _SAID for word in itertools.islice(sentence.before(first), 2)):
        return frozenset(["say"])
    left = [word.stem for word in sentence.before(first, 6) if word.content][:before]
    following = itertools.takewhile(lambda word: word.low != ",", sentence.after(end, 5))
    right = [word.stem for word in following if word.content][:after]
    if not left and not right:  # `At 9:52 p.m., a spokesman e-mailed`: only both words together tell
        opening = [word.stem for word in sentence.after(end) if word.content][:2]
        return frozenset([" ".join(opening)] if len(opening) == 2 else [])
    return frozenset(left + right)


_SAID = frozenset("said says told announced reported statement".split())


def subject_stems(sentence: Sentence, first: int) -> frozenset[str]:
    """Stems before a place in its clause."""
    return frozenset(word.stem for word in sentence.before(first) if word.content)


def counted_noun(sentence: Sentence, end: int) -> tuple[str, int]:
    """What the number before place `end` counts, and the place after it: its noun, by form alone.

    The first plural among the next four words that no mark or function word cuts off, else the word
    that stands there; `of the 19 hostages` is looked through.
    """
    place = end
    if sentence.low(place) == "more":
        place += 1
    if sentence.low(place) == "of" and sentence.low(place + 1) in _PRONOUNS:
        place += 2
        named = (
            place < len(sentence) and sentence.words[place].content and looks_plural(sentence.words[place])
        )
        return (sentence.words[place].stem, place + 1) if named else (sentence.low(place - 1), place)
    if sentence.low(place) == "of":
        place += 1
        while place < len(sentence) and _passed(sentence.words[place]):
            place += 1
    phrase: list[int] = []
    for k in range(place, min(place + 4, len(sentence))):
        word = sentence.words[k]
        if not word.is_word or word.low in _NO_HEAD:
            break
        phrase.append(k)
        if looks_plural(word) and not _is_state(word):
            return word.stem, k + 1
    if phrase and not _is_state(sentence.words[phrase[0]]):
        return sentence.words[phrase[0]].stem, phrase[0] + 1
    return "", end


def _passed(word: Word) -> bool:
    return word.is_number or word.low in ("the", "its", "his", "her", "their", "all", "those", "these")


def looks_plural(word: Word) -> bool:
    """Whether a word has the form of a plural."""
    irregular = word.low in ("people", "men", "women", "children", "police", "troops", "teeth", "feet")
    return irregular or (len(word.low) > 3 and word.low.endswith("s") and not word.low.endswith(("ss", "us")))


def _is_state(word: Word) -> bool:
    return word.stem in _state_of()


def outcome(sentence: Sentence, first: int, end: int) -> str:
    """What happened to those counted: the nearest word of `_STATES`, after the number first."""
    states = _state_of()
    for words in (sentence.after(end, 6), sentence.before(first, 6)):
        for word in words:
            if word.stem in states:
                return states[word.stem]
            if word.is_number:
                break
    return ""
