from tests.examples import ferry
from tui.model import Evidence, Link, Relation
from tui.report.in_full import first_words, in_full


def facts(evidence: Evidence, pinned: bool = False) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for label, text in in_full(Link(2, 1, 72.0, Relation.SAME, evidence, pinned=pinned), ferry()):
        found.setdefault(label, []).append(text)
    return found


def test_each_kind_of_evidence_has_a_line() -> None:
    evidence = Evidence(
        terms=("ferry", "Kessel"),
        names=("Kessel",),
        numbers=("12",),
        dates=("Tuesday",),
        quotation="there was smoke",
        copied="of the ferry Marla late on Tuesday",
    )
    found = facts(evidence)
    assert list(found) == ["quotation", "same words", "names", "dates", "numbers", "words", "best other"]
    assert found["quotation"] == ["“there was smoke”"]
    assert found["words"] == ["ferry"]


def test_neighbours_are_named_with_their_scores() -> None:
    assert facts(Evidence(neighbours=((4, 3), (5, 2), (0, 0))))["beside"] == ["L4–R3 (91), L5–R2 (71), L0–R0"]


def test_the_best_other_of_each_side_is_told_by_its_first_words() -> None:
    found = facts(Evidence(runner_up_left=(3, 41.6)))["best other"]
    assert found == [
        "for R1: L3, score 42: The vessel was carrying 214 passengers from Kessel to …",
        "for L2: none",
    ]


def test_a_link_without_shared_words_and_a_pinned_one_say_so() -> None:
    assert facts(Evidence())["wording"] == ["similar, by no word in particular"]
    assert facts(Evidence(), pinned=True)["pinned"] == ["by you"]


def test_first_words_end_in_an_ellipsis_only_if_there_are_more() -> None:
    assert first_words("Two words", 2) == "Two words"
    assert first_words("Two words more", 2) == "Two words …"
