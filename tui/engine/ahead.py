"""Work done beside this process: what it finds comes through a pipe, one message after the other."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import BinaryIO

Send = Callable[[object], None]
Job = Callable[[Send], None]
COURTEOUS = 10
"""How far behind the screen (`nice`) a child works once its first message, which is waited for, is sent."""
GRACE = 0.5
"""Seconds a child is given to end; a load that is under way looks up every tenth of a second."""
_DONE = "done"
"""The last message of a job that was not cut short; all others are in a tuple."""


class Ended(Exception):
    """No message will come: the job is done, or was ended."""


class CutShort(Ended):
    """The process that did the job is gone before it was done."""


class Ahead:
    """A job begun in a child process: half of the start is over at once, and the keys stay free.

    What the job sends must be fit to pickle. Where there is no second processor, where a process
    cannot be forked, or where the child is gone before it sent anything, a thread of this process does
    the job; its exceptions are raised by `get`.
    """

    def __init__(self, job: Job) -> None:
        self._job = job
        self._child: int | None = None
        self._pipe: BinaryIO | None = None
        self._queue: SimpleQueue[object] = SimpleQueue()
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._got = 0
        if hasattr(os, "fork") and len(_processors()) > 1:
            self._fork()
        else:
            self._work_here()

    def get(self) -> object:
        """Wait for the next message. Raises Ended, or what the job raised."""
        if self._pipe is None:
            return self._from_thread()
        try:
            message = pickle.load(self._pipe)
        except (EOFError, OSError, ValueError, pickle.UnpicklingError):
            return self._without_child()
        if message == _DONE:
            self.end()
            raise Ended
        self._got += 1
        return message[0]

    def end(self) -> None:
        """End the job, wherever it is; a second time does nothing."""
        self._ended.set()
        self._queue.put(Ended())
        with self._lock:  # the thread that gets messages ends it too
            child, self._child = self._child, None
        if child is not None:
            _end(child)

    # -- a child

    def _fork(self) -> None:
        reading, writing = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(reading)
            _work(self._job, writing)
        os.close(writing)
        self._pipe = os.fdopen(reading, "rb")

    def _without_child(self) -> object:
        """The child is gone: by our own hand, or by another's."""
        if self._ended.is_set():
            raise Ended
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            os.waitpid(child, 0)
        if self._got:
            raise CutShort
        self._pipe = None
        self._work_here()
        return self._from_thread()

    # -- a thread

    def _work_here(self) -> None:
        threading.Thread(target=self._work_in_thread, daemon=True).start()

    def _work_in_thread(self) -> None:
        try:
            self._job(self._send)
        except BaseException as error:
            self._queue.put(error)
        else:
            self._queue.put(Ended())

    def _send(self, message: object) -> None:
        if self._ended.is_set():
            raise Ended
        self._queue.put((message,))

    def _from_thread(self) -> object:
        message = self._queue.get()
        if isinstance(message, BaseException):
            self._queue.put(message)
            raise message
        assert isinstance(message, tuple)
        return message[0]


def _processors() -> set[int]:
    try:
        return os.sched_getaffinity(0)
    except AttributeError:  # macOS
        return set(range(os.cpu_count() or 1))


def _end(child: int) -> None:
    """Have a child end the processes it has begun itself, and see it end; it is killed if it dawdles."""
    os.kill(child, signal.SIGTERM)
    clock, end = threading.Event(), time.monotonic() + GRACE
    while time.monotonic() < end:
        if os.waitpid(child, os.WNOHANG)[0]:
            return
        clock.wait(0.002)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _leave(number: int, frame: object) -> None:
    raise SystemExit(128 + number)


def _work(job: Job, writing: int) -> None:
    """Do the job and leave, whatever comes of it: the parent knows by what is missing."""
    signal.signal(signal.SIGTERM, _leave)
    try:
        with os.fdopen(writing, "wb") as pipe:
            sent = 0

            def send(message: object) -> None:
                nonlocal sent
                pipe.write(pickle.dumps((message,), pickle.HIGHEST_PROTOCOL))
                pipe.flush()
                if not sent:
                    os.nice(COURTEOUS)
                sent += 1

            job(send)
            pipe.write(pickle.dumps(_DONE))
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
