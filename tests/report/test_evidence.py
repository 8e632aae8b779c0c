"""The evidence of a link in words: in one line, and spelled out."""

from __future__ import annotations

from msgspec.structs import replace

from tests.examples import ferry
from tui.model import Evidence, Link, Relation
from tui.model.wording import first_words
from tui.report import FORMATS, render
from tui.report.evidence import evidence_in_brief, evidence_in_full, why_linked


def test_the_quotation_comes_first_and_each_word_once() -> None:
    evidence = Evidence(
        terms=("Olympics", "limits", "Putin", "Beijing"),
        names=("Vladimir Putin",),
        numbers=("22",),
        dates=("Feb. 4",),
        quotation="no limits",
    )
    assert (
        evidence_in_brief(evidence) == "both quote “no limits”; Vladimir Putin, Feb. 4, 22, Olympics, Beijing"
    )


def test_only_the_rarest_words_are_named() -> None:
    assert evidence_in_brief(Evidence(terms=tuple("abcdefgh"))) == "a, b, c, d, e, f"


def test_of_a_long_common_run_only_the_ends_are_named() -> None:
    run = " ".join(str(number) for number in range(30))
    assert evidence_in_brief(Evidence(copied=run)) == "same words “0 1 2 3 4 … 27 28 29”"


def test_a_link_supported_only_by_neighbours_names_them() -> None:
    assert evidence_in_brief(Evidence(neighbours=((3, 1), (5, 2)))) == "next to L3–R1, L5–R2"


def test_of_many_neighbours_two_are_named() -> None:
    evidence = Evidence(terms=("bridge",), neighbours=((3, 1), (5, 2), (6, 4)))
    assert evidence_in_brief(evidence) == "bridge; next to L3–R1, L5–R2 and 1 more"


def test_neighbours_are_not_named_where_the_words_suffice() -> None:
    assert (
        evidence_in_brief(Evidence(terms=("bridge", "pier", "May"), neighbours=((3, 1),)))
        == "bridge, pier, May"
    )


def test_without_evidence_the_wording_is_similar() -> None:
    assert evidence_in_brief(Evidence()) == "similar wording"


def test_passages_in_two_languages_are_alike_in_meaning_never_in_wording() -> None:
    one = ferry()
    link = Link(2, 1, 72.0, Relation.SAME, Evidence())
    two = replace(one, right=replace(one.right, language="he"))
    assert why_linked(link, one) == "similar wording" and why_linked(link, two) == "similar meaning"
    labels = [next(label for label, _ in evidence_in_full(link, comparison)) for comparison in (one, two)]
    assert labels == ["wording", "meaning"]


def facts(evidence: Evidence, pinned: bool = False) -> dict[str, list[str]]:
    by_label: dict[str, list[str]] = {}
    for label, text in evidence_in_full(Link(2, 1, 72.0, Relation.SAME, evidence, pinned=pinned), ferry()):
        by_label.setdefault(label, []).append(text)
    return by_label


def test_each_kind_of_evidence_has_a_line() -> None:
    evidence = Evidence(
        terms=("ferry", "Kessel"),
        names=("Kessel",),
        numbers=("12",),
        dates=("Tuesday",),
        quotation="there was smoke",
        copied="of the ferry Marla late on Tuesday",
    )
    shown = facts(evidence)
    assert list(shown) == ["quotation", "same words", "names", "dates", "numbers", "words", "closest other"]
    assert shown["quotation"] == ["“there was smoke”"]
    assert shown["words"] == ["ferry"]


def test_neighbours_are_named_with_their_scores() -> None:
    assert facts(Evidence(neighbours=((4, 3), (5, 2), (0, 0))))["next to"] == [
        "the link of “We heard a bang and then …” (score 91), "
        "“Rescue boats reached the ship within …” (score 71) and 1 more"
    ]


def test_the_closest_other_match_of_each_side_comes_with_its_first_words() -> None:
    shown = facts(Evidence(runner_up_left=(3, 41.6)))["closest other"]
    assert shown == [
        "on the left, score 41: The vessel was carrying 214 passengers from Kessel to …",
        "on the right: none",
    ]


def test_a_link_without_shared_words_and_a_pinned_link_are_labelled() -> None:
    assert facts(Evidence())["wording"] == ["similar, without a distinctive shared word"]
    assert facts(Evidence(), pinned=True)["pinned"] == ["by you"]


def test_first_words_end_in_an_ellipsis_only_if_there_are_more() -> None:
    assert first_words("Two words", 2) == "Two words"
    assert first_words("Two words more", 2) == "Two words …"


def test_words_from_right_to_left_are_isolated_on_the_page_and_not_in_other_reports() -> None:
    comparison = ferry()
    first = replace(comparison.links[0], evidence=Evidence(aligned=(("ferry", "הספינה"), ("fire", "שריפה"))))
    comparison = replace(comparison, links=(first, *comparison.links[1:]))
    for name in FORMATS:
        report = render(comparison, name)
        assert ("\u2068הספינה\u2069" in report) is (name == "html")
        assert "\u2068" not in report or name == "html"
    assert "ferry ~ הספינה, fire ~ שריפה" in render(comparison, "text")
