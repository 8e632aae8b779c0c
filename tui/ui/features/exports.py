"""Copy passages to the clipboard and save reports."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.model import Side
from tui.ui.scene import NOT_ALIGNED, Scene

if TYPE_CHECKING:
    from tui.report import Remark
    from tui.session import Session
    from tui.ui.features import Host
    from tui.ui.panels.save import SaveRequest

WIDTHS = 60, 160
"""Fewest and most columns of a report in text."""


class Exports:
    """Copies passages and writes reports."""

    def __init__(self, host: Host) -> None:
        self._host = host

    def copy_passage(self, scene: Scene) -> Scene:
        passage = scene.reading.passage(scene.reading.side)
        if passage is None:
            return scene
        self._host.copy(passage.text)
        return scene.saying("passage copied")

    def copy_link(self, scene: Scene) -> Scene:
        """Both passages of the link with title, source and date, ready to be pasted."""
        if not scene.reading.link:
            return scene.refusing("no link here to copy")
        quoted = []
        for side in Side:
            article, passage = scene.reading.comparison.article(side), scene.reading.passage(side)
            about = ", ".join(part for part in (article.title, article.source, article.published) if part)
            quoted.append(f"{passage.text if passage else ''}\n— {about}")
        self._host.copy("\n\n".join(quoted) + "\n")
        return scene.saying("both passages copied, with their sources")

    def save_report(self, scene: Scene) -> Scene:
        """List the formats of a report, to write one."""
        if not scene.aligned:
            return scene.refusing(NOT_ALIGNED)
        from tui.ui.panels.save import SaveScreen

        self._host.ask(SaveScreen(scene.reading.comparison), self.write)
        return scene

    def write(self, scene: Scene, request: SaveRequest) -> Scene:
        """Write a report; the message tells whether it replaced a file."""
        from tui.report.write import WriteError, write_report

        try:
            replaced = write_report(request.path, self._report(scene, request.format))
        except WriteError as error:
            return scene.refusing(str(error))
        return scene.saying(f"{'replaced' if replaced else 'written'}: {request.path.name}")

    def _report(self, scene: Scene, format: str) -> str:
        from tui.report import render
        from tui.ui.panels.save import SCREEN

        if format == SCREEN:
            return self._host.picture()
        fewest, most = WIDTHS
        return render(
            scene.reading.comparison,
            format,
            threshold=scene.reading.threshold,
            width=min(most, max(fewest, scene.terminal[0])),
            remarks=remarks(scene.session),
        )


def remarks(session: Session) -> list[Remark]:
    """The marks and notes of a session, for a report."""
    from tui.report import Remark

    listed = []
    for note in session.listed_marks:
        left, right = (-1 if index is None else index for index in note.passages)
        day = datetime.fromtimestamp(note.mark.created, UTC).date().isoformat()
        listed.append(Remark(left, right, note.mark.text, day))
    return listed
