"""The evidence for links."""

from __future__ import annotations

import pytest

from tests.analysis.articles import HARBOUR, STRIKE, article
from tui.analysis.compare import compare
from tui.model import Evidence


@pytest.fixture(scope="module")
def evidence() -> dict[tuple[int, int], Evidence]:
    return {k.pair: k.evidence for k in compare(HARBOUR, STRIKE).links}


def test_it_names_the_shared_words_as_the_left_writes_them(
    evidence: dict[tuple[int, int], Evidence],
) -> None:
    assert {"container", "terminal", "members"} <= set(evidence[1, 0].terms)


def test_shared_names_and_numbers_stand_apart(evidence: dict[tuple[int, int], Evidence]) -> None:
    assert evidence[1, 0].numbers == ("1,200",)
    assert set(evidence[2, 3].names) == {"Mara", "Quist"}


def test_a_shared_quotation_is_given_without_the_words_around_it(
    evidence: dict[tuple[int, int], Evidence],
) -> None:
    assert evidence[2, 3].quotation == "We will not load one ship until the night shifts are safe"


def test_days_match_whatever_their_form() -> None:
    left = article(["The bridge at Ostra was closed on Feb. 25 for repairs.", "Cars queue."])
    right = article(["Engineers closed the Ostra bridge for repairs on 25 February.", "Trains run."])
    (link,) = compare(left, right).links_from(30)
    assert link.evidence.dates == ("Feb. 25",)


def test_a_long_run_outside_quotations_is_common_copy() -> None:
    copy = "the vote was put off until the committee has seen the full report"
    left = article([f"In Arden {copy}.", "Nobody spoke."])
    right = article([f"Late on Friday {copy}, an aide wrote.", "It rained."])
    assert compare(left, right).links[0].evidence.copied == copy


def test_identical_passages_have_the_same_words_however_short_they_are() -> None:
    left, right = article(["Engineers closed the bridge.", "So."]), article(["Engineers closed the bridge."])
    assert compare(left, right).links[0].evidence.same_words


def test_words_before_and_after_a_quotation_make_no_run() -> None:
    left = article(["The mayor of Arden called it “a day of shame” and left the hall at once.", "So."])
    right = article(["The mayor of Arden called it and left the hall at once.", "Then."])
    assert compare(left, right).links[0].evidence.copied == "The mayor of Arden called it"


def test_close_links_support_each_other(evidence: dict[tuple[int, int], Evidence]) -> None:
    assert (1, 0) in evidence[0, 1].neighbours


def test_the_runner_up_is_the_next_best_on_that_side() -> None:
    links = compare(HARBOUR, STRIKE).links
    for link in links:
        others = [k.score for k in links if k.right == link.right and k.left != link.left]
        second = link.evidence.runner_up_left
        assert (second[1] if second else None) == (max(others) if others else None)
