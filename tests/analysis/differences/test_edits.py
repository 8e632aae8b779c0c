from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.analysis.differences.edits import edits
from tui.model.difference import Edit

WORDS = st.lists(
    st.sampled_from(
        ["the", "of", "a", "police", "said", "man,", "“shot”", "12", "Russia's", "(on)", "-", "中文字", "."]
    )
).map(" ".join)
TEXTS = st.one_of(WORDS, st.text(max_size=60))


def marked(left: str, right: str) -> list[tuple[str, str, str]]:
    return [
        (edit.tag, edit.left.cut(left).strip(), edit.right.cut(right).strip()) for edit in edits(left, right)
    ]


@pytest.mark.slow
@given(TEXTS, TEXTS)
def test_edits_rebuild_both_texts(left: str, right: str) -> None:
    edited = edits(left, right)
    by_left = sorted(edited, key=lambda edit: (edit.left.start, edit.left.end))
    by_right = sorted(edited, key=lambda edit: (edit.right.start, edit.right.end))
    assert "".join(edit.left.cut(left) for edit in by_left) == left
    assert "".join(edit.right.cut(right) for edit in by_right) == right


@given(TEXTS)
def test_a_text_equals_itself(text: str) -> None:
    assert {edit.tag for edit in edits(text, text)} <= {"equal"} or not any(c.isalnum() for c in text)


@given(TEXTS, TEXTS)
def test_every_tag_fits_its_sides(left: str, right: str) -> None:
    def fits(edit: Edit) -> bool:
        sides = bool(len(edit.left)), bool(len(edit.right))
        return sides == {"delete": (True, False), "insert": (False, True)}.get(edit.tag, (True, True))

    assert all(fits(edit) for edit in edits(left, right))


def test_an_exchanged_word_stands_between_quiet_runs() -> None:
    assert marked("The army took the village today.", "The army left the village today.") == [
        ("equal", "The army", "The army"),
        ("replace", "took", "left"),
        ("equal", "the village today.", "the village today."),
    ]


def test_a_moved_run_is_one_move() -> None:
    edited = marked(
        "On Monday night police closed the old bridge.", "Police closed the old bridge on Monday night."
    )
    assert ("move", "On Monday night", "on Monday night.") in edited
    assert not {tag for tag, _, _ in edited} & {"delete", "insert", "replace"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Peace, work and bread.", "peace work and bread"),
        ("Russia’s army", "Russia's army"),
        ("Ukraine’s war", "Ukraine war"),
    ],
)
def test_punctuation_case_and_possessives_are_no_difference(left: str, right: str) -> None:
    assert {tag for tag, _, _ in marked(left, right)} == {"equal"}


def test_small_words_between_two_differences_do_not_scatter_them() -> None:
    edited = marked("He spoke of a plan of peace today", "He spoke of the end of war today")
    assert [tag for tag, _, _ in edited] == ["equal", "replace", "equal"]
