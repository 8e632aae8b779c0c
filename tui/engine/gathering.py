"""The reports of a story beyond the two on the screen: read, and compared two by two behind the screen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain, combinations
from math import comb
from operator import is_
from queue import SimpleQueue
from time import monotonic

from msgspec.structs import replace

from tui.analysis.story.pair import new_story
from tui.engine.aligner import MAX_ENCODED, Aligner
from tui.engine.article_vectors import ArticleVectors
from tui.engine.channel import ChannelClosed
from tui.engine.compared_pair import compare_pair
from tui.engine.failures import failure_told, log_failure, reason_of
from tui.engine.pair_helper import PairHelper
from tui.engine.pipeline import Recall, Send, min_score_for, read_source
from tui.engine.priority import lower_priority
from tui.engine.protocol import AddReport, Failed, Open, PairCompared, Resume, StoryRead, StoryTopicsFound
from tui.engine.read_reports import read_reports
from tui.model import Article, Comparison, PassagePair
from tui.model.corrections import Corrections
from tui.model.story import ComparedPair, MissingSource, ReportPair, Story
from tui.settings.limits import MAX_REPORTS
from tui.settings.processors import processors
from tui.sources.errors import LoadError

SendNumbered = Callable[[int], Send]
"""Give the function that sends the events of a request."""


class Gathering:
    """Reads the other reports of a story, and compares all pairs that are not yet known.

    All this is done in one thread, while a second process compares pairs too. The thread waits while the pair
    on the screen is being completed.
    """

    def __init__(self, request: Open, recall: Recall, missing: Sequence[MissingSource] = ()) -> None:
        """`request`: sources that begin with the two articles on the screen; those `missing` are left out."""
        self.articles: list[Article] = [one for one in request.sources[:2] if isinstance(one, Article)]
        padded = (*request.names, *("" for _ in request.sources[len(request.names) :]))
        self.names: list[str] = list(padded[:2])
        """Of each article, as the reader gave it; empty if not known."""
        self.read_first = 0
        """Number of the report whose pairs come first: that on the left."""
        self.idle = threading.Event()
        """Set while the pair on the screen is complete."""
        self._request, self._recall, self._missing = request, recall, list(missing)
        self._rest = list(zip(request.sources[2:], padded[2:], strict=True))
        """The sources to read, with their names."""
        self._read = not self._rest and not missing
        """Whether the screen knows what was read and what is missing."""
        self._min_score = min_score_for(request.threshold)
        self._vectors = ArticleVectors(request.model, caches=request.recall, holds=True)
        self._helper = PairHelper(self._vectors, request.model, self._min_score)
        self._helper.begin(comb(len(request.sources), 2) - 1)
        self._waiting: SimpleQueue[tuple[int, AddReport]] = SimpleQueue()
        self._done: set[ReportPair] = set()
        self._known: dict[ReportPair, Comparison] = {}
        """Pairs that were complete on the screen before they were compared here."""
        self._scores: dict[ReportPair, list[tuple[PassagePair, float]]] = {}
        self._sent_topics = False
        self._thread: threading.Thread | None = None
        self._starting = threading.Lock()

    def aligner(self) -> Aligner:
        """An aligner that shares the vectors of the reports."""
        return Aligner(vectors=self._vectors)

    def continue_with(
        self, articles: Sequence[Article], names: Sequence[str], done: Iterable[ReportPair]
    ) -> None:
        """Take over reports that are read, and the pairs of them that are compared."""
        self.articles, self.names, self._done = list(articles), list(names), set(done)
        self._read = True
        self.idle.set()

    def turn(self, left: int) -> None:
        """Wait until the pair on the screen is complete; then those of the report on its left come first."""
        self.idle.clear()
        self.read_first = left

    def add(self, number: int, request: AddReport) -> None:
        """Read one more report, once `run` comes to it."""
        self._waiting.put((number, request))

    def open_request(self, left: int, right: int) -> Open:
        """The request that opens two of the reports."""
        sources, names = (self.articles[left], self.articles[right]), (self.names[left], self.names[right])
        return replace(self._request, sources=sources, names=names)

    def know(self, pair: ReportPair, comparison: Comparison) -> None:
        """Take over the comparison of two reports that is complete on the screen."""
        if pair[0] < pair[1] and pair not in self._done:
            self._known[pair] = comparison

    def start(self, number: int, send_as: SendNumbered) -> None:
        """Read and compare what is left, in a thread of its own; events carry that number."""
        with self._starting:
            if not self._thread:
                self._thread = threading.Thread(target=self._run, args=(number, send_as), daemon=True)
                self._thread.start()

    def end(self) -> None:
        """End the second process: nobody waits for a pair any more."""
        self._helper.close()

    def _run(self, number: int, send_as: SendNumbered) -> None:
        lower_priority()
        with suppress(ChannelClosed):
            try:
                self._work(number, send_as)
            except ChannelClosed:
                self._helper.end()
                raise
            except Exception as error:  # what is compared can still be read
                log_failure(error)
                self._helper.end()  # before another thread may start one
                with self._starting:
                    self._thread = None
                send_as(number)(Failed(reason_of(error)))

    def _work(self, number: int, send_as: SendNumbered) -> None:
        if not self._read:
            self._read_rest(send_as(number))
        if processors() > 1:
            self._vectors.encode_ahead(self._to_encode())
        while True:
            number = self._add_waiting(number, send_as)
            self._take_answers(send_as(number))
            if self._left():
                self.idle.wait()
                self._compare(self._next(), send_as(number))
                continue
            if self._helper.given:
                self._take_answers(send_as(number), wait=True)
                continue
            self._helper.end()
            if self._scores and not self._sent_topics:
                self._send_topics(send_as(number))
            with self._starting:
                if self._waiting.empty():
                    self._thread = None
                    break

    def _to_encode(self) -> Iterator[Article]:
        """The reports of ordinary length as the next pairs need them, while the screen waits for nothing."""
        for number in dict.fromkeys(chain.from_iterable(self._left())):
            self.idle.wait()
            if len(self.articles[number].passages) <= MAX_ENCODED // 2:
                yield self.articles[number]

    def _send_topics(self, send: Send) -> None:
        """Send the topics over all reports, if this worker has compared all pairs itself."""
        from tui.engine.story_report import topics_of

        self._sent_topics = True
        if self._scores.keys() >= self._done:
            try:
                send(StoryTopicsFound(topics_of(self.articles, self._scores, self._vectors)))
            except ChannelClosed:
                raise
            except Exception as error:  # the story is complete without them
                log_failure(error)

    def _read_rest(self, send: Send) -> None:
        articles, names, missing = read_reports(self._rest)
        articles, names = [*self.articles, *articles], [*self.names, *names]
        missing = [*self._missing, *missing]
        story = new_story(articles, missing, names)
        self.articles, self.names, self._missing, self._rest = articles, names, missing, []
        self._read = True
        send(StoryRead(story))

    def _add_waiting(self, number: int, send_as: SendNumbered) -> int:
        """Read the reports to be added; returns the number for the events from now on."""
        while not self._waiting.empty():
            added, request = self._waiting.get()
            send = send_as(added)
            if request.replacing is None and len(self.articles) >= MAX_REPORTS:
                send(Failed(f"a story has at most {MAX_REPORTS} reports"))
                continue
            try:
                story = self._take(read_source(request.source, send), request)
            except ChannelClosed:
                raise
            except Exception as error:  # the story is as it was
                if not isinstance(error, LoadError):
                    log_failure(error)
                send(Failed(reason_of(error)))
                continue
            send(StoryRead(story))
            number = added
        return number

    def _take(self, article: Article, request: AddReport) -> Story:
        """Add an article, or put it in place of another, whose pairs are then to be compared again."""
        articles, names = [*self.articles], [*self.names]
        at = len(articles) if request.replacing is None else min(request.replacing, len(articles))
        articles[at : at + 1], names[at : at + 1] = [article], [request.name]
        story = new_story(articles, self._missing, names)
        self.articles, self.names = articles, names
        self._done = {pair for pair in self._done if at not in pair}
        self._known = {pair: one for pair, one in list(self._known.items()) if at not in pair}
        self._scores = {pair: one for pair, one in self._scores.items() if at not in pair}
        return story

    def _next(self) -> ReportPair:
        """The next pair to compare: the first, but as long as an article of it is being encoded another."""
        left = self._left()
        ready = (pair for pair in left if all(map(self._vectors.holds, self._articles_of(pair))))
        return next(ready, left[0])

    def _left(self) -> list[ReportPair]:
        """The pairs to compare, those with the report being read first."""
        pairs = (pair for pair in combinations(range(len(self.articles)), 2) if pair not in self._done)
        return sorted(pairs, key=lambda pair: (self.read_first not in pair, pair))

    def _compare(self, pair: ReportPair, send: Send) -> None:
        """Compare a pair and send it, while the helper compares others; one that fails is not tried again."""
        self._done.add(pair)
        with failure_told(send):
            self._encode(pair)
            self._share(send)
            articles, corrections = self._articles_of(pair), self._corrections(pair)
            known = self._known.pop(pair, None)
            if known and known.articles != articles:  # one was replaced while they were completed
                known = None
            begun = monotonic()
            compared = compare_pair(self.aligner(), articles, self._min_score, corrections, known)
            self._helper.keep_pace(monotonic() - begun)
            self._send_pair(pair, compared, send)

    def _encode(self, pair: ReportPair) -> None:
        """Wait for the vectors of a pair that is not ready, before the others that need them are shared."""
        articles = self._articles_of(pair)
        if self._vectors.available and sum(len(article.passages) for article in articles) <= MAX_ENCODED:
            from tui.analysis.encoder.folder import EncoderError

            with suppress(EncoderError):
                for article in articles:
                    self._vectors.of(article)

    def _share(self, send: Send) -> None:
        """Give the helper pairs that are ready."""
        left = [pair for pair in self._left() if pair not in self._known]
        self._helper.begin(len(left))
        for pair in left:
            articles = self._articles_of(pair)
            if self._helper.can_take(articles):
                self._done.add(pair)
                with failure_told(send):
                    self._helper.give(pair, articles, self._corrections(pair))

    def _take_answers(self, send: Send, wait: bool = False) -> None:
        """Send what the helper has compared, and take back what it could not."""
        for answer in self._helper.answers(wait):
            if not all(map(is_, self._articles_of(answer.pair), answer.articles)):
                continue  # one was replaced meanwhile, and they are to be compared again
            if answer.compared:
                self._send_pair(answer.pair, answer.compared, send)
            else:
                self._done.discard(answer.pair)

    def _send_pair(self, pair: ReportPair, compared: ComparedPair, send: Send) -> None:
        self._scores[pair] = compared.scores
        self._sent_topics = False
        send(PairCompared(pair, compared))

    def _articles_of(self, pair: ReportPair) -> tuple[Article, Article]:
        return self.articles[pair[0]], self.articles[pair[1]]

    def _corrections(self, pair: ReportPair) -> Corrections:
        """What the reader corrected in the links of a pair."""
        request = self.open_request(*pair)
        if not request.recall:
            return Corrections()
        return self._recall(request, self._articles_of(pair)).corrections


def resumed(request: Resume, recall: Recall) -> Gathering:
    """What is left of a story whose worker has crashed."""
    assert request.story, "only a story is resumed"
    articles = request.story.articles
    sources = request.story.sources
    opened = Open(articles[:2], names=sources[:2], model=request.model, recall=request.recall)
    gathering = Gathering(opened, recall, request.story.missing)
    gathering.continue_with(articles, sources, request.story.pairs)
    return gathering
