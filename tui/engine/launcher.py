"""The launcher: a process that does nothing but fork workers.

It is forked before Textual is imported and before any thread runs, since a process with threads must not
fork. A worker that is forked later is therefore as small as one that is forked at the start.
"""

from __future__ import annotations

import os
import signal
import socket
import struct
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn, Protocol

from tui.engine.channel import Channel, ChannelClosed

Serve = Callable[[Channel], None]
"""The job of a worker: answer the requests of a channel until it is closed."""

_ORDER = struct.Struct("!cI")
"""An order to the launcher: FORK or END, and the number of the worker. FORK comes with its channel."""
_FORK, _END = b"F", b"E"

SWITCH_INTERVAL = 0.001
"""Thread switch interval in seconds; Python's default is five times longer.
It lets a step take 13 ms instead of 35 while the differences of 10,000 sentences are computed."""


class WorkerHandle(Protocol):
    """A worker, as the screen sees it."""

    channel: Channel

    def end(self) -> None:
        """End it, whatever it is doing. Does nothing if it has ended."""


class Launcher(Protocol):
    """Starts workers."""

    def new_worker(self) -> WorkerHandle:
        """Start a worker. Raises OSError if that is not possible, or closes its channel."""

    def close(self) -> None:
        """End all workers."""


def launch(serve: Serve) -> Launcher:
    """Start a launcher in a process of its own; if no process can be started, workers are threads.

    Call this before any thread runs, and before importing modules that workers do not need.
    """
    if hasattr(os, "fork"):
        with suppress(OSError):
            return ProcessLauncher(serve)
    sys.setswitchinterval(SWITCH_INTERVAL)
    return ThreadLauncher(serve)


class ProcessLauncher:
    """Forks workers from a small child process."""

    def __init__(self, serve: Serve) -> None:
        """Fork the launcher. Raises OSError if that is not possible."""
        self._lock = threading.Lock()
        self._count = 0
        self._orders, theirs = socket.socketpair()
        try:
            self.pid = os.fork()
        except OSError:
            self._orders.close()
            theirs.close()
            raise
        if not self.pid:
            self._orders.close()
            _LauncherProcess(theirs, serve).run()
        theirs.close()

    def new_worker(self) -> WorkerHandle:
        ours, theirs = socket.socketpair()
        with self._lock, theirs:
            self._count += 1
            number = self._count
            try:
                # No answer is waited for: until the worker runs, its requests wait in the channel.
                socket.send_fds(self._orders, [_ORDER.pack(_FORK, number)], [theirs.fileno()])
            except OSError:
                ours.close()
                raise
        return _WorkerProcess(Channel(ours), number, self)

    def end_worker(self, number: int) -> None:
        with (
            self._lock,
            suppress(OSError),
        ):  # no launcher: its workers end with their channels
            self._orders.sendall(_ORDER.pack(_END, number))

    def close(self) -> None:
        self._orders.close()
        with suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


class _WorkerProcess:
    """A worker that is a process."""

    def __init__(self, channel: Channel, number: int, launcher: ProcessLauncher) -> None:
        self.channel = channel
        self._number: int | None = number
        self._launcher = launcher

    def end(self) -> None:
        number, self._number = self._number, None
        if number is not None:
            self._launcher.end_worker(number)


class _LauncherProcess:
    """The child's side: waits for orders, forks workers and ends them."""

    def __init__(self, orders: socket.socket, serve: Serve) -> None:
        self._orders = orders
        self._serve = serve
        self._workers: dict[int, int] = {}
        """Processes by the numbers of the workers. Reaped only when they are ended, so that no other process
        can get their pids."""

    def run(self) -> NoReturn:
        # The terminal sends these to all our processes. The screen handles them, and we end with it.
        for number in (signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        try:
            self._obey()
        finally:
            for pid in self._workers.values():
                os.kill(pid, signal.SIGKILL)
            # A forked process must not run its parent's exit handlers.
            os._exit(0)

    def _obey(self) -> None:
        while True:
            # An order arrives whole: it is far smaller than what a socket passes on at once.
            order, handles, _, _ = socket.recv_fds(self._orders, _ORDER.size, 1)
            if not order:
                return
            act, number = _ORDER.unpack(order)
            if act == _FORK:
                self._fork(number, socket.socket(fileno=handles[0]))
            elif pid := self._workers.pop(number, 0):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)

    def _fork(self, number: int, channel: socket.socket) -> None:
        with channel, suppress(OSError):  # closing the channel tells that no process could be started
            pid = os.fork()
            if not pid:
                self._orders.close()
                self._work(channel)
            self._workers[number] = pid

    def _work(self, connection: socket.socket) -> NoReturn:
        """Serve as a worker until the channel is closed."""
        status = 1
        try:
            with suppress(ChannelClosed):
                self._serve(Channel(connection))
            status = 0
        except BaseException as error:  # not printed: it would go over the screen
            if Channel.observer:
                from tui.engine.log import log_error

                log_error(error)
        finally:
            for stream in (sys.stdout, sys.stderr):
                with suppress(OSError, ValueError):
                    stream.flush()
            os._exit(status)  # as in `run`


class ThreadLauncher:
    """Runs workers as threads of this process, if no process can be started."""

    def __init__(self, serve: Serve) -> None:
        self._serve = serve

    def new_worker(self) -> WorkerHandle:
        ours, theirs = map(Channel, socket.socketpair())
        threading.Thread(target=self._work, args=(theirs,), daemon=True).start()
        return _WorkerThread(ours)

    def _work(self, channel: Channel) -> None:
        try:
            with suppress(ChannelClosed):
                self._serve(channel)
        finally:
            channel.close()

    def close(self) -> None:
        """Nothing to do: the threads end with the process."""


class _WorkerThread:
    """A worker that is a thread; it ends once its channel is closed."""

    def __init__(self, channel: Channel) -> None:
        self.channel = channel

    def end(self) -> None:
        self.channel.shut_down()
