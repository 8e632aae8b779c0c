"""Word differences of two linked passages, made readable for reworded prose."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from tui.analysis.stemming import stop_words_of
from tui.analysis.tokens import Offsets, normal_form, token_offsets
from tui.model import Span
from tui.model.difference import Edit

MIN_MOVED = 2
"""Words in a run from which it may count as moved; one must be a content word."""

_Run = tuple[int, int, int, int]
"""Words `[a:b]` of the left text against words `[c:d]` of the right one."""


def edits(left_text: str, right_text: str, language: str = "en") -> tuple[Edit, ...]:
    """Align two texts word by word; the edits come in the order of the left text.

    Uses the longest common subsequence of words (rapidfuzz). A common run between two differing ones
    without a content word counts as differing: `of the` between two changed words only scatters them.
    Runs of two or more words that both texts have in different places are `move`. Punctuation belongs to
    the word before it; punctuation, case and `'s` are no difference. The left spans in order make up
    the left text; the right spans, in their own order, the right text.
    """
    left, right = token_offsets(left_text), token_offsets(right_text)
    if not left or not right:
        whole = (0, len(left_text), 0, len(right_text))
        return (Edit(_tag(whole), Span(*whole[:2]), Span(*whole[2:])),) if left_text or right_text else ()
    left_words = [normal_form(left_text[start:end]) for start, end in left]
    right_words = [normal_form(right_text[start:end]) for start, end in right]
    stop_words = stop_words_of(language)
    tagged: list[tuple[str, _Run]] = []
    differing: list[_Run] = []
    for tag, run in _joined(left_words, right_words, stop_words):
        if tag == "equal":
            tagged.append((tag, run))
        else:
            differing.append(run)
    moved, rest = _moves(left_words, right_words, differing, stop_words)
    tagged += [("move", run) for run in moved]
    tagged += [(_tag(run), run) for run in rest]
    tagged.sort(key=lambda item: (item[1][0], item[1][2], item[1][1]))
    left_edges, right_edges = _edges(left, left_text), _edges(right, right_text)
    return tuple(
        Edit(tag, Span(left_edges[a], left_edges[b]), Span(right_edges[c], right_edges[d]))
        for tag, (a, b, c, d) in tagged
    )


def _edges(words: Sequence[Offsets], text: str) -> list[int]:
    """The start of the stretch of each word, and the end; what follows a word belongs to it."""
    return [0, *(start - _opening(text, start) for start, _ in words[1:]), len(text)]


def _opening(text: str, start: int) -> int:
    """The number of opening characters before a word, which belong to it."""
    begin = start
    while begin > 0 and text[begin - 1] in "“‘\"'«„([$€£¥#@":
        begin -= 1
    return start - begin if begin and text[begin - 1].isspace() else 0


def _tag(run: _Run) -> str:
    a, b, c, d = run
    return "replace" if a < b and c < d else "delete" if a < b else "insert"


def _joined(
    left_words: list[str], right_words: list[str], stop_words: frozenset[str]
) -> list[tuple[str, _Run]]:
    """Opcodes, in which a common run without content words between differing ones is part of these."""
    runs = [
        (op.tag, (op.src_start, op.src_end, op.dest_start, op.dest_end))
        for op in LCSseq.opcodes(left_words, right_words)
    ]
    joined: list[tuple[str, _Run]] = []
    for place, (tag, run) in enumerate(runs):
        inner = 0 < place < len(runs) - 1
        if tag == "equal" and not (inner and _scatters(left_words[run[0] : run[1]], stop_words)):
            joined.append((tag, run))
        elif joined and joined[-1][0] != "equal":
            a, _, c, _ = joined[-1][1]
            joined[-1] = "differs", (a, run[1], c, run[3])
        else:
            joined.append(("differs", run))
    return joined


def _scatters(words: list[str], stop_words: frozenset[str]) -> bool:
    """Whether a common run is too short to help the reader."""
    return len(words) < 3 and all(word in stop_words for word in words)


def _moves(
    left_words: list[str], right_words: list[str], differing: list[_Run], stop_words: frozenset[str]
) -> tuple[list[_Run], list[_Run]]:
    """The runs that both texts have in another place, the longest first, and what then remains."""
    free_left = {k for a, b, _, _ in differing for k in range(a, b)}
    free_right = {k for _, _, c, d in differing for k in range(c, d)}
    moved: list[_Run] = []
    while run := _longest(left_words, right_words, free_left, free_right, stop_words):
        moved.append(run)
        free_left -= set(range(run[0], run[1]))
        free_right -= set(range(run[2], run[3]))
    rest: list[_Run] = []
    for a, b, c, d in differing:
        lefts, rights = _runs(a, b, free_left), _runs(c, d, free_right)
        rest += [(*left, *right) for left, right in zip(lefts, rights, strict=False)]
        rest += [(x, y, c, c) for x, y in lefts[len(rights) :]]
        rest += [(a, a, x, y) for x, y in rights[len(lefts) :]]
    return moved, rest


def _longest(
    left_words: list[str], right_words: list[str], left: set[int], right: set[int], stop_words: frozenset[str]
) -> _Run | None:
    """The longest common run of free words that may count as moved."""
    places: dict[str, list[int]] = {}
    for k in sorted(right):
        places.setdefault(right_words[k], []).append(k)
    best: _Run | None = None
    for i in sorted(left):
        for j in places.get(left_words[i], ()):
            n = 1
            while i + n in left and j + n in right and left_words[i + n] == right_words[j + n]:
                n += 1
            longer = best is None or n > best[1] - best[0]
            if n >= MIN_MOVED and longer and any(word not in stop_words for word in left_words[i : i + n]):
                best = (i, i + n, j, j + n)
    return best


def _runs(start: int, end: int, free: set[int]) -> list[tuple[int, int]]:
    """The stretches of free places between start and end."""
    stretches: list[tuple[int, int]] = []
    for k in range(start, end):
        if k in free:
            if stretches and stretches[-1][1] == k:
                stretches[-1] = (stretches[-1][0], k + 1)
            else:
                stretches.append((k, k + 1))
    return stretches
