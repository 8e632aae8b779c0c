"""Names in another spelling or script."""

from __future__ import annotations

import pytest

from tui.analysis.names_across import same_name


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("Putin", "Путина", "ru"),
        ("Vladimir", "Wladimir", "de"),
        ("Vladimir", "Vladímir", "es"),
        ("Kyiv", "Kiew", "de"),
        ("Kyiv", "Киевом", "ru"),
        ("Scholz", "Шольцу", "ru"),
        ("Netanyahu", "Нетаньяху", "ru"),
        ("Ukraine", "乌克兰", "zh"),
        ("China’s", "中国", "zh"),
        ("Germany", "Германии", "ru"),
        ("Germany", "Alemania", "es"),
    ],
)
def test_one_name_in_two_languages(left: str, right: str, other: str) -> None:
    assert same_name(left, right, ("en", other))
    assert same_name(right, left, (other, "en"))


@pytest.mark.parametrize(
    ("left", "right", "other"),
    [
        ("Putin", "Шольц", "ru"),
        ("Germany", "Франция", "ru"),
        ("Xi", "Си", "ru"),
        ("talks", "Talks", "de"),
        ("Ukraine", "中国", "zh"),
        ("Putin", "普京", "zh"),
        ("Merkel", "März", "de"),
    ],
)
def test_other_names_and_common_words(left: str, right: str, other: str) -> None:
    assert not same_name(left, right, ("en", other))
