"""Links between two languages."""

from __future__ import annotations

import pytest

from tests.analysis.articles import HARBOUR, STRIKE, article
from tui.analysis import align_across
from tui.analysis.beginnings import compare_beginnings
from tui.analysis.chances import ACROSS_FEATURES, MARGINS
from tui.analysis.comparability import in_two_languages
from tui.analysis.compare import WordComparison, compare
from tui.analysis.crossing import Crossing, numbers_of
from tui.analysis.encoder import Encoder, encode_passages
from tui.analysis.pair_words import pair_words
from tui.analysis.stemming import stop_words_of
from tui.analysis.tokens import normal_form
from tui.analysis.unspaced_words import word_offsets
from tui.analysis.weights import ACROSS_LINK, ACROSS_SAME
from tui.analysis.word_alignment import LAYER, WordAligner
from tui.model import Article, Comparison, Kind, Span
from tui.model.difference import Sharing
from tui.sources.load import SAMPLE_LANGUAGES, bundled_pair, load

SPANISH = article(
    ["La huelga cerró el lunes la terminal de contenedores; 1.200 afiliados se negaron a trabajar."],
    ["Los transportistas desviaron cuatro barcazas hacia el sur."],
    ["«No cargaremos ni un barco hasta que los turnos de noche sean seguros», dijo Mara Quist."],
    ["El alcalde, Tomas Lindqvist, se ofreció a mediar entre las dos partes."],
    language="es",
)
RUSSIAN = article(
    ["Забастовка в понедельник закрыла контейнерный терминал: 1200 членов профсоюза отказались работать."],
    ["Метеорологи обещают на выходных дождь и ветер."],
    ["Мэр Томас Линдквист предложил стать посредником между двумя сторонами."],
    language="ru",
)
CHINESE = article(
    ["周一，码头工人罢工，1200名工会成员没有到集装箱码头上班。"],
    ["气象台预报周末有雨。"],
    ["市长托马斯·林德奎斯特提出在双方之间进行调解。"],
    language="zh",
)
MAYOR = 5
"""The passage of HARBOUR in which the mayor offers to mediate."""


def best_right(comparison: Comparison, left: int) -> int:
    return max((link for link in comparison.links if link.left == left), key=lambda link: link.score).right


@pytest.mark.parametrize(("other", "mayor"), [(SPANISH, 3), (RUSSIAN, 2), (CHINESE, 2)])
def test_a_passage_finds_its_counterpart_in_another_language(
    encoder: Encoder, other: Article, mayor: int
) -> None:
    comparison = compare(HARBOUR, other, min_score=0, encoder=encoder)
    assert best_right(comparison, MAYOR) == mayor
    assert (MAYOR, mayor) in {link.pair for link in comparison.links_from(comparison.threshold)}
    assert len(comparison.links) == len(HARBOUR.passages) * len(other.passages)


def test_exchanging_the_sides_gives_the_same_chances(encoder: Encoder) -> None:
    one = {link.pair: link.score for link in compare(HARBOUR, SPANISH, 0, encoder=encoder).links}
    other = {link.pair: link.score for link in compare(SPANISH, HARBOUR, 0, encoder=encoder).links}
    assert one == pytest.approx({(i, j): score for (j, i), score in other.items()}, abs=0.5)


def test_words_give_no_links_before_the_model_has_read(encoder: Encoder) -> None:
    words = WordComparison(HARBOUR, SPANISH, 0, refines=True)
    assert words.comparison.links == ()
    assert words.comparison.aligned
    assert compare_beginnings(HARBOUR, SPANISH, refines=True).links == ()
    encoded = encode_passages(encoder, HARBOUR), encode_passages(encoder, SPANISH)
    words.refine(*encoded)
    assert words.grouped(encode=encoder.encode) == compare(HARBOUR, SPANISH, 0, encoder=encoder)


def test_if_the_model_cannot_be_used_words_are_compared_after_all() -> None:
    assert WordComparison(HARBOUR, SPANISH, 0, refines=True).grouped() == compare(HARBOUR, SPANISH, 0)
    assert compare(HARBOUR, SPANISH, 0).links


def test_one_language_is_compared_as_before(encoder: Encoder) -> None:
    expected = WordComparison(HARBOUR, STRIKE)
    with_model = WordComparison(HARBOUR, STRIKE, refines=True)
    assert with_model.comparison == expected.comparison
    assert with_model.comparison.links


def test_unsure_languages_are_one_if_the_scripts_agree() -> None:
    unsure = article(["Xyzzy plugh frotz."])
    assert not in_two_languages(HARBOUR, unsure)
    assert not in_two_languages(unsure, unsure)
    assert in_two_languages(HARBOUR, article(["Ксиззи плуг."]))
    assert in_two_languages(HARBOUR, SPANISH)
    british = article([HARBOUR.text], language="en-GB")
    assert not in_two_languages(HARBOUR, british)


def test_of_long_texts_the_nearest_passages_are_judged(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(align_across, "MAX_PAIRS_REFINED_IN_FULL", 0)
    monkeypatch.setattr(align_across, "CANDIDATES", 1)
    comparison = compare(HARBOUR, RUSSIAN, min_score=0, encoder=encoder)
    assert (MAYOR, 2) in {link.pair for link in comparison.links}
    assert len(comparison.links) < len(HARBOUR.passages) * len(RUSSIAN.passages)


def test_of_long_texts_the_beginnings_are_encoded(encoder: Encoder) -> None:
    words = WordComparison(HARBOUR, SPANISH, refines=True)
    left, right = words.worth_encoding(6)
    assert (left, right) == ({0, 1, 2}, {0, 1})
    encoded = (
        encode_passages(encoder, HARBOUR, chosen=left),
        encode_passages(encoder, SPANISH, chosen=right),
    )
    assert {link.pair for link in words.refine(*encoded).links} <= {(i, j) for i in left for j in right}


def test_headlines_are_linked_to_headlines_only(encoder: Encoder) -> None:
    left = article(
        ["Mayor offers to mediate in dock strike"], [HARBOUR.text], kinds={0: Kind.HEADLINE}, language="en"
    )
    right = article(
        ["El alcalde ofrece mediar en la huelga"], [SPANISH.text], kinds={0: Kind.HEADLINE}, language="es"
    )
    pairs = {link.pair for link in compare(left, right, 0, encoder=encoder).links}
    assert pairs == {(0, 0), (1, 1)}


def test_an_article_without_passages_has_no_links(encoder: Encoder) -> None:
    assert compare(Article(language="es"), HARBOUR, 0, encoder=encoder).links == ()


def test_the_weights_are_those_of_the_features() -> None:
    assert {*ACROSS_SAME} == {"", *ACROSS_FEATURES}
    assert {*ACROSS_LINK} == {*ACROSS_SAME} - {*MARGINS}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1,200 members and 3.5 percent", {"1200", "3.5"}),
        ("1.200 afiliados, un 3,5 %", {"1200", "3.5"}),
        ("1 200 членов, 2019", {"1200", "2019"}),
        ("１２００名", {"1200"}),
        ("no figures", set()),
    ],
)
def test_numbers_cross_however_they_are_written(text: str, numbers: set[str]) -> None:
    assert numbers_of(text) == numbers


def test_shared_and_other_numbers_are_told_apart() -> None:
    left = article(["1,200 stayed away.", "Talks failed."], language="en").passages
    right = article(["Faltaron 1.200.", "Faltaron 900."], language="es").passages
    crossing = Crossing(left, right, sizes=[[5, 3], [6, 6]])
    shared, other = crossing.of(0, (0, 1))
    assert shared.shared_numbers > 0 == other.shared_numbers
    assert (shared.number_conflict, other.number_conflict) == (0, 1)
    assert crossing.of(1, (1,))[0].number_conflict == 0


def test_words_stand_for_words_of_the_other_language(encoder: Encoder) -> None:
    texts = HARBOUR.passages[MAYOR].text, SPANISH.passages[3].text
    sides = [encoder.encode([p.text for p in a.passages], (LAYER,)) for a in (HARBOUR, SPANISH)]
    words = WordAligner(sides[0], sides[1], "en", "es").align(
        (texts[0], sides[0][MAYOR]), (texts[1], sides[1][3])
    )
    found = {(w.left.cut(texts[0]), w.right.cut(texts[1])) for w in words}
    assert {("mayor", "alcalde"), ("mediate", "mediar"), ("Lindqvist", "Lindqvist")} <= found


@pytest.mark.parametrize("language", SAMPLE_LANGUAGES)
def test_topics_have_a_label_in_the_language_of_each_article(encoder: Encoder, language: str) -> None:
    left, right = map(load, bundled_pair(language))
    topics = compare(left, right, encoder=encoder).topics
    both = [topic for topic in topics if topic.labels]
    assert len(both) >= 3
    for topic in both:
        assert topic.label == " · ".join(topic.labels)
        assert topic.labels[0] in topic.label and topic.labels[1] in right.text
        assert normal_form(topic.labels[1]) not in stop_words_of(language)
    turned = compare(right, left, encoder=encoder).topics
    assert any(topic.labels and topic.labels[0] in right.text for topic in turned)


def test_topics_of_one_language_have_one_label(encoder: Encoder) -> None:
    assert not any(topic.labels for topic in compare(HARBOUR, STRIKE, encoder=encoder).topics)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("zh", "双方谴责“单边制裁”，2人被捕。", ["双方", "谴责", "单边制裁", "2"]),
        ("ja", "首相は東京で会議を開いた。", ["首相は", "東京で", "会議を", "開いた"]),
        ("th", "ไม่มีการขึ้นภาษี", ["ไม่", "มี", "การ", "ขึ้น", "ภาษี"]),
        ("en", "Two men met.", ["Two", "men", "met"]),
    ],
)
def test_words_that_are_not_spaced_are_whole(language: str, text: str, words: list[str]) -> None:
    found = [text[start:end] for start, end in word_offsets(text, language)]
    assert found[: len(words)] == words


def test_whole_chinese_words_are_aligned_and_marked(encoder: Encoder) -> None:
    comparison = compare(HARBOUR, CHINESE, encoder=encoder)
    link = next(link for link in comparison.links if link.pair == (MAYOR, 2))
    words = {CHINESE.text[start:end] for start, end in word_offsets(CHINESE.text, "zh")}
    assert link.evidence.aligned and all(
        any(right in word for word in words) for _, right in link.evidence.aligned
    )
    assert "市长" in {right for _, right in link.evidence.aligned}
    aligned = [(Span(4, 9), Span(0, 2), 0.8)]
    marked = pair_words("The mayor offered.", "市长提出调解。", ("en", "zh"), aligned)
    assert [(m.sharing, m.span) for m in marked.right][:1] == [(Sharing.BOTH, Span(0, 2))]


def test_digits_of_arabic_persian_and_hindi_cross_as_those_of_english() -> None:
    assert numbers_of("٣١٢ و۱٬۲۰۰ و१२") == numbers_of("312, 1,200, 12") == {"312", "1200", "12"}
    assert numbers_of("١٢٫٥") == {"12.5"}
