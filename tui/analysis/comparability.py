"""The languages of two articles: whether they are one, and what can be compared in them."""

from __future__ import annotations

from tui.model import Article, Comparison
from tui.sources.passages.language import detect_language, scripts_of

_MAIN_SHARE = 0.2
"""Share of an article's letters from which it is said to be written in a script."""
_NOT_LATIN = bytes(k for k in range(256) if not chr(k).isalpha() or k > 127)


def in_two_languages(left: Article, right: Article) -> bool:
    """Whether the articles are in different languages. Where one is not known, scripts decide."""
    languages = [language_of(article) for article in (left, right)]
    if all(languages):
        return languages[0] != languages[1]
    return bool(incomparable_reason(left, right))


def languages_of_words(left: Article, right: Article) -> tuple[str, str]:
    """The languages by which words are compared: twice that of the left article unless there are two."""
    if in_two_languages(left, right):
        return language_of(left) or "und", language_of(right) or "und"
    return (left.language or "en",) * 2


def language_of(article: Article) -> str:
    """The ISO 639 code of an article's language, without a country; "" if it is not known."""
    return (article.language or detect_language(article.text)).partition("-")[0].lower()


def languages_of_facts(comparison: Comparison) -> tuple[str, str]:
    """The languages in which facts are compared. One that is unknown, as in a short text, is the other's."""
    left, right = (article.language or detect_language(article.text) for article in comparison.articles)
    return left or right or "en", right or left or "en"


def language_note(comparison: Comparison) -> str:
    """The kinds of fact that can be compared in the articles' languages, in one line; "" if all can."""
    languages = set(languages_of_facts(comparison))
    if languages == {"en"}:
        return ""
    if len(languages) > 1:
        return (
            "the articles are in two languages: numbers, amounts, days and times are compared; "
            "quotations, wording, certainty, sources and roles need one language"
        )
    return "the articles are not in English: only numbers, dates, quotations and words are compared"


def incomparable_reason(left: Article, right: Article) -> str:
    """Why the two articles cannot be compared by words, in one line; "" if they can."""
    if left.text and right.text and _mostly_latin(left.text) and _mostly_latin(right.text):
        return ""
    left_scripts, right_scripts = _main_scripts(left.text), _main_scripts(right.text)
    if not left_scripts or not right_scripts or left_scripts & right_scripts:
        return ""
    return (
        "the two articles share no script: the left is written in "
        f"{_names(left_scripts)}, the right in {_names(right_scripts)} letters"
    )


def _mostly_latin(text: str) -> bool:
    """Whether unaccented Latin letters alone make Latin a main script: a fast test for the usual case."""
    latin = text.encode("ascii", "ignore").translate(None, _NOT_LATIN)
    return len(latin) >= _MAIN_SHARE * len(text)


def _main_scripts(text: str) -> set[str]:
    counts = scripts_of(text)
    total = counts.total()
    # Japanese and Korean mix their letters with Chinese ones.
    return {script for script, n in counts.items() if n >= _MAIN_SHARE * total}


def _names(scripts: set[str]) -> str:
    names = {"CJK": "Chinese"}
    return " and ".join(names.get(script, script.title()) for script in sorted(scripts))
