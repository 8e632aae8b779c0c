"""The sandbox's process ends with the load, when the load is cancelled, and with its parent."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.conftest import address_of
from tests.hostile.documents import STORY, pdf
from tests.hostile.responses import PAGE
from tests.hostile.server import Exchange, ok, serving
from tui.sources.load import LoadCancelled, load

ATTRIBUTES = (
    "<!DOCTYPE html><div " + " ".join(f"a{n}=1" for n in range(100_000)) + "><p>Some words.</p></div>"
)


def children(process: int | str = "self") -> set[int]:
    """The child processes of a process that it has not waited for."""
    pids: set[int] = set()
    for task in Path(f"/proc/{process}/task").iterdir():
        pids.update(map(int, (task / "children").read_text().split()))
    return pids


def wait_until(condition: Callable[[], object], seconds: float = 5.0) -> bool:
    """Whether the condition becomes true in time."""
    end = time.monotonic() + seconds
    pause = threading.Event()
    while time.monotonic() < end:
        if condition():
            return True
        pause.wait(0.01)
    return False


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes in /proc"),
]


def silent(exchange: Exchange) -> None:
    exchange.wait()


@pytest.mark.parametrize("where", ["network", "parser", "pipe"])
def test_a_cancelled_load_ends_at_once(tmp_path: Path, where: str) -> None:
    cancel = threading.Event()
    steps: list[str] = []
    page, fifo = tmp_path / "x.html", tmp_path / "fifo"
    page.write_text(ATTRIBUTES)
    os.mkfifo(fifo)
    before = children()
    with serving({"/": silent}) as site:
        source = {"network": address_of(site, "/"), "parser": str(page), "pipe": str(fifo)}[where]

        def progress(step: str) -> None:
            steps.append(step)
            cancelled.append(time.monotonic())
            cancel.set()

        cancelled: list[float] = []
        if where == "pipe":
            threading.Timer(0.1, progress, ["waiting"]).start()
        with pytest.raises(LoadCancelled, match="stopped; open it again"):
            load(source, progress=progress, cancel=cancel)
        assert time.monotonic() - cancelled[0] < 1
    assert steps and children() == before


def test_a_load_cancelled_beforehand_does_not_start() -> None:
    cancel = threading.Event()
    cancel.set()
    with serving({"/": ok(PAGE)}) as site:
        with pytest.raises(LoadCancelled):
            load(address_of(site, "/"), cancel=cancel)
        assert site.requested == []


def test_progress_names_the_host_and_the_work() -> None:
    steps: list[str] = []
    with serving({"/": ok(PAGE)}) as site:
        load(address_of(site, "/"), progress=steps.append)
    assert steps == [f"waiting for {site.base[7:]}", "finding the article in the page"]


def test_no_process_is_left_after_a_load(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_bytes(PAGE)
    before = children()
    load(str(tmp_path / "x.html"))
    assert children() == before


def test_the_child_process_does_not_outlive_a_killed_program(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_text(ATTRIBUTES)
    script = "import sys; from tui.sources.load import load; load(sys.argv[1])"
    program = subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "x.html")])
    try:
        assert wait_until(lambda: children(program.pid))
        reading = children(program.pid)
    finally:
        program.kill()
        program.wait()
    assert wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in reading))


def test_a_foreign_module_beside_the_file_is_not_imported(tmp_path: Path) -> None:
    """Opening an article in a folder runs nothing that lies in the folder."""
    (tmp_path / "x.html").write_bytes(PAGE)
    for name in ("lxml", "trafilatura", "json", "tui"):
        (tmp_path / f"{name}.py").write_text("import pathlib; pathlib.Path('pwned').touch()")
    script = "import sys; sys.path.remove(''); from tui.sources.load import load; print(load('x.html').title)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout == "The quarry lake stays closed\n"
    assert not (tmp_path / "pwned").exists()


def test_a_short_text_needs_no_process_and_no_parser(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("The talks went on all night. They met again on Tuesday.")
    script = (
        "import sys; from tui.sources.load import load; load(sys.argv[1]);"
        "print([m for m in ('trafilatura', 'lxml', 'urllib3', 'pypdf', 'subprocess', 'ssl', 'zipfile')"
        " if m in sys.modules])"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "x.txt")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    ("library", "name"),
    [
        ("trafilatura", "x.html"),
        ("lxml", "x.html"),
        ("urllib3", "http://127.0.0.1:1/"),
        ("pypdf", "x.pdf"),
    ],
)
def test_a_missing_library_is_an_error_of_one_line(tmp_path: Path, library: str, name: str) -> None:
    (tmp_path / "x.html").write_bytes(PAGE)
    (tmp_path / "x.pdf").write_bytes(pdf([STORY]))
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / f"{library}.py").write_text(f"raise ModuleNotFoundError(name={library!r})")
    script = (
        "import sys; sys.path.insert(0, 'without')\n"
        "from tui.sources.load import LoadError, load\n"
        "try: load(sys.argv[1])\nexcept LoadError as error: print(error)"
    )
    command = [sys.executable, "-c", script, name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    wrong = f"the installation is broken: {library} cannot be imported; install compare-tui again\n"
    assert done.stdout.count("\n") == 1 and done.stdout.endswith(wrong)
