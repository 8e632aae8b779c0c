from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tui.model import Evidence
from tui.report.shared_words import shared_words

LEFT = "Mr. Putin said talks with Kyiv failed; “no limits,” said Mr. Putin."
RIGHT = "Putin’s talk of a friendship without limits, of “no limits” at all."


def marked(evidence: Evidence, text: str, language: str = "en") -> list[str]:
    return [span.cut(text) for span in shared_words(evidence, text, language, "en")]


def test_shared_words_match_in_all_their_forms() -> None:
    evidence = Evidence(terms=("talks",), names=("Putin",))
    assert marked(evidence, LEFT) == ["Putin", "talks", "Putin"]
    assert marked(evidence, RIGHT) == ["Putin’s", "talk"]


def test_a_shared_run_is_one_span_and_only_where_it_is_complete() -> None:
    assert marked(Evidence(quotation="no limits"), RIGHT) == ["no limits"]


def test_a_word_within_a_run_is_marked_once() -> None:
    evidence = Evidence(terms=("limits",), quotation="no limits")
    assert marked(evidence, LEFT) == ["no limits"]


def test_numbers_and_dates_are_marked() -> None:
    text = "On Feb. 4 some 214 people met."
    assert marked(Evidence(numbers=("214",), dates=("Feb. 4",)), text) == ["Feb", "4", "214"]


def test_without_evidence_no_word_is_marked() -> None:
    assert marked(Evidence(), LEFT) == []
    assert marked(Evidence(terms=("talks",)), "") == []


WORDS = st.lists(st.text(max_size=8), max_size=4).map(tuple)


@given(st.text(max_size=60), WORDS, st.text(max_size=20), st.sampled_from(["en", "zh", "", "xx"]))
def test_marks_are_in_order_apart_and_inside_the_text(
    text: str, terms: tuple[str, ...], run: str, language: str
) -> None:
    spans = shared_words(Evidence(terms=terms, quotation=run, copied=text[:9]), text, language, "en")
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
