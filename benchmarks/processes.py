"""What a running process holds and has worked, and the processes it has started: read from `/proc`."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple


class Memory(NamedTuple):
    """What a process holds, or several do, in MB."""

    rss: float = 0.0
    pss: float = 0.0
    """Pages shared with other processes count in parts."""

    def most(self, other: Memory) -> Memory:
        return Memory(max(self.rss, other.rss), max(self.pss, other.pss))


def children(pid: int) -> list[int]:
    """Child processes of a process, of whatever thread, and theirs."""
    found: list[int] = []
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, path.read_text().split())
        except (FileNotFoundError, ProcessLookupError):  # a thread that is gone by now
            continue
    return found + [below for child in found for below in children(child)]


def memory(pid: int) -> Memory:
    """What a process holds now; nothing if it is gone."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return Memory()
    kilobytes = dict(re.findall(r"^(Rss|Pss):\s+(\d+) kB", rollup, re.MULTILINE))
    return Memory(int(kilobytes.get("Rss", 0)) / 1024, int(kilobytes.get("Pss", 0)) / 1024)


def work(pid: int) -> float:
    """Seconds of processor time a process has taken; 0 if it is gone."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0.0
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
