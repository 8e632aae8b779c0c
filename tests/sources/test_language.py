"""Languages, their scripts, and whether two articles can be compared."""

from __future__ import annotations

import pytest

from tests.analysis.articles import HARBOUR, article
from tui.analysis.comparability import in_two_languages, incomparable_reason
from tui.analysis.compare import compare
from tui.analysis.stemming import stemmer_of, stop_words_of
from tui.model import Article, Comparison, Side
from tui.model.languages import told_language
from tui.model.wording import count_words
from tui.settings.read_options import ReadOptions
from tui.sources.load import load_text
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


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("Zwanzig Verletzte bei Brand in Duisburger Lagerhaus", "de"),
        ("Tre morti nell'incidente sull'autostrada del Sole", "it"),
        ("Straż pożarna gasi pożar fabryki pod Łodzią", "pl"),
        ("Уряд оголосив про нові виплати для переселенців", "uk"),
        ("Правительство объявило о новых выплатах", "ru"),
        ("Le gouvernement renonce à la réforme", "fr"),
        ("Governo não vai recuar na reforma", "pt"),
        ("دولت لایحه را پس گرفت", "fa"),
        ("Η κυβέρνηση αποσύρει το νομοσχέδιο", "el"),
        ("Kessel 12:30", ""),
    ],
)
def test_a_headline_is_told_by_letters_and_longer_lists_of_words(headline: str, language: str) -> None:
    assert detect_language(headline) == language


def test_what_the_reader_says_stands_against_the_text() -> None:
    text = "The mayor said that he would talk to the workers of the port.\n\n" * 4
    assert load_text(text).language == "en"
    assert load_text(text, options=ReadOptions(language="nl")).language == "nl"


def test_a_short_text_in_no_clear_language_keeps_the_links() -> None:
    unclear = article(["Mara Quist: 1,200 Harbour Union members."], language="")
    assert not in_two_languages(HARBOUR, unclear)


def test_languages_are_told_only_where_both_are_known_and_differ() -> None:
    def told(left: str, right: str) -> list[str]:
        comparison = Comparison(Article(language=left), Article(language=right))
        return [told_language(comparison, side) for side in Side]

    assert told("en", "ru") == ["English", "Russian"]
    assert told("en-GB", "en") == told("", "ru") == ["", ""]
    assert told("en", "xx") == ["English", "xx"]


def test_words_without_spaces_are_counted_by_their_letters() -> None:
    assert count_words("两人在莫斯科会谈。") == 5
    assert count_words("Two men — met “there”.") == 5


def test_hindi_is_known_by_words_with_their_vowel_signs() -> None:
    sentence = "मंत्री ने कहा कि शहर के बंदरगाह में जहाज पर आग की सूचना रात को मिली और यह एक घंटे में बुझ गई। "
    assert detect_language(sentence * 4) == "hi"
