from pathlib import Path

import pytest

from tui.session.preferences import Preferences, read_preferences, save_preferences


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "screen.json"
    kept = Preferences(divider=-8, arrangement="STACKED", details=False)
    assert save_preferences(path, kept)
    assert read_preferences(path) == kept
    assert [file.name for file in path.parent.iterdir()] == ["screen.json"]


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '{"divider": "wide"}', '{"strip": 3, "arrangement": "ROUND"}', "\x00"]
)
def test_what_makes_no_sense_is_as_if_nothing_had_been_kept(tmp_path: Path, content: str) -> None:
    path = tmp_path / "screen.json"
    path.write_text(content, encoding="utf-8")
    assert read_preferences(path) == Preferences()


def test_a_folder_that_cannot_be_made_is_no_reason_to_stop(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert not save_preferences(tmp_path / "file" / "screen.json", Preferences())
