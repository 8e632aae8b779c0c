"""A plain negation of a noun or verb is a possible contradiction where all else is nearly the same."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.differences.scoring import article, linked
from tui.analysis.differences.ledger import differences
from tui.model import Relation
from tui.model.difference import FactKind, State

VERDICTS = "The jury found the pilot not guilty.", "The jury found the pilot guilty."


def negated(left: str, right: str, relation: Relation = Relation.SAME) -> list[tuple[str, str]]:
    comparison = linked(article(left), article(right), (0, 0))
    links = tuple(replace(link, relation=relation) for link in comparison.links)
    return [
        (entry.left.text, entry.right.text)
        for entry in differences(replace(comparison, links=links), 50.0)
        if entry.kind is FactKind.NEGATION and entry.state is State.DIFFERS and entry.left and entry.right
    ]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (
            "The ferry had no safety certificate, the harbour office said.",
            "The ferry had a safety certificate, the harbour office said.",
            ("no safety certificate", "safety certificate"),
        ),
        (
            "The crane was working without a permit that day.",
            "The crane was working with a permit that day.",
            ("without a permit", "permit"),
        ),
        (
            "The owners did not sign the new lease for the mill.",
            "The owners signed the new lease for the mill.",
            ("not sign", "signed"),
        ),
        (
            "The owners haven't paid the miners their wages.",
            "The owners have paid the miners their wages.",
            ("haven't paid", "paid"),
        ),
        (
            "The jury found the pilot not guilty.",
            "The jury found the pilot guilty.",
            ("not guilty", "guilty"),
        ),
    ],
)
def test_a_negated_word_stands_against_the_plain_one(left: str, right: str, words: tuple[str, str]) -> None:
    assert negated(left, right) == [words]
    assert negated(right, left) == [words[::-1]]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bridge will not open for lorries until May.", "The bridge will open for lorries in May."),
        ("The ferry had no safety certificate.", "The ferry lacked a safety certificate."),
        ("Not all miners signed the new lease.", "The miners signed the new lease."),
        ("No fewer than 12 miners signed the lease.", "The 12 miners signed the lease."),
        ("The owners will not only sign the lease.", "The owners will sign the lease."),
        ("The owners would not sign the lease.", "The owners might sign the lease."),
        ("The ferry had no safety certificate.", "The ferry had no valid safety certificate."),
        (
            "The governor said that he would not resign over the calls.",
            "Senators of both parties pressed the governor on Tuesday to resign over what he said in calls.",
        ),
        ("No, the owners signed the new lease.", "The owners signed the new lease."),
    ],
)
def test_what_is_said_in_other_words_or_of_something_else_is_left_alone(left: str, right: str) -> None:
    assert negated(left, right) == negated(right, left) == []


def test_passages_that_are_only_related_are_left_alone() -> None:
    assert negated(*VERDICTS) and not negated(*VERDICTS, Relation.RELATED)


def test_it_is_no_verdict() -> None:
    left, right = map(article, VERDICTS)
    (entry,) = differences(linked(left, right, (0, 0)), 50.0)
    assert not entry.conflict and not entry.default
