"""Two linked passages word by word: what both say, what differs in the same place, what only one says.

Two different words may say the same (`urged`, `called on`). Those are told with both words, since a model
cannot tell `jobless` and `unemployed` from `early` and `late`.

Built on the word alignment that links and differences use (`word_alignment.py`). Without a language model
equal words and equal stems are aligned, those first that stand in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tui.analysis.differences.edits import edits
from tui.analysis.passage_words import NEGATIONS, PassageWords
from tui.analysis.whole_phrases import (
    VAGUE,
    phrase,
    says_something,
    with_whole_dates,
    without_idle_end,
    without_parts_of_dates,
)
from tui.model import Span
from tui.model.difference import MarkedWords, PairWords, Sharing
from tui.model.wording import CALENDAR

AlignedSpans = tuple[Span, Span, float]
"""A left and a right word that stand for each other, and how similar they are, -1 to 1."""
SAME_MEANING = 0.5
"""Similarity from which two different words say the same; set by eye on the bundled pair."""
FACT_WORDS = CALENDAR | frozenset(
    "all any both each every few fewer half least less little many more most none several some majority "
    "minority percent quarter dozen dozens once twice first second third fourth fifth sixth seventh eighth "
    "ninth tenth last next one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions early earlier late later".split()
)
"""English words for days, how many, how much, which of several and when. In the same place each tells
something else than another, those too that say nothing by themselves: `several`, `Monday`."""
MAX_EXCHANGED = 6
"""Most words in the same place that count as exchanged for each other; what is longer is something else."""
MAX_BRIDGE = 3
"""Most words that say nothing by themselves between two marked ones, which are then marked with them.
Not between words that two languages share: those between need not be in the other one."""


def pair_words(
    left_text: str,
    right_text: str,
    languages: tuple[str, str] = ("en", "en"),
    aligned: Iterable[AlignedSpans] | None = None,
) -> PairWords:
    """Compare two passages word by word. Without `aligned`, equal words and stems stand for each other.

    In two languages `aligned` holds only words that say the same (`translated_words.py`), and a word that
    says nothing by itself tells no difference: the languages need not have the same ones.
    """
    left, right = map(PassageWords.of, (left_text, right_text), languages)
    equal = aligned is None
    partners = _equal_words(left, right, languages[0]) if equal else _by_alignment(left, right, aligned or ())
    across = languages[0] != languages[1]
    if across:
        same = {(i, j) for i, j, _ in partners if left.content[i] or right.content[j]}
        left, right = left.telling({i for i, _ in same}), right.telling({j for _, j in same})
    else:
        names = "de" not in languages  # where every noun has a capital
        same = {(i, j) for i, j, s in partners if _says_the_same(left, i, right, j, s, names)}
    tells = [
        [content or form in FACT_WORDS for content, form in zip(words.content, words.forms, strict=True)]
        for words in (left, right)
    ]
    # `by` in the place of `at` tells nothing; a name in the place of `had` is one more word, not another.
    partners = [(i, j, s) for i, j, s in partners if (i, j) in same or (tells[0][i] and tells[1][j])]
    marks: tuple[dict[int, Sharing], dict[int, Sharing]] = ({}, {})
    for i, j, _ in partners:
        sharing = Sharing.BOTH if (i, j) in same else Sharing.DIFFERS
        marks[0][i] = marks[1][j] = sharing
    exchanged = [(range(i, i + 1), range(j, j + 1)) for i, j, _ in partners if (i, j) not in same]
    exchanged += _mark_gaps(left, right, sorted((i, j) for i, j, _ in partners), same, marks, across)
    bridge = 0 if across else MAX_BRIDGE
    runs = [_runs(words, mark, bridge) for words, mark in zip((left, right), marks, strict=True)]
    other_words = set() if across else {(i, j) for i, j in same if not _is_equal(left, i, right, j)}
    others = {i for i, _ in other_words}
    equal_runs = _runs(left, {k: s for k, s in marks[0].items() if k not in others}, bridge)
    only = [
        _telling(words, [with_whole_dates(words, run) for s, run in own if s is Sharing.ONLY])
        for words, own in zip((left, right), runs, strict=True)
    ]
    marked = [
        tuple(MarkedWords(sharing, _span(words, run)) for sharing, run in own)
        for words, own in zip((left, right), runs, strict=True)
    ]
    return PairWords(
        marked[0],
        marked[1],
        both=_telling(
            left, [without_parts_of_dates(left, run) for s, run in equal_runs if s is Sharing.BOTH]
        ),
        other_words=_word_pairs(left, right, other_words),
        differing=_exchanged(left, right, exchanged),
        only_left=only[0],
        only_right=only[1],
    )


def _exchanged(
    left: PassageWords, right: PassageWords, exchanged: Iterable[tuple[range, range]]
) -> tuple[tuple[str, str], ...]:
    """The phrases in the same place, each pair once, in order, without those that say nothing."""
    phrases = (
        tuple(_listed(words, run) for words, run in zip((left, right), runs, strict=True))
        for runs in sorted(exchanged, key=_first)
        if any(says_something(words, run, FACT_WORDS) for words, run in zip((left, right), runs, strict=True))
    )
    return tuple(dict.fromkeys((one, other) for one, other in phrases))


def _first(places: tuple[range, range]) -> int:
    return places[0].start


def _listed(words: PassageWords, run: range) -> str:
    """A run without the words at its ends that say nothing by themselves, and with whole dates."""
    content = [k for k in run if words.content[k]] or [*run]
    return phrase(words, with_whole_dates(words, range(content[0], content[-1] + 1)))


def _equal_words(left: PassageWords, right: PassageWords, language: str) -> list[tuple[int, int, float]]:
    """The words that are equal in the same order or moved; of the rest, content words with equal stems."""
    partners: list[tuple[int, int, float]] = []
    for edit in edits(left.text, right.text, language):
        if edit.tag in ("equal", "move"):
            pairs = zip(left.at(edit.left), right.at(edit.right), strict=False)
            partners += [(i, j, 1.0) for i, j in pairs if left.forms[i] == right.forms[j]]
    free = {j for j in range(len(right.forms)) if right.content[j]} - {j for _, j, _ in partners}
    taken = {i for i, _, _ in partners}
    for i, stem in enumerate(left.stems):
        if i in taken or not left.content[i]:
            continue
        places = [j for j in free if right.stems[j] == stem]
        if places:
            nearest = min(places, key=lambda j: (abs(j - i), j))
            partners.append((i, nearest, 1.0))
            free.discard(nearest)
    return partners


def _by_alignment(
    left: PassageWords, right: PassageWords, aligned: Iterable[AlignedSpans]
) -> list[tuple[int, int, float]]:
    """The alignment in words as they are counted here; each word has one partner at most."""
    partners: list[tuple[int, int, float]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for left_span, right_span, similarity in aligned:
        lefts, rights = left.at(left_span), right.at(right_span)
        for i, j in zip(lefts, rights, strict=False):
            if i not in taken[0] and j not in taken[1]:
                partners.append((i, j, similarity))
                taken[0].add(i)
                taken[1].add(j)
    return partners


def _is_equal(left: PassageWords, i: int, right: PassageWords, j: int) -> bool:
    return left.forms[i] == right.forms[j] or left.stems[i] == right.stems[j]


def _says_the_same(
    left: PassageWords, i: int, right: PassageWords, j: int, similarity: float, names: bool
) -> bool:
    """Whether two aligned words say the same, or may do. `names`: whether a capital stands for a name."""
    if _is_equal(left, i, right, j):
        return True
    # Another number, month or name is another fact, however alike their vectors.
    telling = NEGATIONS | FACT_WORDS
    if any(form[:1].isdigit() or form in telling for form in (left.forms[i], right.forms[j])):
        return False
    if names and left.is_name(i) and right.is_name(j):
        return False
    return similarity >= SAME_MEANING


def _word_pairs(
    left: PassageWords, right: PassageWords, pairs: Iterable[tuple[int, int]]
) -> tuple[tuple[str, str], ...]:
    """The words of pairs that both say something, each pair once, the most telling first."""
    telling = [(i, j) for i, j in pairs if left.content[i] and right.content[j]]
    telling.sort(key=lambda pair: (-left.weight(pair[0], pair[0]), pair))
    return tuple(dict.fromkeys((left.phrase(i, i), right.phrase(j, j)) for i, j in telling))


def _mark_gaps(
    left: PassageWords,
    right: PassageWords,
    partners: Sequence[tuple[int, int]],
    same: set[tuple[int, int]],
    marks: tuple[dict[int, Sharing], dict[int, Sharing]],
    across: bool,
) -> list[tuple[range, range]]:
    """Mark the words without a partner; returns the runs that stand in the same place on both sides."""
    ends = (len(left.forms), len(right.forms))
    partner_of = {-1: -1, ends[0]: ends[1]} | dict(partners)
    exchanged = []
    filled: set[int] = set()
    for gap in _gaps(ends[0], {i for i, _ in partners}):
        before, after = gap.start - 1, gap.stop
        opposite = range(partner_of[before] + 1, partner_of[after])
        free = bool(opposite) and not any(j in marks[1] for j in opposite)
        exact = not across and (before, partner_of[before]) in same and (after, partner_of[after]) in same
        if free and not across and [left.forms[i] for i in gap] == [right.forms[j] for j in opposite]:
            filled.update(opposite)
            _mark(left, gap, marks[0], Sharing.BOTH, True)
            _mark(right, opposite, marks[1], Sharing.BOTH, True)
        elif (
            free
            and max(len(gap), len(opposite)) <= MAX_EXCHANGED
            and _tells(left, gap, right, opposite, exact)
        ):
            exchanged.append((gap, opposite))
            filled.update(opposite)
            _mark(left, gap, marks[0], Sharing.DIFFERS, exact)
            _mark(right, opposite, marks[1], Sharing.DIFFERS, exact)
        else:
            _mark(left, gap, marks[0], Sharing.ONLY, exact and not opposite)
    back = {j: i for i, j in partners} | {-1: -1, ends[1]: ends[0]}
    for gap in _gaps(ends[1], {j for _, j in partners}):
        if gap[0] not in filled:
            before, after = gap.start - 1, gap.stop
            inserted = not across and back[after] - back[before] == 1
            exact = inserted and (back[before], before) in same and (back[after], after) in same
            _mark(right, gap, marks[1], Sharing.ONLY, exact)
    return exchanged


def _tells(left: PassageWords, gap: range, right: PassageWords, opposite: range, exact: bool) -> bool:
    """Whether both runs say something, or stand in words that are otherwise the same."""
    contents = any(left.content[i] for i in gap), any(right.content[j] for j in opposite)
    return all(contents) or (exact and not any(contents))


def _gaps(count: int, taken: set[int]) -> list[range]:
    """The runs of places without a partner."""
    gaps, start = [], 0
    for place in [*sorted(taken), count]:
        if place > start:
            gaps.append(range(start, place))
        start = place + 1
    return gaps


def _mark(
    words: PassageWords, places: range, marks: dict[int, Sharing], sharing: Sharing, every: bool
) -> None:
    """Mark content words; `every` word where one alone makes a difference, as in a corrected version."""
    for place in places:
        if every or words.content[place]:
            marks[place] = sharing


def _runs(words: PassageWords, marks: dict[int, Sharing], bridge: int) -> list[tuple[Sharing, range]]:
    """Runs of words marked alike, with at most `bridge` words between that say nothing by themselves.

    A run of words without any content is left out, unless it differs or is added.
    """
    runs: list[tuple[Sharing, range]] = []
    for place in sorted(marks):
        sharing = marks[place]
        last = runs[-1] if runs else None
        if (
            last
            and last[0] is sharing
            and place - last[1].stop <= (bridge if sharing is Sharing.BOTH else MAX_BRIDGE)
        ):
            between = range(last[1].stop, place)
            if not any(k in marks or words.content[k] for k in between):
                runs[-1] = sharing, range(last[1].start, place + 1)
                continue
        runs.append((sharing, range(place, place + 1)))
    kept = [(s, run) for s, run in runs if s is not Sharing.BOTH or any(words.content[k] for k in run)]
    return [(sharing, _trimmed(words, run) if sharing is Sharing.BOTH else run) for sharing, run in kept]


def _trimmed(words: PassageWords, run: range) -> range:
    """A run without the words at its ends that say nothing by themselves."""
    content = [k for k in run if words.content[k]]
    return range(content[0], content[-1] + 1)


def _span(words: PassageWords, run: range) -> Span:
    return Span(words.spans[run[0]][0], words.spans[run[-1]][1])


def _telling(words: PassageWords, runs: Iterable[range]) -> tuple[str, ...]:
    """The phrases of runs, each once, the most telling first, without those that say nothing."""
    facts = FACT_WORDS - VAGUE
    telling = [without_idle_end(words, run, facts) for run in runs if says_something(words, run, facts)]
    ranked = sorted(telling, key=lambda run: (-words.weight(run[0], run[-1]), run[0]))
    return tuple(dict.fromkeys(phrase(words, run) for run in ranked))
