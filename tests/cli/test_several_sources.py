"""The command line with more than two sources, and with folders."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_command_line import BY_WORDS, complaint, run
from tests.report.stories import REPORTS
from tui.cli.commands import prepare
from tui.engine.protocol import CommandDone


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five reports in a folder, and a folder below it."""
    folder = tmp_path / "story"
    (folder / "below").mkdir(parents=True)
    (folder / "below" / "deep.txt").write_text("Too deep.")
    (folder / ".hidden").write_text("Hidden.")
    for letter, (source, *sentences) in zip("abcde", REPORTS, strict=True):
        (folder / f"{letter}.txt").write_text("\n\n".join([source, *sentences]) + "\n")
    return folder


def articles(output: bytes) -> list[str]:
    return [Path(article["source"]).name for article in json.loads(output)["articles"]]


def test_three_files_are_compared(folder: Path) -> None:
    done = run(*(folder / f"{letter}.txt" for letter in "cab"), "--format", "json", *BY_WORDS)
    assert (done.returncode, done.stderr) == (0, b"")
    assert articles(done.stdout) == ["c.txt", "a.txt", "b.txt"]


def test_a_folder_is_its_files_by_name_without_subfolders(folder: Path) -> None:
    done = run(folder, "--format", "json", *BY_WORDS)
    assert done.returncode == 0
    assert articles(done.stdout) == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]


def test_a_missing_source_is_told_and_the_others_are_compared(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.md"
    done = run(*(folder / f"{letter}.txt" for letter in "abxc"), "--output", target, *BY_WORDS)
    assert done.returncode == 1
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1
    assert "x.txt" in done.stderr.decode()
    assert "x.txt" in target.read_text()
    assert "3 reports of one story" in target.read_text()


def test_a_missing_source_is_told_even_if_the_report_cannot_be_written(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "nowhere" / "report.md"
    done = run(*(folder / f"{letter}.txt" for letter in "abxc"), "--output", target, *BY_WORDS)
    assert done.returncode == 1
    missing, unwritten = done.stderr.decode().splitlines()
    assert "x.txt" in missing
    assert "report.md" in unwritten


def test_fewer_than_two_that_can_be_read_are_an_error(folder: Path) -> None:
    done = run(folder / "a.txt", folder / "x.txt", folder / "y.txt", *BY_WORDS)
    assert done.returncode == 1
    assert "x.txt" in complaint(done)


def test_one_of_several_that_cannot_be_read_does_not_keep_the_others_from_being_served(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served: list[str] = []

    def serve(arguments: object, *, title: str, **options: object) -> int:
        served.append(title)
        return 0

    monkeypatch.setattr("tui.cli.commands.serve", serve)
    names = [str(folder / f"{letter}.txt") for letter in "axb"]
    assert prepare(["--serve", *names]) == CommandDone(0)
    assert served == ["The Post | The Herald"]
    assert "x.txt" in capsys.readouterr().err


def test_a_thirteenth_source_is_one_clear_line(folder: Path) -> None:
    for number in range(13):
        (folder / f"n{number:02}.txt").write_text(f"Text {number}.")
    done = run(*(folder / f"n{number:02}.txt" for number in range(13)))
    assert done.returncode == 2
    assert "at most 12 sources are compared, 13 given" in complaint(done)
    done = run(folder)
    assert done.returncode == 2
    assert "this folder has 18 files, and at most 12 reports are compared" in complaint(done)


@pytest.mark.parametrize(
    ("option", "words"),
    [(("--format", "svg"), "two reports"), (("--language-left", "de"), "for two sources")],
)
def test_what_is_for_two_is_refused(folder: Path, option: tuple[str, ...], words: str) -> None:
    done = run(folder, *option)
    assert done.returncode == 2
    assert words in complaint(done)


def test_a_source_named_twice_is_an_error(folder: Path) -> None:
    done = run(folder / "a.txt", folder / "b.txt", folder / "a.txt")
    assert done.returncode == 2
    assert "named twice" in complaint(done)
