"""Entries of lists of references, and what stands near them."""

from __future__ import annotations

import pytest

from tui.model import Kind
from tui.sources.draft import Draft, DraftParagraph
from tui.sources.passages.build_article import build_article
from tui.sources.passages.references import reference_entries

ENTRY = "Rob Roe: Wind über dem See. Ein Leitfaden, Bonn 2005"
STORY = "Der See bleibt zu. Das sagte das Amt 2022 in Bonn. Niemand weiß, wie lange es dauert."


@pytest.mark.parametrize("heading", ["Literatur", "Quellen:", "References", "Literatur (u.a.):", "Fußnoten"])
@pytest.mark.parametrize(
    "entry",
    [
        ENTRY, "Roe, Rob (Hrsg.): Seen. Ein Atlas, 2. Auflage, ISBN 978-3-16-148410-0",
        "Doe: Der Damm. Er hält. www.example.org", "Doe: Der Damm. In: Seen. S. 13",
    ],
)  # fmt: skip
def test_an_entry_is_one_passage(heading: str, entry: str) -> None:
    blocks = tuple(map(DraftParagraph, (STORY, heading, entry, ENTRY)))
    texts = [passage.text for passage in build_article(Draft(blocks=blocks), "x").body]
    assert texts[:3] == STORY.replace(". ", ".|").split("|")
    assert texts[-2:] == [entry, ENTRY]


@pytest.mark.parametrize(
    "texts",
    [
        [STORY, ENTRY],
        ["Die Literatur der Zeit war reich.", ENTRY],
        ["Literatur", "Der See bleibt zu. Das Amt prüft."],
        ["Literatur", f"{STORY} {'Es regnete lange. ' * 30}"],
        ["Literatur und Kunst am See", ENTRY],
        ["Quellen", "Der Text stammt von www.example.org. Dort steht eine Liste."],
    ],
)
def test_other_paragraphs_are_no_entries(texts: list[str]) -> None:
    assert not any(reference_entries(texts, [Kind.BODY] * len(texts)))


def test_a_list_of_references_ends_at_a_headline() -> None:
    kinds = [Kind.HEADLINE, Kind.BODY, Kind.HEADLINE, Kind.BODY]
    assert list(reference_entries(["Quellen", ENTRY, "Der See", ENTRY], kinds)) == [False, True, False, False]
