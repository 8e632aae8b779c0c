"""What a text says of itself at its top."""

from __future__ import annotations

import pytest

from tui.sources.publication_date import iso_day
from tui.sources.readers.front_matter import split_front_matter


def test_yaml_front_matter_tells_title_day_source_and_language() -> None:
    said, body = split_front_matter(
        '---\ntitle: "Talks: day two"\ndate: 2024-03-05T10:00:00Z\nsource: The Daily # paper\n'
        "lang: en-GB\ntags:\n  - x\nauthor: !!python/object:os.system\n---\nThe body.\n"
    )
    assert (said.title, said.published, said.source, said.language) == (
        "Talks: day two",
        "2024-03-05",
        "The Daily",
        "en",
    )
    assert body == "The body.\n"


def test_toml_front_matter_is_read_too() -> None:
    said, body = split_front_matter("+++\ntitle = 'It''s on'\ndate = 2024-03-05\n+++\nThe body.")
    assert (said.title, said.published, body) == ("It's on", "2024-03-05", "The body.")


@pytest.mark.parametrize(
    "text",
    [
        "---\nA line that is no entry\n---\nmore",
        "---\ntitle: never closed\nThe body.",
        "No fence\n---\ntitle: x\n---",
        "---\n---\nbody",
    ],
)
def test_what_is_no_front_matter_stays_in_the_text(text: str) -> None:
    said, body = split_front_matter(text)
    assert body == text
    assert said.title == ""


def test_control_characters_do_not_get_in_by_the_front_matter() -> None:
    said, _ = split_front_matter("---\ntitle: a\x1b[31mb\n---\nx")
    assert said.title == "ab"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published Feb. 25, 2022 10:04 am", "2022-02-25"),
        ("25 February 2022", "2022-02-25"),
        ("Tuesday, March 1st, 2022", "2022-03-01"),
        ("2022-02-25T10:00Z", "2022-02-25"),
        ("03/04/2022", ""),
        ("Feb. 30, 2022", ""),
        ("on Tuesday", ""),
    ],
)
def test_a_day_is_read_only_where_there_is_one_way_to(text: str, day: str) -> None:
    assert iso_day(text) == day
