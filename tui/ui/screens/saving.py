"""Saving what was read: a report of the comparison as it stands, with the reader's notes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tui.report import Remark, render
from tui.ui.screens.keeping import Keeping

if TYPE_CHECKING:
    from tui.ui.panels.save import SaveRequest


class Saving(Keeping):
    """The action that writes a file; it says whether it replaced one."""

    def action_save(self) -> None:
        if not self.all_aligned():
            return
        from tui.ui.panels.save import SaveScreen

        self.app.push_screen(SaveScreen(self.reading.comparison), self._take_wish)

    def _take_wish(self, wish: SaveRequest | None) -> None:
        from tui.report.write import WriteError, write_report
        from tui.ui.panels.save import SCREEN

        if wish is None:
            return
        if wish.format == SCREEN:
            report = self.app.export_screenshot()
        else:
            width = min(160, max(60, self.app.size.width))
            comparison, threshold = self.reading.comparison, self.reading.threshold
            remarks = self._remarks()
            report = render(comparison, wish.format, threshold=threshold, width=width, remarks=remarks)
        try:
            replaced = write_report(wish.path, report)
        except WriteError as error:
            self.say(str(error))
        else:
            self.message = f"{'replaced' if replaced else 'written'}: {wish.path.name}"

    def _remarks(self) -> list[Remark]:
        """The reader's marks and notes, for the report."""
        remarks = []
        for found in self.session.listed_marks:
            left, right = (-1 if index is None else index for index in found.passages)
            when = datetime.fromtimestamp(found.mark.created, UTC).date().isoformat()
            remarks.append(Remark(left, right, found.mark.text, when))
        return remarks
