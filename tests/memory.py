"""Memory of the program on a pseudo-terminal, while keys are pressed."""

from __future__ import annotations

import time
from pathlib import Path

from tests.processes import turns
from tests.random_input import BATCH, SENTENCES, BlindTerminal, RandomInput

PAGES = SENTENCES // 8
"""Pages that are enough for each text; more do nothing at its end."""


TIMES = 1.3
"""Most that random keys may make of the memory after paging, as a factor."""
MEGABYTES = 110.0
"""Most memory after any number of keys."""
ALIGNMENT_LIMIT = 600.0
"""Seconds that aligning and refining may take; 20 on an idle machine."""
IDLE_LOOKS = 40
"""Looks in a row at which nothing works, once all is aligned."""
SILENCE = 0.05
"""Seconds between two of them."""
DRAIN = 1.5
"""Seconds that the program gets for the keys it still has: one whose panel is gone holds them up for one."""


def settled(terminal: BlindTerminal) -> None:
    """Wait until the screen is shown, and both texts are aligned and their links refined."""
    terminal.wait_for_output(b"\x1b[?2004h")
    end = time.monotonic() + ALIGNMENT_LIMIT
    idle = 0
    while idle < IDLE_LOOKS:
        assert time.monotonic() < end, "the texts are never aligned"
        terminal.read_for(SILENCE)
        idle = 0 if turns(terminal.pid) is None else idle + 1


def resident_megabytes(pid: int) -> float:
    """Megabytes of a process that are in memory now."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Rss:")) / 1000


def after_paging(terminal: BlindTerminal) -> float:
    """Megabytes once both texts have been paged through, each with the other one beside it."""
    for _ in range(2):
        for _ in range(PAGES // BATCH):
            _send(terminal, b"\x1b[6~" * BATCH)
        _send(terminal, b"\x1b[H")
        _send(terminal, b"\t")
    terminal.read_for(DRAIN)
    terminal.catch_up()
    return resident_megabytes(terminal.pid)


def after_keys(terminal: BlindTerminal, dice: RandomInput, count: int) -> float:
    """Megabytes after a number of random keys and turns of the wheel."""
    for first in range(0, count, BATCH):
        _send(terminal, b"".join(dice.key_or_wheel() for _ in range(min(BATCH, count - first))))
    terminal.read_for(DRAIN)
    terminal.catch_up()
    return resident_megabytes(terminal.pid)


def _send(terminal: BlindTerminal, keys: bytes) -> None:
    terminal.send(keys)
    terminal.catch_up()
    assert not terminal.ended(), terminal.plain
