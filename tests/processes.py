"""What a process and those that it has started are doing, as the kernel sees it."""

from __future__ import annotations

import os
import select
from contextlib import suppress
from pathlib import Path

_SWITCHES = "voluntary_ctxt_switches"
"""Ends the names of two counts: how often a thread stopped by itself, and how often it was stopped."""


def process_handle(pid: int) -> int | None:
    """A descriptor that is readable once the process has ended; None if it has."""
    try:
        return os.pidfd_open(pid)
    except ProcessLookupError:
        return None


def has_ended(pid: int, limit: float = 30.0) -> bool:
    """Whether a process ends within so many seconds."""
    handle = process_handle(pid)
    if handle is None:
        return True
    try:
        return bool(select.select([handle], [], [], limit)[0])
    finally:
        os.close(handle)


def descendants(pid: int) -> list[int]:
    """The processes that a process has begun, and those that they have."""
    children: list[int] = []
    with suppress(OSError):  # it has ended
        for task in _tasks(pid):
            children += map(int, (task / "children").read_text().split())
    return children + [far for child in children for far in descendants(child)]


def turns(pid: int, children: bool = True) -> int | None:
    """How often threads of a process, and of its `children`, have had their turn on a processor.

    None while one of them runs, or waits for a processor or a disk. Who gets the same number twice knows that
    nothing has run in between.
    """
    count = 0
    for process in (pid, *(descendants(pid) if children else ())):
        with suppress(OSError):  # it has ended
            for task in _tasks(process):
                lines = (task / "status").read_text().splitlines()
                fields = dict(line.split(":", 1) for line in lines)
                if fields["State"].split()[0] in "RD":
                    return None
                count += int(fields[_SWITCHES]) + int(fields[f"non{_SWITCHES}"])
    return count


def _tasks(pid: int) -> list[Path]:
    """The folders of the threads of a process."""
    return [*Path(f"/proc/{pid}/task").iterdir()]
