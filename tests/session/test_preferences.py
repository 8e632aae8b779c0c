from pathlib import Path

import pytest

from tui.session.preferences import Preferences, read_preferences, save_preferences


def test_saved_preferences_are_read_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "screen.json"
    preferences = Preferences(divider=-8, arrangement="STACKED", details=False, numbers=True, all_words=True)
    assert save_preferences(path, preferences)
    assert read_preferences(path) == preferences
    assert [file.name for file in path.parent.iterdir()] == ["screen.json"]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '{"divider": "wide"}', '{"strip": 3, "arrangement": "ROUND"}', "\x00"]
)
def test_invalid_preferences_give_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "screen.json"
    path.write_text(content, encoding="utf-8")
    assert read_preferences(path) == Preferences()


def test_a_folder_that_cannot_be_created_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert not save_preferences(tmp_path / "file" / "screen.json", Preferences())
