"""Languages by their ISO 639-1 codes."""

from __future__ import annotations

from collections.abc import Mapping

from tui.model.article import Side
from tui.model.comparison import Comparison

LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic",
    "bg": "Bulgarian",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sk": "Slovak",
    "sl": "Slovenian",
    "sr": "Serbian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}
"""Codes and English names of the languages that a reader can name; others are known by their code alone."""


def bare_code(code: str) -> str:
    """A code without its country, in lower case: `pt` for `pt-BR`."""
    return code.partition("-")[0].lower()


def language_name(code: str) -> str:
    """The English name of a language, or the code itself; "" for no code."""
    return LANGUAGES.get(bare_code(code), code)


def told_language(comparison: Comparison, side: Side) -> str:
    """The name of an article's language, where it must be told: the two are known to differ."""
    return language_name(comparison.article(side).language) if has_two_languages(comparison) else ""


def has_two_languages(comparison: Comparison) -> bool:
    """Whether the articles are known to be in different languages."""
    return len({bare_code(article.language) for article in comparison.articles} - {""}) > 1
