"""The title bar above each pane."""

from __future__ import annotations

from pathlib import Path

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from tui.layout.wrap import cell_len, fit, lines, pad
from tui.model import Article, Side
from tui.model.direction import isolated
from tui.model.languages import told_language
from tui.settings.settings import WORDS_PER_MINUTE
from tui.ui.scene import Scene
from tui.ui.widgets.row_widget import RowWidget


class TitleBar(RowWidget):
    """Two rows: side and title; then source, date, length, and notes on how the text was read."""

    COMPONENT_CLASSES = {"title-bar--title", "title-bar--active", "title-bar--about"}

    side: reactive[Side] = reactive(Side.LEFT)

    def __init__(self, side: Side, *, id: str | None = None) -> None:
        self._lines: dict[int, Strip] = {}
        super().__init__(id=id)
        self.set_reactive(TitleBar.side, side)

    def watch_scene(self, old: Scene, new: Scene) -> None:
        moved = old.reading.side is not new.reading.side or bool(old.story) != bool(new.story)
        if moved or old.reading.comparison is not new.reading.comparison:
            self._lines.clear()
            self.refresh()

    def watch_side(self) -> None:
        self._lines.clear()

    def _clear_caches(self) -> None:
        super()._clear_caches()
        self._lines.clear()

    def strip_at(self, y: int) -> Strip:
        if y not in self._lines:
            self._lines[y] = self._paint(y)
        return self._lines[y]

    def _paint(self, y: int) -> Strip:
        comparison = self.scene.reading.comparison
        article = comparison.article(self.side)
        active = self.scene.reading.side is self.side
        story = self.scene.story
        name = story.letter(self.side) if story else self.side.initial
        told = told_language(comparison, self.side)
        text = f"{name} {isolated(article.title)}" if y == 0 else f"  {about(article, told)}"
        part = "title" if y == 0 else "about"
        if active and y == 0:
            part = "active"
        style = self.component_style(f"title-bar--{part}", self.base)
        lead = self.signs.active if active and y == 0 else " "
        width = self.size.width
        return self.full_strip([Segment(lead + pad(fit(text, width - 1), width - 1), style)])


class ReportsLine(RowWidget):
    """A row at the top: the reports by letter, those on the panes in brackets, and what is missing."""

    COMPONENT_CLASSES = {"reports-line--shown", "reports-line--active", "reports-line--missing"}

    class ReportChosen(Message):
        """The reader clicked a report."""

        def __init__(self, report: int) -> None:
            super().__init__()
            self.report = report

    def watch_scene(self, old: Scene, new: Scene) -> None:
        if old.reading.side is not new.reading.side or _listed(old) != _listed(new):
            self.refresh()

    def _parts(self) -> list[tuple[str, int]]:
        from tui.ui.widgets.report_names import header

        return header(self.scene.story, self.size.width - 1) if self.scene.story else []

    def strip_at(self, y: int) -> Strip:
        scene = self.scene
        active = scene.story.report(scene.reading.side) if scene.story else -1
        segments = [Segment(" ", self.base)]
        for text, report in self._parts():
            part = "missing" if report < 0 else "active" if report == active else "shown"
            other = report >= 0 and scene.story and report not in scene.story.shown
            style = self.base if other else self.component_style(f"reports-line--{part}", self.base)
            segments.append(Segment(text, style))
        return self.full_strip(segments)

    def on_click(self, event: events.Click) -> None:
        at = 1
        for text, report in self._parts():
            at += cell_len(text)
            if event.x < at:
                if report >= 0:
                    self.post_message(self.ReportChosen(report))
                return


def _listed(scene: Scene) -> tuple[object, ...]:
    story = scene.story
    return (story.shown, story.story.names, story.story.missing) if story else ()


class NoticeLine(RowWidget):
    """A row or two above the titles: what the reader must know before trusting the links."""

    COMPONENT_CLASSES = {"notice-line--notice"}

    def watch_scene(self, old: Scene, new: Scene) -> None:
        if old.reading.comparison.notice != new.reading.comparison.notice:
            self.refresh()

    def strip_at(self, y: int) -> Strip:
        style = self.component_style("notice-line--notice", self.base)
        width, count = self.size.width - 2, self.size.height
        rows = lines(self.scene.reading.comparison.notice, width)
        rows = [*rows[: count - 1], " ".join(rows[count - 1 :])]  # what is left is cut at the edge
        return self.full_strip([Segment(f" {fit(rows[y], width) if y < len(rows) else ''}", style)])


def about(article: Article, language: str = "") -> str:
    """Source, language if it is to be told, date, notes on how it was read, words, and minutes to read."""
    minutes = max(1, round(article.words / WORDS_PER_MINUTE))
    source = Path(article.source).name
    facts = (
        isolated(source),
        language,
        article.published,
        *article.notes,
        f"{article.words:,} words",
        f"{minutes} min",
    )
    return " · ".join(fact for fact in facts if fact)
