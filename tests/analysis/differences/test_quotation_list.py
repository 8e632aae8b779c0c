from __future__ import annotations

from tests.analysis.differences.scoring import article, linked
from tui.analysis.differences.quotation_list import listed_quotations


def test_a_quotation_of_both_articles_has_its_speaker_and_what_each_side_leaves_out() -> None:
    left = article("“We will never surrender our ancient land,” Peter Halloran said.")
    right = article("“We will never surrender our ancient land unless the Royces attack,” Halloran said.")
    (row,) = listed_quotations(linked(left, right, (0, 0)), 50.0)
    assert (row.speaker, row.pair) == ("Peter Halloran", (0, 0))
    assert row.notes == ("left leaves out “unless the Royces attack”",)


def test_a_quotation_of_one_article_has_an_empty_column() -> None:
    left = article("Nothing is quoted here.", "“The harbour is closed,” Halloran said.")
    right = article("Nothing is quoted here.", "“Nobody warned us at all,” Anna Wagner said.")
    rows = listed_quotations(linked(left, right, (0, 0)), 50.0)
    assert [(r.speaker, r.left, r.right, r.pair) for r in rows] == [
        ("Anna Wagner", "", "“Nobody warned us at all,”", (-1, 1)),
        ("Halloran", "“The harbour is closed,”", "", (1, -1)),
    ]


def test_single_words_in_quotation_marks_are_not_listed() -> None:
    pair = article("A “total sham” it was."), article("A sham it was.")
    assert listed_quotations(linked(*pair, (0, 0)), 50.0) == []
