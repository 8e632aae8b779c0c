"""Overview of a comparison in sentences: articles, links, differences, topics, and what made the links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.layout.wrap import prose
from tui.model import Relation, Side
from tui.model.direction import isolated
from tui.model.languages import told_language
from tui.model.symbols import to_ascii
from tui.model.wording import is_or_are, plural, share_text
from tui.reading.reading_progress import reading_progress
from tui.report.labels import scores_from, source_name
from tui.session import MarkKind
from tui.ui.panels.page import PageScreen, Section
from tui.ui.scene import NOT_ALIGNED, NOT_COMPARED, Scene
from tui.ui.widgets.status_line import filters

WIDEST = 96
"""Most cells of a row of prose."""


class OverviewScreen(PageScreen):
    """What the reading screen leaves out: counts and shares, each as a sentence."""

    HELP = "Counts of links, differences and topics, how much you have read, and how the links were made."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i", "close", "close", show=False, id="overview.close"),
    ]

    def __init__(self, scene: Scene, speed: float, ascii: bool = False) -> None:
        """`speed`: words a minute."""
        super().__init__()
        self._scene, self._speed, self._ascii = scene, speed, ascii

    def title_line(self) -> str:
        return to_ascii("Overview · q closes", self._ascii)

    def sections(self) -> Sequence[Section]:
        width = min(WIDEST, self.app.size.width - 6)
        parts = {
            "The articles": self._articles(),
            "Pairs and links": self._links(),
            "What differs": self._differences(),
            "Topics": self._topics(),
            "Yours": self._own_work(),
            "How the links were made": self._method(),
        }
        return [
            Section(title, tuple(self._row(line) for text in texts for line in prose(text, width)))
            for title, texts in ((title, [text for text in texts if text]) for title, texts in parts.items())
            if texts
        ]

    def _row(self, line: str) -> Content:
        return Content(to_ascii(line, self._ascii))

    def _articles(self) -> Iterable[str]:
        for side in Side:
            article = self._scene.reading.comparison.article(side)
            language = told_language(self._scene.reading.comparison, side)
            facts = [isolated(source_name(article)), language, article.published, f"{article.words:,} words"]
            about = ", ".join(fact for fact in facts if fact)
            yield f"{side.value.capitalize()}: {isolated(article.title)} ({about})."
            read = reading_progress(article, self._scene.session.seen[side])
            minutes = read.minutes_left(self._speed)
            yield (
                f"You have seen {share_text(read.share)} of it; the rest takes {minutes:.1f} minutes at "
                f"{self._speed:.0f} words a minute."
            )
        yield self._scene.reading.comparison.notice

    def _links(self) -> Iterable[str]:
        keys = self._scene.keys
        reading, shown = self._scene.reading.unfiltered(), filters(self._scene.reading, keys=keys)
        links, stops = reading.links, reading.visible.stops
        if shown:
            yield f"All links are counted, not only those shown now ({shown})."
        if not reading.comparison.aligned:
            yield "The articles are still being aligned: all counts are so far."
        yield (
            f"{plural(len(stops), 'passage')} of the left article {'has' if len(stops) == 1 else 'have'} a "
            f"counterpart: these are the pairs that {keys.of('link.next')} goes through"
            f"{' without a filter' if shown else ''}."
        )
        yield (
            f"There {is_or_are(len(links))} {plural(len(links), 'link')} in all, with a score of "
            f"{reading.threshold:.0f} or more."
        )
        exact = sum(link.evidence.same_words and not link.weak for link in links)
        weak = sum(link.weak for link in links)
        same = sum(link.relation is Relation.SAME and not link.weak for link in links) - exact
        related = len(links) - exact - weak - max(0, same)
        yield (
            f"Of these {exact:,} {is_or_are(exact)} the same words, {max(0, same):,} the same statement "
            f"in other words, {related:,} only related, and {weak:,} weak."
        )
        moved = sum(reading.visible.is_moved(link) for link in links)
        yield (
            f"{plural(moved, 'link')} {is_or_are(moved)} told in another order than the rest."
            if moved
            else ""
        )
        if reading.comparison.aligned:
            only = {side: len(reading.visible.unmatched[side]) for side in Side}
            yield (
                f"{plural(only[Side.LEFT], 'passage')} {is_or_are(only[Side.LEFT])} only in the left "
                f"article, {only[Side.RIGHT]:,} only in the right one; {keys.of('only.next')} goes through "
                f"them, {keys.of('only.filter')} shows only them."
            )

    def _differences(self) -> Iterable[str]:
        if self._scene.ledger_missing:
            state = NOT_COMPARED if self._scene.aligned else f"the differences are {NOT_ALIGNED}"
            yield f"{state[0].upper()}{state[1:]}."
            return
        kinds = Counter(entry.kind.value for entry in self._scene.ledger.open_entries)
        step, listed = (self._scene.keys.of(f"difference.{action}") for action in ("next", "list"))
        if not kinds:
            yield (
                f"{listed} lists no difference in an open section. Most of what a careful reader notes is "
                "not found, so this does not say that the reports agree."
            )
            return
        counts = ", ".join(f"{count} in {kind}" for kind, count in kinds.most_common())
        times = plural(sum(kinds.values()), "time")
        yield f"Linked passages differ {times}: {counts}. {step} goes through them, {listed} lists them."

    def _topics(self) -> Iterable[str]:
        comparison = self._scene.reading.comparison
        sides, both = Counter(topic.side for topic in comparison.topics), comparison.topics_in_both
        if comparison.topics:
            yield (
                f"{plural(both, 'topic')} {is_or_are(both)} in both articles, {sides[Side.LEFT]} "
                f"only in the left one, {sides[Side.RIGHT]} only in the right one; "
                f"{self._scene.keys.of('topic.list')} lists them."
            )

    def _own_work(self) -> Iterable[str]:
        corrections, kinds = (
            self._scene.corrections,
            Counter(k.mark.kind for k in self._scene.session.listed_marks),
        )
        if corrections.pinned or corrections.rejected:
            pinned = plural(len(corrections.pinned), "link")
            yield f"You pinned {pinned} and removed {len(corrections.rejected)}."
        if kinds:
            key = self._scene.keys.of("marks")
            marks, notes = kinds[MarkKind.MARK], kinds[MarkKind.NOTE]
            yield f"You have made {plural(marks, 'mark')} and {plural(notes, 'note')}; {key} lists them."

    def _method(self) -> Iterable[str]:
        comparison = self._scene.reading.comparison
        yield f"The scores are from {scores_from(comparison)}."
        reading = self._scene.pending and not comparison.model
        yield "The language model is still reading both articles." if reading else ""
        yield "A score is the chance in per cent that the two passages belong together."
