"""One link in full: both passages and all of its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.engine.questions import Answer, ExplainPair, PairExplained
from tui.layout.wrap import fit, hanging
from tui.model import Link, PassagePair, Side
from tui.model.difference import Sharing
from tui.model.direction import is_right_to_left, isolated
from tui.model.symbols import ASCII, UNICODE, to_ascii
from tui.model.wording import first_words, score_text
from tui.reading.detail import Detail
from tui.report.differences import difference_sign, difference_text
from tui.report.evidence import evidence_in_full, quotations_in_full
from tui.ui.features.inquiries import Ask
from tui.ui.panels.page import Panel, scroll
from tui.ui.scene import Scene
from tui.ui.widgets.drawn_lines import paragraph
from tui.ui.widgets.key_footer import KeyFooter
from tui.ui.widgets.map_passages import link_line
from tui.ui.widgets.row_widget import topic_colour

BESIDE_FROM = 70
"""Terminal columns from which the passages are side by side."""
WIDEST = 156
"""Most cells of a line: two columns of prose that are still easy to read."""
_LABEL = 14
"""Cells of the labels of the evidence."""
_EDGES = 4
"""Cells for padding and the scroll bar."""
WORD_STYLES = {
    Sharing.BOTH: "underline",
    Sharing.DIFFERS: "$text-warning bold",
    Sharing.ONLY: "$text-success",
}
"""The same as in the panes."""
QUIET = "$foreground-muted"
Marking = tuple[int, int, str]
"""Start, end and style of a span of a passage's text."""
OTHER_LINKS = Binding.Group("other links", compact=True)


class DetailScreen(Panel[None]):
    """The current link; for a passage without one, its closest match."""

    CSS_PATH = "detail.tcss"
    HELP = """
What both passages say is underlined, what differs in the same place is **bold**, what only one says has a
colour of its own. **closest other** is the best match of a passage apart from this link. **n** and **N** step
through the other links of the two passages.
"""
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-stacked"), (BESIDE_FROM, "-beside")]
    BINDINGS = [
        Binding("n", "next(1)", "next", id="detail.next", group=OTHER_LINKS),
        Binding("N", "next(-1)", "previous", id="detail.previous", group=OTHER_LINKS),
        Binding("q,escape,enter", "dismiss", "close", id="detail.close"),
        Binding("j,down", "scroll('down')", "Line down", show=False, id="detail.down"),
        Binding("k,up", "scroll('up')", "Line up", show=False, id="detail.up"),
        Binding("space,pagedown", "scroll('page_down')", "Page down", show=False, id="detail.page_down"),
        Binding("b,pageup", "scroll('page_up')", "Page up", show=False, id="detail.page_up"),
        Binding("g,home", "scroll('home')", "Start", show=False, id="detail.beginning"),
        Binding("G,end", "scroll('end')", "End", show=False, id="detail.end"),
    ]

    def __init__(self, scene: Scene, ask: Ask, ascii: bool = False) -> None:
        """`ask`: have a worker compare two passages; what it finds is shown when it comes."""
        super().__init__()
        self._scene, self._ask = scene, ask
        self._explained: dict[PassagePair, PairExplained] = {}
        self._ascii = ascii
        self._signs = ASCII if ascii else UNICODE
        self._detail = Detail.of(scene.reading)

    def compose(self) -> ComposeResult:
        yield Static(id="detail-title")
        with VerticalScroll(id="detail", can_focus=False), Vertical(id="detail-page"):
            with Horizontal(id="detail-texts"):
                yield Static(id="detail-left")
                yield Static(id="detail-right")
            yield Static(id="detail-why")
            yield Static(id="detail-others")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._fill()
        self._ask_about_link()

    def on_resize(self, event: events.Resize) -> None:
        self._fill()

    # -- contents

    def _ask_about_link(self) -> None:
        """Have the passages compared, unless they have been."""
        link = self._detail.link
        if link and link.pair not in self._explained:
            threshold, corrections = self._scene.reading.threshold, self._scene.corrections
            self._ask(ExplainPair(link.pair, threshold, corrections), self._take)

    def _take(self, answer: Answer) -> None:
        assert isinstance(answer, PairExplained)
        self._explained[answer.pair] = answer
        if self.is_shown:
            self._fill()

    def _fill(self) -> None:
        """Update the contents: after a step, and for a new width."""
        width = min(self.app.size.width, WIDEST) - _EDGES
        texts = {f"#detail-{side.value}": self._text(side) for side in Side}
        for name, content in {
            "#detail-title": self._title(),
            **texts,
            "#detail-why": self._why(width),
            "#detail-others": self._others(width),
        }.items():
            self.query_one(name, Static).update(content)

    def _title(self) -> Content:
        detail = self._detail
        link = detail.link
        if detail.linked:
            return self._own(link_line(detail.reading, link, self._signs), link)
        passage = detail.passage(detail.side)
        if passage is None:
            return Content("no text")
        if not passage.linkable:
            return self._own(f"{passage.kind.value}: not compared")
        if link is None and not detail.reading.comparison.aligned:
            return self._own("no similar passage so far")
        if link is None:
            return self._own(f"only in the {detail.side.value} article: no similar passage in the other one")
        return self._own(f"closest match · {link_line(detail.reading, link, self._signs)}")

    def _text(self, side: Side) -> Content:
        """Side, source and date of a passage, then its text with the shared words marked."""
        article = self._detail.reading.comparison.article(side)
        passage = self._detail.passage(side)
        if passage is None:
            return Content.styled("no similar passage", QUIET)
        source = isolated(Path(article.source).name or article.title)
        facts = (side.value.capitalize(), source, article.published)
        head = self._own(" · ".join(fact for fact in facts if fact)).stylize(QUIET)
        text = paragraph(marked(passage.text, self._markings(side)))
        shown = self.query_one(f"#detail-{side.value}", Static)
        shown.styles.text_align = "right" if is_right_to_left(passage.text) else "left"
        return Content("\n").join((head, text))

    def _markings(self, side: Side) -> list[Marking]:
        """The marked spans of a passage; add further kinds of marking here."""
        link = self._detail.link
        if link is None:
            return []
        explained = self._explained.get(link.pair)
        words = explained.words if explained else self._scene.words.get(link.pair)
        marks = words.at(side) if words else ()
        return [(word.span.start, word.span.end, WORD_STYLES[word.sharing]) for word in marks]

    def _why(self, width: int) -> Content:
        link = self._detail.link
        if link is None:
            return Content()
        head = "Why these passages are linked" if self._detail.linked else "What these passages share"
        differing = self._scene.ledger.of(link.left, link.right) if self._detail.linked else ()
        facts = [
            (f"{difference_sign(entry)} {entry.kind.value}", difference_text(entry)) for entry in differing
        ]
        explained, comparison = self._explained.get(link.pair), self._detail.reading.comparison
        facts += quotations_in_full(explained.quotations if explained else (), comparison)
        facts += evidence_in_full(link, comparison)
        lines = [line for label, text in facts for line in hanging(label, text, width, _LABEL)]
        return self._block(head, [self._own(line).stylize(QUIET, 0, _LABEL) for line in lines])

    def _others(self, width: int) -> Content:
        """The links of these passages, or the closest matches, each with its score and first words."""
        detail = self._detail
        if not detail.links:
            return Content()
        head = f"Closest matches in the {detail.side.other.value} article, none of them shown"
        if detail.linked:
            count = len(detail.links)
            head = f"{count} links of these passages" if count > 1 else "The only link of these passages"
        return self._block(head, [self._row(link, width) for link in detail.links])

    def _row(self, link: Link, width: int) -> Content:
        detail = self._detail
        current = link is detail.link
        side = detail.varying_side(link)
        passage = detail.reading.comparison.article(side).passages[link.at(side)]
        cursor = "▸" if current else " "
        head = f"{cursor} {side.value:<6}{score_text(link.score):<10}{self._signs.of(link)} "
        words = fit(first_words(passage.text, width), width - len(head), "..." if self._ascii else "…")
        row = self._own(head, link).append(Content(words))
        return row.stylize("bold") if current else row

    def _block(self, head: str, rows: Sequence[Content]) -> Content:
        title = Content.styled(to_ascii(head, self._ascii), "bold $text-primary")
        return Content("\n").join((title, *rows))

    def _own(self, text: str, link: Link | None = None) -> Content:
        """Text of the program, not of an article: in the colour of the link's topic, in ASCII if need be."""
        content = Content(to_ascii(text, self._ascii))
        if link is None or link.topic < 0:
            return content
        return content.stylize(topic_colour(self.app.theme_variables, link.topic))

    # -- actions

    def action_next(self, step: int) -> None:
        moved = self._detail.next_link(step)
        if moved is self._detail:
            self.app.bell()
            return
        self._detail = moved
        self._fill()
        self._ask_about_link()
        self.action_scroll("home")

    def action_scroll(self, way: str) -> None:
        scroll(self.query_one("#detail", VerticalScroll), way)


def marked(text: str, markings: Iterable[Marking]) -> Content:
    """Text from an article with styled spans; nothing in it is read as markup."""
    content = Content(text)
    for start, end, style in markings:
        content = content.stylize(style, start, end)
    return content
