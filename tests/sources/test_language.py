"""Languages, their scripts, and whether two articles can be compared."""

from __future__ import annotations

import pytest

from tests.analysis.articles import HARBOUR, article
from tui.analysis.comparability import incomparable_reason
from tui.analysis.compare import compare
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.sources.passages.language import detect_language

RUSSIAN = article(
    ["Порт Эллери закрыт из-за забастовки 1200 рабочих, сказала Mara Quist.", "Переговоры идут."]
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said that he would talk to the workers of the port.", "en"),
        ("Der Minister sagte, dass die Verhandlungen nicht von der Regierung abhängen.", "de"),
        ("Le ministre a dit que les travaux ne sont pas dans la région.", "fr"),
        ("El ministro dijo que las obras no se terminan por la lluvia en el sur.", "es"),
        ("Министр сказал, что он не будет говорить с рабочими на этой неделе.", "ru"),
        ("外交部发言人批评了西方的制裁措施。", "zh"),
        ("首相はモスクワで会談しました。", "ja"),
        ("นายกรัฐมนตรีกล่าวว่า", "th"),
        ("Trump se reunió de nuevo con la prensa de la capital a la hora de la cena.", "es"),
        ("Xyzzy plugh frotz.", ""),
        ("", ""),
    ],
)
def test_a_language_is_told_by_its_script_and_small_words(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_news_words_are_no_stop_words_in_english() -> None:
    assert not {"bill", "case", "states", "members", "million"} & stop_words_of("en")
    assert {"the", "said", "tuesday"} <= stop_words_of("en")


def test_other_languages_have_stop_words_and_stems() -> None:
    stemmer = stemmer_of("de")
    assert "nicht" in stop_words_of("de")
    assert stemmer and stemmer.stemWord("verhandlungen") == stemmer.stemWord("verhandlung")


def test_an_unknown_language_has_neither() -> None:
    assert stop_words_of("xx") == frozenset()
    assert stemmer_of("xx") is None


def test_articles_in_different_scripts_are_not_compared_and_say_so() -> None:
    reason = incomparable_reason(HARBOUR, RUSSIAN)
    assert "Latin" in reason and "Cyrillic" in reason
    assert "\n" not in reason
    assert compare(HARBOUR, RUSSIAN, min_score=0).links == ()


def test_articles_in_one_script_are_comparable() -> None:
    assert incomparable_reason(HARBOUR, HARBOUR) == ""
    assert incomparable_reason(HARBOUR, article(["12 34"])) == ""
