"""Time the alignment by itself, against splitting the same texts into words.

    python benchmarks/analysis_speed.py [--against PYTHON] [-n 11] [--sizes 30,300,3000,10000]

"this" is the package of the Python that runs the benchmark. "against" is the package installed for
PYTHON, the interpreter of another virtual environment. Each round takes every size and both in turn, the
other way round every second time, each in a process of its own. The texts are those of `news.py`.

Prints a table in Markdown for each size: medians and their median absolute deviation (MAD), times as
multiples of the tokenising in the same process, and the ratios of pairs of the same round: median (10th
to 90th percentile).
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

import news
from figures import Figures, print_table, said, said_ratio

from tui import compare, load

T = TypeVar("T")

LIMIT = 600.0
"""Seconds one process may take."""
ROWS = {
    "first": "compare, first in a process, ms",
    "again": "compare, ms",
    "parts": "profiles and align alone, ms",
    "tokens": "tokenising, ms",
    "first x": "compare, first, x tokenising",
    "again x": "compare, x tokenising",
    "parts x": "profiles and align alone, x tokenising",
    "before": "memory before (VmHWM), MB",
    "peak": "most memory (VmHWM), MB",
    "links": "links kept",
}
"""What the tables show, by the name it is measured under."""


def once(left: str, right: str) -> dict[str, float]:
    """Compare two files in this process, where nothing was compared before."""
    gc.disable()  # as in the process that aligns for the app
    articles = load(left), load(right)
    found = {"before": peak()}
    comparison, found["first"] = timed(lambda: compare(*articles))
    found["peak"] = peak()
    found["links"] = len(comparison.links)
    articles = load(left), load(right)  # what was compared holds its profiles
    found["again"] = timed(lambda: compare(*articles))[1]
    texts = [passage.text for article in articles for passage in article.passages]

    def tokens() -> object:
        return [re.findall(r"\w+", text.casefold()) for text in texts]

    found["tokens"] = median(timed(tokens)[1] for _ in range(5))
    found |= {f"{name} x": found[name] / found["tokens"] for name in ("first", "again")}
    try:
        from tui.analysis.align import Alignment
        from tui.analysis.profile import profiles
        from tui.model.comparison import MIN_SCORE
    except ImportError:  # another version may be made of other parts
        return found
    articles = load(left), load(right)
    found["parts"] = timed(
        lambda: Alignment(profiles(articles[0]), profiles(articles[1])).by_words(MIN_SCORE)
    )[1]
    return found | {"parts x": found["parts"] / found["tokens"]}


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What it gives, and the milliseconds it takes."""
    start = time.perf_counter()
    found = work()
    return found, 1e3 * (time.perf_counter() - start)


def peak() -> float:
    """Most MB this process has held at once so far."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def run(python: str, paths: Sequence[Path]) -> dict[str, float]:
    """The same, in a fresh process of an interpreter."""
    command = [python, __file__, "--once", *map(str, paths)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=LIMIT)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(pythons: dict[str, str], sizes: Sequence[int], rounds: int) -> Figures:
    """All rounds; one that does not count goes first, so that all modules are compiled."""
    figures = Figures()
    turns = [(size, name) for size in sizes for name in pythons]
    with tempfile.TemporaryDirectory() as folder:
        paths = {size: news.write(size, Path(folder) / str(size)) for size in sizes}
        for python in pythons.values():
            run(python, paths[sizes[0]])
        for figures.round in range(rounds):
            print(f"round {figures.round + 1} of {rounds}", file=sys.stderr)
            for size, name in turns[::-1] if figures.round % 2 else turns:
                for what, value in run(pythons[name], paths[size]).items():
                    figures.note(name, size, what, value)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--against", metavar="PYTHON", help="interpreter with another version installed")
    parser.add_argument("-n", "--rounds", type=int, default=11, help="rounds (11)")
    parser.add_argument("--sizes", default="30,300,3000,10000", help="sentences a side, by commas")
    parser.add_argument("--once", nargs=2, metavar=("LEFT", "RIGHT"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.once:
        print(json.dumps(once(*options.once)))
        return
    sizes = sorted({int(size) for size in options.sizes.split(",")})
    pythons = {"this": sys.executable} | ({"against": options.against} if options.against else {})
    figures = measure(pythons, sizes, options.rounds)
    for size in sizes:
        rows = []
        for name, title in ROWS.items():
            row = [title, *(said(figures.values(which, size, name)) for which in pythons)]
            if options.against:
                row.append(said_ratio(figures.ratios(("this", size, name), ("against", size, name))))
            rows.append(row)
        head = ["", *pythons, *(["this / against"] if options.against else [])]
        print_table(f"{size:,} sentences a side", head, rows)


if __name__ == "__main__":
    main()
