"""Stemmers and stop words, by language."""

from __future__ import annotations

from functools import cache

import Stemmer

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "es": "spanish", "et": "estonian", "fa": "persian",
    "fi": "finnish", "fr": "french", "hi": "hindi", "hu": "hungarian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nl": "dutch", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}  # fmt: skip

# Our own English list: the library's has "bill", "case", "members", "states" and "million", which carry news.
# The last lines are words of reporting, which any two reports share.
_ENGLISH = frozenset(
    """
    a about above across after again against all almost along already also although always am among
    an and any anyone anything are around as at away back be became because become been before began
    being below between both but by came can cannot come could did do does doing done down during
    each either else enough even ever every everyone everything far few for from full further gave
    get getting give given go goes going gone got had has have having he her here hers herself him
    himself his how however i if in including indeed instead into is it its itself just kept last
    least less let like likely made make makes making many may maybe me might mine more most much
    must my myself near nearly need neither never next no none nor not nothing now of off often on
    once one only onto or other others ought our ours ourselves out over own part per perhaps put
    quite rather really same see seem seemed seems several shall she should since so some someone
    something soon still such take taken than that the their theirs them themselves then there these
    they thing things this those though through thus to together too took toward towards under until
    up upon us use used using very via want was way we well went were what whatever when where
    whether which while who whole whom whose why will with within without would yes yet you your
    yours yourself ain aren cant couldn didn doesn don hadn hasn haven isn ll re shouldn ve wasn
    weren won wouldn said say saying says told tell asked added called calling according spokesman spokeswoman
    spokesperson mr mrs ms dr statement interview reporters monday tuesday wednesday thursday friday
    saturday sunday day week month year today yesterday tomorrow
    """.split()
)


def _library_list(language: str) -> frozenset[str]:
    import stop_words  # 9 ms, and English texts may never need it

    try:
        return frozenset(word.casefold() for word in stop_words.get_stop_words(language))
    except stop_words.StopWordError:
        return frozenset()


@cache
def stop_words_of(language: str) -> frozenset[str]:
    """The stop words of a language, case folded; none for an unknown language."""
    return _ENGLISH if language == "en" else _library_list(language)


@cache
def common_words_of(language: str) -> frozenset[str]:
    """Words too common to name a topic by themselves: the library's longer list, case folded."""
    return _library_list(language) | stop_words_of(language)


@cache
def stemmer_of(language: str) -> Stemmer.Stemmer | None:
    """The Snowball stemmer (Porter, 2001) of a language, if there is one."""
    name = _SNOWBALL.get(language)
    # No cache in the stemmer: a lexicon asks for each word once.
    return Stemmer.Stemmer(name, 0) if name else None
