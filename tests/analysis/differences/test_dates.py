from __future__ import annotations

import pytest

from tests.analysis.differences.scoring import article, linked
from tui.analysis.differences.date_range import DateRange, date_settles, dates_agree
from tui.analysis.differences.dates import find_dates
from tui.analysis.differences.ledger import differences
from tui.analysis.differences.sentence import Sentence
from tui.model.difference import FactKind, State


def dated(text: str, published: str = "2023-03-21", language: str = "en") -> list[tuple[str, str]]:
    whole = article(text, published=published, language=language)
    sentence = Sentence(whole, whole.passages[0], language)
    return [(sentence.written(date.first, date.end), date.shown()) for date in find_dates(sentence)]


def when(text: str, published: str = "2023-03-21") -> DateRange:
    whole = article(text, published=published)
    return find_dates(Sentence(whole, whole.passages[0], "en"))[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("He left on Tuesday.", "2023-03-21"),
        ("He left on Monday.", "2023-03-20"),
        ("He left on Friday.", "2023-03-17"),
        ("He will leave on Friday.", "2023-03-24"),
        ("next Friday", "2023-03-24"),
        ("last Tuesday", "2023-03-14"),
        ("Wednesday night", "2023-03-15"),
        ("Feb. 25", "2023-02-25"),
        ("Sept. 11, 2001", "2001-09-11"),
        ("11 September 2001", "2001-09-11"),
        ("the 15th of March", "2023-03-15"),
        ("Nov. 8", "2022-11-08"),
        ("2023-03-19", "2023-03-19"),
        ("last month", "2023-02"),
        ("last year", "2022"),
        ("this week", "2023-03-20–2023-03-26"),
        ("yesterday", "2023-03-20"),
        ("tomorrow", "2023-03-22"),
        ("two days ago", "2023-03-19"),
        ("three weeks ago", "2023-02-25–2023-03-03"),
        ("a year ago", "about 2022"),
        ("built in 1994", "1994"),
        ("in March 2020", "2020-03"),
        ("in June", "2022-06"),
        ("it will open in June", "2023-06"),
        ("on the 3rd,", "2023-03-03"),
    ],
)
def test_a_date_is_resolved_against_the_day_of_publication(text: str, day: str) -> None:
    assert [value for _, value in dated(text)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "He may march.",
        "They sat in the sun.",
        "on the 3rd floor",
        "Feb. 31",
        "1,998 men",
        "May said no",
        "the 2000s",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert dated(text) == []


def test_without_a_day_of_publication_a_weekday_stays_a_weekday() -> None:
    assert dated("on Wednesday", published="") == [("Wednesday", "Wednesday")]
    assert dates_agree(when("on Wednesday", ""), when("on March 15", ""))
    assert not dates_agree(when("on Wednesday", ""), when("on Thursday", ""))


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("am Dienstag, dem 5. April 2022", "de", "2022-04-05"),
        ("le 5 avril 2022", "fr", "2022-04-05"),
        ("el 5 de abril de 2022", "es", "2022-04-05"),
        ("5 апреля 2022", "ru", "2022-04-05"),
        ("3月21日", "zh", "2023-03-21"),
    ],
)
def test_dates_of_other_languages(text: str, language: str, day: str) -> None:
    assert day in [value for _, value in dated(text, language=language)]


@pytest.mark.parametrize(
    ("date", "other", "same"),
    [
        ("on Tuesday", "March 21", True),
        ("on Tuesday", "March 20", False),
        ("late Monday", "early Tuesday", True),
        ("next month", "April 12", True),
        ("next month", "May 12", False),
        ("on Friday", "March 24", True),
        ("on the 3rd", "April 3", True),
        ("in 2019", "May 2, 2018", False),
    ],
)
def test_dates_agree_as_far_as_the_texts_tell(date: str, other: str, same: bool) -> None:
    assert dates_agree(when(date), when(other)) is same
    assert dates_agree(when(other), when(date)) is same


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("on Wednesday", True),
        ("on Wednesday night", True),
        ("on Feb. 23", True),
        ("on Thursday", False),
        ("on Feb. 24", False),
        ("in February", True),
        ("in March", False),
    ],
)
def test_a_day_of_an_article_without_a_date_is_that_day_of_the_other(text: str, settled: bool) -> None:
    """2022-02-23 was a Wednesday."""
    day, other = when("yesterday", "2022-02-24"), when(text, "")
    assert date_settles(day, other) is date_settles(other, day) is settled
    assert dates_agree(day, other)


def test_a_day_that_both_give_in_their_own_way_is_listed_for_neither() -> None:
    left = article("The envoys met in Minsk on Wednesday.", published="2022-02-24")
    right = article("The envoys met on Wednesday.", "Snow fell in Minsk on Thursday.", published="")
    entries = differences(linked(left, right, (0, 0), (0, 1)), 50.0)
    assert [(d.state, d.right and d.right.value) for d in entries if d.kind is FactKind.DATE] == [
        (State.ONLY_RIGHT, "Thursday")
    ]


def test_one_weekday_in_articles_of_two_days() -> None:
    assert dates_agree(when("on Tuesday", "2023-03-21"), when("yesterday", "2023-03-22"))
    assert not dates_agree(when("on Monday", "2023-03-21"), when("yesterday", "2023-03-23"))
