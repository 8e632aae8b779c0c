"""When and where the events of two reports took place that were written at different times."""

from __future__ import annotations

import pytest

from tests.analysis.differences.scoring import article, linked
from tui.analysis.compare import compare
from tui.analysis.differences.ledger import differences
from tui.analysis.differences.meetings import find_meetings
from tui.analysis.differences.sentence import sentence_of
from tui.model import Article
from tui.model.difference import Difference, FactKind, Section, State
from tui.sources.load import bundled_pair, load

HANOI = "Mr. Lund met Ms. Varga in Hanoi on Monday to discuss the dams of the upper river."
OSLO = "Ms. Varga and Mr. Lund ended two days of talks in Oslo on Friday about the dams."


def events(left: Article, right: Article) -> list[tuple[FactKind, str, str, str]]:
    """The entries about two events: kind, both texts, note."""
    found = [entry for entry in differences(linked(left, right, (0, 0)), 50.0) if _is_of_events(entry)]
    assert {entry.section for entry in found} <= {Section.UNSURE}
    return [(entry.kind, *_texts(entry), entry.note) for entry in found]


def _texts(entry: Difference) -> tuple[str, str]:
    assert entry.left is not None and entry.right is not None
    return entry.left.text, entry.right.text


def _is_of_events(entry: Difference) -> bool:
    return entry.state is State.DIFFERS and (entry.note in ("of two events", "of two meetings"))


def test_reports_of_two_meetings_have_their_days_and_places_beside_each_other() -> None:
    left, right = article(HANOI, published="2023-03-21"), article(OSLO, published="2024-06-08")
    assert events(left, right) == [
        (FactKind.DATE, "Monday", "Friday", "of two events"),
        (FactKind.PLACE, "Hanoi", "Oslo", "of two meetings"),
    ]


def test_a_meeting_before_the_event_has_a_day_of_its_own() -> None:
    called = "On Tuesday Mr. Lund called Ms. Varga about the dams."
    met = "They spoke again three weeks after the summit of Mr. Lund and Ms. Varga in Hanoi on Feb. 4."
    left, right = article(called, met, published="2023-03-21"), article(OSLO, published="2024-06-08")
    assert events(left, right) == [
        (FactKind.DATE, "Tuesday", "Friday", "of two events"),
        (FactKind.DATE, "Feb. 4", "Friday", "of two meetings"),
        (FactKind.PLACE, "Hanoi", "Oslo", "of two meetings"),
    ]


def test_reports_of_one_week_are_of_one_event() -> None:
    assert events(article(HANOI, published="2023-03-21"), article(OSLO, published="2023-03-24")) == []
    assert events(article(HANOI, published="2023-03-21"), article(OSLO, published="")) == []


@pytest.mark.parametrize(
    "right",
    [
        "Ms. Varga and Mr. Lund met again in Hanoi to talk about the dams.",
        "Mr. Lund met Mr. Oduya in Oslo about the dams.",
        "Ms. Varga and Mr. Lund talked about the dams.",
    ],
)
def test_one_place_other_people_or_no_place_are_no_two_meetings(right: str) -> None:
    left, right_article = article(HANOI, published="2023-03-21"), article(right, published="2024-06-08")
    assert [entry for entry in events(left, right_article) if entry[0] is FactKind.PLACE] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The minister began a visit to Nairobi.", "Nairobi"),
        ("The two met last week at Castle Rock.", "Castle Rock"),
        ("The two met at the opening of the Winter Olympics in Turin.", "Turin"),
        ("They held talks in the Alvar Palace on Tuesday.", "Alvar Palace"),
        ("The talks are about the war in Sudan.", None),
        ("The bill is meeting resistance in Congress.", None),
        ("He spoke of the theme in Lund’s diplomatic talks.", None),
        ("The band will travel to the coast and play in Turin.", None),
    ],
)
def test_the_place_of_a_meeting_is_where_people_met(text: str, place: str | None) -> None:
    meetings = find_meetings([sentence_of(article(text), 0, "en")])
    assert [meeting.place.text for meeting in meetings] == ([place] if place else [])


def test_the_place_of_a_meeting_is_nobody_who_met() -> None:
    text = "Mr. Lund and Ms. Varga held talks in the Alvar Palace."
    (meeting,) = find_meetings([sentence_of(article(text), 0, "en")])
    assert meeting.others == (frozenset(["lund"]), frozenset(["varga"]))


def test_the_bundled_pair_has_the_days_and_places_of_both_meetings() -> None:
    left, right = (load(source) for source in bundled_pair())
    entries = differences(compare(left, right), 50.0)
    found = [(entry.kind, *_texts(entry)) for entry in entries if "meetings" in entry.note]
    assert found == [
        (FactKind.DATE, "Feb. 4", "Tuesday"),
        (FactKind.PLACE, "Beijing", "Kremlin"),
    ]
    assert not [e for e in entries if e.state is State.ONLY_RIGHT and e.right and e.right.text == "Tuesday"]
