"""Evidence for a link: words, days and runs in both passages, as the left one writes them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from operator import not_

from msgspec import Struct

from tui.analysis.align import ScoredPair
from tui.analysis.context import REACH
from tui.analysis.profile import Profile
from tui.analysis.word_runs import GAPS, WordAlphabet, longest_run, masked
from tui.model import Evidence, PassagePair
from tui.model.wording import MONTHS

MAX_TERMS = 8
MIN_COPIED_WORDS = 6
"""Words in a run outside quotations from which it counts as common copy (as in WCopyfind)."""
MIN_QUOTED_WORDS = 2
"""Words in a shared quotation; a single quoted word is a term like others."""

MIN_SAME_QUOTED, MIN_SAME_QUOTED_CONTENT = 4, 2
"""Words, and content words among them, of a shared quotation from which two passages have the same words: of
129 links with a shared run 49 shared two or three words, such as "I think"."""
MIN_SAME_CONTENT = 5
"""Content words of a shared run outside quotations from which two passages have the same words."""

Day = tuple[int, int] | str
"""Month and day, or a weekday in English."""

_Neighbour = tuple[int, int, PassagePair]
"""A link: the places of its left and right passage, and their indices."""


class _LeftPassage(Struct, frozen=True):
    """Values shared by the evidence for all links of one left passage."""

    place: int
    profile: Profile
    ranked: list[tuple[str, str]]
    """The stems of its content words, the rarest first, and its first written form of each."""
    quoted: str
    unquoted: str
    """The stems inside and outside quotations, encoded."""
    days: dict[Day, str]
    near: list[_Neighbour]
    """The links shown of passages up to REACH away."""


class _Run(Struct, frozen=True):
    """A run of words in both passages."""

    text: str = ""
    """As the left passage writes it."""
    words: int = 0
    content_words: int = 0


_NO_RUN = _Run()


class EvidenceCollector:
    """Collects the evidence for links between the passages of two articles."""

    def __init__(
        self,
        left: Sequence[Profile],
        right: Sequence[Profile],
        weight: Mapping[str, int],
        pairs: Iterable[ScoredPair],
        threshold: float,
    ) -> None:
        """Take all scored pairs; those with a score of `threshold` or more are shown."""
        self._left = left
        self._right = right
        self._weight = weight
        self._alphabet = WordAlphabet()
        self._encoded_rights: dict[int, tuple[str, str]] = {}
        self._right_days: dict[int, dict[Day, str]] = {}
        self._current: _LeftPassage | None = None
        """The left passage explained last."""
        self._shown: dict[int, list[_Neighbour]] = defaultdict(list)
        """The links shown, by their left passage."""
        by_left: dict[int, list[ScoredPair]] = defaultdict(list)
        by_right: dict[int, list[ScoredPair]] = defaultdict(list)
        for pair in pairs:
            by_left[pair.left].append(pair)
            by_right[pair.right].append(pair)
            if pair.score >= threshold:
                # One tuple of indices serves all links that have this one near.
                indices = left[pair.left].passage.index, right[pair.right].passage.index
                self._shown[pair.left].append((pair.left, pair.right, indices))
        self._best_by_left = {place: _best_two(rivals) for place, rivals in by_left.items()}
        self._best_by_right = {place: _best_two(rivals) for place, rivals in by_right.items()}

    def evidence(self, pair: ScoredPair) -> Evidence:
        """The evidence for one pair of passages. Fastest if pairs come in the order of the left passages."""
        i, j = pair.pair
        if self._current is None or self._current.place != i:
            self._current = self._left_passage(i)
        here, right = self._current, self._right[j]
        left, ranked, quoted, unquoted = here.profile, here.ranked, here.quoted, here.unquoted
        if j not in self._encoded_rights:
            self._encoded_rights[j] = self._encode(right, GAPS[1])
        right_quoted, right_unquoted = self._encoded_rights[j]
        left_rival = _runner_up(self._best_by_right[j], pair)
        right_rival = _runner_up(self._best_by_left[i], pair)
        quotation = _run(left, quoted, right_quoted, MIN_QUOTED_WORDS) if quoted and right_quoted else _NO_RUN
        copied = _run(left, unquoted, right_unquoted, MIN_COPIED_WORDS)
        return Evidence(
            terms=_written(ranked, (left.content_stems & right.content_stems) - left.numbers),
            names=_written(ranked, names) if (names := left.names & right.names) else (),
            numbers=_written(ranked, numbers) if (numbers := left.numbers & right.numbers) else (),
            dates=self._shared_days(here.days, j) if here.days else (),
            quotation=quotation.text,
            copied=copied.text,
            same_words=(
                (quotation.words >= MIN_SAME_QUOTED and quotation.content_words >= MIN_SAME_QUOTED_CONTENT)
                or copied.content_words >= MIN_SAME_CONTENT
                or left.words == right.words
            ),
            neighbours=tuple(
                [indices for k, n, indices in here.near if -REACH <= n - j <= REACH and (n != j or k != i)]
            ),
            runner_up_left=(self._left[left_rival.left].passage.index, left_rival.score)
            if left_rival
            else None,
            runner_up_right=(self._right[right_rival.right].passage.index, right_rival.score)
            if right_rival
            else None,
        )

    def _left_passage(self, place: int) -> _LeftPassage:
        left, shown = self._left[place], self._shown
        quoted, unquoted = self._encode(left, GAPS[0])
        near = [shown[k] for k in range(place - REACH, place + REACH + 1) if k in shown]
        return _LeftPassage(
            place=place,
            profile=left,
            ranked=self._ranked(left),
            quoted=quoted,
            unquoted=unquoted,
            days=days_of(left.passage.text),
            near=[link for row in near for link in row],
        )

    def _ranked(self, left: Profile) -> list[tuple[str, str]]:
        weight, last = self._weight, len(left.stems) - 1
        first_places = dict(zip(reversed(left.stems), range(last, -1, -1), strict=True))
        ranked = sorted([(-weight.get(stem, 0), first_places[stem], stem) for stem in left.content_stems])
        return [(stem, left.forms[k]) for _, k, stem in ranked]

    def _encode(self, profile: Profile, gap: str) -> tuple[str, str]:
        """A passage's stems inside quotations, encoded, and those outside; the first may be empty."""
        encoded, quoted = self._alphabet.encode(profile.stems), profile.quoted
        if True not in quoted:
            return "", encoded
        return masked(encoded, quoted, gap), masked(encoded, map(not_, quoted), gap)

    def _shared_days(self, lefts: Mapping[Day, str], place: int) -> tuple[str, ...]:
        """The days that both passages name, as the left one writes them."""
        if place not in self._right_days:
            self._right_days[place] = days_of(self._right[place].passage.text)
        rights = self._right_days[place]
        return tuple([written for day, written in lefts.items() if day in rights])


def _run(left: Profile, encoded: str, other: str, least: int) -> _Run:
    """The longest run of words in both encoded texts.

    Empty if it is shorter than `least` words or has no content word.
    """
    length, first = longest_run(encoded, other, least)
    content_words = sum(first <= k < first + length for k in left.content_places) if length else 0
    if not content_words:
        return _NO_RUN
    return _Run(left.text_of(first, first + length - 1), length, content_words)


def _written(ranked: Sequence[tuple[str, str]], stems: Set[str]) -> tuple[str, ...]:
    """The written forms of those stems in the order of `ranked`, MAX_TERMS at most."""
    return tuple([form for stem, form in ranked if stem in stems][:MAX_TERMS])


def _runner_up(best: Sequence[ScoredPair], pair: ScoredPair) -> ScoredPair | None:
    """The first of the best that is not the pair itself."""
    if best[0] is not pair:
        return best[0]
    return best[1] if len(best) > 1 else None


def _best_two(rivals: list[ScoredPair]) -> list[ScoredPair]:
    """The two with the highest scores; of equals the first in the text."""
    if len(rivals) > 1:
        rivals.sort(key=lambda rival: (-rival.score, rival.left, rival.right))
    return rivals[:2]


# The lookahead lets the search leap to where a day may begin: seven times as fast.
_DAY = re.compile(
    r"(?=[A-Z\d])(?:\b(?P<month>[A-Z][a-z]{2})[a-z]*\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
    r"|\b(?P<day2>\d{1,2}) (?P<month2>[A-Z][a-z]{2})[a-z]*\b"
    r"|\b\d{4}-(?P<month3>\d\d)-(?P<day3>\d\d)\b"
    r"|(?P<month4>\d{1,2})月(?P<day4>\d{1,2})日"
    r"|\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)


def days_of(text: str) -> dict[Day, str]:
    """Each day that a text names, as it first writes it."""
    days: dict[Day, str] = {}
    for match in _DAY.finditer(text):
        parts = {name.rstrip("234"): part for name, part in match.groupdict().items() if part}
        if day := _day(parts):
            days.setdefault(day, match.group())
    return days


def _day(parts: dict[str, str]) -> Day | None:
    if "weekday" in parts:
        return parts["weekday"]
    month = parts["month"].lower()
    if month in MONTHS:
        return MONTHS.index(month) + 1, int(parts["day"])
    return (int(month), int(parts["day"])) if month.isdigit() else None
