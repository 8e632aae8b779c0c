"""Completion for shells: the scripts know every option, and the shells take them."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tui.cli.completion import SHELLS, PrintCompletion, completion_script


def printed(shell: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--print-completion", shell], capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture(scope="module")
def options() -> list[str]:
    """The long options as `--help` tells them."""
    done = subprocess.run([sys.executable, "-m", "tui", "--help"], capture_output=True, text=True, timeout=60)
    return sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", done.stdout.partition("options:")[2])))


@pytest.mark.parametrize("shell", SHELLS)
def test_every_option_of_the_command_is_in_the_script(shell: str, options: list[str]) -> None:
    found = printed(shell)
    names = [name.removeprefix("--") if shell == "fish" else name for name in options]
    assert len(names) >= 6
    assert [name for name in names if name not in found] == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_takes_the_script(shell: str, tmp_path: Path) -> None:
    if not shutil.which(shell):
        pytest.skip(f"{shell} is not installed")
    (tmp_path / "completion").write_text(printed(shell), encoding="utf-8")
    done = subprocess.run([shell, "-n", str(tmp_path / "completion")], capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def completed(words: list[str], folder: Path) -> set[str]:
    """What bash offers for the last word of a command line."""
    (folder / "completion").write_text(printed("bash"), encoding="utf-8")
    asked = (
        "source ./completion; rule=$(complete -p compare-tui); "
        'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); '
        "[[ $rule =~ -F\\ ([^ ]+) ]] && ${BASH_REMATCH[1]}; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", asked, "bash", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    return set(done.stdout.split())


@pytest.mark.slow
def test_bash_completes_options_choices_and_files(tmp_path: Path) -> None:
    (tmp_path / "left.txt").touch()
    assert completed(["compare-tui", "--th"], tmp_path) == {"--threshold", "--theme"}
    assert completed(["compare-tui", "--format", "ht"], tmp_path) == {"html"}
    assert completed(["compare-tui", "le"], tmp_path) == {"left.txt"}
    assert completed(["compare-tui", "--output", "le"], tmp_path) == {"left.txt"}


def test_a_shell_that_is_not_known_is_wrong_usage() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "--print-completion", "cmd"], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("shell", SHELLS)
def test_the_same_parser_gives_the_same_script(shell: str) -> None:
    def made() -> str:
        parser = argparse.ArgumentParser(prog="compare-tui")
        parser.add_argument("sources", nargs="*")
        parser.add_argument("--print-completion", action=PrintCompletion)
        return completion_script(parser, shell)

    assert made() == made()
