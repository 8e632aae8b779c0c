"""The letters in the margin of a passage that other reports state."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tui.model import Relation
from tui.model.statement import Member, Statement
from tui.reading.witnesses import margin_letters


def stated_by(*others: int, beside: tuple[int, ...] = (), differs: tuple[int, ...] = ()) -> Statement:
    members = [Member(0, 0)]
    members += [Member(k, 0, disputed=k in differs) for k in sorted({*others, *differs})]
    members += [Member(k, 0, Relation.RELATED) for k in beside]
    return Statement(tuple(members), tuple((m.report,) for m in members))


def test_reports_that_state_it_are_capitals_and_those_beside_it_small() -> None:
    assert margin_letters(stated_by(1, 3, beside=(2,)), 5, 5, rows=3) == ("BD", "c")


def test_copies_are_joined_and_a_copy_of_the_report_being_read_begins_with_the_sign() -> None:
    others = replace(stated_by(1, 2, 3), copies=((1, 3),))
    assert margin_letters(others, 5, 5, rows=1) == ("B=D C",)
    own = replace(stated_by(1, 2, 3), copies=((0, 2),))
    assert margin_letters(own, 5, 5, rows=2) == ("B =C", "D")


def test_reports_with_another_number_have_a_sign_of_their_own() -> None:
    assert margin_letters(stated_by(1, differs=(2, 4)), 5, 5, rows=2) == ("B≠CE",)


@pytest.mark.parametrize("rows", [1, 2, 3])
@pytest.mark.parametrize("width", [3, 4, 5])
def test_letters_are_cut_with_the_number_of_the_others(width: int, rows: int) -> None:
    letters = margin_letters(stated_by(*range(1, 9), beside=(9, 10, 11)), 12, width, rows)
    assert len(letters) <= rows
    assert all(len(row) <= width for row in letters)
    cut = "".join(letters).partition("+")
    assert sum(sign.isalpha() for sign in cut[0]) + int(cut[2] or 0) == 11


def test_a_passage_that_nobody_else_has_has_no_letters() -> None:
    assert margin_letters(stated_by(), 5, 5, rows=2) == ()
