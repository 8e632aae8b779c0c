"""Work done in a second process while this one imports Textual: half of the start is over at once."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")


def begun(job: Callable[[], Result]) -> Callable[[], Result]:
    """Begin a job in a child process; what is returned waits for it and gives its result.

    The result must be fit to pickle. Where there is no second processor, where a process cannot be
    forked, or where the child ends without a result, the job is done in this process when it is asked
    for: then its exceptions are raised here as well.
    """
    if not hasattr(os, "fork") or len(_processors()) < 2:
        return job
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _work(job, writing)
    os.close(writing)

    def result() -> Result:
        with os.fdopen(reading, "rb") as pipe:
            data = pipe.read()
        os.waitpid(child, 0)
        if not data:
            return job()
        found: Result = pickle.loads(data)
        return found

    return result


def _processors() -> set[int]:
    try:
        return os.sched_getaffinity(0)
    except AttributeError:  # macOS
        return set(range(os.cpu_count() or 1))


def _work(job: Callable[[], object], writing: int) -> None:
    """Do the job and leave, whatever comes of it: the parent does it over where nothing came."""
    try:
        data = pickle.dumps(job())
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(data)
    finally:
        os._exit(0)
