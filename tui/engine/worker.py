"""A worker: answers the requests of one channel, for as long as its articles are on the screen."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from queue import SimpleQueue

from tui.engine.aligner import Aligner
from tui.engine.channel import Channel, ChannelClosed
from tui.engine.pipeline import (
    PreviewOnly,
    Recall,
    align,
    complete,
    is_short,
    lower_priority,
    min_score_for,
    open_sources,
    processors,
)
from tui.engine.protocol import (
    CommandDone,
    Compare,
    CompareWords,
    DifferencesFound,
    Done,
    Event,
    Failed,
    FindDifferences,
    FindReportedDifferences,
    FirstFrameDrawn,
    NamedSource,
    Open,
    Ready,
    Recalled,
    Request,
    Resume,
    Start,
    Words,
    WriteLog,
)
from tui.model import Comparison
from tui.model.comparison import PassagePair
from tui.model.difference import Ledger
from tui.settings.settings import Settings
from tui.sources.errors import LoadError

Prepare = Callable[[Sequence[str]], Settings | CommandDone]
"""Carry out the part of a command line that needs no screen."""


LONGEST_START = 5.0
"""Seconds after which a worker takes the only processor, whether the first frame is drawn or not."""
_ORDER: Mapping[type, int] = {WriteLog: 0, Start: 1, Open: 1, Resume: 1, CompareWords: 2}
"""Order in which queued requests are answered; all others come after these."""


class RequestQueue:
    """Queue of requests between the thread that receives them and the thread that answers them."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[int, Request] | None] = SimpleQueue()

    def put(self, number: int, request: Request) -> None:
        self._waiting.put((number, request))

    def close(self) -> None:
        """Signal that no more requests will come."""
        self._waiting.put(None)

    def take(self) -> list[tuple[int, Request]]:
        """Wait for requests and return the newest of each kind; none once the queue is closed.

        The words of the passages on the screen come first, after the requests that open articles.
        """
        newest: dict[type, tuple[int, Request]] = {}
        while not newest or not self._waiting.empty():
            waiting = self._waiting.get()
            if waiting is None:
                return []
            newest[type(waiting[1])] = waiting
        return sorted(newest.values(), key=lambda waiting: (_ORDER.get(type(waiting[1]), 3), waiting[0]))


class Worker:
    """Answers requests one at a time; of those queued, only the newest of each kind.

    Once the articles are sent, what goes with them is worked out in a thread of its own: the words of the
    passages on the screen are compared meanwhile, and all other requests wait for it.
    """

    def __init__(self, channel: Channel, prepare: Prepare, recall: Recall) -> None:
        self._channel = channel
        self._prepare = prepare
        self._recall = recall
        self._requests = RequestQueue()
        self._aligner = Aligner()
        self._comparison = Comparison()
        self._completing: threading.Thread | None = None
        self._answered = 0
        """Number of the latest request that is answered, but for what is still being completed."""
        self._counting = threading.Lock()
        self._first_frame = threading.Event()
        """Set once the first frame is drawn; what is completed then has the only processor for itself."""

    def run(self) -> None:
        """Answer requests until the channel is closed."""
        # In a thread of its own, so that a sender never waits for the answer to another request.
        threading.Thread(target=self._receive, daemon=True).start()
        try:
            while waiting := self._requests.take():
                for number, request in waiting:
                    self._answer(number, request)
                self._report_done(max(number for number, _ in waiting))
        except ChannelClosed:
            return

    def _receive(self) -> None:
        try:
            while True:
                number, request = self._channel.receive()
                assert isinstance(request, Request)
                if isinstance(request, FirstFrameDrawn):
                    self._first_frame.set()
                else:
                    self._requests.put(number, request)
        except ChannelClosed:
            self._first_frame.set()
            self._requests.close()

    def _answer(self, number: int, request: Request) -> None:
        def send(event: Event) -> None:
            self._channel.send(number, event)

        try:
            completing = self._completing
            if completing and isinstance(request, Compare | FindDifferences):
                completing.join()
            if isinstance(request, Start):
                self._start(request, send)
            elif isinstance(request, Open):
                self._open(request, send)
            elif isinstance(request, WriteLog):
                _write_log(request.path)
            elif isinstance(request, Resume):
                self._comparison, self._aligner = request.comparison, Aligner(request.model)
            elif isinstance(request, Compare):
                self._compare(request, send)
            elif isinstance(request, CompareWords):
                send(self._compare_words(request.pairs))
            elif isinstance(request, FindDifferences | FindReportedDifferences):
                self._find_differences(request, send)
        except ChannelClosed:
            raise
        except Exception as error:  # the articles can still be read
            _log_error(error)
            send(Failed(_reason(error)))

    def _report_done(self, number: int = 0) -> None:
        """Send that requests are answered: up to this number, unless something is still being completed."""
        with self._counting:
            self._answered = max(self._answered, number)
            if self._answered and not self._completing:
                self._channel.send(self._answered, Done())

    def _start(self, request: Start, send: Callable[[Event], None]) -> None:
        prepared = self._prepare(request.arguments)
        send(prepared if isinstance(prepared, CommandDone) else Ready(prepared))
        if isinstance(prepared, Settings) and not prepared.recents:
            self._open(open_request(prepared), send, starts=True)

    def _open(self, request: Open, send: Callable[[Event], None], *, starts: bool = False) -> None:
        """Read and send the articles. `starts`: the screen starts meanwhile, and has drawn nothing yet."""

        def send_and_collect(event: Event) -> None:
            send(event)
            gc.enable()  # off at the start, and during an alignment: nothing is garbage by then

        self._aligner = Aligner(request.model, caches=request.recall)
        self._comparison, recalled = open_sources(request, self._aligner, send_and_collect, self._recall)
        self._completing = threading.Thread(
            target=self._complete, args=(request, recalled, send, starts), daemon=True
        )
        self._completing.start()

    def _complete(
        self, request: Open, recalled: Recalled, send: Callable[[Event], None], starts: bool
    ) -> None:
        """Send what goes with the articles, while the screen is drawn and read."""
        if starts and processors() == 1:  # even at a low priority it would hold up the first frame
            self._first_frame.wait(LONGEST_START)
        lower_priority()
        try:
            self._send_rest(request, recalled, send)
        except ChannelClosed:
            return
        except Exception as error:
            _log_error(error)
            with suppress(ChannelClosed):
                send(Failed(_reason(error)))
        with self._counting:
            self._completing = None
        with suppress(ChannelClosed):
            self._report_done()

    def _send_rest(self, request: Open, recalled: Recalled, send: Callable[[Event], None]) -> None:
        """Send the links of long articles, the words of the links that are shown, and the differences."""
        left, right = self._comparison.articles
        if not self._comparison.aligned:
            align(self._aligner, left, right, min_score_for(request.threshold), send)
        self._comparison = complete(self._aligner, left, right, send)
        threshold = self._comparison.threshold if recalled.threshold is None else recalled.threshold
        if is_short(left, right):
            corrected = recalled.corrections.apply(self._comparison)
            send(self._compare_words([link.pair for link in corrected.links_from(threshold)]))
        self._find_differences(FindDifferences(threshold, recalled.corrections), send)

    def _compare(self, request: Compare, send: Callable[[Event], None]) -> None:
        """Align the articles again, down to a lower score."""
        left, right = self._comparison.articles
        align(self._aligner, left, right, min_score_for(request.threshold), send)
        self._comparison = complete(self._aligner, left, right, send)

    def _compare_words(self, pairs: Iterable[PassagePair]) -> Words:
        return Words({pair: self._aligner.pair_words(self._comparison, pair) for pair in pairs})

    def _find_differences(
        self, request: FindDifferences | FindReportedDifferences, send: Callable[[Event], None]
    ) -> None:
        # Loaded here: dates and numbers bring libraries along, and the first links do not wait for them.
        from tui.analysis.differences.ledger import differences

        corrected = request.corrections.apply(self._comparison)
        if not corrected.links:
            return send(DifferencesFound(Ledger()))
        alignment = self._aligner.alignment(corrected)
        send(DifferencesFound(Ledger(differences(corrected, request.threshold, alignment))))


def _reason(error: Exception) -> str:
    """The error as one line that can be shown to the user."""
    if isinstance(error, LoadError | PreviewOnly):
        return str(error)
    if isinstance(error, MemoryError):
        return "not enough memory for texts of this length"
    return f"internal error ({type(error).__name__})"


def _write_log(path: str) -> None:
    from tui.engine.log import open_log

    open_log(path)


def _log_error(error: Exception) -> None:
    if Channel.observer:
        from tui.engine.log import log_error

        log_error(error)


def open_request(settings: Settings) -> Open:
    """The request that opens the sources of the command line."""
    return Open(
        tuple(map(NamedSource, settings.sources, settings.read_options_of_sources)),
        names=settings.sources,
        model=settings.model,
        threshold=settings.threshold,
        recall=settings.keep_state,
        fresh=settings.fresh,
    )
