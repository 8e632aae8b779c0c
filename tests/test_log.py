"""`--log`: what a bug report needs, and no text of an article."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal, is_ready
from tui.engine.log import describe_source, outline
from tui.engine.protocol import NamedSource, Open, PastedText, Progress

COMMAND = [sys.executable, "-m", "tui"]
LINE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \d+ \S.*")
WORDS = ("zyxophant", "quillibrand", "mordvetch", "plumbaric", "skerrowby")
"""Words of the articles, which are in nothing else."""


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    left, right = tmp_path / "skerrowby-left.md", tmp_path / "skerrowby-right.txt"
    left.write_text(
        "# Zyxophant found\n\nThe zyxophant of Quillibrand was found by 12 divers on Monday.\n\n"
        'Mayor Mordvetch said: "The plumbaric search is over."\n',
        encoding="utf-8",
    )
    right.write_text(
        "Fifteen divers found the zyxophant of Quillibrand on Monday.\n\nMordvetch called it plumbaric.\n",
        encoding="utf-8",
    )
    return left, right


def test_the_log_of_a_session_has_the_facts_and_no_word_of_the_articles(
    pair: tuple[Path, Path], tmp_path: Path
) -> None:
    log = tmp_path / "bug.log"
    with Terminal([*COMMAND, "--model", "none", "--log", str(log), *map(str, pair)], 132, 43) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("n", "enter", "escape", "D", "escape", "t", "escape", "/", "plumbaric", "enter")
        terminal.press(":", f"{pair[0]}.gone", "enter")
        terminal.wait_for("not opened")
        terminal.press("y", "a", "mordvetch", "enter")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    text = log.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    for fact in (
        *("compare-tui 0.", "Python 3.", "Textual 8.", "TERM='xterm-256color'", "COLORTERM='truecolor'"),
        *("132 x 43", "threshold=None", "source: file .md,", "source: file .txt,", "run('link.next')"),
        *("passages=", "links=", "entries=", "LoadError < tui/sources/", "exit with status 0"),
    ):
        assert fact in text, f"{fact}\n{text}"
    assert len({line.split()[1] for line in lines}) >= 3, "the process that shows and two workers"
    assert [word for word in (*WORDS, *map(str, pair)) if word in text.lower()] == []


def test_a_report_is_logged_too(pair: tuple[Path, Path], tmp_path: Path) -> None:
    log = tmp_path / "bug.log"
    log.write_text("what was there\n")
    done = subprocess.run(
        [*COMMAND, "--format", "json", "--log", log, *pair], capture_output=True, timeout=60, check=True
    )
    assert done.stderr == b""
    first, *lines = log.read_text(encoding="utf-8").splitlines()
    assert first == "what was there"
    assert all(LINE.fullmatch(line) for line in lines)


@pytest.mark.parametrize("name", ["nowhere/bug.log", "."])
def test_a_log_that_cannot_be_written_is_one_line(name: str, pair: tuple[Path, Path], tmp_path: Path) -> None:
    arguments = ["--format", "json", "--log", str(tmp_path / name), *map(str, pair)]
    done = subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "cannot be written" in done.stderr


def test_a_log_never_goes_into_a_source(pair: tuple[Path, Path]) -> None:
    before = pair[0].read_bytes()
    done = subprocess.run([*COMMAND, "--log", pair[0], *pair], capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert "another file" in done.stderr
    assert pair[0].read_bytes() == before


def test_an_outline_has_counts_and_no_text() -> None:
    assert outline(Progress("fetching zyxophant")) == "Progress(text=18 characters)"
    request = Open((NamedSource("https://example.org/zyxophant"), PastedText("zyxophant")), threshold=40.0)
    assert outline(request) == "Open(web address; pasted text, 9 characters; threshold=40.0)"


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("-", "standard input"),
        ("clipboard:", "clipboard"),
        ("zyxophant.PDF", "file .pdf, FileNotFoundError"),
        ("zyxophant.eml", "file .eml, FileNotFoundError"),
        ("a.zyxophant", "file of another suffix, FileNotFoundError"),
        ("nul\0", "file without a suffix, ValueError"),
    ],
)
def test_a_source_is_described_without_its_name(name: str, description: str) -> None:
    assert describe_source(NamedSource(name)) == description


def test_an_error_is_logged_by_its_places_and_not_its_message(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom tui.engine.log import open_log\nopen_log(sys.argv[1])\n"
        "try:\n    int('zyxophant')\nexcept ValueError as error:\n    raise OSError('plumbaric') from error\n"
    )
    log = tmp_path / "bug.log"
    done = subprocess.run([sys.executable, "-c", code, log], capture_output=True, timeout=60)
    assert b"OSError: plumbaric" in done.stderr, "what is done with an error without a log is done still"
    text = log.read_text(encoding="utf-8")
    assert "error: OSError < <string>:7 in <module> caused by ValueError < <string>:5 in <module>" in text
    assert not any(word in text for word in WORDS)


def test_without_the_option_logging_an_error_does_nothing(tmp_path: Path) -> None:
    code = (
        "from tui.engine.log import log_error\nlog_error(ValueError())\n"
        "import logging\nassert not logging.getLogger('compare-tui').handlers"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=tmp_path, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
