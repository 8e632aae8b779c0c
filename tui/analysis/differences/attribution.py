"""Attributions: the source of a statement and its certainty. English verbs only."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from tui.analysis.differences.sentence import Sentence
from tui.analysis.memo import once_per_sentence

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

_INFORMANTS = {
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
"""Words for informants, by category: different categories mean different sources."""
_CATEGORY_OF = {word: category for category, words in _INFORMANTS.items() for word in words.split()}
_ANY_CATEGORY = frozenset(
    "official officials spokesman spokeswoman spokesperson source sources authorities statement".split()
)
"""Informants that may be of any category."""
_PRONOUNS = frozenset("he she they it we i who that which".split())
_AUXILIARIES = frozenset(
    "has had have also later then since not did does do was were is are been be being".split()
)
_SPEAKER_ENDS = frozenset(
    [",", "“", "”", '"', ";", ":", "—", "–", "(", ")", ".", "and", "but", "that", "as", "while"]
)


class Attribution(Struct, frozen=True):
    """A source and its verb; `verb`, `first` and `end` are places of words in the sentence."""

    verb: int
    level: str
    """`confirmed`, `said`, `claimed`, `denied`."""
    first: int
    end: int
    """The source is from `first` to before `end`; both are the verb's place if there is none."""
    category: str = ""
    """Category of the source; empty if unknown."""
    name: str = ""
    """Stem of the surname of a source with a name."""
    pronoun: bool = False
    stems: frozenset[str] = frozenset()
    """Stems of the content words of the source."""


@once_per_sentence
def find_attributions(sentence: Sentence) -> list[Attribution]:
    """The attributions of a sentence outside its quotations, in order."""
    quoted = _inside_quotation(sentence)
    attributions: list[Attribution] = []
    for k, word in enumerate(sentence.words):
        if quoted[k]:
            continue
        if word.folded in _LEVEL and sentence.folded(k - 1) not in (
            "to",
            "a",
            "the",
            "his",
            "her",
            "their",
            "its",
        ):
            first, end = _subject(sentence, k, quoted)
            attributions.append(_attribution(sentence, k, _LEVEL[word.folded], first, end))
        elif word.folded == "according" and sentence.folded(k + 1) == "to":
            attributions.append(_attribution(sentence, k, SAID, *_object(sentence, k + 2)))
    return attributions


@once_per_sentence
def find_hedge(sentence: Sentence) -> int:
    """The place of the first word such as `allegedly` outside quotations; -1 if there is none."""
    quoted = _inside_quotation(sentence)
    return next((k for k, w in enumerate(sentence.words) if w.folded in _HEDGES and not quoted[k]), -1)


def _inside_quotation(sentence: Sentence) -> list[bool]:
    """Whether each word stands inside `“ ”` or `" "`, judged by the marks among the words."""
    marks, inside = [], False
    for word in sentence.words:
        if word.text in '“”"':
            inside = word.text == "“" or (word.text == '"' and not inside)
        marks.append(inside)
    return marks


def _subject(sentence: Sentence, verb: int, quoted: list[bool]) -> tuple[int, int]:
    """The subject of a verb: the words before it, or after it in `said Mayor Doyle`."""
    end = verb
    while end > 0 and (sentence.folded(end - 1) in _AUXILIARIES or _is_adverb(sentence.folded(end - 1))):
        end -= 1
    if sentence.folded(end - 1) == ")":  # `Jane Doe (D-Calif.) said`
        end = next((k for k in range(end - 1, max(-1, end - 8), -1) if sentence.folded(k) == "("), end)
    first = end
    while (
        first > 0 and end - first < 9 and not quoted[first - 1] and _belongs_to_subject(sentence, first - 1)
    ):
        first -= 1
    if first == end and sentence.folded(end - 1) == "," and _closes_apposition(sentence, end - 1):
        return _apposed(sentence, end - 1)
    if first == end and verb + 1 < len(sentence) and sentence.folded(verb - 1) in (",", "”", '"', ""):
        return _object(sentence, verb + 1)
    return first, end


def _belongs_to_subject(sentence: Sentence, place: int) -> bool:
    """Whether a subject may include this word: the `and` of two sources, the full stop of `Mr.`"""
    word = sentence.folded(place)
    title = word == "." and (sentence.folded(place - 1) in _titles() or len(sentence.folded(place - 1)) == 1)
    return title or word == "and" or word not in _SPEAKER_ENDS


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word != "family"


def _closes_apposition(sentence: Sentence, comma: int) -> bool:
    """Whether a comma ends an apposition: `, a spokesman for the port,`."""
    start = next((k for k in range(comma - 1, max(-1, comma - 12), -1) if sentence.folded(k) == ","), -1)
    return start > 0 and sentence.folded(start + 1) in ("a", "an", "the", "who", "his", "her", "its")


def _apposed(sentence: Sentence, comma: int) -> tuple[int, int]:
    """The words before an apposition."""
    start = comma
    while start > 0 and sentence.folded(start - 1) != ",":
        start -= 1
    first = end = start - 1
    while first > 0 and end - first < 6 and sentence.folded(first - 1) not in _SPEAKER_ENDS:
        first -= 1
    return (first, end) if end > 0 else (comma, comma)


def _object(sentence: Sentence, first: int) -> tuple[int, int]:
    end = first
    while end < len(sentence) and end - first < 7 and sentence.folded(end) not in _SPEAKER_ENDS:
        end += 1
    return first, end


def _attribution(sentence: Sentence, verb: int, level: str, first: int, end: int) -> Attribution:
    words = [sentence.words[k] for k in range(first, end)]
    lows = [word.folded.removesuffix("'s") for word in words]
    category = (
        ""
        if any(low in _ANY_CATEGORY for low in lows)
        else next((_CATEGORY_OF[low] for low in lows if low in _CATEGORY_OF), "")
    )
    named = [w for w in words if w.capital and w.is_word and w.is_content and w.folded not in _CATEGORY_OF]
    titled = len(named) >= 2 and named[-1].folded not in _titles()
    pronoun = len(lows) == 1 and lows[0] in _PRONOUNS
    name = named[-1].stem if titled or len(named) == 1 else ""
    return Attribution(
        verb, level, first, end, category, name, pronoun, frozenset(w.stem for w in words if w.is_content)
    )


@cache
def _titles() -> frozenset[str]:
    from tui.analysis.differences.names import TITLES

    return TITLES


def different_sources(left: Attribution, right: Attribution) -> bool:
    """Whether two attributions certainly have different sources: two names, or two categories."""
    if left.pronoun or right.pronoun or left.first == left.end or right.first == right.end:
        return False
    shared = left.stems & right.stems
    if shared and (not (left.name and right.name) or shared & {left.name, right.name}):
        return False
    if left.name and right.name:
        return left.name != right.name and not (
            left.category == right.category and left.category in ("police", "army")
        )
    return bool(left.category and right.category and left.category != right.category)


def may_be_same_source(left: Attribution, right: Attribution) -> bool:
    """Whether two attributions may have the same source: one name, one category, or `he` for either."""
    if left.pronoun or right.pronoun:
        return True
    return (
        bool(left.stems & right.stems)
        or (left.category == right.category != "")
        or left.first == left.end
        or right.first == right.end
    )
