"""Words of a pair as they are listed: dates and abbreviations whole, nothing that says nothing by itself."""

from __future__ import annotations

from collections.abc import Set

from tui.analysis.passage_words import PassageWords
from tui.model.wording import CALENDAR
from tui.sources.passages.abbreviations import MONTHS as ABBREVIATED_MONTHS
from tui.sources.passages.abbreviations import TITLES

_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = CALENDAR - _WEEKDAYS
_ABBREVIATIONS = ABBREVIATED_MONTHS | TITLES
"""Words with a full stop, which belongs to them."""
_BETWEEN = frozenset((" ", ". ", ", ", ".\u00a0", "\u00a0"))
"""What stands between the parts of a date: `Feb. 25`, `25 February`, `February 25, 2022`."""


VAGUE = frozenset("all any both each every few fewer less little many more most several some".split())
"""Words for how much that say something beside another one, and nothing where one side has them alone."""


def says_something(words: PassageWords, run: range, facts: Set[str]) -> bool:
    """Whether a run has a word that says something by itself; `facts` are forms that do in any case."""
    return any(words.content[k] or words.forms[k] in facts for k in run)


def without_idle_end(words: PassageWords, run: range, facts: Set[str]) -> range:
    """The run without the words at its end that say nothing by themselves."""
    stop = run.stop
    while stop > run.start and not (words.content[stop - 1] or words.forms[stop - 1] in facts):
        stop -= 1
    return range(run.start, stop)


def with_whole_dates(words: PassageWords, run: range) -> range:
    """The run, longer where it begins or ends within a date: `25` of `Feb. 25` is `Feb. 25`."""
    start, stop = run.start, run.stop
    while start > 0 and _in_one_date(words, start - 1):
        start -= 1
    while stop < len(words.forms) and _in_one_date(words, stop - 1):
        stop += 1
    return range(start, stop)


def without_parts_of_dates(words: PassageWords, run: range) -> range:
    """The run, shorter where it begins or ends within a date; empty if it is only a part of one."""
    start, stop = run.start, run.stop
    while start < stop and start > 0 and _in_one_date(words, start - 1):
        start += 1
    while stop > start and stop < len(words.forms) and _in_one_date(words, stop - 1):
        stop -= 1
    return range(start, stop)


def phrase(words: PassageWords, run: range) -> str:
    """A run as written, with the full stop of an abbreviation at its end."""
    text = words.phrase(run[0], run[-1])
    start, end = words.spans[run[-1]]
    form = words.text[start:end].casefold()
    return f"{text}." if words.text[end : end + 1] == "." and form in _ABBREVIATIONS else text


def _in_one_date(words: PassageWords, place: int) -> bool:
    """Whether a word and the following one are a month and a day or a year, or a day and a year."""
    between = words.text[words.spans[place][1] : words.spans[place + 1][0]]
    if between not in _BETWEEN:
        return False
    first, second = (words.text[slice(*words.spans[k])] for k in (place, place + 1))
    if _is_month(first) or _is_month(second):
        other = second if _is_month(first) else first
        return other.rstrip("stndrh").isdigit() and len(other) <= 4
    dated = place > 0 and _is_month(words.text[slice(*words.spans[place - 1])])
    return dated and between == ", " and first.isdigit() and second.isdigit() and len(second) == 4


def _is_month(word: str) -> bool:
    return word[:1].isupper() and word.casefold() in _MONTHS
