"""English words, counts of words, the months, and times of day."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from tui.model.direction import isolated, without_isolates

_UNCOUNTED = frozenset(["navigation"])
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""English abbreviations of the months, in order."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb aug sept oct nov dec".split()
)
"""English words for the days of the week and the months, in lower case: capitals that name nobody."""
FIRST_WORDS = 9
"""Number of words by which a reader recognizes a passage."""
QUOTED_WORDS = 6
"""The same in the middle of a sentence."""
_HAN_OR_KANA = "[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
"""Compiled where a text has such letters, by `re`: its many characters take some milliseconds."""
_THAI = re.compile("[\u0e00-\u0e7f]")
_QUOTES = "“”\"'‘’«»"
_INNER_QUOTES = str.maketrans("“”", "‘’")


def count_words(text: str) -> int:
    """Number of words, split at white space.

    Where words are not spaced, letters count: two to a word of Chinese or Japanese, five to one of Thai.
    """
    words = len(text.split())
    if text.isascii():
        return words
    han_or_kana = re.findall(_HAN_OR_KANA, text) if max(text) >= "\u3040" else ()
    unspaced = len(han_or_kana) / 2 + len(_THAI.findall(text)) / 5
    return words + round(unspaced) if unspaced else words


def score_number(score: float) -> int:
    """A score as it is shown, rounded down: no link below a threshold looks as if it reached it."""
    return int(score)


def score_text(score: float) -> str:
    """A score in a sentence or a list: `score 71`."""
    return f"score {score_number(score)}"


def share_text(share: float) -> str:
    """A share of 0 to 1 in per cent: `8 %`."""
    return f"{100 * share:.0f} %"


def plural(count: int, noun: str) -> str:
    """A count with its noun: `1 link`, `12 links`, `1,200 copies`."""
    return f"{count:,} {noun if count == 1 else plural_form(noun)}"


def is_or_are(count: int) -> str:
    """The verb of a count."""
    return "is" if count == 1 else "are"


def plural_form(noun: str) -> str:
    """The regular English plural: `links`, `copies`, `matches`."""
    if noun in _UNCOUNTED:
        return noun
    if noun.endswith("y") and noun[-2:-1] not in set("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def day_and_time(then: datetime, now: datetime) -> str:
    """A time as a reader would say it at another, by the clocks of one place: `yesterday at 19:54`."""
    days = (now.date() - then.date()) // timedelta(days=1)
    if days in (0, 1):
        day = ("today", "yesterday")[days]
    else:
        day = f"on {then:%A}" if 1 < days < 7 else f"on {then:%Y-%m-%d}"
    return f"{day} at {then:%H:%M}"


def first_words(text: str, limit: int = FIRST_WORDS) -> str:
    """The first words of a text, with an ellipsis if there are more."""
    words = text.split()
    return isolated(" ".join(words) if len(words) <= limit else f"{' '.join(words[:limit])} …")


def quoted_words(text: str) -> str:
    """A passage's name on the screen, where its id is not: `“Mr. Putin answered that Moscow was …”`."""
    words = without_isolates(first_words(text, QUOTED_WORDS)).strip(_QUOTES)
    return f"“{isolated(words.translate(_INNER_QUOTES))}”"
