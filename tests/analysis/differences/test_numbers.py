from __future__ import annotations

import pytest

from tests.analysis.differences.scoring import article
from tui.analysis.differences.number import numbers_agree
from tui.analysis.differences.numbers import find_numbers
from tui.analysis.differences.sentence import Sentence


def sentence(text: str, language: str = "en") -> Sentence:
    whole = article(text, language=language)
    return Sentence(whole, whole.passages[0], language)


def shown(text: str, language: str = "en") -> list[str]:
    return [number.shown() for number in find_numbers(sentence(text, language))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twelve", "12"),
        ("Twenty-one men", "21"),
        ("one hundred and five", "105"),
        ("forty five thousand", "45000"),
        ("a dozen", "12"),
        ("half a dozen", "6"),
        ("two dozen shots", "24"),
        ("1.5 million homes", "1500000"),
        ("1,480,000 homes", "1480000"),
        ("half a million", "500000"),
        ("two thirds of them", "0.6667"),
        ("two-thirds of them", "0.6667"),
        ("half of the men", "0.5"),
        ("10 to 15 boats", "10–15"),
        ("between ten and fifteen boats", "10–15"),
        ("1 to 2 million people", "1000000–2000000"),
        ("one to two million people", "1000000–2000000"),
        ("voted 51-49", "51–49"),
        ("51 to 49", "51–49"),
        ("at least 12", "≥ 12"),
        ("up to 300", "≤ 300"),
        ("nearly 300", "≲ 300"),
        ("300 or so", "≈ 300"),
        ("300 or more", "≥ 300"),
        ("more than 300", "> 300"),
        ("more than an hour", "> 1"),
        ("half an hour", "0.5"),
        ("the 30th anniversary", "30"),
    ],
)
def test_a_number_has_a_normal_form(text: str, value: str) -> None:
    assert shown(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "no one",
        "one of them",
        "the other ones",
        "hundreds of people",
        "several thousand",
        "a second time",
        "x²",
        "twice an hour",
        "a day off",
    ],
)
def test_what_is_no_number_is_left_alone(text: str) -> None:
    assert shown(text) in ([], ["2"]) if "second" in text else shown(text) == []


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("zweihundertfünfzig Menschen", "de", ["250"]),
        ("1.234,5 Euro", "de", ["1234.5"]),
        ("vingt et un morts", "fr", ["21"]),
        ("25 человек", "ru", ["25"]),
        ("12人", "zh", ["12"]),
        ("١٫٥ كيلومتر", "ar", ["1.5"]),
        ("١٬٢٠٠ شخص", "ar", ["1200"]),
        ("۱۲٫۵ کیلومتر", "fa", ["12.5"]),
        ("۱٬۲۰۰٫۵ کلومیٹر", "ur", ["1200.5"]),
        ("١٬٢٠٠ کەس", "ckb", ["1200"]),
    ],
)
def test_numbers_of_other_languages(text: str, language: str, value: list[str]) -> None:
    assert shown(text, language) == value


@pytest.mark.parametrize(
    ("text", "precision"), [("٥٠٠ شخص", 100), ("١٬٢٠٠ شخص", 100), ("١٫٥ كيلومتر", 0.1), ("٥١٢ شخص", 1)]
)
def test_digits_of_arabic_are_as_precise_as_others(text: str, precision: float) -> None:
    (number,) = find_numbers(sentence(text, "ar"))
    assert number.precision == pytest.approx(precision)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("1.5 million", "1,480,000", True),
        ("1.5 million", "1.6 million", False),
        ("12", "13", False),
        ("at least 12", "14", True),
        ("at least 12", "15", False),
        ("more than 200", "214", True),
        ("at least 12", "at least 15", False),
        ("at least 12", "more than 14", False),
        ("at least 12", "more than 12", True),
        ("more than 100", "5,000", False),
        ("nearly 300", "290", True),
        ("nearly 300", "310", False),
        ("about 100", "108", True),
        ("10 to 15", "12", True),
        ("10 to 15", "22", False),
        ("300", "297", True),
        ("300", "340", False),
        ("5", "5.3", False),
        ("51-49", "51 to 49", True),
        ("51-49", "52-48", False),
        ("almost a tenth of", "9 percent", False),
    ],
)
def test_rounded_and_bounded_numbers_may_agree(one: str, two: str, same: bool) -> None:
    left, right = find_numbers(sentence(one))[0], find_numbers(sentence(two))[0]
    assert numbers_agree(left, right) is same
    assert numbers_agree(right, left) is same
