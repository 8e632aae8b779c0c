"""Names in another spelling or script: Putin and Путин, Kyiv and Kiew, Ukraine and 乌克兰."""

from __future__ import annotations

import unicodedata
from functools import cache

from msgspec.structs import replace

from tui.model import Evidence

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i i e g".split(" "),
        strict=True,
    )
)
_SOUNDS = (
    *(("shch", "s"), ("tsch", "s"), ("sch", "s"), ("zh", "s"), ("ch", "s"), ("sh", "s"), ("kh", "")),
    *(("ck", "k"), ("ph", "f"), ("ts", "s"), ("tz", "s"), ("th", "t"), ("w", "v"), ("y", ""), ("j", "")),
    *(("q", "k"), ("c", "k"), ("x", "ks"), ("z", "s"), ("h", "")),
)
"""Spellings of one sound in several languages, the longer first."""
_VOWELS = str.maketrans("", "", "aeiou'’-.")
LEAST = 2
"""Consonants of a name that must agree; of shorter ones the whole names must."""


def with_names(evidence: Evidence, languages: tuple[str, str]) -> Evidence:
    """The evidence with those of its aligned words that are one name in both languages."""
    named = [left for left, right in evidence.aligned if same_name(left, right, languages)]
    return replace(evidence, names=tuple(dict.fromkeys((*evidence.names, *named))))


def same_name(left: str, right: str, languages: tuple[str, str]) -> bool:
    """Whether two words, each with a capital if its script has any, are one name in two languages.

    They are if their consonants agree once transliterated, but for one that a case may add, or if CLDR knows
    both as one country.
    """
    if not _is_name(left) or not _is_name(right):
        return False
    if _country(left, languages[0]) & _country(right, languages[1]):
        return True
    plain, other = _latin(left), _latin(right)
    if not plain.isascii() or not other.isascii():
        return False
    short, long = sorted((_consonants(plain), _consonants(other)), key=len)
    if len(short) < LEAST:
        return plain == other
    begins_alike = all(word[0] in "aeiou" for word in (plain, other)) or short[0] == long[0]
    return begins_alike and long.startswith(short) and len(long) - len(short) <= 1


def _is_name(word: str) -> bool:
    first = word[:1]
    return first.isupper() or (first.isalpha() and first.lower() == first.upper())


def _latin(word: str) -> str:
    """A word in Latin letters without accents, in lower case."""
    written = "".join(_CYRILLIC.get(letter, letter) for letter in word.casefold())
    plain = unicodedata.normalize("NFKD", written)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).removesuffix("'s")


def _consonants(word: str) -> str:
    """The consonants of a word, one letter for each sound, double ones once."""
    for spelling, sound in _SOUNDS:
        word = word.replace(spelling, sound)
    letters = word.translate(_VOWELS)
    return "".join(letter for k, letter in enumerate(letters) if letters[k - 1 : k] != letter)


def _country(word: str, language: str) -> frozenset[str]:
    """The codes of the countries that a word names; in Russian and German in any case."""
    names = _countries(language)
    low = word.casefold().removesuffix("’s").removesuffix("'s")
    codes = names.get(low)
    if codes is None and language in ("ru", "uk", "pl", "cs", "de") and len(low) > 4:
        codes = frozenset().union(*(own for name, own in names.items() if name[:-1] == low[: len(name) - 1]))
    return codes or frozenset()


@cache
def _countries(language: str) -> dict[str, frozenset[str]]:
    """The codes of countries by their names of one word in a language, by Babel (CLDR)."""
    from babel import Locale, UnknownLocaleError  # 16 ms, in the worker only

    try:
        territories = Locale.parse(language).territories
    except (ValueError, UnknownLocaleError):
        return {}
    names: dict[str, frozenset[str]] = {}
    for code, name in territories.items():
        if len(str(code)) == 2 and " " not in name:
            names[name.casefold()] = names.get(name.casefold(), frozenset()) | {str(code)}
    return names
