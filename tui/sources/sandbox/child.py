"""The child process that reads one source: request on standard input, response on standard output."""

from __future__ import annotations

import json
import os
import sys
import threading
from contextlib import suppress
from typing import BinaryIO

from tui.model import Article
from tui.settings.limits import SIZE_OPTION, Limits, megabytes
from tui.sources.deadline import Deadline, ProgressCallback
from tui.sources.draft import SourceBytes
from tui.sources.errors import LoadError, ran_out_of_memory
from tui.sources.read_bytes import read_bytes
from tui.sources.readers.by_kind import read_article
from tui.sources.sandbox.protocol import (
    Message,
    ReadRequest,
    article_message,
    decode_request,
    error_message,
    progress_message,
)

_SPARE_SECONDS = 5
"""Processor time beyond the limit. The parent ends this process before that, if it still runs."""


def main() -> None:
    """Answer one request, then end the process."""
    stdin = sys.stdin.buffer
    request = decode_request(stdin.readline())
    data = None if request.size is None else stdin.read(request.size)
    output = _take_stdout()
    _limit_resources(request.options.limits)
    threading.Thread(target=_exit_with_parent, args=(stdin,), daemon=True).start()
    response = _respond(request, data, lambda step: _send(output, progress_message(step)))
    _send(output, response)
    os._exit(0)  # nothing is left to clean up, and the watching thread would block an orderly exit


def _take_stdout() -> BinaryIO:
    """Standard output for messages only: what a library prints is discarded."""
    output = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    return output


def _limit_resources(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # not on every system; the parent's time limit still holds
        return
    cpu_seconds = int(limits.seconds) + _SPARE_SECONDS
    for kind, limit in ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, cpu_seconds)):
        with suppress(OSError, ValueError):  # where the system has a lower limit, that one holds
            resource.setrlimit(kind, (limit, limit))


def _exit_with_parent(stdin: BinaryIO) -> None:
    """End this process when standard input ends: the parent keeps it open as long as it waits."""
    stdin.read(1)
    os._exit(1)


def _send(output: BinaryIO, message: Message) -> None:
    output.write(json.dumps(message).encode() + b"\n")
    output.flush()


def _respond(request: ReadRequest, data: bytes | None, progress: ProgressCallback) -> Message:
    try:
        return article_message(_read(request, data, progress))
    except LoadError as error:
        return error_message(error)
    except RecursionError:
        wrong, remedy = "it nests too deeply", "save its text as a .txt file and give that"
    except Exception as error:  # whatever a parser raises on hostile input, the response is one line
        if ran_out_of_memory(error):
            limit = megabytes(request.options.limits.memory_bytes)
            wrong, remedy = f"needs more than {limit} of memory", f"raise {SIZE_OPTION} if it is worth it"
        else:
            wrong = f"damaged: the reader failed unexpectedly ({type(error).__name__})"
            remedy = "save its text as a .txt file and give that"
    return error_message(LoadError(request.source, wrong, remedy))


def _read(request: ReadRequest, data: bytes | None, progress: ProgressCallback) -> Article:
    from tui.sources.web.address import is_address

    source, options = request.source, request.options
    if is_address(source):
        from tui.sources.web_article import read_web_article

        return read_web_article(source, options, progress)
    progress("reading ...")
    if data is None:
        data = read_bytes(source, options.limits, Deadline(options.limits.seconds))
    return read_article(
        SourceBytes(
            data, source, extraction=options.extraction, limits=options.limits, language=options.language
        )
    )
