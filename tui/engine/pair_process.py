"""The other side of `PairHelper`: a process that does nothing but compare two reports after the other."""

from __future__ import annotations

import os
import signal
import sys
import threading
from queue import SimpleQueue
from socket import socket
from typing import NoReturn

from msgspec import Struct

from tui.engine.channel import Channel
from tui.engine.priority import LOWEST_PRIORITY, lower_priority
from tui.engine.shared_vectors import VectorPlace
from tui.model import Article
from tui.model.corrections import Corrections


class KnownArticle(Struct, frozen=True):
    """An article that pairs will name by its number: the first is 0."""

    article: Article
    place: VectorPlace | None
    """Of its vectors; None if no model is used."""


class ComparePair(Struct, frozen=True):
    """Compare two known articles; answered under the same number by a ComparedPair, or NotCompared."""

    left: int
    right: int
    corrections: Corrections


class NotCompared(Struct, frozen=True):
    """The pair could not be compared here."""

    error: str
    """Name of its type."""


def main() -> NoReturn:
    """Compare pairs until the worker is gone.

    Arguments: descriptors of the channel and of the file with vectors, the language model, the lowest score.
    """
    for number in (signal.SIGINT, signal.SIGHUP):  # of the terminal; the worker ends us
        signal.signal(number, signal.SIG_IGN)
    lower_priority()
    channel_number, file_number, model, min_score = sys.argv[-4:]
    channel = Channel(socket(fileno=int(channel_number)))
    messages: SimpleQueue[tuple[int, object]] = SimpleQueue()
    threading.Thread(target=_receive, args=(channel, messages), daemon=True).start()
    try:
        _serve(channel, messages, int(file_number), model, float(min_score))
    finally:  # nobody reads what an error would print
        os._exit(1)


def _receive(channel: Channel, messages: SimpleQueue[tuple[int, object]]) -> None:
    """Pass on what the worker sends. When it is gone nobody needs the pair that is being compared."""
    try:
        while True:
            messages.put(channel.receive())
    finally:
        os._exit(0)


def _load() -> None:
    """Import what comparing needs, with what comparing the first two reports leaves of the processors."""
    lower_priority(LOWEST_PRIORITY)
    from tui.engine.pipeline import multiply_in_one_thread

    multiply_in_one_thread()
    import tui.analysis.differences.ledger
    import tui.analysis.late_interaction
    import tui.analysis.word_alignment
    import tui.engine.compared_pair  # noqa: F401


def _serve(
    channel: Channel, messages: SimpleQueue[tuple[int, object]], file: int, model: str, min_score: float
) -> NoReturn:
    loading = threading.Thread(target=_load)  # whose priority cannot be raised again
    loading.start()
    loading.join()
    from tui.engine.aligner import Aligner
    from tui.engine.article_vectors import ArticleVectors
    from tui.engine.compared_pair import compare_pair
    from tui.engine.shared_vectors import mapped_vectors

    vectors = ArticleVectors(model, holds=True)
    articles: list[Article] = []
    while True:
        number, message = messages.get()
        if isinstance(message, KnownArticle):
            articles.append(message.article)
            if message.place:
                vectors.hold(message.article, mapped_vectors(file, message.place))
        elif isinstance(message, ComparePair):
            pair = articles[message.left], articles[message.right]
            try:
                answer: object = compare_pair(Aligner(vectors=vectors), pair, min_score, message.corrections)
            except Exception as error:  # the worker tries it itself
                answer = NotCompared(type(error).__name__)
            channel.send(number, answer)
