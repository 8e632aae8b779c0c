"""Detect the language of a text, and the scripts it is written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache

from tui.sources.lazy_pattern import lazy_pattern

# The most frequent function words, enough to distinguish languages of one script.
_FUNCTION_WORDS = {
    "en": "the of and to in that is was for with his they it on as said",
    "de": "der die das und ist nicht von mit dem den ein eine auch sich auf",
    "fr": "le la les des et est une dans que pour qui sur pas du au",
    "es": "de en y el la los las que una por con del para se es lo como su",
    "it": "il di che la un per non una del della sono con gli nel è",
    "pt": "o de que os do da um uma para com não em na no são",
    "nl": "de het een van en niet dat op te zijn voor met aan ook er",
    "sv": "och att det som en på är av för inte med till ett den har",
    "da": "og at det er en af til på ikke der med for den som har",
    "no": "og det er på av til ikke som en med å har den et om",
    "fi": "ja on ei että se oli hän ovat mutta joka myös kun ole mukaan",
    "pl": "i w na się nie z do że to jest o jak po za od",
    "cs": "a se v na je že to s z do o i jako za by",
    "hu": "a az és hogy nem is egy ez meg volt csak de el már",
    "ro": "și de în la a cu nu că pe o un din care este mai",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar ise",
    "id": "yang dan di dari untuk dengan pada ini itu tidak dalam akan ke juga",
    "vi": "và của là có không được cho một người những với các trong đã",
    "ru": "и в не на что с по это как он к но из за от",
    "uk": "і в не на що з та до як у за це від про його",
    "bg": "и на да се от за в не е че с по са до като",
    "ar": "في من على أن إلى عن التي الذي مع هذا ما لا كان هذه",
    "fa": "و در به از که این را با است برای آن یک خود تا",
    "el": "και το να της του η για στο με από που τα την είναι",
    "hi": "के का में की है से को और पर ने कि यह एक भी",
    "he": "את של על לא הוא זה עם כי גם היא אל או כל",
}

_BY_WORD: dict[str, list[str]] = {}
for _code, _words in _FUNCTION_WORDS.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_word, []).append(_code)

# Scripts of (nearly) one language.
_BY_SCRIPT = {"HIRAGANA": "ja", "KATAKANA": "ja", "HANGUL": "ko", "THAI": "th", "CJK": "zh"}


_CLEARLY = 2.0
"""Times as many function words of another language from which a declared one is wrong. Danish and
Norwegian share most of theirs."""
FEW_WORDS = 60
"""Words up to which a text may have too few of the most frequent function words."""
_MIN_WORDS = 30
"""Words from which a text can tell that its declared language is wrong."""


def detect_language(text: str, declared: str = "") -> str:
    """Guess the ISO 639-1 code of a text's language from its script and function words, else "".

    Function words must be at least 8 % of the first 2,000 words, and one language must have more of
    them than any other, those that several have counting less. Of up to FEW_WORDS words, letters and longer
    lists of function words decide. If no language is likely, the result is the `declared` code, which
    also stands against a guess that is not much better.
    """
    sample = text[:20_000].casefold()
    scripts = scripts_of(sample)
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > 0.05 * scripts.total():
        return "ja"
    if scripts and (code := _BY_SCRIPT.get(scripts.most_common(1)[0][0])):
        return declared if code == "zh" and declared == "ja" else code
    words = _WORD.findall(sample)[:2000]
    if not declared and len(words) <= FEW_WORDS:
        from tui.sources.passages.few_words import (
            language_of_few_words,  # not on the way to most first frames
        )

        return language_of_few_words(sample, _of_script(scripts)) if scripts else ""
    votes = Counter(code for word in words for code in _BY_WORD.get(word, ()))
    best = _most_own_words(words)
    if not best or votes[best] < 0.08 * len(words):
        return declared
    if declared in ("", best):
        return best
    known = declared in _FUNCTION_WORDS or declared in _BY_SCRIPT.values()
    clear = known and len(words) >= _MIN_WORDS and votes[best] >= _CLEARLY * max(1, votes[declared])
    return best if clear else declared


def _of_script(scripts: Counter[str]) -> dict[str, str]:
    """The languages written in the main script of a text, with their function words."""
    main = scripts.most_common(1)[0][0]
    return {code: words for code, words in _FUNCTION_WORDS.items() if _script(words[0]) == main}


def _most_own_words(words: Iterable[str]) -> str:
    """The language with most function words, one of several languages counting less; "" without a first.

    Counted whole, "de", "la" and "a" make a Spanish text as Romanian as Spanish.
    """
    votes: Counter[str] = Counter()
    for word, count in Counter(words).items():
        languages = _BY_WORD.get(word, ())
        for code in languages:
            votes[code] += count * _ONE_VOTE // len(languages)
    ranked = votes.most_common(2)
    tied = len(ranked) == 2 and ranked[0][1] == ranked[1][1]
    return ranked[0][0] if ranked and not tied else ""


_ONE_VOTE = 360_360
"""Can be shared by up to 15 languages without a rest."""
_WORD = lazy_pattern(
    "(?:[^\\W\\d_]|[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0962\u0963])+"
)
"""Letters with their marks: half of a word of Hindi is vowel signs, which are no letters to `re`."""


def scripts_of(text: str) -> Counter[str]:
    """Number of letters per script, by Unicode's names: LATIN, CYRILLIC, CJK, ..."""
    counts: Counter[str] = Counter()
    for letter, count in Counter(text).items():
        if letter.isalpha():
            counts[_script(letter)] += count
    return counts


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").split(" ")[0].split("-")[0]
