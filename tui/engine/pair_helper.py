"""A second process for the pairs of a story, beside the worker that compares them too."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tui.engine.aligner import MAX_ENCODED
from tui.engine.article_vectors import ArticleVectors
from tui.engine.channel import Channel, ChannelClosed
from tui.engine.failures import log_failure
from tui.model import Article
from tui.model.corrections import Corrections
from tui.model.story import ComparedPair, ReportPair
from tui.settings.processors import processors
from tui.sources.sandbox.parent import interpreter_command

if TYPE_CHECKING:
    from tui.engine.shared_vectors import VectorFile, VectorPlace

LEAST_PAIRS = 14
"""Pairs, beside the one that the worker compares, from which it is worth starting the process, which takes as
long as comparing five: those of six reports."""
MOST_GIVEN = 2
"""Pairs given at once, so that the next one is there when one is compared."""
PATIENCE, LEAST_PATIENCE = 4.0, 2.0
"""How long the worker waits when nothing else is left to compare: as long as so many pairs take it, or so
many seconds. Where other programs have the processors, the process may not even have started."""

Articles = tuple[Article, Article]


class HelperFailed(Exception):
    """The second process ended, or could not compare a pair."""


class HelperAnswer(Struct, frozen=True):
    """What became of a pair that was given."""

    pair: ReportPair
    articles: Articles
    """Those it was given for."""
    compared: ComparedPair | None = None
    """None if the worker has to compare it itself."""


class PairHelper:
    """Compares pairs in a process of its own, which has their articles and vectors, and no language model.

    Used by one thread, but for the constructor, `begin` before that thread runs, and `close`. If the process
    cannot be started or ends, all pairs come back, and no other one is started.
    """

    def __init__(self, vectors: ArticleVectors, model: str, min_score: float) -> None:
        """`model` as of the vectors, `min_score` of the links of a pair."""
        self._vectors, self._model, self._min_score = vectors, model, min_score
        self._possible = hasattr(os, "fork")
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: Channel | None = None
        self._file: VectorFile | None = None
        self._places: dict[str, VectorPlace] = {}
        """Of the vectors in the file, by the texts of their articles."""
        self._known: list[Article] = []
        """What the process has."""
        self._given: dict[int, HelperAnswer] = {}
        self._count = 0
        self._seconds = 0.0
        """The most that a pair took in the worker."""
        self._answers: SimpleQueue[tuple[int, object]] = SimpleQueue()

    @property
    def pid(self) -> int | None:
        """Of the process, if it runs."""
        return self._process.pid if self._process else None

    @property
    def given(self) -> int:
        """Number of pairs that are not answered."""
        return len(self._given)

    def begin(self, pairs: int) -> None:
        """Start the process if there are so many pairs to compare that it pays, and a processor for it."""
        if self._process or self._given or not self._possible or pairs < LEAST_PAIRS or processors() == 1:
            return
        try:
            self._start()
        except (OSError, subprocess.SubprocessError) as error:
            self._give_up(error)

    def can_take(self, articles: Articles) -> bool:
        """Whether the process runs, has time and needs nothing that is not there yet."""
        if self._process is None or len(self._given) >= MOST_GIVEN:
            return False
        short = sum(len(article.passages) for article in articles) <= MAX_ENCODED
        return not self._vectors.available or (short and all(map(self._has_vectors, articles)))

    def give(self, pair: ReportPair, articles: Articles, corrections: Corrections) -> None:
        """Have a pair compared that it `can_take`."""
        from tui.engine.pair_process import ComparePair

        self._count += 1
        self._given[self._count] = HelperAnswer(pair, articles)
        try:
            left, right = map(self._number, articles)
            self._send(self._count, ComparePair(left, right, corrections))
        except Exception as error:  # the process has ended, or there is no memory for vectors
            self._give_up(error)

    def keep_pace(self, seconds: float) -> None:
        """Expect that a pair takes no longer than the worker needs for one."""
        self._seconds = max(self._seconds, seconds)

    def answers(self, wait: bool = False) -> list[HelperAnswer]:
        """What became of pairs since the last call; with `wait` of at least one, if any is given.

        Who waits has nothing else to do, so a process that is slow is given up then.
        """
        from tui.engine.pair_process import NotCompared

        patience = max(LEAST_PATIENCE, PATIENCE * self._seconds)
        answers: list[HelperAnswer] = []
        while self._given:
            try:
                number, message = self._answers.get(wait and not answers, patience)
            except Empty:
                if answers or not wait:
                    break
                self._give_up(HelperFailed("does not answer"))
                continue
            given = self._given.pop(number, None)
            if isinstance(message, NotCompared):
                log_failure(HelperFailed(message.error))
            if isinstance(message, HelperFailed):
                self._give_up(message)
            elif given:
                answers.append(
                    replace(given, compared=message if isinstance(message, ComparedPair) else None)
                )
        return answers

    def end(self) -> None:
        """End the process, whatever it is doing. It is started again when there are pairs for it."""
        process, self._process = self._process, None
        channel, self._channel = self._channel, None
        file, self._file = self._file, None
        self._known.clear()
        self._places.clear()
        if file:
            file.close()
        if channel:
            channel.close()
        if process:
            process.kill()
            process.wait()

    def close(self) -> None:
        """End the process for good: nobody waits for a pair any more."""
        self._possible = False
        self.end()

    def _start(self) -> None:
        """Raises OSError."""
        from tui.engine.shared_vectors import VectorFile

        self._file = VectorFile()
        ours, theirs = socket.socketpair()
        with theirs:
            passed = theirs.fileno(), self._file.fileno()
            arguments = (*map(str, passed), self._model, str(self._min_score))
            command = interpreter_command("tui.engine.pair_process", *arguments)
            none = subprocess.DEVNULL
            self._channel, self._answers = Channel(ours), SimpleQueue()
            self._process = subprocess.Popen(command, stdin=none, stdout=none, stderr=none, pass_fds=passed)
        receiving = threading.Thread(target=_receive, args=(self._channel, self._answers), daemon=True)
        receiving.start()

    def _has_vectors(self, article: Article) -> bool:
        return self._vectors.holds(article) and any(len(text.ids) for text in self._vectors.of(article))

    def _number(self, article: Article) -> int:
        """The number by which the process knows an article, which it gets now if it is new to it."""
        from tui.engine.pair_process import KnownArticle

        for number, known in enumerate(self._known):
            if known is article:
                return number
        self._send(0, KnownArticle(article, self._place(article)))
        self._known.append(article)
        return len(self._known) - 1

    def _place(self, article: Article) -> VectorPlace | None:
        """The place of an article's vectors in the file, from where this process uses them too.

        None if no model is used.
        """
        from tui.engine.shared_vectors import mapped_vectors

        if self._vectors.available and article.text not in self._places:
            assert self._file, "the process is running"
            place = self._places[article.text] = self._file.append(self._vectors.of(article))
            self._vectors.hold(article, mapped_vectors(self._file.fileno(), place))
        return self._places.get(article.text)

    def _send(self, number: int, message: object) -> None:
        if not self._channel:
            raise ChannelClosed
        self._channel.send(number, message)

    def _give_up(self, error: Exception) -> None:
        """Have the worker compare what was given, and all the rest."""
        log_failure(error)
        self._possible = False
        self.end()
        for number in self._given:
            self._answers.put((number, None))


def _receive(channel: Channel, answers: SimpleQueue[tuple[int, object]]) -> None:
    """Take in what the process answers, until it ends or there is no memory for it."""
    try:
        while True:
            answers.put(channel.receive())
    except Exception as error:
        answers.put((0, HelperFailed(type(error).__name__)))
