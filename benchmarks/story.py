"""Time and memory of comparing up to twelve reports behind the screen, against two of them.

    python benchmarks/story.py REPORT REPORT ... [--recall]

Prints, for the first two reports and then for all, the seconds until the articles are there, until the first
pair is complete, until all pairs are compared and until the topics are there; the processor time of all this;
and the most memory that the process that asks, the launcher and the workers hold together, counting shared
pages once (PSS). `--recall` uses the vectors of an earlier run, from the user's cache folder. There is no
screen, which adds the same to both.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from processes import children, memory, work

from tui.cli.main import serve_worker
from tui.engine.client import Engine
from tui.engine.launcher import launch
from tui.engine.protocol import (
    DifferencesFound,
    Failed,
    FullArticles,
    NamedSource,
    Open,
    PairCompared,
    StoryTopicsFound,
)

EVERY = 0.1
"""Seconds between two looks at the memory."""


class Watch(threading.Thread):
    """The most memory that this process and those it started held together, and the work of those."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.megabytes = 0.0
        self._work: dict[int, float] = {}
        """Of each process, also of those that have ended."""
        self.ended = threading.Event()

    def run(self) -> None:
        while not self.ended.wait(EVERY):
            below = children(os.getpid())
            self.megabytes = max(self.megabytes, sum(memory(pid).pss for pid in (os.getpid(), *below)))
            self._work |= {pid: seconds for pid in below if (seconds := work(pid))}

    @property
    def seconds(self) -> float:
        """Processor time of the processes that it started, to within one look."""
        return sum(self._work.values())


def measure(names: list[str], recall: bool) -> None:
    """Open reports in a new engine, and print when what is there."""
    watch = Watch()
    engine = Engine(launch(serve_worker))
    engine.model = ""
    watch.start()
    begun = time.perf_counter()
    seconds: dict[str, float] = {}
    engine.open(Open(tuple(map(NamedSource, names)), names=tuple(names), recall=recall))
    last = DifferencesFound if len(names) == 2 else StoryTopicsFound
    for _, event in engine.events():
        now = time.perf_counter() - begun
        if isinstance(event, FullArticles):
            seconds["articles"] = now
        elif isinstance(event, DifferencesFound):
            seconds["first pair"] = now
        elif isinstance(event, PairCompared):
            seconds["all pairs"] = now
        elif isinstance(event, StoryTopicsFound):
            seconds["topics"] = now
        elif isinstance(event, Failed):
            print(event.reason)
        if isinstance(event, last):
            break
    watch.ended.set()
    watch.join()
    engine.close()
    times = ", ".join(f"{what} {second:.2f} s" for what, second in seconds.items())
    work_and_memory = f"processor time {watch.seconds:.1f} s, {watch.megabytes:.0f} MB"
    print(f"{len(names)} reports: {times}; {work_and_memory}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--recall", action="store_true")
    options = parser.parse_args()
    measure(options.reports[:2], options.recall)
    if len(options.reports) > 2:
        measure(options.reports, options.recall)


if __name__ == "__main__":
    main()
