"""The aligned words of two languages that surely say the same."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tui.analysis.pair_words import pair_words
from tui.analysis.translated_words import SURE_MATCH, TranslatedWords
from tui.analysis.word_alignment import AlignedWords
from tui.engine.aligner import Aligner
from tui.model import Comparison, Side, Span
from tui.model.difference import Sharing
from tui.sources.load import bundled_pair, load


def span(text: str, word: str) -> Span:
    return Span(text.index(word), text.index(word) + len(word))


def sure(
    left: str, right: str, words: dict[str, str], language: str = "ru", match: float = 1.0
) -> dict[str, str]:
    """Those of the aligned words of two passages that surely say the same."""
    articles = article([left], language="en"), article([right], language=language)
    aligned = [
        AlignedWords(span(left, word), span(right, other), match, 1 / len(words), match)
        for word, other in words.items()
    ]
    chosen = TranslatedWords(*articles, ("en", language)).sure((0, 0), aligned)
    return {w.left.cut(left): w.right.cut(right) for w in chosen}


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Three weeks had passed.", "Прошло несколько дней.", {"Three": "несколько", "weeks": "дней"}),
        ("They met on Feb. 4 there.", "Они встретились в понедельник.", {"Feb": "понедельник"}),
        ("Some weeks had passed.", "Прошло несколько дней.", {"weeks": "дней"}),
        ("It lasted 12 days.", "Это длилось 15 дней.", {"12": "15", "days": "дней"}),
        ("It is 2022 now.", "Это 2023 год.", {"2022": "2023"}),
        ("For two days they met.", "На второй день встретились.", {"two": "второй", "days": "день"}),
    ],
)
def test_numbers_days_and_times_that_differ_are_never_the_same(
    left: str, right: str, words: dict[str, str]
) -> None:
    assert sure(left, right, words) == {}


@pytest.mark.parametrize(
    ("left", "right", "language", "words"),
    [
        ("Three weeks had passed.", "Прошло три недели.", "ru", {"Three": "три", "weeks": "недели"}),
        ("They met on Feb. 4, 2022.", "Встреча была 4 февраля 2022 года.", "ru", {"Feb": "февраля"}),
        ("1,200 members left.", "Faltaron 1.200 afiliados.", "es", {"1,200": "1.200"}),
        ("It costs $3 million.", "Es kostet 3 Millionen Dollar.", "de", {"million": "Millionen"}),
    ],
)
def test_equal_values_are_the_same_whatever_their_vectors(
    left: str, right: str, language: str, words: dict[str, str]
) -> None:
    assert sure(left, right, words, language, match=0.5) == words


def test_other_words_match_well_or_are_one_name() -> None:
    texts = "Putin spoke of the war in Kyiv.", "Путин говорил о войне в Киеве."
    words = {"Putin": "Путин", "war": "войне", "Kyiv": "Киеве"}
    assert sure(*texts, words, match=SURE_MATCH - 0.1) == {"Putin": "Путин", "Kyiv": "Киеве"}
    assert sure(*texts, words, match=SURE_MATCH) == words


def test_words_that_say_nothing_and_second_partners_are_left_out() -> None:
    texts = "He spoke of the fierce war.", "Он говорил о войне."
    assert sure(*texts, {"He": "Он", "fierce": "войне", "war": "войне"}) == {"fierce": "войне"}


def test_function_words_of_another_language_tell_no_difference() -> None:
    aligned = [(Span(0, 5), Span(0, 5), 0.9), (Span(13, 16), Span(6, 11), 0.9)]
    left, right = "Putin in the war he lost.", "Путин войну."
    words = pair_words(left, right, ("en", "ru"), aligned)
    only = [mark.span.cut(left) for mark in words.left if mark.sharing is Sharing.ONLY]
    assert (words.both, only, words.differing) == (("Putin", "war"), ["lost"], ())


@pytest.mark.parametrize("language", ["ru", "zh"])
def test_the_details_the_marks_and_the_evidence_have_the_same_words(
    language: str,
) -> None:
    aligner = Aligner("")
    left, right = map(load, bundled_pair(language))
    comparison: Comparison = aligner.compared(left, right, 0)
    shown = comparison.links_from(comparison.threshold)
    assert any(link.evidence.aligned for link in shown)
    for link in shown:
        words = aligner.pair_words(comparison, link.pair)
        for side, place in ((Side.LEFT, 0), (Side.RIGHT, 1)):
            text = comparison.article(side).passages[link.pair[place]].text
            marked = " ".join(m.span.cut(text) for m in words.at(side) if m.sharing is Sharing.BOTH)
            listed = [pair[place] for pair in link.evidence.aligned]
            assert all(word in marked for word in listed)
            assert bool(marked) == bool(listed)
        assert all(any(one in phrase for one, _ in link.evidence.aligned) for phrase in words.both)
