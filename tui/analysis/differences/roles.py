"""People whom two reports introduce in different words: `radio host`, `the hero of the political right`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from tui.analysis.differences.sentence import Sentence
from tui.analysis.memo import once_per_sentence
from tui.analysis.stemming import stop_words_of
from tui.analysis.synonyms import synonym_groups_of
from tui.analysis.word_tags import kind_of
from tui.model import Span
from tui.model.difference import Difference, Fact, FactKind, State

_MAX_BEFORE, _MAX_AFTER = 6, 20
"""Words of a role before a name, and of a description after it."""
_ROLES = frozenset(
    "host agent staffer lawmaker chairwoman co-chairwoman chairman spokesman spokeswoman activist strategist "
    "adviser advisor ally staff employee donor fundraiser lobbyist pollster blogger anchor pundit".split()
)
"""Words for people that the table of word kinds does not have."""
_OPENING = frozenset("the a an his her its their one who".split())
_CLOSING = frozenset(', . ; — – ― ( ) : ” “ " ? !'.split())
_NOT_IN_ROLE = frozenset(
    "and or but by of to with from for in on at as that than when while if because including versus against "
    "said says told called named like".split()
)
_TRIVIAL = frozenset(
    "sen senator rep representative gov governor president mr mrs ms dr republican democrat democratic gop "
    "candidate nominee presidential former congressman congresswoman secretary chairman speaker minister "
    "prime general leader director spokesman spokeswoman official aide state u.s us american house senate "
    "said".split()
)
"""Titles and parties: two of them differ without telling anything."""

_STOP_WORDS = stop_words_of("en")

FullName = tuple[str, str]
"""First and last name, case folded."""


class Role(Struct, frozen=True):
    """What an article says of a person beside the name."""

    passage: int
    text: str
    span: Span
    stems: frozenset[str]
    """Its content words, without titles and parties."""


def role_differences(lefts: Sequence[Sentence], rights: Sequence[Sentence]) -> list[Difference]:
    """The people whom each article introduces by something that the other does not say of them.

    Takes all passages of both articles. A person must have a first and a last name on both sides;
    descriptions that share a word, or have two words for one thing, do not differ.
    """
    sides = [_roles_by_name(side) for side in (lefts, rights)]
    entries: list[Difference] = []
    for name in sorted(sides[0].keys() & sides[1].keys()):
        mine, its = sides[0][name], sides[1][name]
        if _share(mine, its):
            continue
        left, right = (max(roles, key=lambda r: (len(r.stems), -r.span.start)) for roles in (mine, its))
        fact, other = (Fact(FactKind.ROLE, r.text, " ".join(r.text.split()), r.span) for r in (left, right))
        note = f"of {' '.join(part.title() for part in name)}"
        passages = left.passage, right.passage
        entries.append(Difference(FactKind.ROLE, State.DIFFERS, fact, other, *passages, 0.5, note=note))
    return entries


def _share(lefts: Sequence[Role], rights: Sequence[Role]) -> bool:
    """Whether some description of each side has a word, or a thing, that one of the other has."""
    groups = synonym_groups_of("en")
    words = [{stem for role in side for stem in role.stems} for side in (lefts, rights)]
    things = [{group for stem in own for group in groups.get(stem, ())} for own in words]
    shortened = any(_initials(a, b) or _initials(b, a) for a in lefts for b in rights)
    return bool(words[0] & words[1] or things[0] & things[1] or shortened)


def _initials(short: Role, long: Role) -> bool:
    """Whether one has the initials of a name in the other: `RNC`, `Republican National Committee`."""
    initials = "".join(word[0] for word in long.text.split() if word[:1].isupper())
    return any(
        len(word) > 1 and word.isupper() and word in initials for word in short.text.replace(".", "").split()
    )


def _roles_by_name(sentences: Sequence[Sentence]) -> Mapping[FullName, Sequence[Role]]:
    found: dict[FullName, list[Role]] = defaultdict(list)
    for sentence in sentences:
        for name, role in _roles(sentence):
            found[name].append(role)
    return found


@once_per_sentence
def _roles(sentence: Sentence) -> list[tuple[FullName, Role]]:
    found: list[tuple[FullName, Role]] = []
    for first, last in _full_names(sentence):
        name = sentence.folded(first), sentence.folded(last).removesuffix("'s")
        for start, end in (*_before(sentence, first), *_after(sentence, last + 1)):
            words = sentence.words[start:end]
            stems = frozenset(w.stem for w in words if w.is_content and w.folded not in _TRIVIAL)
            if stems:
                span = sentence.span(start, end)
                found.append((name, Role(sentence.passage.index, sentence.written(start, end), span, stems)))
    return found


def _full_names(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The places of first and last name: the last two words of a run of capitals, an initial left out."""
    words = sentence.words
    for k, word in enumerate(words):
        if not _capital(sentence, k) or sentence.folded(k).endswith("'s") or not word.is_content:
            continue
        first = k + 1
        if _initial(sentence, first):
            first += 2 if sentence.folded(first + 1) == "." else 1
        is_title = sentence.folded(k) in _TRIVIAL or kind_of(sentence.folded(k)) == "person"
        if _capital(sentence, first) and not _capital(sentence, first + 1) and not is_title:
            yield k, first


def _capital(sentence: Sentence, place: int) -> bool:
    if not 0 <= place < len(sentence):
        return False
    word = sentence.words[place]
    return word.is_word and word.capital and len(word.text) > 2 and not word.text.isupper()


def _initial(sentence: Sentence, place: int) -> bool:
    text = sentence.words[place].text if place < len(sentence) else ""
    return text[:1].isupper() and len(text.rstrip(".")) == 1


def _before(sentence: Sentence, name: int) -> Iterator[tuple[int, int]]:
    """`former RNC Co-Chairwoman` before a name; it must end with a word for a person."""
    start = name
    while start > max(0, name - _MAX_BEFORE):
        word = sentence.words[start - 1]
        joins = word.text in "-&" or (word.text == "." and sentence.joined(start - 1))
        if joins and word.text == "-" and not sentence.joined(start - 1):
            break
        if not joins and (not word.is_word or word.folded in _NOT_IN_ROLE or word.folded in _OPENING):
            break
        if word.text.islower() and (word.folded.endswith("ed") or word.folded in _STOP_WORDS):
            break  # `asked former President`
        start -= 1
    half = sentence.folded(start - 1) == "and" and _is_person(sentence.folded(start - 2))
    if start < name and not half and _is_person(sentence.folded(name - 1)):
        yield start, name


def _after(sentence: Sentence, past: int) -> Iterator[tuple[int, int]]:
    """`, a former Bush official who ...,` after a name."""
    if sentence.folded(past) != "," or sentence.folded(past + 1) not in _OPENING:
        return
    start = end = past + 1
    while end < len(sentence) and sentence.words[end].text not in _CLOSING:
        if end > start and sentence.folded(end) in ("who", "which", "that"):
            break
        end += 1
    described = sentence.folded(start) == "who" or any(
        _is_person(word.folded) for word in sentence.words[start:end]
    )
    if 1 < end - start <= _MAX_AFTER and described:
        yield start, end


def _is_person(word: str) -> bool:
    return word in _ROLES or kind_of(word) == "person"
