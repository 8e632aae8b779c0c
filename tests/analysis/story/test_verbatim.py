"""Passages that carry one text."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tui.analysis.story.verbatim import verbatim_pairs
from tui.model import Link

AGENCY = "Rescuers pulled nine miners alive from the flooded shaft near Oster late on Sunday evening."


def copied(left: str, right: str) -> bool:
    return bool(verbatim_pairs(article([left]), article([right]), [Link(0, 0)]))


@pytest.mark.parametrize(
    "other",
    [
        AGENCY,
        f"OSTER (AP) -- {AGENCY}",
        AGENCY.replace("late on Sunday evening", "on Sunday, officials say"),
        AGENCY.upper(),
    ],
)
def test_long_shared_runs_are_one_text(other: str) -> None:
    assert copied(AGENCY, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            AGENCY,
            "Nine miners were brought up alive on Sunday evening from the shaft near Oster that had flooded.",
        ),
        ("Rescuers pulled nine miners alive.", "Rescuers pulled nine miners alive."),
        (
            "“We will not load one single ship until all the night shifts are safe,” Quist told a crowd.",
            "On Monday she said: “We will not load one single ship until all the night shifts are safe.”",
        ),
    ],
)
def test_other_words_a_few_words_and_one_speech_are_not(left: str, right: str) -> None:
    assert not copied(left, right)


def test_a_quotation_may_go_on_from_passage_to_passage() -> None:
    spoken = [
        "“It has been an honour to serve the people of this town and I thank my family.",
        "Goodbye to all.”",
    ]
    left, right = article([f"She said: {spoken[0]}", spoken[1]]), article(["He read it out.", *spoken])
    assert verbatim_pairs(left, right, [Link(0, 1)]) == frozenset()
    plain = [words.strip("“”") for words in spoken]
    assert verbatim_pairs(article(plain), article(["He read it out.", *plain]), [Link(0, 1)]) == {(0, 1)}


def test_a_quotation_goes_with_the_copied_passage_before_it() -> None:
    quotation = "“We will not load one single ship until all of the night shifts are safe,” she said."
    both = article([AGENCY, quotation])
    assert verbatim_pairs(both, both, [Link(0, 0), Link(1, 1)]) == {(0, 0), (1, 1)}
    assert verbatim_pairs(both, both, [Link(1, 1)]) == frozenset()
