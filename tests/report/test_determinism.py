"""The same input gives the same bytes whatever the hash seed, and every report is clean."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from tests.hostile_comparison import hostile, hostile_remarks
from tui.model import Comparison
from tui.report import FORMATS, format_of, render, suggested_name
from tui.sources.load import load_text

CODE = """
import hashlib
from tests.browser.pairs import bundled
from tui.report import FORMATS, render
pair = bundled()
for name in FORMATS:
    report = render(pair, name)
    print(name, hashlib.sha256(report.encode()).hexdigest())
"""


def digests(seed: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.slow
def test_six_formats_give_the_same_bytes_under_other_hash_seeds() -> None:
    first = digests(0)
    assert len(first.splitlines()) == len(FORMATS) == 6
    assert {digests(seed) for seed in (1, 2, 12345)} == {first}


@pytest.mark.parametrize("name", FORMATS)
def test_rendering_twice_gives_the_same(name: str) -> None:
    def made() -> bytes:
        report = render(hostile(), name, remarks=hostile_remarks())
        return hashlib.sha256(report.encode()).digest()

    assert made() == made()


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_ends_with_a_newline_and_holds_no_control_character(name: str) -> None:
    report = render(hostile(), name, remarks=hostile_remarks())
    assert report.endswith("\n")
    controls = {char for char in report if unicodedata.category(char) in ("Cc", "Cf")}
    assert controls <= {"\n", "\r", "\t"}


def test_a_format_that_is_none_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        render(hostile(), "poem")


def test_the_suffix_determines_the_format() -> None:
    assert format_of(Path("a.b.HTML")) == "html"
    assert format_of(Path("notes.md")) == "markdown"
    assert format_of(Path("no-suffix")) is None


@pytest.mark.parametrize("name", FORMATS)
def test_a_suggested_name_is_harmless_and_has_the_suffix_of_its_format(name: str) -> None:
    suggested = suggested_name(hostile(), name)
    assert format_of(Path(suggested)) == name
    assert set(suggested) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert len(suggested.encode()) <= 100 and suggested[0] not in "-."


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_a_report_to_send_names_a_file_without_its_folders(name: str) -> None:
    article = load_text("The bridge is shut. It will open in May.", "/home/ida/secret/bridge.txt")
    report = render(Comparison(article, article), name)
    assert "bridge.txt" in report.replace("\\", "")
    assert "/ida/" not in report
