"""Outlets that a passage names as its source."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.analysis.articles import article
from tui.analysis.story.credits import credited_passages, names_outlet, outlet_of


def credited(text: str, *outlets: str) -> str:
    return credited_passages(article([text]), outlets).get(0, "")


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The deal is dead, according to the New York Times.", "New York Times"),
        ("He would run again, he told Reuters.", "Reuters"),
        ("“No,” she told The Washington Post's Ann Ray.", "Washington Post"),
        ("The Wall Street Journal first reported the talks.", "Wall Street Journal"),
        ("The plan was dropped, Politico reported on Monday.", "Politico"),
        ("In an interview with Fox News, he denied it.", "Fox News"),
    ],
)
def test_an_outlet_is_known_by_its_name(text: str, outlet: str) -> None:
    assert credited(text) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "According to Mr. Hassan, nobody knew.",
        "She told Congress that the plan was dead.",
        "The Pentagon said that nobody was hurt.",
        "He reads the New York Times.",
        "According to the police, two men were seen.",
    ],
)
def test_other_sources_are_none(text: str) -> None:
    assert credited(text) == ""


def test_the_other_reports_count_whatever_they_are_called() -> None:
    assert credited("The bridge is closed, according to Ellery Today.") == ""
    assert credited("The bridge is closed, according to Ellery Today.", "Ellery Today") == "Ellery Today"


@pytest.mark.parametrize(
    ("credit", "outlet", "same"),
    [
        ("Herald", "The Boston Herald", True),
        ("Washington Post", "washingtonpost.com", True),
        ("New York Times", "nytimes", False),
        ("New York Times", "The New York Post", False),
        ("Reuters", "Reuters", True),
        ("", "Reuters", False),
    ],
)
def test_a_name_in_a_text_is_compared_by_the_words_that_tell_it(credit: str, outlet: str, same: bool) -> None:
    assert names_outlet(credit, outlet) is same


@pytest.mark.parametrize(
    ("source", "name"),
    [("The Post", "The Post"), ("https://www.herald.example/a/1", "herald.example"), ("news/nyt.txt", "nyt")],
)
def test_a_report_has_a_short_name(source: str, name: str) -> None:
    assert outlet_of(replace(article(["Rain."]), source=source)) == name
