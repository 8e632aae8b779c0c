"""Long texts of short lines, and sources that never end: each is read or refused in time."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.hostile.conftest import QUICK, load_article
from tui.settings.limits import Limits
from tui.settings.read_options import ReadOptions
from tui.sources.draft import SourceBytes
from tui.sources.load import LoadError, load
from tui.sources.readers.by_kind import read_article

pytestmark = pytest.mark.slow

LINES: dict[str, Callable[[int], str]] = {
    "numbered": lambda k: f"Line {k} of it",
    "names": lambda k: "Jane Doe",
    "dates": lambda k: f"2022-01-{k % 28 + 1:02} 10:00",
    "chat": lambda k: f"[10:{k % 60:02}] <jane> ok, {k}",
    "list": lambda k: f"- milk, {k} l",
    "poem": lambda k: "The fog comes." if k % 4 else "on little cat feet\n",
}


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("count", [20, 60_000])
def test_a_text_of_short_lines_is_read(tmp_path: Path, name: str, count: int) -> None:
    path = tmp_path / "x.txt"
    path.write_text("\n".join(map(LINES[name], range(count))))
    assert len(load_article(str(path)).passages) == count


@pytest.mark.parametrize("separator", ["\n", "\n\n"])
def test_a_million_lines_take_seconds(separator: str) -> None:
    data = separator.join(f"Line {k} of it" for k in range(1_000_000)).encode()
    limits = Limits().raised(megabytes=32)
    start = time.process_time()
    article = read_article(SourceBytes(data, "x.txt", limits=limits))
    assert time.process_time() - start < 15, "labels and sentences took 60 seconds"
    assert len(article.body) >= 999_999


@pytest.mark.parametrize("by_name", [True, False], ids=["a named pipe", "standard input"])
def test_a_writer_that_never_ends_is_left_at_the_limit(tmp_path: Path, by_name: bool) -> None:
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    keeper = os.open(fifo, os.O_RDWR | os.O_NONBLOCK)
    stop = threading.Event()

    def write_on() -> None:
        while not stop.wait(0.05):
            os.write(keeper, b"A word. ")

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        options = ReadOptions(limits=replace(QUICK, seconds=0.5))
        start = time.monotonic()
        with fifo.open("rb") as pipe, pytest.raises(LoadError, match="it does not end"):
            load(str(fifo) if by_name else "-", options, stdin=pipe)
        assert time.monotonic() - start < 5
    finally:
        stop.set()
        writer.join()
        os.close(keeper)


KMSG = Path("/proc/kmsg")


@pytest.mark.skipif(not os.access(KMSG, os.R_OK), reason="needs the right to read /proc/kmsg")
def test_a_file_in_proc_that_waits_for_events_ends_at_the_limit() -> None:
    limits = replace(QUICK, seconds=0.5)
    start = time.monotonic()
    with KMSG.open("rb") as events:
        for source in (str(KMSG), "-"):
            with pytest.raises(LoadError, match=r"nothing came|took too long|cannot be read"):
                load(source, ReadOptions(limits=limits), stdin=events)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("source", ["/dev/zero", "/dev/random", "/dev/tty", "/dev/kmsg"])
def test_a_device_is_refused_at_once(source: str) -> None:
    with pytest.raises(LoadError, match=r"socket or device|no such file|permission denied"):
        load(source)
