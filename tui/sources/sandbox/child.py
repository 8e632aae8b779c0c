"""The process that reads one source: request and data on standard input, one answer on standard output."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO

from tui.model import Article
from tui.settings.limits import SIZE_OPTION, Limits, megabytes
from tui.sources.errors import LoadError, ran_out_of_memory
from tui.sources.read_bytes import read_bytes
from tui.sources.readers.by_kind import article_of
from tui.sources.readers.draft import SourceBytes
from tui.sources.sandbox.protocol import pack, pack_refusal
from tui.sources.sandbox.request import Deadline, Request

_SPARE_SECONDS = 5
"""Of processor time beyond the limit: our parent ends us before that, if it is still there."""


def main() -> None:
    """Answer one request."""
    stdin = sys.stdin.buffer
    header = json.loads(stdin.readline())
    size = header.pop("size")
    data = None if size is None else stdin.read(size)
    request = Request.unpack(header)
    answers = _own_output()
    _limit(request.options.limits)
    threading.Thread(target=_end_with_parent, args=(stdin,), daemon=True).start()
    answer = _answer(request, data, lambda what: _say(answers, {"progress": what}))
    _say(answers, answer)
    answers.flush()
    os._exit(0)  # nothing is left to tidy up, and the watching thread is in the way of an orderly end


def _own_output() -> BinaryIO:
    """Standard output for answers only: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _limit(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # not on every system; the parent's clock still holds
        return
    processor = int(limits.seconds) + _SPARE_SECONDS
    for kind, limit in ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, processor)):
        with suppress(OSError, ValueError):  # where the system has a lower limit, that one holds
            resource.setrlimit(kind, (limit, limit))


def _end_with_parent(stdin: BinaryIO) -> None:
    """The parent keeps our standard input open as long as it lives and waits."""
    stdin.read(1)
    os._exit(1)


def _say(answers: BinaryIO, what: dict[str, Any]) -> None:
    answers.write(json.dumps(what).encode() + b"\n")
    answers.flush()


def _answer(request: Request, data: bytes | None, progress: Callable[[str], None]) -> dict[str, Any]:
    try:
        return {"article": pack(_read(request, data, progress))}
    except LoadError as error:
        return {"refused": pack_refusal(error)}
    except RecursionError:
        wrong, remedy = "it nests too deeply", "save its text as a .txt file and give that"
    except Exception as error:  # whatever a parser raises on hostile input, the answer is one line
        if ran_out_of_memory(error):
            limit = megabytes(request.options.limits.memory_bytes)
            wrong, remedy = f"needs more than {limit} of memory", f"raise {SIZE_OPTION} if it is worth it"
        else:
            wrong = f"it is damaged in a way that its reader does not know ({type(error).__name__})"
            remedy = "save its text as a .txt file and give that"
    return {"refused": pack_refusal(LoadError(request.source, wrong, remedy))}


def _read(request: Request, data: bytes | None, progress: Callable[[str], None]) -> Article:
    from tui.sources.web.address import is_address

    if is_address(request.source):
        from tui.sources.web_article import article_at

        return article_at(request, progress)
    progress("reading")
    if data is None:
        data = read_bytes(request.source, request.options.limits, Deadline(request.options.limits.seconds))
    return article_of(
        SourceBytes(
            data, request.source, extraction=request.options.extraction, limits=request.options.limits
        )
    )
