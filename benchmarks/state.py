"""Cost of the state file: time to open it with 0 and with 1,000 saved comparisons, and its size.

python -m benchmarks.state
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from msgspec.structs import replace

from tui.model import Article, Side
from tui.session import MarkKind, Store
from tui.sources.load import bundled_pair, load

OPENING = """
import sys, time
from pathlib import Path
from tui.sources.load import bundled_pair
from tui.sources.load import load
import tui.reading.reading, platformdirs  # loaded by the app anyway
from tui.session import Store
articles = [load(source) for source in bundled_pair()]
began = time.perf_counter()
store = Store.open(Path(sys.argv[1]))
session = store.session(articles, bundled_pair())
print(time.perf_counter() - began, len(session.marks))
"""
RUNS = 25


def fill(path: Path, count: int, articles: tuple[Article, Article]) -> None:
    """Save a number of comparisons, fully seen, every second one with three notes; the bundled pair last."""
    store = Store.open(path)
    pairs = [(f"/news/{number}-left.md", f"/news/{number}-right.md") for number in range(count)]
    seen = {side: frozenset(range(len(articles[0].passages))) for side in Side}
    for number, names in enumerate((*pairs, bundled_pair())):
        session = store.session(articles, names).with_seen(seen)
        if number % 2:
            notes = (
                session.new_mark(MarkKind.NOTE, k, k, "What one says and the other does not. " * 3)
                for k in (3, 9, 15)
            )
            session = store.add(session, *notes)
        store.save(session)
    store.close()


def opening(*paths: Path, runs: int = RUNS) -> list[float]:
    """Median milliseconds to import the session code and open a session, for each file, in fresh processes.

    The files take turns, so that other load on the machine slows all of them.
    """
    times: list[list[float]] = [[] for _ in paths]
    for _ in range(runs):
        for path, measured in zip(paths, times, strict=True):
            command = [sys.executable, "-c", OPENING, str(path)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            measured.append(1000 * float(done.stdout.split()[0]))
    return [median(measured) for measured in times]


def writing(path: Path, articles: tuple[Article, Article]) -> tuple[float, float]:
    """Milliseconds to save a note: the median and the slowest of 100."""
    with closing(Store.open(path)) as store:
        session = store.session(articles, bundled_pair())
        times = []
        for number in range(100):
            began = time.perf_counter()
            session = store.add(session, session.new_mark(MarkKind.NOTE, number % 25, None, "a note"))
            times.append(1000 * (time.perf_counter() - began))
    return median(times), max(times)


def main() -> None:
    left, right = (load(source) for source in bundled_pair())
    with tempfile.TemporaryDirectory() as folder:
        empty, full = Path(folder) / "empty" / "sessions.db", Path(folder) / "full" / "sessions.db"
        fill(empty, 0, (left, right))
        fill(full, 1000, (left, right))
        none, thousand = opening(empty, full)
        print(f"open, 0 saved: {none:.1f} ms; 1,000 saved: {thousand:.1f} ms; ratio {thousand / none:.2f}")
        first = opening(*(Path(folder) / f"new{number}" / "sessions.db" for number in range(5)), runs=1)
        print(f"first use ever (file created): {median(first):.1f} ms")
        print(f"size with 1,000: {full.stat().st_size / 1e6:.2f} MB")
        print(
            "a saved note: median {:.1f} ms, slowest of 100 {:.1f} ms".format(*writing(full, (left, right)))
        )
        store = Store.open(full)
        began = time.perf_counter()
        count = len(store.recents())
        print(f"list of {count} recents: {1000 * (time.perf_counter() - began):.1f} ms")
        moved = replace(left, passages=left.passages[1:])
        began = time.perf_counter()
        count = len(store.session((moved, right), bundled_pair()).located_marks)
        print(f"{count} marks located in a changed text: {1000 * (time.perf_counter() - began):.1f} ms")


if __name__ == "__main__":
    main()
