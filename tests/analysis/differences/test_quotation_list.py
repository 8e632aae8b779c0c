from __future__ import annotations

import pytest

from tests.analysis.articles import article as article_in
from tests.analysis.differences.scoring import article, linked
from tui.analysis.differences.quotation_list import listed_quotations
from tui.model import Comparison, Link


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


@pytest.mark.parametrize(
    ("language", "text", "speaker", "quotation"),
    [
        (
            "es",
            "«No vamos a ceder nunca», dijo la alcaldesa Ana Duric.",
            "Ana Duric",
            "«No vamos a ceder nunca»",
        ),
        (
            "de",
            "Ana Duric sagte: „Wir werden niemals nachgeben“.",
            "Ana Duric",
            "„Wir werden niemals nachgeben“",
        ),
        ("ru", "«Мы никогда не уступим», — заявила Анна Дурич.", "Анна Дурич", "«Мы никогда не уступим»"),
        ("zh", "杜里奇说：“我们绝不会让步。”", "杜里奇", "“我们绝不会让步。”"),
    ],
)
def test_quotations_of_linked_passages_in_two_languages_share_a_row_with_their_speakers(
    language: str, text: str, speaker: str, quotation: str
) -> None:
    left = article_in(
        ["“We will never give in,” Halloran said."], ["“We are tired of this,” Jane Roe said."], language="en"
    )
    right = article_in([text], language=language)
    links = (Link(0, 0, score=90.0, same=90.0),)
    rows = listed_quotations(Comparison(left, right, links), 50.0)
    assert [(r.speaker, r.right, r.pair, r.notes) for r in rows] == [
        (f"Halloran · {speaker}", quotation, (0, 0), ()),
        ("Jane Roe", "", (1, -1), ()),
    ]
