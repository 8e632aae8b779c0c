"""How fast the program starts, answers keys, ends and aligns, and the memory it takes, beside a bare app.

python benchmarks/speed.py [--sizes 30,300,3000,10000] [--runs 11] [--columns 120] [--rows 40]

It is run with the Python that `compare-tui` is installed for. The bare app (`bare.py`) shows the same two
texts (`news.py`) in two panes that scroll. Each round takes every size and both programs in turn, the other
way round every second time, each with a state of its own; a ratio is one of medians of the same rounds.
Prints tables in Markdown: medians, in brackets the least and the 90th percentile.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

import news
from recording import LIMIT, SILENCE, Recording, seen

HERE = Path(__file__).parent
COMMAND = str(Path(sys.executable).parent / "compare-tui")
LINKS = "n goes to the next"
"""What the status line says once there are links."""
ALL = "only L"
"""What it says once all are found."""
BEGINNING = 24
"""Characters of a text by which it is known on the screen: less than a line."""
ANIMATED = 0.15
"""Seconds of silence after a key that scrolls bit by bit."""

Keys = Sequence[tuple[str, str, int]]
"""Name of what is measured, the key, how many times; without a name it is not measured."""
OURS: Keys = (
    ("first step", "n", 1),
    ("step", "n", 6),
    ("", "G", 1),  # the steps may not have scrolled, and then "g" would bring nothing
    ("", "g", 1),
    ("line", "j", 5),
    ("page", " ", 1),
)
BARE: Keys = (
    ("first line", "\x1b[B", 1),
    ("line", "\x1b[B", 5),
    ("page", "\x1b[6~", 1),
    ("", "\x1b[H", 1),
    ("", "a", 1),
    ("animated page", "\x1b[6~", 1),
)

ALIGN = """
import gc, json, re, sys, time
from pathlib import Path
gc.disable()  # as in the process that aligns for the app
from tui.analysis.align import Looked, align
from tui.analysis.comparison import FLOOR, compare
from tui.analysis.profile import profiles
from tui.sources.load import load
articles = [load(path) for path in sys.argv[1:]]

def timed(work):
    start = time.perf_counter()
    found = work()
    return found, 1e3 * (time.perf_counter() - start)

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024

def links():
    lexicons = {}
    return align(*[profiles(article, lexicons) for article in articles], FLOOR)

def tokens():
    return [re.findall(r"\\w+", p.text.casefold()) for a in articles for p in a.passages]

before = peak()
found, first = timed(lambda: compare(*articles))
after = peak()
linked = timed(links)[1]
again = timed(lambda: compare(*articles))[1]
looked = Looked(*map(profiles, articles))
passages = sum(len(a.passages) for a in articles)
print(json.dumps({
    "compared": looked.compared / passages, "scored": sum(map(len, looked.rows)) / passages,
    "first": first, "linked": linked, "again": again, "tokens": sorted(timed(tokens)[1] for _ in range(5))[2],
    "before": before, "peak": after, "links": len(found.links)}))
"""
"""Compares once in a process where nothing was compared before; finds the links alone, and compares again."""

Figures = dict[tuple[str, int, str], list[float]]
"""By program, size and name: what was measured, round by round."""


class Bench:
    """Both programs on texts of several sizes."""

    def __init__(self, sizes: Sequence[int], columns: int, rows: int, folder: Path) -> None:
        self.sizes, self._size, self._folder = sizes, (columns, rows), folder
        self._texts = {size: news.write(size, folder / str(size)) for size in sizes}
        self.figures: Figures = defaultdict(list)

    def round(self, backwards: bool) -> None:
        """Everything once."""
        turns = [(size, run) for size in self.sizes for run in (self._ours, self._bare, self._align)]
        for size, run in reversed(turns) if backwards else turns:
            run(size)

    def _note(self, program: str, size: int, name: str, *values: float) -> None:
        self.figures[program, size, name].extend(values)

    def _environment(self, home: str) -> dict[str, str]:
        own = {f"XDG_{name}_HOME": home for name in ("CONFIG", "STATE", "CACHE", "DATA")}
        terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        unwanted = ("NO_COLOR", "COLUMNS", "LINES", "TEXTUAL_DRIVER")
        kept = {name: value for name, value in os.environ.items() if name not in unwanted}
        return kept | own | terminal

    def _session(self, program: str, size: int, command: list[str], keys: Keys) -> None:
        """One start, the keys, the end."""
        begins = news.texts(size)[0][:BEGINNING]
        texts = [begins, LINKS, ALL] if program == "ours" else [begins]
        command = [*command, *map(str, self._texts[size])]
        with (
            tempfile.TemporaryDirectory(dir=self._folder) as home,
            Recording(command, self._environment(home), *self._size, cwd=Path(home)) as recording,
        ):
            recording.wait_for(begins.split()[0])
            self._note(program, size, "memory at first", recording.memory)
            if program == "ours":
                recording.wait_for(ALL)
            recording.wait_for_rest()
            self._note(program, size, "memory", recording.memory)
            self._note(program, size, "memory of the child", recording.child_peak)
            pressed = [
                (name, recording.press(key, ANIMATED if name.startswith("animated") else SILENCE))
                for name, key, times in keys
                for _ in range(times)
            ]
            self._note(program, size, "quit", 1e3 * recording.quit("q"))
        was = seen(recording.chunks, texts, *self._size)
        self._note(program, size, "start", 1e3 * was.since[begins])
        if program == "ours":
            self._note(program, size, "links", 1e3 * was.since[LINKS])
            self._note(program, size, "all links", 1e3 * was.since[ALL])
        for name, press in pressed:
            took = was.last_change(press)
            if name and took is None and program == "bare":
                continue  # on long texts its answer to the key before may come only now
            if name and took is None:
                raise SystemExit(f"{program}, {size} sentences: {name} changes nothing on the screen")
            if name and took is not None:
                self._note(program, size, name, 1e3 * took)
                self._note(program, size, f"{name} bytes", press.size)
                self._note(program, size, f"{name} frames", press.frames)

    def _ours(self, size: int) -> None:
        self._session("ours", size, [COMMAND], OURS)

    def _bare(self, size: int) -> None:
        script = str(HERE / "bare.py")
        self._session("bare", size, [sys.executable, script, "--no-animation"], BARE)

    def _align(self, size: int) -> None:
        done = subprocess.run(
            [sys.executable, "-c", ALIGN, *map(str, self._texts[size])],
            cwd=self._folder,
            capture_output=True,
            text=True,
            check=True,
            timeout=2 * LIMIT,
        )
        for name, value in json.loads(done.stdout).items():
            self._note("align", size, name, value)


class Tables:
    """The figures, as Markdown."""

    def __init__(self, figures: Figures, sizes: Sequence[int]) -> None:
        self._figures, self._sizes = figures, sizes

    def middle(self, program: str, size: int, name: str) -> float:
        return median(self._figures[program, size, name])

    def said(self, program: str, size: int, name: str) -> str:
        """Median, least and 90th percentile, with as many places as they are worth."""
        values = self._figures[program, size, name]
        tenth = quantiles(values, n=10, method="inclusive")[8] if len(values) > 1 else values[0]
        return f"{_short(median(values))} ({_short(min(values))}–{_short(tenth)})"

    def ratio(self, size: int, name: str, other: str = "", other_size: int = 0) -> str:
        """Ours to the bare app's, at the same size unless another is given."""
        below = self.middle("bare", other_size or size, other or name)
        return f"{self.middle('ours', size, name) / below:.2f}"

    def show(self, title: str, head: Sequence[str], cells: Callable[[int], Iterable[str]]) -> None:
        print(f"\n{title}\n\n| sentences a side | {' | '.join(head)} |\n|{'---|' * (len(head) + 1)}")
        for size in self._sizes:
            print(f"| {size:,} | {' | '.join(cells(size))} |")

    def start(self) -> None:
        least = min(self._sizes)

        def cells(size: int) -> Iterable[str]:
            yield self.said("ours", size, "start")
            yield self.ratio(size, "start")
            yield self.ratio(size, "start", other_size=least)
            yield self.said("ours", size, "links")
            yield self.said("ours", size, "all links")
            yield self.said("bare", size, "start")
            yield self.said("ours", size, "quit")
            yield self.ratio(size, "quit")

        head = ("first text, ms", "x bare", f"x bare/{least}", "first links, ms", "all links, ms")
        more = ("bare: first text, ms", "quit, ms", "x bare")
        self.show("Start and end", (*head, *more), cells)

    def keys(self) -> None:
        def cells(size: int) -> Iterable[str]:
            yield self.said("ours", size, "first step")
            yield self.ratio(size, "first step", "first line")
            for name in ("step", "line", "page"):
                yield self.said("ours", size, name)
                yield self.ratio(size, name, "line" if name == "step" else "")
            yield self.said("bare", size, "line")

        head = ("first key: a link, ms", "x bare's first Down", "next link, ms", "x bare Down")
        more = ("line, ms", "x bare Down", "page, ms", "x bare PageDown", "bare: Down, ms")
        self.show("Keys, the bare app without animation", (*head, *more), cells)

    def output(self) -> None:
        def cells(size: int) -> Iterable[str]:
            for name in ("step", "line", "page"):
                yield self.said("ours", size, f"{name} bytes")
                frames = self._figures["ours", size, f"{name} frames"]
                few, many = int(min(frames)), int(max(frames))
                yield f"{few}" if few == many else f"{few}–{many}"
            yield self.ratio(size, "page bytes", "animated page bytes")
            yield self.said("bare", size, "animated page bytes")

        head = ("next link, bytes", "frames", "line, bytes", "frames", "page, bytes", "frames")
        more = ("x bare PageDown, animated", "bare: PageDown, animated, bytes")
        self.show("Output of a key", (*head, *more), cells)

    def alignment(self) -> None:
        def cells(size: int) -> Iterable[str]:
            tokens = self.middle("align", size, "tokens")
            for name in ("linked", "again", "first"):
                yield self.said("align", size, name)
                yield f"{self.middle('align', size, name) / tokens:.1f}"
            yield self.said("align", size, "tokens")
            yield self.said("align", size, "peak")
            yield _short(self.middle("align", size, "before"))
            yield f"{self.middle('align', size, 'links'):,.0f}"
            yield f"{self.middle('align', size, 'compared'):.1f}"
            yield f"{self.middle('align', size, 'scored'):.1f}"

        head = ("links and scores, ms", "x tokenising", "with topics and evidence, ms", "x tokenising")
        first = ("the same first in a process, ms", "x tokenising", "tokenising, ms")
        more = ("most memory, MB", "of it before, MB", "links kept")
        pairs = ("pairs compared a passage", "pairs scored a passage")
        self.show("Alignment (`tui.analysis.align`, `comparison`)", (*head, *first, *more, *pairs), cells)

    def memory(self) -> None:
        least = min(self._sizes)

        def cells(size: int) -> Iterable[str]:
            yield self.said("ours", size, "memory at first")
            yield self.ratio(size, "memory at first", "memory", least)
            yield self.said("ours", size, "memory")
            yield self.ratio(size, "memory", other_size=least)
            yield self.said("ours", size, "memory of the child")
            yield self.said("bare", size, "memory")

        head = ("first frame, MB", f"x bare/{least}", "all found, MB", f"x bare/{least}")
        self.show("Memory (VmHWM)", (*head, "largest child process, MB", "bare, MB"), cells)

    def all(self) -> None:
        self.start()
        self.keys()
        self.output()
        self.alignment()
        self.memory()


def _short(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def machine() -> str:
    """Where this ran, and with what."""
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line]
    model = models[0].split(":")[1].strip() if models else platform.machine()
    used = f"Python {platform.python_version()}, Textual {version('textual')}"
    cores = len(os.sched_getaffinity(0))
    return f"{model}, {cores} cores, {used}, compare-tui {version('compare-tui')}, {date.today()}"


def not_compiled() -> int:
    """Modules of the installed program that are compiled anew at each start, as they have no .pyc of now."""
    found = importlib.util.find_spec("tui")
    assert found and found.origin
    return sum(not _is_compiled(path) for path in Path(found.origin).parent.rglob("*.py"))


def _is_compiled(path: Path) -> bool:
    kept = Path(importlib.util.cache_from_source(str(path)))
    if not kept.exists():
        return False
    head = kept.read_bytes()[:16]
    now = path.stat()
    stamp = int.from_bytes(head[8:12], "little"), int.from_bytes(head[12:16], "little")
    by_hash = bool(int.from_bytes(head[4:8], "little"))
    right = head[:4] == importlib.util.MAGIC_NUMBER
    return right and (by_hash or stamp == (int(now.st_mtime), now.st_size & 0xFFFFFFFF))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--sizes", default="30,300,3000,10000", help="sentences a side, by commas")
    parser.add_argument("--runs", type=int, default=11, help="rounds (11)")
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--rows", type=int, default=40)
    options = parser.parse_args()
    sizes = sorted({int(size) for size in options.sizes.split(",")})
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(sizes, options.columns, options.rows, Path(folder))
        for number in range(options.runs):
            print(f"round {number + 1} of {options.runs}", file=sys.stderr)
            bench.round(backwards=number % 2 == 1)
    many = {name: times for name, _, times in (*OURS, *BARE) if name}
    print(f"{machine()}; terminal of {options.columns} x {options.rows}; n = {options.runs}, ", end="")
    print(", ".join(f"{name} {times * options.runs}" for name, times in many.items()))
    if missing := not_compiled():
        print(
            f"\n**{missing} modules have no .pyc: install it with pip, not editable. The start is longer.**"
        )
    Tables(bench.figures, sizes).all()


if __name__ == "__main__":
    main()
