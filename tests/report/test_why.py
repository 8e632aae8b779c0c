"""The evidence of a link in words."""

from __future__ import annotations

from tui.model import Evidence
from tui.report.why import why


def test_the_quotation_comes_first_and_each_word_once() -> None:
    evidence = Evidence(
        terms=("Olympics", "limits", "Putin", "Beijing"),
        names=("Vladimir Putin",),
        numbers=("22",),
        dates=("Feb. 4",),
        quotation="no limits",
    )
    assert why(evidence) == "both quote “no limits”; Vladimir Putin, Feb. 4, 22, Olympics, Beijing"


def test_only_the_rarest_words_are_named() -> None:
    assert why(Evidence(terms=tuple("abcdefgh"))) == "a, b, c, d, e, f"


def test_of_a_long_common_run_only_the_ends_are_named() -> None:
    run = " ".join(str(number) for number in range(30))
    assert why(Evidence(copied=run)) == "same words “0 1 2 3 4 … 27 28 29”"


def test_a_link_that_only_its_neighbours_support_says_so() -> None:
    assert why(Evidence(neighbours=((3, 1), (5, 2)))) == "beside L3–R1, L5–R2"


def test_of_many_neighbours_two_are_named() -> None:
    evidence = Evidence(terms=("bridge",), neighbours=((3, 1), (5, 2), (6, 4)))
    assert why(evidence) == "bridge; beside L3–R1, L5–R2 and 1 more"


def test_neighbours_are_not_named_where_the_words_suffice() -> None:
    assert why(Evidence(terms=("bridge", "pier", "May"), neighbours=((3, 1),))) == "bridge, pier, May"


def test_without_evidence_the_wording_is_similar() -> None:
    assert why(Evidence()) == "similar wording"
