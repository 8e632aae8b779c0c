"""The installed command in a real pseudo-terminal."""

import base64
import json
import os
import re
import select
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from tests.layout.trace import trace
from tests.processes import descendants, process_handle
from tests.terminal import Terminal, is_ready
from tui.layout.geometry import Geometry, arrange
from tui.model import Side
from tui.sources.load import bundled_pair

pytestmark = pytest.mark.slow

COMMAND = str(Path(sysconfig.get_path("scripts")) / "compare-tui")
BY_WORDS = [COMMAND, "--model", "none"]
"""For what does not depend on the language model, which takes a second to load."""
GONE_SECONDS = 5.0
"""Time for each process to end once the program has left."""


def report() -> dict[str, list[dict[str, Any]]]:
    done = subprocess.run([COMMAND, "--format", "json"], capture_output=True, check=True)
    found: dict[str, list[dict[str, Any]]] = json.loads(done.stdout)
    return found


def passages_marked(lines: list[str], shared: Geometry) -> list[tuple[int, str]]:
    """For each pane the row of the current passage and its words, read off the screen."""
    left = shared.minimap
    right = left + shared.panes[0] + shared.gutter
    out = []
    for start, width in zip((left, right), shared.panes, strict=True):
        cells = [line[start : start + width] for line in lines]
        rows = [(y, line) for y, line in enumerate(cells) if line.startswith("▌")]
        out.append((rows[0][0], " ".join(row[3:].strip() for _, row in rows)))
    return out


def gutter_of(lines: list[str], shared: Geometry) -> list[str]:
    """The characters between the panes, under the titles."""
    start = shared.minimap + shared.panes[0]
    rows = lines[shared.titles : shared.titles + shared.rows[0]]
    return [row[start : start + shared.gutter] for row in rows]


@pytest.mark.parametrize("size", [(120, 40), (80, 24)])
def test_n_walks_all_pairs_and_shows_both_passages_joined_on_one_row(
    size: tuple[int, int],
) -> None:
    found = report()
    text = {p["id"]: p["text"] for article in found["articles"] for p in article["passages"]}
    shared = arrange(*size)
    with Terminal([COMMAND], *size) as terminal:
        terminal.wait_for(is_ready)
        best: dict[str, dict[str, Any]] = {}
        for link in sorted(found["links"], key=lambda link: -link["score"]):
            best.setdefault(link["left"], link)
        stops = sorted(best.values(), key=lambda link: int(link["left"][1:]))
        for number, link in enumerate(stops, 1):
            terminal.press("n")
            terminal.wait_for(f"Pair {number} of {len(stops)}")
            (left_row, left), (right_row, right) = passages_marked(terminal.lines, shared)
            assert (left, right) == (text[link["left"]], text[link["right"]])
            assert left_row == right_row
            drawn = gutter_of(terminal.lines, shared)
            row = left_row - shared.titles
            assert trace(drawn, Side.LEFT, row) == {(Side.LEFT, row), (Side.RIGHT, row)}
            assert set(drawn[row]) <= {"━"}
        assert "this is the last pair" in terminal.press("n")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_a_long_text_is_read_from_its_beginning_on_while_the_rest_is_loaded(tmp_path: Path) -> None:
    paths = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for path, verb in zip(paths, ("heard", "listened to"), strict=True):
        claims = (
            f"The court in Kessel {verb} claim {k} of docker {k * 7} on the quay.\n\n" for k in range(2500)
        )
        path.write_text("".join(claims), encoding="utf-8")
    # The language model would read for a minute, after everything that is tried here.
    with Terminal([*BY_WORDS, "--no-state", *map(str, paths)]) as terminal:
        terminal.wait_for("claim 3 of docker 21")
        # It may be gone from the screen by the time that the painting pauses: the bytes hold it.
        terminal.wait_for_bytes(b"aligning")
        terminal.press("G")
        terminal.wait_for("17493 on the quay")
        terminal.wait_for(is_ready)
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_an_article_from_standard_input_leaves_the_keyboard_alive(tmp_path: Path) -> None:
    left, right = bundled_pair()
    with Terminal([*BY_WORDS, "-", right], stdin=Path(left).read_bytes()) as terminal:
        terminal.wait_for(is_ready)
        assert re.search(r"Pair 1 of \d+", terminal.press("n"))
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_the_app_is_shown_where_standard_error_goes_elsewhere(tmp_path: Path) -> None:
    errors = tmp_path / "errors.txt"
    with Terminal(["bash", "-c", f"{COMMAND} 2>{errors}"]) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert errors.read_bytes() == b""


HOSTILE = (
    "Reporters \x1b]0;owned\x07 met [bold]the mayor[/bold] and [@click=app.quit]left[/].\n\n"
    "A \x9b31mred\x1b[2J line \u202e backwards \u2066 and [/] a bell \x07 rang twice for the mayor.\n\n"
    "The mayor of Kessel said talks on the harbour would go on until Friday.\n"
)


def test_escape_sequences_and_markup_in_a_text_are_never_obeyed(tmp_path: Path) -> None:
    hostile, other = tmp_path / "hostile.txt", tmp_path / "other.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    other.write_text("The mayor said talks on the harbour go on until Friday.\n", encoding="utf-8")
    with Terminal([COMMAND, str(hostile), str(other)], 120, 30) as terminal:
        terminal.wait_for("mayor")
        assert "[bold]the mayor[/bold]" in terminal.text
        assert "[@click=app.quit]left[/]" in terminal.text
        assert "control characters removed" in terminal.text
        terminal.press("n", "tab", "t", "escape")
        written = bytes(terminal.raw)
        for forbidden in (b"owned", b"\x1b[2J", b"\xc2\x9b", b"\xe2\x80\xae", b"\xe2\x81\xa6"):
            assert forbidden not in written
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_leaving_while_the_rest_is_read_leaves_no_process_behind(tmp_path: Path) -> None:
    paths = [tmp_path / "left.txt", tmp_path / "right.txt"]
    for path in paths:
        claims = [
            f"The court in Kessel heard claim {k} of docker {k * 7} on the quay." for k in range(40_000)
        ]
        path.write_text("\n\n".join(claims), encoding="utf-8")
    with Terminal([COMMAND, "--no-state", *map(str, paths)]) as terminal:
        terminal.wait_for_bytes(b"reading the rest")
        handles = {pid: handle for pid in descendants(terminal.pid) if (handle := process_handle(pid))}
        assert len(handles) >= 2, "the worker, and the processes that read"
        terminal.press("q")
        assert terminal.wait_exit() == 0
        for pid, handle in handles.items():
            # A process that reads sees by itself that nobody waits for it any more.
            assert select.select([handle], [], [], GONE_SECONDS)[0], f"{pid} is still there"
            os.close(handle)


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_without_state_nothing_is_written_and_nothing_read_but_the_configuration(own_folders: Path) -> None:
    config = own_folders / "config" / "compare-tui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('[keys]\n"details.toggle" = "f5"\n', encoding="utf-8")
    with Terminal(BY_WORDS) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("n", "n", "\x1b[15~", "w", "m", "q")
        assert terminal.wait_exit() == 0
    before = files_in(own_folders)
    assert len(before) >= 3, "the configuration, the session, the settings of the screen"
    with Terminal([*BY_WORDS, "--no-state"]) as terminal:
        assert "Pair 2 of" not in terminal.wait_for(is_ready)
        terminal.press("n")
        terminal.wait_for("Both:")  # the details bar, which the saved settings hide
        terminal.press("\x1b[15~")
        terminal.wait_until_gone("Both:")  # the key of the configuration
        terminal.press("w", "R")
        assert "1 mark" not in terminal.wait_for("1 recent comparison"), "it is of this run"
        terminal.press("escape", "m", "q")
        assert terminal.wait_exit() == 0
    assert files_in(own_folders) == before


def test_starting_over_keeps_the_settings_of_the_screen(own_folders: Path) -> None:
    with Terminal(BY_WORDS) as terminal:
        terminal.wait_for(is_ready)
        assert "Both:" in terminal.press("n", "n")
        terminal.press("d", "q")
        assert terminal.wait_exit() == 0
    with Terminal([*BY_WORDS, "--fresh"]) as terminal:
        assert "Pair 2 of" not in terminal.wait_for(is_ready)
        terminal.press("n")
        assert "Both:" not in terminal.wait_for("Pair 1 of")
        terminal.press("q")
        assert terminal.wait_exit() == 0


@pytest.mark.parametrize("key", ["q", "escape"])
def test_the_recent_comparisons_have_nothing_behind_them(key: str) -> None:
    for _ in range(2):  # the first adds nothing to the list
        with Terminal([*BY_WORDS, "--recent"]) as terminal:
            terminal.wait_for("no recent comparisons")
            terminal.press(key)
            assert terminal.wait_exit() == 0


def test_a_recent_comparison_is_chosen(tmp_path: Path) -> None:
    left, right = (tmp_path / name for name in ("left.txt", "right.txt"))
    for path in (left, right):
        path.write_text(f"The mayor of Kessel spoke on Monday, says {path.name}.\n", encoding="utf-8")
    with Terminal([*BY_WORDS, str(left), str(right)]) as terminal:
        terminal.wait_for("right.txt · 9 words")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with Terminal([*BY_WORDS, "--recent"]) as terminal:
        assert "link" not in terminal.wait_for("1 recent comparison")
        terminal.press("enter")
        terminal.wait_for("right.txt · 9 words")
        assert "Pair 1 of" in terminal.press("n")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    right.unlink()
    with Terminal([*BY_WORDS, "--recent"]) as terminal:
        terminal.wait_for("1 recent comparison")
        terminal.press("enter")
        shown = terminal.wait_for("no such file")
        assert "1 recent comparison" in shown, "the list is there again"
        terminal.press("q")
        assert terminal.wait_exit() == 0


def test_copying_says_which_way_was_taken(tmp_path: Path) -> None:
    xclip = tmp_path / "xclip"
    xclip.write_text(f"#!/bin/sh\ncat > '{tmp_path}/copied'\n")
    xclip.chmod(0o755)
    away = {"TMUX": "", "SSH_CONNECTION": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    with Terminal(BY_WORDS, environment=away) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("n", "y")
        terminal.wait_for("passage sent to the terminal, to be copied there")
        assert b"\x1b]52;c;" in terminal.raw
    path = f"{tmp_path}:{os.environ['PATH']}"
    with Terminal(BY_WORDS, environment={**away, "DISPLAY": ":0", "PATH": path}) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("n", "y")
        terminal.wait_for("passage copied with xclip")
        assert (tmp_path / "copied").read_text()


WIDE = "港口管理局星期二投票决定用电动船取代全部六艘柴油渡轮。渡轮公司说这项计划要花四年时间。"
MARKED = "q\u0302w\u0303z is what they write for it. Nobody swims."


@pytest.mark.parametrize(
    ("text", "first", "last", "copied"),
    [
        (WIDE, 2, 4, "口管"),  # from the first cell of a character to the first of another
        (WIDE, 2, 5, "口管"),  # to the second
        (WIDE, 3, 5, "口管"),  # from the second
        (WIDE, 3, 3, ""),
        (MARKED, 0, 1, "q\u0302w\u0303"),  # the marks of the last character belong to it
        ("The lake is shut for the whole summer. Nobody swims.", 4, 7, "lake"),
    ],
)
def test_a_selection_takes_the_characters_under_the_mouse(
    tmp_path: Path, text: str, first: int, last: int, copied: str
) -> None:
    for name in ("left.txt", "right.txt"):
        (tmp_path / name).write_text(f"{text}\n")
    away = {"TMUX": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    with Terminal(
        [*BY_WORDS, "--no-state", "left.txt", "right.txt"], cwd=tmp_path, environment=away
    ) as terminal:
        terminal.wait_for(is_ready)
        rows = [row for row, line in enumerate(terminal.lines, 1) if text[:1] in line[:12]]
        row = rows[1]  # under the title
        line = terminal.screen.buffer[row - 1]
        start = next(column for column in range(terminal.screen.columns) if line[column].data[:1] == text[0])
        left, right = start + first + 1, start + last + 1
        for code, column, end in ((0, left, "M"), (32, right, "M"), (0, right, "m")):
            os.write(terminal.fd, f"\x1b[<{code};{column};{row}{end}".encode())
            terminal.settle()
        terminal.press("\x03")
        sent = re.search(rb"\x1b\]52;c;([^\x07]*)\x07", terminal.raw)
        assert (base64.b64decode(sent[1]).decode() if sent else "") == copied


def test_in_ascii_frames_and_panels_are_ascii_too(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The “ferry” burned off Kessel on Tuesday. Twelve people died.", "utf-8")
    with Terminal([*BY_WORDS, "--ascii", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) as terminal:
        terminal.wait_for(is_ready)
        for key, words in {
            "D": "difference",
            "M": "same order",
            "i": "Overview",
            "?": "Minimaps",
            "f": "all links",
            "a": "New note",
            "\x10": "Search for commands",
        }.items():
            terminal.press_until(key, words)
            assert terminal.text.isascii(), f"{key}: {terminal.text}"
            terminal.press("escape")
            terminal.wait_until_gone(words)
