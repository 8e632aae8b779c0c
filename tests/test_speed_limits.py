"""What the first frame and a key cost, counted: modules, frames, bytes and strips. No clock decides."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.strip import Strip

from tests import limits
from tests.terminal import Terminal, is_ready
from tests.ui.engine import WatchedApp
from tui.sources.load import bundled_pair, load
from tui.ui.widgets.row_widget import RowWidget

pytestmark = pytest.mark.slow

SIZE = 120, 40


HEAVY = {
    *("numpy", "scipy", "sklearn", "rapidfuzz", "Stemmer"),
    *("lxml", "trafilatura", "urllib3", "httpx", "charset_normalizer"),
    *("pypdf", "zipfile", "markdown_it", "babel", "text_to_num", "jinja2", "sqlite3"),
    *("tui.analysis", "tui.analysis.differences", "tui.report", "tui.sources.readers.html"),
    *("tui.sources.readers.docx", "tui.sources.readers.pdf"),
    *("tui.sources.readers.epub", "tui.sources.readers.mail", "email.message"),
}
"""What the process that shows must do without, each with all that is in it."""
LIGHT = {"tui.analysis.differences", "tui.model.difference", "tui.report"}
"""What of it may be there all the same: names and types, no work."""

PROGRAM = """
import json, sys


class Watched:
    "Where Textual writes its frames; names the modules there are before each."

    def __init__(self, file):
        self.file = file

    def __getattr__(self, name):
        return getattr(self.file, name)

    def write(self, text):
        if len(text) > 100:  # a frame, and not a mode of the terminal
            with open(target, "a") as file:
                print(json.dumps(sorted(sys.modules)), file=file)
        return self.file.write(text)


target = sys.argv.pop()
sys.__stderr__ = Watched(sys.__stderr__)
from tui.__main__ import main
from tui.ui.screens import main as screen

screen.SAVE_EVERY = 3600.0  # a busy machine may be slower than that clock, and saving imports modules

sys.exit(main())
"""


class Synchronised(Terminal):
    """A terminal that says it knows synchronised output, so that every frame is marked as one."""

    looks = False  # a frame that comes late counts too
    _asked = False

    def _pump(self, seconds: float) -> bool:
        came = super()._pump(seconds)
        if not self._asked and b"\x1b[?2026$p" in self.raw:
            self._asked = True
            os.write(self.fd, b"\x1b[?2026;2$y")
        return came

    @property
    def frames(self) -> int:
        """Frames painted so far."""
        return self.raw.count(b"\x1b[?2026l")

    def cost(self, key: str) -> tuple[int, int]:
        """(frames, bytes) of a key."""
        frames, size = self.frames, len(self.raw)
        os.write(self.fd, key.encode())
        self.wait_for(lambda _: self.frames > frames)
        return self.frames - frames, len(self.raw) - size


@pytest.fixture
def terminal() -> Iterator[Synchronised]:
    """The program with the bundled pair, at rest."""
    with Synchronised([sys.executable, "-m", "tui"], *SIZE) as terminal:
        terminal.wait_for(is_ready)
        yield terminal


@pytest.fixture(scope="module")
def modules_by_frame(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """The modules of the process that shows when it writes a frame: those of the start, that of a step."""
    home = tmp_path_factory.mktemp("modules")
    target = home / "modules.json"
    own = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    with Terminal([sys.executable, "-c", PROGRAM, str(target)], *SIZE, environment=own) as terminal:
        terminal.wait_for(is_ready)
        terminal.press("n")
        terminal.wait_for(lambda text: "Pair 1 of" in text)
        terminal.press("q")
        assert terminal.wait_exit() == 0
    return [json.loads(line) for line in target.read_text().splitlines()]


@pytest.fixture(scope="module")
def modules(modules_by_frame: list[list[str]]) -> list[str]:
    """The modules when the first frame is written."""
    return modules_by_frame[0]


def heavy(modules: list[str]) -> list[str]:
    """What of the modules is heavy, or in a package that is."""
    ancestors = {name: {name[:end] for end in _ends(name)} for name in modules}
    return [name for name in modules if ancestors[name] & HEAVY and name not in LIGHT]


def _ends(name: str) -> list[int]:
    return [k for k, sign in enumerate(name) if sign == "."] + [len(name)]


def test_the_first_frame_is_there_before_anything_heavy(modules: list[str]) -> None:
    assert "textual.app" in modules
    assert heavy(modules) == []


def test_modules_of_the_first_frame_are_few(modules: list[str]) -> None:
    assert len(modules) <= limits.MODULES
    assert len([name for name in modules if name.split(".")[0] == "tui"]) <= limits.OWN_MODULES


def test_the_first_step_imports_nothing(modules_by_frame: list[list[str]]) -> None:
    *start, step = modules_by_frame
    assert 1 <= len(start) <= limits.FRAMES_AT_START
    assert {*step} - {*start[-1]} == set()


def test_two_plain_texts_are_aligned_without_readers_of_other_kinds(tmp_path: Path) -> None:
    for name, text in (("left.txt", "Rain fell on Kessel."), ("right.txt", "Kessel saw rain on Monday.")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    code = (
        "import sys\nfrom tui.sources.load import load\nfrom tui.engine.pipeline import compare_sources\n"
        "assert compare_sources((load('left.txt'), load('right.txt'))).aligned\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
    )
    work = {"rapidfuzz", "Stemmer", "numpy", "tui.analysis"}
    loaded = heavy(done.stdout.split())
    assert [name for name in loaded if not any((name + ".").startswith(w + ".") for w in work)] == []


def test_the_start_paints_few_frames(terminal: Synchronised) -> None:
    terminal.settle()
    assert 1 <= terminal.frames <= limits.FRAMES_AT_START


def test_without_a_model_the_start_paints_fewer() -> None:
    with Synchronised([sys.executable, "-m", "tui", "--model", "none"], *SIZE) as terminal:
        terminal.wait_for(is_ready)
        terminal.settle()
        assert 1 <= terminal.frames <= limits.FRAMES_BY_WORDS


@pytest.mark.parametrize(
    ("key", "times", "limit"),
    [
        ("n", 5, limits.BYTES_A_LINK),
        ("j", 5, limits.BYTES_A_LINE),
        (" ", 2, limits.BYTES_A_PAGE),
        ("1", 1, limits.BYTES_A_TOPIC),
    ],
)
def test_a_key_is_one_frame_of_few_bytes(terminal: Synchronised, key: str, times: int, limit: int) -> None:
    costs = [terminal.cost(key) for _ in range(times)]
    assert [frames for frames, _ in costs] == [limits.FRAMES_A_KEY] * times
    assert max(size for _, size in costs) <= limit


def test_a_higher_threshold_is_one_frame(terminal: Synchronised) -> None:
    terminal.settle()
    frames, size = terminal.frames, len(terminal.raw)
    terminal.cost("+")
    terminal.settle()
    assert terminal.frames - frames <= limits.FRAMES_A_THRESHOLD
    assert len(terminal.raw) - size <= limits.BYTES_A_THRESHOLD


class Made:
    """Counts the strips made by all widgets, as they are made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        make = RowWidget._make

        def counted(canvas: RowWidget, *segments: Iterable[Segment]) -> Strip:
            self.count += 1
            return make(canvas, *segments)

        monkeypatch.setattr(RowWidget, "_make", counted)


ROUND = (
    *(("n", limits.STRIPS_A_LINK),) * 3,
    *(("N", limits.STRIPS_A_LINK),) * 3,
    ("g", 0),
    *(("j", limits.STRIPS_A_LINE),) * 3,
    ("g", 0),
    ("space", limits.STRIPS_A_PAGE),
    ("b", limits.STRIPS_A_LINE),
    ("plus", limits.STRIPS_A_THRESHOLD),
    ("minus", limits.STRIPS_A_THRESHOLD),
    ("1", limits.STRIPS_A_TOPIC),
    ("0", limits.STRIPS_A_TOPIC),
    ("g", 0),
)
"""Keys that end about where they began, and the strips each may make the first time."""


async def test_rows_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Made(monkeypatch)
    left, right = bundled_pair()
    app = WatchedApp(load(left), load(right))
    async with app.run_test(size=SIZE) as pilot:
        await app.engine.settle(pilot)
        # The second round starts where the first has left the panes, the third where the second has.
        for number in range(3):
            for key, limit in ROUND:
                before = made.count
                await pilot.press(key)
                await app.engine.settle(pilot)
                allowed = limits.STRIPS_AGAIN if number == 2 else limit
                assert made.count - before <= allowed, (number, key)
        assert made.count > SIZE[1]
