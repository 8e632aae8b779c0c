"""The links as CSV: it reads back as it was written, and no cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile_comparison import hostile
from tui.model import Comparison
from tui.model.direction import isolated
from tui.report import render
from tui.report.as_csv import COLUMNS, harmless


def read(comparison: Comparison, threshold: float = 50) -> list[dict[str, str]]:
    report = render(comparison, "csv", threshold=threshold)
    return list(csv.DictReader(io.StringIO(report, newline="")))


def unguarded(cell: str) -> str:
    """The text of a cell that went through `harmless`."""
    guarded = cell.startswith("'") and harmless(cell[1:]) == cell
    return cell[1:] if guarded else cell


def test_each_link_shown_is_a_row(comparison: Comparison) -> None:
    rows = read(comparison)
    assert [(row["left"], row["right"]) for row in rows] == [
        ("L2", "R0"),
        ("L3", "R1"),
        ("L4", "R2"),
        ("L4", "R3"),
    ]
    assert len(read(comparison, 80)) == 2
    assert len(read(comparison, 0)) == 5


def test_a_row_has_everything_about_its_link(comparison: Comparison) -> None:
    row = read(comparison)[3]
    assert row == {
        "left": "L4",
        "right": "R3",
        "score": "76.00",
        "relation": "same",
        "pinned": "no",
        "topic": "T1",
        "topic_label": "cost of the repairs",
        "left_text": "Repairs will cost 4.2 million crowns.",
        "right_text": "They are put at 4.2 million crowns, twice the figure named last year.",
        "quotation": "",
        "copied": "",
        "names": "",
        "numbers": "4.2 million",
        "dates": "",
        "terms": "",
        "why": "4.2 million; next to L3–R1",
        "same": "71.50",
        "sign": "≈",
        "relation_text": "same statement",
        "differences": "",
        "model": "",
    }


def test_lines_end_with_cr_lf_and_every_row_has_every_column(comparison: Comparison) -> None:
    report = render(comparison, "csv", threshold=50)
    assert report.endswith("\r\n")
    assert report.count("\r\n") == report.count("\n") == 5
    assert {len(row) for row in csv.reader(io.StringIO(report, newline=""))} == {len(COLUMNS)}


def test_hostile_texts_come_back_as_they_were() -> None:
    comparison = hostile()
    for row, link in zip(read(comparison), comparison.links, strict=True):
        assert unguarded(row["left_text"]) == comparison.left.passages[link.left].text
        assert unguarded(row["right_text"]) == comparison.right.passages[link.right].text
        assert unguarded(row["copied"]) == link.evidence.copied
        assert not any(cell.lstrip()[:1] in tuple("=+-@") for cell in row.values())


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "＝1", "\r=1"])
def test_a_formula_gets_an_apostrophe_and_comes_back(formula: str) -> None:
    assert harmless(formula) == "'" + formula
    assert unguarded(harmless(formula)) == formula


def test_ordinary_text_is_unchanged() -> None:
    assert harmless("a = b – c") == "a = b – c"
    assert unguarded("it’s") == "it’s"
    assert harmless("") == ""


@given(st.text(alphabet=st.sampled_from("=+-@'\" ,;\t\r\nab＝")))
def test_every_text_comes_back_from_a_cell(text: str) -> None:
    cell = harmless(text)
    rows = io.StringIO(newline="")
    csv.writer(rows).writerow([cell, "end"])
    back = next(csv.reader(io.StringIO(rows.getvalue(), newline="")))
    assert unguarded(back[0]) == text
    assert cell.lstrip(" ")[:1] not in tuple("=+-@＝\t\r")


def test_a_formula_from_right_to_left_is_harmless_too() -> None:
    assert harmless(isolated("=שלום()")) == "'=שלום()"
