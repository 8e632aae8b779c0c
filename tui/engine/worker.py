"""A worker: answers the requests of one channel, for as long as its articles are on the screen."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from tui.engine.aligner import Aligner
from tui.engine.answers import answer
from tui.engine.channel import Channel, ChannelClosed
from tui.engine.failures import log_failure, reason_of
from tui.engine.pipeline import (
    Recall,
    Send,
    align,
    group,
    is_short,
    min_score_for,
    open_request,
    open_sources,
    refine,
    send_links,
)
from tui.engine.priority import lower_priority
from tui.engine.protocol import (
    AddReport,
    CommandDone,
    Compare,
    DifferencesFound,
    Done,
    Event,
    Failed,
    FindDifferences,
    FindReportedDifferences,
    FirstFrameDrawn,
    FullArticles,
    Open,
    Ready,
    Recalled,
    Request,
    Resume,
    Start,
    Turn,
    WriteLog,
)
from tui.engine.questions import CompareWords, Question
from tui.engine.request_queue import RequestQueue, Requests
from tui.model import Comparison
from tui.model.difference import Ledger
from tui.settings.processors import processors
from tui.settings.settings import Settings

if TYPE_CHECKING:
    from tui.engine.gathering import Gathering
    from tui.model.story import ReportPair

Prepare = Callable[[Sequence[str]], Settings | CommandDone]
"""Carry out the part of a command line that needs no screen."""
LONGEST_START = 5.0
"""Seconds after which a worker takes the only processor, whether the first frame is drawn or not."""


class Worker:
    """Answers requests one at a time; of those queued, only the newest of each kind.

    Once the articles are sent, what goes with them is worked out in a thread of its own, and other requests
    wait for it. Questions do not: they have a queue and a thread of their own, and the reader waits.
    """

    def __init__(self, channel: Channel, prepare: Prepare, recall: Recall) -> None:
        self._channel = channel
        self._prepare = prepare
        self._recall = recall
        self._requests = Requests()
        self._aligner = Aligner()
        self._comparison = Comparison()
        self._completing: threading.Thread | None = None
        self._gathering: Gathering | None = None
        """The other reports, if there are more than two."""
        self._request = Open(())
        """The request for the articles on the screen."""
        self._counting = threading.Lock()
        self._first_frame = threading.Event()
        """Set once the first frame is drawn; what is completed then has the only processor for itself."""

    def run(self) -> None:
        """Answer requests until the channel is closed."""
        # So that a sender never waits for the answer to another request.
        threading.Thread(target=self._receive, daemon=True).start()
        threading.Thread(target=self._answer_all, args=(self._requests.questions,), daemon=True).start()
        self._answer_all(self._requests.work)
        if self._gathering:
            self._gathering.end()

    def _answer_all(self, queue: RequestQueue) -> None:
        try:
            while waiting := queue.take():
                for number, request in waiting:
                    self._answer(number, request)
                queue.answered = max(number for number, _ in waiting)
                self._report_done()
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
        send = self._send_as(number)
        try:
            completing = self._completing
            if completing and isinstance(request, Compare | FindDifferences | Turn):
                completing.join()
            if isinstance(request, Start):
                self._start(number, request, send)
            elif isinstance(request, Open):
                self._open(number, request, send)
            elif isinstance(request, WriteLog):
                from tui.engine.log import open_log

                open_log(request.path)
            elif isinstance(request, Resume):
                self._resume(number, request)
            elif isinstance(request, Turn):
                self._turn(number, request, send)
            elif isinstance(request, AddReport):
                self._add_report(number, request)
            elif isinstance(request, Compare):
                self._compare(request, send)
            elif isinstance(request, FindDifferences | FindReportedDifferences):
                self._find_differences(request, send)
            elif isinstance(request, Question):
                self._requests.wait_for_articles()
                send(answer(request, self._comparison, self._aligner))
        except ChannelClosed:
            raise
        except Exception as error:  # the articles can still be read
            log_failure(error)
            send(Failed(reason_of(error)))
        self._requests.answered(number)

    def _report_done(self) -> None:
        """Send that all requests so far are answered, unless one waits or something is being completed."""
        with self._counting:
            number = self._requests.all_answered
            if number and not self._completing:
                self._channel.send(number, Done())

    def _start(self, number: int, request: Start, send: Send) -> None:
        prepared = self._prepare(request.arguments)
        send(prepared if isinstance(prepared, CommandDone) else Ready(prepared))
        if isinstance(prepared, Settings) and not prepared.recents:
            self._open(number, open_request(prepared), send, starts=True)

    def _open(self, number: int, request: Open, send: Send, *, starts: bool = False) -> None:
        """Read and send the articles. `starts`: the screen starts meanwhile, and has drawn nothing yet."""
        if len(request.sources) > 2:
            from tui.engine.gathering import Gathering  # two articles do without
            from tui.engine.read_reports import first_readable

            request, missing = first_readable(request, send)
            self._gathering = Gathering(request, self._recall, missing)
            request, aligner = self._gathering.open_request(0, 1), self._gathering.aligner()
        else:
            aligner = Aligner(request.model, caches=request.recall)
        self._request = request
        self._show(number, request, aligner, starts=starts)

    def _show(
        self, number: int, request: Open, aligner: Aligner, reports: ReportPair = (0, 1), starts: bool = False
    ) -> None:
        """Send two articles, those reports of a story, and start to work out what goes with them."""

        def send_and_collect(event: Event) -> None:
            numbered = replace(event, reports=reports) if isinstance(event, FullArticles) else event
            self._channel.send(number, numbered)
            gc.enable()  # off at the start, and during an alignment: nothing is garbage by then

        comparison, recalled = open_sources(request, aligner, send_and_collect, self._recall)
        self._comparison, self._aligner = comparison, aligner  # together: a question may come in between
        self._completing = threading.Thread(
            target=self._complete, args=(number, request, reports, recalled, starts), daemon=True
        )
        self._completing.start()

    def _turn(self, number: int, request: Turn, send: Send) -> None:
        """Compare two other reports of the story, which are read and encoded already."""
        gathering = self._gathering
        if gathering is None or max(request.left, request.right) >= len(gathering.articles):
            return send(Failed("this report is not read yet"))
        gathering.turn(request.left)
        reports = request.left, request.right
        try:
            self._show(number, gathering.open_request(*reports), gathering.aligner(), reports)
        except BaseException:
            gathering.idle.set()
            raise

    def _add_report(self, number: int, request: AddReport) -> None:
        """Read one more report behind the screen; the first that is added makes a story of two articles."""
        from tui.engine.gathering import Gathering

        if self._gathering is None:
            opened = replace(self._request, sources=self._comparison.articles)
            self._gathering = Gathering(opened, self._recall)
            if not self._completing:
                self._gathering.idle.set()
        self._gathering.add(number, request)
        self._gathering.start(number, self._send_as)

    def _resume(self, number: int, request: Resume) -> None:
        """Take over articles from another worker, and what is left to compare of their story."""
        self._comparison, self._aligner = request.comparison, Aligner(request.model)
        self._request = Open(
            self._comparison.articles, names=request.names, model=request.model, recall=request.recall
        )
        if request.story:
            from tui.engine.gathering import resumed

            self._gathering = resumed(request, self._recall)
            self._gathering.start(number, self._send_as)

    def _send_as(self, number: int) -> Send:
        return lambda event: self._channel.send(number, event)

    def _complete(
        self, number: int, request: Open, reports: ReportPair, recalled: Recalled, starts: bool
    ) -> None:
        """Send what goes with the articles, while the screen is drawn and read."""
        send = self._send_as(number)
        if starts and processors() == 1:  # even at a low priority it would hold up the first frame
            self._first_frame.wait(LONGEST_START)
        lower_priority()
        completed = None
        try:
            self._send_rest(request, recalled, send)
            completed = self._comparison  # before a turn puts another in its place
        except ChannelClosed:
            return
        except Exception as error:
            log_failure(error)
            with suppress(ChannelClosed):
                send(Failed(reason_of(error)))
        gathering = self._gathering
        if gathering:  # before a turn, which waits for this, makes it wait again
            if completed:
                gathering.know(reports, completed)
            gathering.idle.set()
        with self._counting:
            self._completing = None
        with suppress(ChannelClosed):
            self._report_done()
        if self._gathering:
            if self._gathering is not gathering:  # begun meanwhile
                self._gathering.idle.set()
            self._gathering.start(number, self._send_as)

    def _send_rest(self, request: Open, recalled: Recalled, send: Send) -> None:
        """Send the links of long articles, the words of the links that are shown, and the differences."""
        left, right = self._comparison.articles
        if not self._comparison.aligned:
            align(self._aligner, left, right, min_score_for(request.threshold), send)
        self._refine_and_group(send)
        threshold = self._comparison.threshold if recalled.threshold is None else recalled.threshold
        if is_short(left, right):
            corrected = recalled.corrections.apply(self._comparison)
            shown = CompareWords(tuple(link.pair for link in corrected.links_from(threshold)))
            send(answer(shown, self._comparison, self._aligner))
        self._find_differences(FindDifferences(threshold, recalled.corrections), send)

    def _compare(self, request: Compare, send: Send) -> None:
        """Align the articles again, down to a lower score."""
        left, right = self._comparison.articles
        align(self._aligner, left, right, min_score_for(request.threshold), send)
        self._refine_and_group(send)

    def _refine_and_group(self, send: Send) -> None:
        """Send the refined links, then their topics; questions are answered about what is sent."""
        left, right = self._comparison.articles
        refined = refine(self._aligner, left, right, send)
        if refined:
            self._comparison = refined
            send_links(refined, send, grouping=True)
        self._comparison = group(self._aligner, left, right, send)
        send_links(self._comparison, send)

    def _find_differences(self, request: FindDifferences | FindReportedDifferences, send: Send) -> None:
        # Loaded here: dates and numbers bring libraries along, and the first links do not wait for them.
        from tui.analysis.differences.ledger import differences

        corrected = request.corrections.apply(self._comparison)
        if not corrected.links:
            return send(DifferencesFound(Ledger()))
        alignment = self._aligner.alignment(corrected)
        send(DifferencesFound(Ledger(differences(corrected, request.threshold, alignment))))
