"""Time the installed program, beside another installation of it and beside a bare app.

    python benchmarks/speed.py [--against PYTHON] [-n 11] [--sizes 30,300,3000,10000]
                               [--columns 120] [--rows 40]

"this" is the `compare-tui` installed for the Python that runs the benchmark. "against" is the one
installed for PYTHON, the interpreter of another virtual environment. "bare" is `bare.py`: a Textual app
that shows the same two texts (`news.py`) in two panes that scroll, and does nothing else.

Each round takes every size and every program in turn, the other way round every second time. Each run
has a home of its own, so nothing of yours is read. A round that does not count goes first, so that all
modules are compiled. Memory is measured in runs of its own, as looking at it takes time.

Nothing is looked for on the screen but the texts and the lines that link them, and when a cell changes.
So versions that use other words can be compared.

Prints a table in Markdown for each size: medians and their median absolute deviation (MAD), and the
ratios of pairs of the same round: median (10th to 90th percentile). On a busy machine only ratios count.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import news
from figures import Figures, print_table, said, said_ratio
from recording import Condition, Pressed, Recording, Seen, seen

HERE = Path(__file__).parent
COMMAND = "compare-tui"
TEXT, LINKS = "first text", "first links"
BEGINNING = 24
"""Characters of a paragraph by which it is known on the screen: less than a line."""
LINK = re.compile("[─━╌╭╮╰╯├┤]")
"""What a line between two panes is drawn with, where it does not run straight down."""


class Key(NamedTuple):
    """A key to press, and the name of what is measured."""

    name: str
    """Empty: not measured."""
    key: str
    times: int = 1
    until_rest: bool = False
    """What it brings comes in parts: the first and the last are measured."""


KEYS = (
    Key("first step", "n"),
    Key("step", "n", 6),
    Key("", "G"),  # the steps may not have scrolled, and then "g" would bring nothing
    Key("", "g"),
    Key("line", "j", 5),
    Key("page", " ", 2),
    Key("threshold", "+", 3, until_rest=True),
)
BARE_KEYS = (
    Key("first step", "\x1b[B"),
    Key("step", "\x1b[B", 6),
    Key("", "\x1b[H"),
    Key("line", "\x1b[B", 5),
    Key("page", "\x1b[6~"),
    Key("", "\x1b[H"),
    Key("", "a"),
    Key("animated page", "\x1b[6~", until_rest=True),
)
"""A step of the bare app is a line down."""
ROWS = {
    **{name: f"start to {name}, ms" for name in (TEXT, LINKS, "rest")},
    **{name: f"{name}, ms" for name in ("first step", "step", "line", "page", "threshold")},
    "threshold, last": "threshold until rest, ms",
    "quit": "quit, ms",
    **{f"{name} bytes": f"{name}, bytes" for name in ("step", "line", "page", "threshold")},
    **{f"{name} frames": f"{name}, frames" for name in ("step", "line", "page", "threshold")},
    "first RSS": "process that shows, at first text: RSS, MB",
    "RSS": "process that shows, most until rest: RSS, MB",
    "PSS": "process that shows, most until rest: PSS, MB",
    "children RSS": "its children, most at once: RSS, MB",
    "children PSS": "its children, most at once: PSS, MB",
}
"""What the tables show, by the name it is measured under."""


class Program(NamedTuple):
    """A program to time."""

    name: str
    command: tuple[str, ...]
    keys: Sequence[Key]


class Bench:
    """All programs on texts of several sizes."""

    def __init__(self, programs: Sequence[Program], screen: tuple[int, int], folder: Path) -> None:
        self._programs, self._screen, self._folder = programs, screen, folder
        self.figures = Figures()

    def round(self, sizes: Sequence[int], backwards: bool) -> None:
        """Everything once: each pair of runs that is compared follows closely on one another."""
        programs = self._programs[::-1] if backwards else self._programs
        for size in sizes[::-1] if backwards else sizes:
            for program in programs:
                self._time(program, size)
            for program in programs:
                self._weigh(program, size)

    def _start(self, program: Program, size: int, weighs: bool = False) -> Recording:
        texts = self._folder / str(size)
        paths = [texts / "left.txt", texts / "right.txt"] if texts.exists() else news.write(size, texts)
        home = Path(tempfile.mkdtemp(dir=self._folder))
        command = [*program.command, *map(str, paths)]
        return Recording(command, environment(home), *self._screen, cwd=home, weighs=weighs)

    def _time(self, program: Program, size: int) -> None:
        """One start, the keys, the end."""
        begins = beginning(size)
        with self._start(program, size) as recording:
            recording.wait_for(max(begins.split(), key=len))
            recording.wait_for_rest()
            rest = recording.now
            pressed = [
                (key, recording.press(key.key, key.until_rest))
                for key in program.keys
                for _ in range(key.times)
            ]
            recording.wait_for_rest()
            took = recording.quit("q")
        was = seen(recording.chunks, wanted(begins), *self._screen)
        self._note(program, size, "quit", 1e3 * took)
        self._note(program, size, "rest", 1e3 * was.between(0, rest)[-1])
        for name, at in was.since.items():
            if at < rest:
                self._note(program, size, name, 1e3 * at)
        for key, press in pressed:
            if key.name:
                self._note_key(program, size, key, press, was)

    def _note_key(self, program: Program, size: int, key: Key, press: Pressed, was: Seen) -> None:
        changes = was.between(press.sent, press.until)
        if not changes:
            print(f"{program.name}, {size} sentences: {key.name} changes nothing", file=sys.stderr)
            return
        first, last = (1e3 * (at - press.sent) for at in (changes[0], changes[-1]))
        self._note(program, size, key.name, first if key.until_rest else last)
        if key.until_rest:
            self._note(program, size, f"{key.name}, last", last)
        self._note(program, size, f"{key.name} bytes", press.size)
        self._note(program, size, f"{key.name} frames", press.frames)

    def _weigh(self, program: Program, size: int) -> None:
        """One more start, looking at the memory."""
        with self._start(program, size, weighs=True) as recording:
            recording.wait_for(max(beginning(size).split(), key=len))
            self._note(program, size, "first RSS", recording.shower.rss)
            recording.wait_for_rest()
            recording.quit("q")
        self._note(program, size, "RSS", recording.shower.rss)
        self._note(program, size, "PSS", recording.shower.pss)
        if recording.below.rss:
            self._note(program, size, "children RSS", recording.below.rss)
            self._note(program, size, "children PSS", recording.below.pss)

    def _note(self, program: Program, size: int, name: str, value: float) -> None:
        self.figures.note(program.name, size, name, value)


def environment(home: Path) -> dict[str, str]:
    """Nothing of the user's but where programs are."""
    own = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(home), **own, **terminal}


def beginning(size: int) -> str:
    """How the second paragraph of the left text begins. The first may stand in a title, too."""
    return news.texts(size)[0].split("\n\n")[1][:BEGINNING]


def wanted(begins: str) -> Mapping[str, Condition]:
    """What is looked for on the screen."""
    return {TEXT: lambda rows: any(begins in row for row in rows), LINKS: has_links}


def has_links(rows: Sequence[str]) -> bool:
    """Whether a line is drawn in the middle of the screen, with a text on either side of it."""
    third = len(rows[0]) // 3
    return any(
        bool(LINK.search(row[third:-third])) and bool(re.search(r"\w", row[:third]) and row[-third:].strip())
        for row in rows
    )


def print_tables(figures: Figures, sizes: Sequence[int], against: bool) -> None:
    """One table for each size."""
    least = sizes[0]
    head = ["", "this", "against", "this / against", "bare", "this / bare", f"this / bare of {least:,}"]
    for size in sizes:
        rows = []
        for name, title in ROWS.items():
            of_bare = f"animated {name}" if name == "page bytes" else name
            this, bare = ("this", size, name), ("bare", size, of_bare)
            other = ("against", size, name)
            cells = [title, said(figures.values(*this)), said(figures.values(*other))]
            cells += [said_ratio(figures.ratios(this, other)), said(figures.values(*bare))]
            cells += [said_ratio(figures.ratios(this, one)) for one in (bare, ("bare", least, of_bare))]
            rows.append(cells if against else [*cells[:1], cells[1], *cells[4:]])
        shown = head if against else [*head[:2], *head[4:]]
        print_table(f"{size:,} sentences a side", shown, rows)
    print("\nA step of the bare app is a line down, and the bytes of its page are those of an animated one.")


def installed(python: str) -> Path:
    """The command of the program that is installed for an interpreter."""
    # Not resolved: the interpreter of a virtual environment is a link out of it.
    found = Path(python).absolute().parent / COMMAND
    if not found.exists():
        raise SystemExit(f"no {COMMAND} beside {python}")
    return found


def versions(python: str) -> str:
    """What is installed for an interpreter."""
    code = (
        "import platform; from importlib.metadata import version\n"
        f"print('{COMMAND}', version('{COMMAND}') + ', Textual', version('textual') + ', Python', "
        "platform.python_version())"
    )
    return subprocess.run([python, "-c", code], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def machine() -> str:
    """Where this runs."""
    models = re.findall(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    model = models[0] if models else platform.machine()
    return f"{model}, {len(os.sched_getaffinity(0))} cores, {date.today()}"


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--against", metavar="PYTHON", help="interpreter with another version installed")
    parser.add_argument("-n", "--rounds", type=int, default=11, help="rounds (11)")
    parser.add_argument("--sizes", default="30,300,3000,10000", help="sentences a side, by commas")
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--rows", type=int, default=40)
    return parser.parse_args()


def main() -> None:
    options = parse()
    sizes = sorted({int(size) for size in options.sizes.split(",")})
    pythons = {"this": sys.executable} | ({"against": options.against} if options.against else {})
    programs = [Program(name, (str(installed(python)),), KEYS) for name, python in pythons.items()]
    bare = sys.executable, str(HERE / "bare.py"), "--no-animation"
    programs.append(Program("bare", bare, BARE_KEYS))
    screen = options.columns, options.rows
    print(f"{machine()}; terminal of {options.columns} x {options.rows}; {options.rounds} rounds")
    for name, python in pythons.items():
        print(f"{name}: {versions(python)}")
    with tempfile.TemporaryDirectory() as folder:
        print("a round that does not count", file=sys.stderr)
        Bench(programs, screen, Path(folder)).round(sizes[:1], backwards=False)
        bench = Bench(programs, screen, Path(folder))
        for number in range(options.rounds):
            print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
            bench.figures.round = number
            bench.round(sizes, backwards=number % 2 == 1)
    print_tables(bench.figures, sizes, bool(options.against))


if __name__ == "__main__":
    main()
