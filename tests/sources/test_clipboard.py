"""The clipboard, by the command that the system has for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.sources.clipboard import write_clipboard
from tui.sources.load import CLIPBOARD, LoadError, load, load_text

STORY = (
    "Ferries go electric\\n\\nThe port voted on Tuesday to replace its boats. It is time, Dr. Roe said.\\n"
)


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with commands."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return tmp_path


def install(folder: Path, name: str, script: str) -> None:
    command = folder / name
    command.write_text(f"#!/bin/sh\n{script}\n")
    command.chmod(0o755)


def load_error() -> str:
    with pytest.raises(LoadError) as caught:
        load(CLIPBOARD)
    return str(caught.value)


@pytest.mark.parametrize("name", ["xclip", "xsel", "pbpaste"])
def test_the_text_is_read_by_the_installed_command(commands: Path, name: str) -> None:
    install(commands, name, f"printf '{STORY}'")
    article = load(CLIPBOARD)
    assert (article.title, article.source) == ("Ferries go electric", "the clipboard")


def test_after_a_failed_command_the_next_is_tried(commands: Path) -> None:
    install(commands, "xclip", "exit 1")
    install(commands, "xsel", f"printf '{STORY}'")
    assert load(CLIPBOARD).title == "Ferries go electric"


def test_without_a_command_the_message_has_a_remedy(commands: Path) -> None:
    message = load_error()
    assert message.startswith("the clipboard: no command to read it: none of wl-paste, xclip,")
    assert "save the text as a .txt file" in message


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("exit 1", "cannot be read: no text in it, or no desktop"),
        ("printf ' \\n'", "it is empty; copy an article first"),
        (
            "while :; do printf 'yes yes yes yes yes yes yes yes yes yes %01000d'; done",
            "too large: more than 16 MB",
        ),
    ],
)
def test_a_clipboard_without_an_article_is_refused(commands: Path, script: str, words: str) -> None:
    install(commands, "xclip", script)
    assert words in load_error()


def test_pasted_text_is_an_article() -> None:
    article = load_text("The port voted on Tuesday.\n\nIt \x1b[31mis time.", "left pane")
    assert article.source == "left pane" and article.text.endswith("It is time.")


WRITERS = [("wl-copy", "WAYLAND_DISPLAY"), ("xclip", "DISPLAY"), ("xsel", "DISPLAY"), ("pbcopy", "")]
VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "SSH_CONNECTION", "TMUX")


@pytest.fixture
def desktop(commands: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder with commands, without a desktop, tmux or SSH."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return commands


def keep(folder: Path, name: str) -> None:
    """Install a command that writes its input into a file."""
    install(folder, name, f"while read -r line; do echo \"$line\" >> '{folder}/{name}.out'; done")


@pytest.mark.parametrize(("name", "variable"), WRITERS)
def test_the_text_is_written_by_the_installed_command(
    desktop: Path, monkeypatch: pytest.MonkeyPatch, name: str, variable: str
) -> None:
    keep(desktop, name)
    if variable:
        assert write_clipboard("Nobody swims.\n") == "", "without a desktop"
        monkeypatch.setenv(variable, "x")
    assert write_clipboard("Nobody swims: café.\n") == name
    assert (desktop / f"{name}.out").read_text() == "Nobody swims: café.\n"


def test_over_ssh_the_clipboard_of_the_other_machine_is_left_alone(
    desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(desktop, "pbcopy")
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    assert write_clipboard("Nobody swims.\n") == ""


def test_a_command_that_fails_or_hangs_gives_way_to_the_next(
    desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("TMUX", "/tmp/x,1,0")
    monkeypatch.setattr("tui.sources.clipboard.WRITE_SECONDS", 0.2)
    install(desktop, "xclip", "exit 1")
    install(desktop, "xsel", "while :; do :; done")
    keep(desktop, "tmux")
    assert write_clipboard("Nobody swims.\n") == "tmux"
    assert (desktop / "tmux.out").read_text() == "Nobody swims.\n"


def test_without_a_command_nothing_is_written(desktop: Path) -> None:
    assert write_clipboard("Nobody swims.\n") == ""
