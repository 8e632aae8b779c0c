"""Context of a number or date in a sentence, without a parser: the thing counted or dated."""

from __future__ import annotations

import itertools
from functools import cache

from msgspec import Struct

from tui.analysis.differences.sentence import IRREGULAR_FORMS, Sentence, Word
from tui.analysis.stemming import stemmer_of
from tui.analysis.verb_forms import NO_ACTS, gerund
from tui.model.difference import Fact

_OUTCOMES = {
    "dead": "kill killed dead death deaths die dies died dying fatal fatally fatalities toll slain murdered "
    "perished bodies drowned",
    "hurt": "injured injuring injuries injury wounded wounding wounds hurt hurting",
    "treated": "hospitalized hospitalization hospital treated treatment",
    "missing": "missing unaccounted disappeared vanished",
    "held": "arrested arrests detained custody charged jailed",
    "rescued": "rescued saved survived survivors freed released",
    "destroyed": "destroyed burned leveled collapsed",
    "damaged": "damaged damage damages",
}
"""Outcomes for people or things; numbers with different outcomes never count the same."""

_NUMBER_CONTEXT = (
    "rise rose risen fall fell drop dropped climb climbed grow grew increase increased decrease decreased "
    "cut cuts lower lowered raise raised reach reached jump jumped gain gained lose lost decline declined "
    "slip slipped be was were has have year years month week day total number amount figure percent "
    "cost costs pay paid worth price estimate estimated expect expected include including make made "
    "million billion thousand hundred dollar dollars euro euros compared up down"
)
"""Words that stand beside any number."""

_OF_POLLS = "poll polls polled pollster survey surveys surveyed respondents margin"
_GENERIC_NOUNS = "people person persons others men women man woman members them those"
_PRONOUNS = frozenset(["them", "those", "others", "whom", "which"])
_NOT_COUNTED = frozenset(
    "of the a an in on at by for from to with and or as more less than who that were was had have has been "
    "is are will would could to after before when while since until during against about into over under "
    "said says told also only not yet so then there their his her its our your my".split()
)
"""Words that end the noun phrase after a number."""
_REPORTED = frozenset("said says told announced reported statement".split())
_OF_SAYING = frozenset(["say"])


class FactInContext(Struct, frozen=True):
    """A fact with the context needed to find its counterpart in the other article."""

    fact: Fact
    counted_noun: str = ""
    """Stem of the thing counted or measured, or of what a year stands before; empty if unknown."""
    outcome: str = ""
    """Its outcome: `dead`, `hurt` ...; empty if unknown."""
    nearest_stems: frozenset[str] = frozenset()
    """Stems of the content words nearest to it."""
    clause_stems: frozenset[str] = frozenset()
    """Stems of the content words of its clause."""
    subject_stems: frozenset[str] = frozenset()
    """Stems of the content words before it in its clause."""
    passage_stems: frozenset[str] = frozenset()
    """Stems of the content words of its passage."""
    value: object = None
    """Its value: a `Number`, `DateRange` or `ClockTime`."""
    purpose: str = ""
    """Stem of `schools` in `$30 million for schools`."""
    rate: str = ""
    """`year` in `$10 a year`, `over 5 years`: the time that the amount is for."""
    others: bool = False
    """Whether it counts others than those told of before, as in `two other men`."""
    acts: frozenset[str] | None = None
    """The verbs beside a day in English, as gerunds: `meeting` of `met on Friday`; None of other facts."""

    @property
    def is_of_saying(self) -> bool:
        """Whether it says when something was said, as in `said on Tuesday`."""
        return self.nearest_stems == _OF_SAYING


def english_stem(word: str) -> str:
    """The stem that an English word has in a `Sentence`."""
    united = IRREGULAR_FORMS.get(word, word)
    stemmer = stemmer_of("en")
    return str(stemmer.stemWord(united)) if stemmer else united


_MAX_OWNER = 5
"""Words of an owner at most, with the point of `Ms.`."""


@cache
def _outcome_of() -> dict[str, str]:
    return {english_stem(word): outcome for outcome, words in _OUTCOMES.items() for word in words.split()}


@cache
def number_context_stems() -> frozenset[str]:
    """Stems of words that stand beside any number and tell nothing of it."""
    return frozenset(english_stem(word) for word in _NUMBER_CONTEXT.split())


@cache
def generic_noun_stems() -> frozenset[str]:
    """Stems of counted nouns that do not tell who is counted."""
    return frozenset(english_stem(word) for word in _GENERIC_NOUNS.split())


@cache
def poll_stems() -> frozenset[str]:
    """Stems of which one stands in a passage about a poll: its lead, its margin of error, whom it asked."""
    return frozenset(english_stem(word) for word in _OF_POLLS.split())


def clause_stems(sentence: Sentence, first: int, end: int) -> frozenset[str]:
    """Stems of the content words around the words from `first` to before `end`, in their clause."""
    words = [*sentence.before(first), *sentence.after(end)]
    return frozenset(word.stem for word in words if word.is_content)


def acts_beside(sentence: Sentence, first: int, end: int) -> frozenset[str]:
    """The verbs, and nouns of the same form, near the words from `first` to before `end`, as gerunds."""
    near = [*sentence.before(first, _ACT_BEFORE), *sentence.after(end, _ACT_AFTER)]
    acts = (gerund(word.folded) for word in near if not word.capital and word.folded not in NO_ACTS)
    return frozenset(act for act in acts if act)


_ACT_BEFORE, _ACT_AFTER = 6, 3
"""Words before and after a day among which its act is looked for."""


def nearest_stems(
    sentence: Sentence, first: int, end: int, before: int = 2, after: int = 1, names: bool = True
) -> frozenset[str]:
    """Stems of the nearest content words, those after it up to a comma; of `said on Tuesday` only `say`.

    Without `names`, which tell whom a day concerns and not what happened, words in small letters only.
    """
    if any(word.folded in _REPORTED for word in itertools.islice(sentence.before(first), 2)):
        return _OF_SAYING

    def tells(word: Word) -> bool:
        return word.is_content and (names or not word.capital)

    left = [word.stem for word in sentence.before(first, 6) if tells(word)][:before]
    following = itertools.takewhile(lambda word: word.folded != ",", sentence.after(end, 5))
    right = [word.stem for word in following if tells(word)][:after]
    if not left and not right:  # `At 9:52 p.m., a spokesman e-mailed`: only both words together tell
        opening = [word.stem for word in sentence.after(end) if word.is_content][:2]
        return frozenset([" ".join(opening)] if len(opening) == 2 else [])
    return frozenset(left + right)


def subject_stems(sentence: Sentence, first: int) -> frozenset[str]:
    """Stems of the content words before a place in its clause."""
    return frozenset(word.stem for word in sentence.before(first) if word.is_content)


def find_counted_noun(sentence: Sentence, end: int) -> tuple[str, int]:
    """The stem of the noun that a number counts, by its form, and the place after it.

    `end` is the place after the number. The noun is the first plural among the next four words, up to a
    mark or function word, else the first of these words; `of the 19 hostages` is looked through.
    ("", `end`) if there is none.
    """
    place = end
    if sentence.folded(place) == "more":
        place += 1
    if sentence.folded(place) == "of" and sentence.folded(place + 1) in _PRONOUNS:
        place += 2
        named = place < len(sentence) and _is_plural_noun(sentence.words[place])
        return (sentence.words[place].stem, place + 1) if named else (sentence.folded(place - 1), place)
    if sentence.folded(place) == "of":
        place += 1
        while place < len(sentence) and _is_determiner(sentence.words[place]):
            place += 1
        place = _past_owner(sentence, place)
    phrase: list[int] = []
    for k in range(place, min(place + 4, len(sentence))):
        word = sentence.words[k]
        if word.text == "-" and sentence.joined(k) and phrase:
            continue  # `work-related`
        if not word.is_word or word.folded in _NOT_COUNTED:
            break
        phrase.append(k)
        if looks_plural(word) and not _is_outcome(word):
            return word.stem, k + 1
    if phrase and not _is_outcome(sentence.words[phrase[0]]):
        return sentence.words[phrase[0]].stem, phrase[0] + 1
    return "", end


def _past_owner(sentence: Sentence, place: int) -> int:
    """The place after an owner, as in `3,000 of Ms. Abedin's emails`; the same place if there is none."""
    for k in range(place, min(place + _MAX_OWNER, len(sentence))):
        word = sentence.words[k]
        if word.folded.endswith(("'s", "s'")):
            return k + 1
        if word.text != "." and not (word.is_word and word.capital):
            break
    return place


def _is_determiner(word: Word) -> bool:
    return word.is_number or word.folded in ("the", "its", "his", "her", "their", "all", "those", "these")


def looks_plural(word: Word) -> bool:
    """Whether a word has the form of an English plural."""
    irregular = word.folded in ("people", "men", "women", "children", "police", "troops", "teeth", "feet")
    return irregular or (
        len(word.folded) > 3 and word.folded.endswith("s") and not word.folded.endswith(("ss", "us"))
    )


def _is_plural_noun(word: Word) -> bool:
    return word.is_content and looks_plural(word)


def _is_outcome(word: Word) -> bool:
    return word.stem in _outcome_of()


def find_outcome(sentence: Sentence, first: int, end: int) -> str:
    """The outcome for those counted: the nearest word of `_OUTCOMES`, after the number or else before it."""
    outcomes = _outcome_of()
    for words in (sentence.after(end, 6), sentence.before(first, 6)):
        for word in words:
            if word.stem in outcomes:
                return outcomes[word.stem]
            if word.is_number:
                break
    return ""
