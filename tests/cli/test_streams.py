"""Standard streams that are closed or full, too little memory, and ctrl+c: one line and no traceback."""

from __future__ import annotations

import json
import select
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.report import FORMATS

COMMAND = f'"{sys.executable}" -m tui'
BY_WORDS = f"{COMMAND} --model none"
"""Without the language model, which takes a second to load."""
OUTPUTS = (
    *(f"--format {name}" for name in FORMATS),
    *("--help", "--version", "--print-completion bash"),
)


def shell(command: str) -> tuple[int, str]:
    """Exit status and standard error of a command."""
    done = subprocess.run(["bash", "-c", command], stderr=subprocess.PIPE, text=True, timeout=60)
    return done.returncode, done.stderr


@pytest.mark.parametrize("arguments", OUTPUTS)
def test_output_that_cannot_be_written_is_one_line(arguments: str) -> None:
    start = "compare-tui: standard output cannot be written:"
    assert shell(f"{BY_WORDS} {arguments} >/dev/full") == (1, f"{start} No space left on device\n")
    assert shell(f"{BY_WORDS} {arguments} >&-") == (1, f"{start} it is closed\n")


def test_a_file_is_written_with_all_streams_closed(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    assert shell(f"{BY_WORDS} --output {target} <&- >&- 2>&-") == (0, "")
    assert target.read_bytes().endswith(b"}\n")


@pytest.mark.parametrize("closing", ["2>&-", "2>/dev/full"])
def test_an_error_that_cannot_be_printed_leaves_its_exit_status(closing: str) -> None:
    assert shell(f"{COMMAND} --format json gone.txt too.txt {closing} >/dev/null") == (1, "")
    assert shell(f"{COMMAND} --nosuch {closing} >/dev/null") == (2, "")
    assert shell(f"{BY_WORDS} --format json {closing} >/dev/null") == (0, "")


@pytest.mark.parametrize("megabytes", [20, 30, 45, 60])
def test_too_little_memory_is_one_line_or_the_whole_report(megabytes: int, tmp_path: Path) -> None:
    """How much is too little depends on the machine: its locales, its allocator, what is compiled."""
    target = tmp_path / "report.json"
    status, error = shell(f"ulimit -v {megabytes * 1024}; {COMMAND} --format json >{target}")
    if status == 0:
        assert error == ""
        assert json.loads(target.read_text(encoding="utf-8"))["links"]
    else:
        assert (status, error.count("\n")) == (1, 1), error
        assert "not enough memory" in error


def test_twenty_megabytes_are_too_little() -> None:
    assert shell(f"ulimit -v {20 * 1024}; {COMMAND} --format json >/dev/null")[0] == 1


def heed_ctrl_c() -> None:
    """What a shell starts in the background ignores it, and so do all processes below."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.parametrize(
    ("options", "moments"), [(["--model", "none"], range(0, 600, 40)), ([], range(0, 1500, 150))]
)
def test_ctrl_c_ends_the_program_without_a_word(options: list[str], moments: Sequence[int]) -> None:
    """At moments from its first to its last; the interpreter's own start says what it says."""
    code = "import os; from tui.__main__ import main; os.write(1, b'.'); raise SystemExit(main())"
    command = [sys.executable, "-c", code, *options, "--format", "json"]
    interrupted = 0
    for moment in moments:
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=heed_ctrl_c
        ) as process:
            assert process.stdout and process.stderr
            assert process.stdout.read(1) == b"."
            select.select([process.stderr], [], [], moment / 1000)
            process.send_signal(signal.SIGINT)
            _, error = process.communicate(timeout=60)
        assert error == b"", moment
        assert process.returncode in (0, 130, -signal.SIGINT), moment
        interrupted += process.returncode != 0
    assert interrupted > 1
