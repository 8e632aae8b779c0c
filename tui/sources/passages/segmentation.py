"""Split a paragraph into sentences, by rules. Standard library only, linear time, exact offsets.

The rules look at tokens separated by white space. A token with a stop at its end ends a sentence if
the next one may begin one, unless the stop belongs to an abbreviation, an initial, a list marker or
an ellipsis. In scripts without spaces every stop ends a sentence.
"""

from __future__ import annotations

from msgspec import Struct

from tui.model import Span
from tui.sources.lazy_pattern import has_any, lazy_pattern
from tui.sources.passages.abbreviations import (
    CAN_END,
    COUNTED,
    GERMAN_ENDINGS,
    GERMAN_STARTERS,
    GERMAN_WEEKDAYS,
    LETTERED,
    MONTHS,
    NAMES_WITH_STOP,
    NEVER_END,
    NUMBERED,
    ORDINAL_NOUNS,
    STARTERS,
    STATES,
    TITLES,
    ZONES,
)
from tui.sources.passages.quoted_titles import quoted_titles
from tui.sources.passages.saying import SAYING, is_spaceless_saying
from tui.sources.passages.small_letters import ends_in_small, is_small
from tui.sources.passages.stopless import split_stopless

_OPENING = "\"'“‘«([„‚»›¿¡"
_CLOSING = "\"'”’»)]›“‘«"
"""Marks at the beginning and at the end of a token: in German `„` opens and `“` closes, `»` opens too."""
_LONE_OPENING = frozenset("«„“")
_STOPS = ".!?…"
_BULLETS = "•-–—*⁃"
_DASH = lazy_pattern("[–—―]+|--+")
"""A separate dash continues a sentence; a hyphen or bullet begins an item."""

_TOKEN = lazy_pattern(r"\S+")
_SPACELESS_STOPS = "。！？؟۔।॥။។༎"
"""Of Chinese, Japanese, Arabic, Urdu, Hindi, Burmese, Khmer, Tibetan."""
_SPACELESS = lazy_pattern(f'[{_SPACELESS_STOPS}]+[」』”’）»"]*')
"""Such stops, and closing marks."""
_ANY_STOP = f"{_STOPS}{_SPACELESS_STOPS}።"
"""Those of Latin scripts, these, and that of Amharic."""
_DEVANAGARI = lazy_pattern("[\u0900-\u097f]")
_COMPOUND = lazy_pattern(r"(?<=[\w.])[-–—/](?=\w)")
_LETTERS = lazy_pattern(r"(?:[a-z]\.)+[a-z]{1,2}")
"""`u.a`, `d.o.ca`"""
_LETTER = lazy_pattern(r"\(?[^\W\d_]\.")
_ROMAN = lazy_pattern("[IVX]{2,5}")
_NEAR = 80
"""Characters from the start of a sentence in which its words are counted."""
_LIST_MARKER = lazy_pattern(r"\d{1,3}(?:\.\d{1,3}){0,4}|[a-z]|[ivx]{1,5}")
_TRAILER = lazy_pattern(
    r"[”’»)]*(?:\[\d{1,3}\])*|\[\d{1,2}\.\d{1,2}\.\d{2,4}\][.;]?|\^\^|[:;=8]-?[()]+|[\U0001F300-\U0001FAFF\u2600-\u27bf\ufe0f\u200d]+"
)
"""Tokens that may follow a stop and still belong to the sentence: a reference, a stray mark, a smiley."""
_TRAILER_STARTS = "”’»)[^:;=8\u200d"
_CITED = lazy_pattern(
    r"[.!?…][\"'”’»)“]*(?:\[\w{1,3}\]|[¹²³⁰⁴-⁹†‡*]{1,3})+$|(?<=[^\W\d_]{2})[.!?…][\"'”’»)“]*[1-9]\d{0,2}$"
)
"""A note's mark after the stop: `[1]`, `[a]`, `¹`, `†`, `12`."""
_NOTE_ENDS = "]†‡*"
_GLUED = lazy_pattern(
    r"(?:(?<=[a-zß-ÿ]{3}|[A-Z]{3})[.!?]+|(?<=[a-zß-ÿ]{3} )\.)[”’\"]?(?=([A-ZÀ-Þ][a-zß-ÿ]*)(?:$|[^\w.]))"
)
"""A stop without a space behind it."""
_RANGE = lazy_pattern(r"\d\. [-–]\d")
"""Days from one to another: `vom 9.1. -10.2.`"""
_EXPLAINED = lazy_pattern(r"\s\([^\s()]{1,12}\)\s[a-zß-ÿ]")
"""A name's short form in brackets, within a sentence: `“Who pays?” (WP) began`"""
_MARKED = lazy_pattern(r"\([!?]+\)$")
"""A mark of surprise or doubt within a sentence: `448(!) Abgeordnete`."""
_AGAINST = "./."
"""German "versus"."""
_BRAND = lazy_pattern(r"[a-z]{1,2}[A-Z]\w")
"""`iPhone`, `eBay`: may begin a sentence, in spite of their first letter."""


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


def split_sentences(text: str, language: str = "") -> list[Span]:
    """The spans of the sentences in one paragraph, without the white space between them.

    In German (`de`) a number with a stop is an ordinal, unless a word follows that begins sentences.
    """
    if not has_any(text[:-1], _ANY_STOP):  # as in most short lines
        start = len(text) - len(text.lstrip())
        end = len(text.rstrip())
        return split_stopless(text, Span(start, end)) if start < end else []
    tokens = [match.span() for match in _TOKEN.finditer(text)]
    spans: list[Span] = []
    if not tokens:
        return spans
    start = tokens[0][0]
    spaceless = has_any(text, _SPACELESS_STOPS)
    small = is_small(text)
    titles = quoted_titles(text)
    last = len(tokens) - 1
    for number, (first, end) in enumerate(tokens):
        if text[end - 1].isalpha() and text[first:end].isalnum() and number < last and not spaceless:
            continue  # most tokens are words
        following = tokens[number + 1][0] if number < last else end
        stops = _spaceless_stops(text, first, end) if spaceless else []
        for stop in [*_glued_stops(text, first, end, language), *stops]:
            spans.append(Span(start, stop))
            start = stop if stop < end else following
        if stops or number == last or any(title.start < end < title.end for title in titles):
            continue
        ended = small and ends_in_small(text[first:end], text[slice(*tokens[number + 1])])
        if ended or _ends(text, tokens, number, start, language):
            spans.append(Span(start, end))
            start = following
    if start < tokens[-1][1]:
        spans.append(Span(start, tokens[-1][1]))
    return [part for span in spans for part in split_stopless(text, span)]


def _spaceless_stops(text: str, first: int, end: int) -> list[int]:
    """Ends of sentences within a token of a script without spaces."""
    return [
        match.end()
        for match in _SPACELESS.finditer(text, first, end)
        if match[0][-1] not in "」』”’" or not is_spaceless_saying(text, match.end())
    ]


def _glued_stops(text: str, first: int, end: int, language: str) -> list[int]:
    """Ends of sentences without a space behind them, before a word that begins sentences."""
    token = text[first : end - 1]
    if not ("." in token or "!" in token or "?" in token) or "/" in token or "@" in token:
        return []
    starters = GERMAN_STARTERS if language == "de" else STARTERS
    return [
        match.end() - _is_opened(text, match.end() - 1)
        for match in _GLUED.finditer(text, first, end)
        if match[1].lower() in starters or (match.start() and text[match.start() - 1] == " ")
    ]


def _is_opened(text: str, place: int) -> bool:
    """Whether a quotation begins with the straight mark at a place."""
    return text[place] == '"' and text.count('"', 0, place) % 2 == 0


def _ends(text: str, tokens: list[tuple[int, int]], number: int, start: int, language: str) -> bool:
    """Whether the token, which is not the last, ends the sentence that begins at `start`."""
    first, end = tokens[number]
    word = text[first:end]
    if not _may_end(text, end) and not (
        word[-1].isdigit() and has_any(word, _STOPS) and _CITED.search(text, max(first, end - 8), end)
    ):
        return False
    following = text[slice(*tokens[number + 1])]
    if _is_trailer(following) or _RANGE.match(text, end - 2):  # 'It fell. [1] Experts agree.'
        return False
    previous = text[slice(*tokens[number - 1])] if number else ""
    if _is_trailer(word):
        return previous[-1:] in tuple(_STOPS) and _begins(following)
    cited = (word[-1].isdigit() or word[-1] in _NOTE_ENDS) and _CITED.search(word)
    if cited and word.count(".") < 2:
        return _begins(following) and word.partition(".")[0].lstrip(_OPENING).lower() not in NUMBERED
    token = _token(word)
    if not token.stops or not _begins(following):
        return False
    if not token.base and "." not in token.stops and "…" not in token.stops:  # French: a space before `?`
        return not SAYING.match(text, end)
    if word == "." and number:  # behind a link, or a name in bold
        return _stands_apart(previous, following)
    if _MARKED.search(word) or word == _AGAINST:
        return False
    if not token.base:
        return _ellipsis_ends(text, tokens, number, following, language)
    if token.stops == "." and not token.closed:
        if _DEVANAGARI.match(token.base[-1]) and "।" in text:
            return False  # an abbreviation: such a text ends its sentences with `।`
        words_before = len(text[start : min(first, start + _NEAR)].split())
        return _full_stop_ends(token, previous, following, words_before, language)
    if token.closed and (SAYING.match(text, end) or _EXPLAINED.match(text, end)):
        return False
    return word.lower() not in NAMES_WITH_STOP


def _stands_apart(previous: str, following: str) -> bool:
    """Whether a stop with spaces around it ends a sentence, by the tokens before and behind it."""
    bare = previous.lower().rstrip(_CLOSING)
    if bare in NEVER_END and bare not in STARTERS:  # 'evtl . Flohkot'
        return _bare(following) in STARTERS | GERMAN_STARTERS
    return (
        len(bare) > 1 and bare[-1].isalnum() and bare not in TITLES and (not bare.isdigit() or len(bare) > 2)
    )


def _is_trailer(token: str) -> bool:
    may = token[0] in _TRAILER_STARTS or token[0] >= "\u2600"  # smileys
    return may and _TRAILER.fullmatch(token) is not None


def _may_end(text: str, end: int) -> bool:
    """A cheap first test: most tokens end in a letter."""
    return not text[end - 1].isalnum() and text[end - 1] not in ",;:"


def _token(word: str) -> _Token:
    core = word.rstrip(_CLOSING)
    base = core.rstrip(_STOPS)
    return _Token(word, base, core[len(base) :], len(core) < len(word))


def _begins(word: str) -> bool:
    """Whether a sentence may begin with this token."""
    if word in _LONE_OPENING:
        return True  # French, with a space behind it
    bare = word.lstrip(_OPENING) or word
    if word[0] in _CLOSING and not any(map(str.isalnum, bare)):
        return False  # a closing mark and a comma
    first, opened = bare[0], len(bare) < len(word)
    if first.islower():
        return bool(_BRAND.match(bare))
    if _DASH.fullmatch(word):
        return False
    return opened or first.isalnum() or first in _BULLETS


def _bare(word: str) -> str:
    return word.lstrip(_OPENING).rstrip(".,;:!?" + _CLOSING).lower()


def _full_stop_ends(token: _Token, previous: str, following: str, words_before: int, language: str) -> bool:
    """Whether one full stop ends the sentence; `words_before` counts its words before the token."""
    stem, next_word = token.stem, _bare(following)
    german = language == "de"
    starter = next_word in (GERMAN_STARTERS if german else STARTERS)
    if stem in TITLES and not (token.base == "m" and previous[-1:].isdigit()):  # '20 x 20 m'
        return False
    if len(stem) == 1 and stem.isalpha() and (_LETTER.fullmatch(previous) or _LETTER.fullmatch(following)):
        return False  # 'z. B.', 'J. K. Rowe'
    if len(stem) == 1 and token.base[-1].isupper():  # an initial, unless 'vitamin C. The', 'and I.'
        return _bare(previous) in LETTERED or (previous[:1].islower() and (stem == "i" or starter))
    if len(stem) == 1 and stem.isalpha() and stem == stem.upper() == stem.lower():
        return False  # an initial in a script without capitals
    if not words_before and _LIST_MARKER.fullmatch(stem):
        return False
    ordinal = stem.isdigit() and not any(map(str.isalpha, token.base))  # not 'CoV-2.'
    if ordinal and len(stem) < 3 and (next_word in ORDINAL_NOUNS or (german and not starter)):
        return False
    if ordinal and len(stem) == 3 and next_word.startswith(tuple(COUNTED)):
        return False
    if german and stem in GERMAN_WEEKDAYS and next_word[:1].isdigit() and not token.base.islower():
        return False
    if german and len(stem) == 1 and token.base.islower():  # 'Anm. d. Red.'
        return starter
    if german and _ROMAN.fullmatch(token.base):
        return starter
    if stem in NUMBERED or stem in MONTHS or (stem.endswith("str") and next_word[:1].isdigit()):
        number = next_word[:1].isdigit() or (stem not in MONTHS and next_word in MONTHS)
        return not number and (starter or token.word[0].islower() or following[0] in _OPENING)
    if stem in ("a.m", "p.m"):  # 'At 5 a.m. Mr. Doe left', 'at 9 p.m. March 3', 'at 9 p.m. (6 p.m. in Leeds)'
        month = next_word != "may" and next_word[:3] in MONTHS
        return not month and following[0] != "(" and next_word not in ZONES and words_before > 2
    if german and stem in GERMAN_ENDINGS:
        return True
    if stem in STATES:
        return starter or token.base[-len(stem)].islower()  # German 'mich'
    if stem in CAN_END or stem in NEVER_END or _LETTERS.fullmatch(stem):
        return starter
    return True


def _ellipsis_ends(
    text: str, tokens: list[tuple[int, int]], number: int, following: str, language: str
) -> bool:
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
    if index < 0:  # dots at the beginning
        return False
    ended = word[-1:] in tuple(_STOPS)
    next_word = _bare(following)
    starters = GERMAN_STARTERS if language == "de" else STARTERS
    return dots > 3 or closed or ended or (next_word in starters and next_word != "i")
