"""Detect the language of a few words, such as a headline, by longer lists of function words and by letters.

py3langid, a library with a model, is right more often on headlines (`benchmarks/language_detection.py`), but
also wrong more often, and takes 0.8 s and 70 MB to load.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from tui.sources.lazy_pattern import lazy_pattern

LETTER_WEIGHT = 0.5
"""Weight of a letter that few languages have, beside 1 for a function word, shared among its languages."""
FOREIGN_LETTER = 0.6
"""Taken from every language that does not have such a letter."""
LEAST_LEAD = 0.05
"""Lead of the first language from which it is given. All three were tuned on the first half of NTREX-128."""

_LETTERS = {
    "cs": "ěščřžýáíéůúťďň",
    "da": "åæø",
    "de": "äöüß",
    "es": "ñáéíóúü",
    "fi": "äö",
    "fr": "éèêçàœùîôûëï",
    "hu": "őűáéíóúöü",
    "it": "àèìòù",
    "nl": "ëï",
    "no": "åæø",
    "pl": "ąćęłńóśźż",
    "pt": "ãõçáéíóúâêô",
    "ro": "ăâîșțşţ",
    "sv": "åäö",
    "tr": "ğışçöü",
    "vi": "ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    "ru": "ыэё",
    "uk": "іїєґ",
    "bg": "ъщ",
    "ar": "ةأإىئؤ",
    "fa": "پچژگیک",
}
"""Letters that a language has and most others of its script have not."""
_NAMES = {"no": "norwegian"}
"""Names of languages whose code the library of stop words does not know."""
_WORD = lazy_pattern(r"[^\W\d_]+")


def language_of_few_words(text: str, candidates: Mapping[str, str]) -> str:
    """The code of the most likely of some languages of one script; "" if two are nearly as likely.

    `candidates` has for each code its most frequent function words, beside those of the stop words library.
    """
    votes = dict.fromkeys(candidates, 0.0)
    words_of = {code: _function_words(code, words) for code, words in candidates.items()}
    low = text.casefold()
    for word, count in Counter(_WORD.findall(low)).items():
        _share(votes, [code for code, words in words_of.items() if word in words], float(count))
    for letter, count in Counter(low).items():
        owners = [code for code in candidates if letter in _LETTERS.get(code, "")]
        if owners:
            _share(votes, owners, LETTER_WEIGHT * count)
            for code in candidates.keys() - owners:
                votes[code] -= FOREIGN_LETTER * count
    ranked = sorted(votes, key=lambda code: -votes[code])
    if len(ranked) < 2:
        return ranked[0] if ranked else ""
    first, second = ranked[:2]
    return first if votes[first] > 0 and votes[first] - votes[second] >= LEAST_LEAD else ""


def _share(votes: dict[str, float], codes: Iterable[str], weight: float) -> None:
    """Share a weight among languages."""
    owners = list(codes)
    for code in owners:
        votes[code] += weight / len(owners)


@cache
def _function_words(code: str, frequent: str) -> frozenset[str]:
    """The function words of a language, case folded."""
    import stop_words  # 9 ms, for short texts only

    try:
        library = stop_words.get_stop_words(_NAMES.get(code, code))
    except stop_words.StopWordError:
        library = []
    return frozenset(word.casefold() for word in library) | frozenset(frequent.split())
