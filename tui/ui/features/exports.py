"""Copy passages to the clipboard and save reports."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from tui.engine.client import CRASHED, Engine
from tui.engine.protocol import (
    Aligned,
    DifferencesFound,
    Event,
    Failed,
    FindReportedDifferences,
    FullArticles,
    Preview,
)
from tui.model import Side
from tui.model.difference import Difference, Ledger
from tui.model.story import in_order
from tui.ui.features.comparing import NOT_ALL_COMPARED
from tui.ui.features.dismissals import dismissed_keys
from tui.ui.scene import NOT_ALIGNED, Scene

if TYPE_CHECKING:
    from tui.model.statement import Place
    from tui.model.story import ReportPair
    from tui.report import Remark
    from tui.session import Session, Store
    from tui.session.marks import LocatedMark
    from tui.ui.features import Host
    from tui.ui.panels.save import SaveRequest

WIDTHS = 60, 160
"""Fewest and most columns of a report in text."""


class _Waiting(NamedTuple):
    """A report that waits for its differences."""

    number: int
    """Number of the request for them."""
    scene: Scene
    """The scene to report."""
    request: SaveRequest


class Exports:
    """Copies passages and writes reports."""

    def __init__(self, host: Host, engine: Engine, store: Store) -> None:
        self._host, self._engine, self._store = host, engine, store
        self._waiting: _Waiting | None = None

    def copy_passage(self, scene: Scene) -> Scene:
        passage = scene.reading.passage(scene.reading.side)
        if passage is None:
            return scene
        return scene.saying(f"passage {self._host.copy(passage.text)}")

    def copy_link(self, scene: Scene) -> Scene:
        """Both passages of the link with title, source and date, ready to be pasted."""
        if not scene.reading.link:
            return scene.refusing("no link here to copy")
        quoted = []
        for side in Side:
            article, passage = scene.reading.comparison.article(side), scene.reading.passage(side)
            about = ", ".join(part for part in (article.title, article.source, article.published) if part)
            quoted.append(f"{passage.text if passage else ''}\n— {about}")
        how = self._host.copy("\n\n".join(quoted) + "\n")
        return scene.saying(f"both passages {how}, with their sources")

    def save_report(self, scene: Scene) -> Scene:
        """List the formats of a report, to write one."""
        if not scene.aligned:
            return scene.refusing(NOT_ALIGNED)
        from tui.ui.panels.save import SaveScreen

        reports = scene.story.story.count if scene.story else 2
        self._host.ask(SaveScreen(scene.reading.comparison, reports), self.write)
        return scene

    def write(self, scene: Scene, request: SaveRequest) -> Scene:
        """Write a report; the message tells whether it replaced a file.

        If its differences are not those on the screen, a worker finds them: that takes the screen too much
        time and memory. The report is written when they come.
        """
        from tui.report.differences import least_reported
        from tui.ui.panels.save import SCREEN

        if request.story and scene.story:
            if scene.story.progress:
                return scene.refusing(f"{NOT_ALL_COMPARED}: {scene.story.progress}")
            return self._write(scene, request, None)
        comparison = scene.reading.comparison
        least = least_reported(comparison, scene.reading.threshold)
        if request.format == SCREEN or not comparison.links:
            return self._write(scene, request, Ledger())
        if scene.ledger_current and least == scene.reading.threshold:
            return self._write(scene, request, scene.ledger)
        if self._waiting:
            return scene.refusing("another report is still being written")
        number = self._engine.find_differences(FindReportedDifferences(least, scene.corrections))
        self._waiting = _Waiting(number, scene, request)
        return scene.saying(f"writing {request.path.name} ...")

    def take(self, scene: Scene, number: int, event: Event) -> Scene:
        """Write the report that waits for an event; the same scene if none does."""
        waiting = self._waiting
        match event:
            case DifferencesFound(ledger) if waiting and number == waiting.number:
                return self._write_waiting(scene, ledger)
            case Failed(reason) if waiting:
                # A worker that crashes reports the number of its last answer.
                crashed = reason == CRASHED and number < waiting.number
                return self.finish(scene) if crashed or number == waiting.number else scene
            case Aligned() if waiting:  # the worker has other links now
                self._waiting = None
                return self.write(scene, waiting.request)
            case Preview() | FullArticles() if waiting and number > waiting.number:
                self._waiting = None  # with the worker that was asked
                return scene.refusing(f"{waiting.request.path.name} not written: other articles were opened")
        return scene

    def finish(self, scene: Scene) -> Scene:
        """Write the report that waits for a worker, without it."""
        return self._write_waiting(scene, None)

    def _write_waiting(self, scene: Scene, ledger: Ledger | None) -> Scene:
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return scene
        written = self._write(waiting.scene, waiting.request, ledger)
        failed = written.bells > waiting.scene.bells
        return scene.refusing(written.message) if failed else scene.saying(written.message)

    def _write(self, scene: Scene, request: SaveRequest, ledger: Ledger | None) -> Scene:
        from tui.report.write import WriteError, write_report
        from tui.sources.read_bytes import same_source

        names = scene.story.story.sources if scene.story else scene.sources
        if any(same_source(str(request.path), name) for name in names):
            return scene.refusing(f"{request.path.name} is one of the articles: rename that first")
        try:
            replaced = write_report(request.path, self._report(scene, request, ledger))
        except WriteError as error:
            return scene.refusing(str(error))
        return scene.saying(f"{'replaced' if replaced else 'written'}: {request.path.name}")

    def _report(self, scene: Scene, request: SaveRequest, ledger: Ledger | None) -> str:
        from tui.report import render
        from tui.ui.panels.save import SCREEN

        if request.format == SCREEN:
            return self._host.picture()
        fewest, most = WIDTHS
        width, threshold = min(most, max(fewest, scene.terminal[0])), scene.reading.threshold
        if request.story and scene.story:
            sessions = sessions_of_story(scene, self._store)
            dismissed = {in_order(pair): dismissed_keys(session) for pair, session in sessions.items()}
            return render(
                scene.story.dismissing(dismissed).told,
                request.format,
                threshold=threshold,
                width=width,
                remarks=story_remarks(sessions),
            )
        return render(
            scene.reading.comparison,
            request.format,
            threshold=threshold,
            width=width,
            remarks=remarks(scene.session),
            differences=_not_dismissed(scene, ledger),
        )


def _not_dismissed(scene: Scene, ledger: Ledger | None) -> tuple[Difference, ...] | None:
    """The differences of a report without those that the reader dismissed; None to have the report find all.

    `ledger`: None if no worker has found them.
    """
    dismissed = dismissed_keys(scene.session)
    if ledger is None and dismissed:
        from tui.report import ReportOptions
        from tui.report.differences import reported_differences

        options = ReportOptions(threshold=scene.reading.threshold)
        ledger = Ledger(reported_differences(scene.reading.comparison, options))
    return ledger.dismissing(dismissed).shown if ledger else None


def remarks(session: Session) -> list[Remark]:
    """The marks and notes of a session, for a report."""
    return [_remark(note) for note in session.listed_marks]


def sessions_of_story(scene: Scene, store: Store) -> Mapping[ReportPair, Session]:
    """The sessions of all pairs of a story, the one on the screen first, whose pair may be swapped."""
    assert scene.story, "only a story has several sessions"
    story, shown = scene.story.story, scene.story.shown
    sessions = {shown: scene.session}
    for pair in story.all_pairs:
        if set(pair) != set(shown):
            sessions[pair] = store.session(*story.as_given(pair))
    return sessions


def story_remarks(sessions: Mapping[ReportPair, Session]) -> list[Remark]:
    """The marks and notes on all reports of a story, by report and passage, each once."""
    found: dict[str, Remark] = {}
    for pair, session in sessions.items():
        for note in session.listed_marks:
            found.setdefault(note.mark.uid, _in_story(_remark(note), pair))
    return sorted(found.values(), key=_places)


def _remark(note: LocatedMark) -> Remark:
    from tui.report import Remark

    left, right = (-1 if index is None else index for index in note.passages)
    day = datetime.fromtimestamp(note.mark.created, UTC).date().isoformat()
    return Remark(left, right, note.mark.text, day)


def _in_story(remark: Remark, reports: ReportPair) -> Remark:
    """The remark with its reports, the first of them left."""
    if reports[0] < reports[1]:
        return replace(remark, reports=reports)
    return replace(remark, left=remark.right, right=remark.left, reports=reports[::-1])


def _places(remark: Remark) -> list[Place]:
    ends = zip(remark.reports, (remark.left, remark.right), strict=True)
    return [place for place in ends if place[1] >= 0]
