"""Which way a paragraph is written."""

import pytest

from tui.model.direction import is_right_to_left, isolated

ARABIC = "حريق في عبارة"


@pytest.mark.parametrize(
    ("text", "right_to_left"),
    [
        (ARABIC, True),
        (f"“{ARABIC}” says the same", True),
        (f"“{isolated(ARABIC)}” says the same", False),
        (f"tour 1 of 9: {ARABIC}", False),
        (isolated(ARABIC), False),
        ("41", False),
    ],
)
def test_the_first_letter_that_is_not_isolated_decides(text: str, right_to_left: bool) -> None:
    assert is_right_to_left(text) is right_to_left
