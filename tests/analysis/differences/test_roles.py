from __future__ import annotations

import pytest

from tests.analysis.differences.scoring import article
from tui.analysis.differences.roles import role_differences
from tui.analysis.differences.sentence import Sentence
from tui.model.difference import Section


def roles(left: str, right: str) -> list[tuple[str, str]]:
    sides = [[Sentence(a, a.passages[0], "en")] for a in (article(left), article(right))]
    return [(d.left.value, d.right.value) for d in role_differences(*sides) if d.left and d.right]


def test_a_person_is_introduced_by_different_roles() -> None:
    assert roles(
        "The list has former Ostra ambassador Anna Wagner on it.",
        "Others are former party co-chairwoman Anna Wagner and two more.",
    ) == [("former Ostra ambassador", "former party co-chairwoman")]


def test_a_role_may_stand_after_the_name() -> None:
    assert roles(
        "Peter Halloran, the hero of the harbour strike, spoke first.",
        "Radio host Peter Halloran spoke first.",
    ) == [("the hero of the harbour strike", "Radio host")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Senior harbour official Peter Halloran spoke.", "Harbour director Peter Halloran spoke."),
        ("Senator Peter Halloran spoke.", "Representative Peter Halloran spoke."),
        ("His lawyer Peter Halloran spoke.", "His attorney Peter Halloran spoke."),
        ("Radio host Peter Halloran spoke.", "Peter Halloran spoke."),
        (
            "The former HPA head Peter Halloran spoke.",
            "Former Harbour Port Authority head Peter Halloran spoke.",
        ),
        ("Police asked former President Peter Halloran.", "The hero of the strike, Peter Halloran, spoke."),
    ],
)
def test_titles_and_words_for_one_thing_are_no_difference(left: str, right: str) -> None:
    assert roles(left, right) == []


def test_roles_stand_with_the_names_in_a_closed_section() -> None:
    sides = [
        [Sentence(a, a.passages[0], "en")]
        for a in (article("Radio host Peter Halloran spoke."), article("Bus driver Peter Halloran spoke."))
    ]
    entries = role_differences(*sides)
    assert [(d.section, d.default, d.note) for d in entries] == [(Section.NAMES, False, "of Peter Halloran")]
