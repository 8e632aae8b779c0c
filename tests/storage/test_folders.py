"""The folders of the app are those that platformdirs names."""

import sys
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest

from tui.storage.folders import APP, cache_folder, config_folder, state_folder

FOLDERS = {
    "CONFIG": (config_folder, lambda: platformdirs.user_config_path(APP)),
    "STATE": (state_folder, lambda: platformdirs.user_state_path(APP)),
    "CACHE": (
        lambda: cache_folder("pages"),
        lambda: platformdirs.user_cache_path(APP, appauthor=False) / "pages",
    ),
}


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("xdg", [None, "", "relative", "/elsewhere/xdg", "/elsewhere/xdg/"])
@pytest.mark.parametrize("home", ["/home/somebody", "/home/somebody/", "relative", "", None])
@pytest.mark.parametrize("platform", [sys.platform, "another"])
def test_a_folder_is_where_platformdirs_puts_it(
    monkeypatch: pytest.MonkeyPatch, name: str, xdg: str | None, home: str | None, platform: str
) -> None:
    for variable, value in ((f"XDG_{name}_HOME", xdg), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(variable, raising=False)
        else:
            monkeypatch.setenv(variable, value)
    ours: Callable[[], Path]
    theirs: Callable[[], Path]
    ours, theirs = FOLDERS[name]
    expected = theirs()
    monkeypatch.setattr("tui.storage.folders.sys.platform", platform)
    assert ours() == expected
