"""Split a paragraph into sentences, by rules. Standard library only, linear time, exact offsets.

The rules look at tokens separated by white space. A token with a stop at its end ends a sentence if
the next one may begin one, unless the stop belongs to an abbreviation, an initial, a list marker or
an ellipsis. In scripts without spaces every stop ends a sentence.
"""

from __future__ import annotations

import re

from msgspec import Struct

from tui.model import Span
from tui.model.wording import MONTHS


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_TITLES = _words(
    "mr mrs ms messrs dr prof gen lt col maj capt cpt sgt cpl adm cmdr gov sen rep reps sens hon",
    "rev fr sr sra st ste mt ft pres supt insp det amb brig pvt mme mlle m cong atty asst",
)
"""Abbreviations before a name; their stop never ends a sentence."""

_MONTHS = frozenset({*MONTHS, "sept"} - {"may"})
_NUMBERED = _words("no nos vol vols fig figs pp p ch sec art par")
"""Abbreviations before a number (`No. 10`, `Feb. 25`); before a word they may end a sentence."""

_CAN_END = _words(
    "etc inc ltd co corp llc jr sr bros a.m p.m u.s u.k u.n e.u u.s.a u.s.s.r d.c ph.d m.d b.a m.a",
    "ala ariz ark calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev",
    "okla ore pa penn tenn tex va vt wash wis wyo",
)
_NEVER_END = _words(
    "vs v cf e.g i.e viz al approx est ca op ed eds trans dept univ assn mon tue tues wed thu thur",
    "thurs fri sat sun ave blvd rd sq hwy tel ext min max avg",
)
"""Neither kind ends a sentence before a capital letter, unless the next word is a starter."""

_STARTERS = _words(
    "the a an he she it they we i you this that these those there his her its their our my your in",
    "on at but and or so if when while as after before since although though however meanwhile",
    "still yet for to by from with no not who what where why how mr mrs ms dr both some many most",
    "all one two another such then now here also even",
)
"""Words that begin sentences: with a capital letter they are rarely part of a name."""

_ZONES = _words(
    "et est edt pt pst pdt ct cst cdt mt gmt utc bst cet",
    "monday tuesday wednesday thursday friday saturday sunday",
)
"""Words that continue a sentence after `3 p.m.`"""

_NAMES_WITH_STOP = frozenset({"yahoo!", "jeopardy!"})
"""Names that end in a stop."""

_OPENING = "\"'“‘«(["
_CLOSING = "\"'”’»)]›"
_STOPS = ".!?…"
_BULLETS = "•-–—*⁃"
_DASH = re.compile("[–—―]+|--+")
"""A separate dash continues a sentence; a hyphen or bullet begins an item."""

_TOKEN = re.compile(r"\S+")
_SPACELESS = re.compile('[。！？؟۔।॥။។༎]+[」』”’）»"]*')
"""Stops of Chinese, Japanese, Arabic, Urdu, Hindi, Burmese, Khmer, Tibetan; closing marks."""
_ANY_STOP = re.compile("[.!?…。！？؟۔।॥။።༎]")
_COMPOUND = re.compile(r"(?<=\w)[-–—/](?=\w)")
_LETTERS = re.compile(r"(?:[a-z]\.)+[a-z]")
_NEAR = 80
"""Characters from the start of a sentence in which its words are counted."""
_LIST_MARKER = re.compile(r"\d{1,3}|[a-z]")
_TRAILER = re.compile(r"[”’»)]*(?:\[\d{1,3}\])*")
"""Tokens that may follow a stop and still belong to the sentence: a reference, a stray mark."""
_CITED = re.compile(r"[.!?…][\"'”’»)]*(?:\[\d{1,3}\])+$")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]\w")
"""`iPhone`, `eBay`: may begin a sentence, in spite of their first letter."""

_SAYING = re.compile(
    r"\s+(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\. )?(?:[A-Z][\w'’-]{0,24} ){1,3}"
    r"(?:said|asked|told|added|wrote|replied|tweeted|says|asks|continued|recalled|was quoted)\b"
    r"(?! (?:that|he|she|they|it|the|his|her|there)\b)"
)
"""`“Who pays?” Mr. Doe asked.` is one sentence; in `“Who?” Mr. Doe said that ...` a new one begins.
"""

_STOPLESS = re.compile("[\u0e00-\u0eff]")
_STOPLESS_LONG, _STOPLESS_PART = 240, 60
"""Thai and Lao have no stops: a passage over the first length is cut at spaces into parts of at
least the second, in characters; a Thai clause has about that many."""


class _Token(Struct, frozen=True):
    """A token in parts: `“U.S.”` has opening `“`, stem `u.s`, stops `.` and closing `”`."""

    word: str
    base: str
    """The token as written, without closing marks and stops."""
    stops: str
    closed: bool

    @property
    def stem(self) -> str:
        """The base in lower case, without opening marks; the last part of a compound (`post-Sept`)."""
        return _COMPOUND.split(self.base.lstrip(_OPENING).lower())[-1]


def split_sentences(text: str) -> list[Span]:
    """The spans of the sentences in one paragraph, without the white space between them."""
    if not _ANY_STOP.search(text, 0, len(text) - 1):  # as in most short lines
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        return _stopless(text, Span(start, end)) if start < end else []
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    spans: list[Span] = []
    if not tokens:
        return spans
    start = tokens[0][0]
    spaceless = bool(_SPACELESS.search(text))
    for number, (first, end) in enumerate(tokens):
        following = tokens[number + 1][0] if number + 1 < len(tokens) else end
        stops = [m.end() for m in _SPACELESS.finditer(text, first, end)] if spaceless else []
        for stop in stops:
            spans.append(Span(start, stop))
            start = stop if stop < end else following
        if not stops and number + 1 < len(tokens) and _ends(text, tokens, number, start):
            spans.append(Span(start, end))
            start = following
    if start < tokens[-1][1]:
        spans.append(Span(start, tokens[-1][1]))
    return [part for span in spans for part in _stopless(text, span)]


def _ends(text: str, tokens: list[tuple[int, int]], number: int, start: int) -> bool:
    """Whether the token, which is not the last, ends the sentence that begins at `start`."""
    first, end = tokens[number]
    if not _may_end(text, end):
        return False
    word = text[first:end]
    following = text[slice(*tokens[number + 1])]
    if _TRAILER.fullmatch(following):  # 'It fell. [1] Experts agree.'
        return False
    previous = text[slice(*tokens[number - 1])] if number else ""
    if _TRAILER.fullmatch(word):
        return previous[-1:] in tuple(_STOPS) and _begins(following)
    if _CITED.search(word):
        return _begins(following)
    token = _token(word)
    if not token.stops or not _begins(following):
        return False
    if not token.base:
        return _ellipsis_ends(text, tokens, number, following)
    if token.stops == "." and not token.closed:
        words_before = len(text[start : min(first, start + _NEAR)].split())
        return _full_stop_ends(token, previous, following, words_before)
    if token.closed and _SAYING.match(text, end):
        return False
    return word.lower() not in _NAMES_WITH_STOP


def _may_end(text: str, end: int) -> bool:
    """A cheap first test: most tokens end in a letter."""
    return not text[end - 1].isalnum() and text[end - 1] not in ",;:"


def _token(word: str) -> _Token:
    core = word.rstrip(_CLOSING)
    base = core.rstrip(_STOPS)
    return _Token(word, base, core[len(base) :], len(core) < len(word))


def _begins(word: str) -> bool:
    """Whether a sentence may begin with this token."""
    bare = word.lstrip(_OPENING) or word
    first, opened = bare[0], len(bare) < len(word)
    if first.islower():
        return bool(_BRAND.match(bare))
    if _DASH.fullmatch(word):
        return False
    return opened or first.isalnum() or first in _BULLETS


def _bare(word: str) -> str:
    return word.lstrip(_OPENING).rstrip(".,;:!?" + _CLOSING).lower()


def _full_stop_ends(token: _Token, previous: str, following: str, words_before: int) -> bool:
    """Whether one full stop ends the sentence; `words_before` counts its words before the token."""
    stem, next_word = token.stem, _bare(following)
    starter = next_word in _STARTERS
    if stem in _TITLES:
        return False
    if len(stem) == 1 and token.base[-1].isupper():  # an initial, unless 'vitamin C. The', 'and I.'
        return previous[:1].islower() and (stem == "i" or starter)
    if not words_before and _LIST_MARKER.fullmatch(stem):
        return False
    if stem in _NUMBERED or stem in _MONTHS:
        number = next_word[:1].isdigit() or (stem not in _MONTHS and next_word in _MONTHS)
        return not number and (starter or token.word[0].islower() or following[0] in _OPENING)
    if stem in ("a.m", "p.m"):
        return next_word not in _ZONES and words_before > 2  # 'At 5 a.m. Mr. Doe left'
    if stem in _CAN_END or stem in _NEVER_END or _LETTERS.fullmatch(stem):
        return starter
    return True


def _ellipsis_ends(text: str, tokens: list[tuple[int, int]], number: int, following: str) -> bool:
    """Whether separate dots (`...`, `…`, `. . .`) end the sentence.

    They do if there are four, after a stop, in closing marks, or before a starter. `I` is an
    exception ("the thing is . . . I forgot").
    """
    dots, index = 0, number
    word = text[slice(*tokens[number])]
    closed = word[-1] in _CLOSING
    while index >= 0 and dots <= 8 and not (word := text[slice(*tokens[index])]).strip(_STOPS + _CLOSING):
        dots += len(word)
        index -= 1
    ended = index >= 0 and word[-1:] in tuple(_STOPS)
    next_word = _bare(following)
    return dots > 3 or closed or ended or (next_word in _STARTERS and next_word != "i")


def _stopless(text: str, span: Span) -> list[Span]:
    """The span, cut at spaces if it is long and its script has no stops."""
    if len(span) <= _STOPLESS_LONG or not _STOPLESS.search(text, span.start, span.start + 40):
        return [span]
    parts: list[Span] = []
    start = span.start
    end = start
    for match in _TOKEN.finditer(text, span.start, span.end):
        if end - start >= _STOPLESS_PART and span.end - match.start() >= _STOPLESS_PART:
            parts.append(Span(start, end))
            start = match.start()
        end = match.end()
    parts.append(Span(start, span.end))
    return parts
