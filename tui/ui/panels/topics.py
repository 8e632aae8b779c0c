"""Choose a topic that both articles have."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.layout.wrap import cell_len, fit
from tui.model import Side
from tui.model.direction import isolated, isolated_label
from tui.model.wording import plural
from tui.reading.filters import ALL_TOPICS
from tui.reading.reading import Reading
from tui.reading.topic_summary import TopicSummary, topic_summaries
from tui.ui.panels.pick import PickScreen
from tui.ui.widgets.option_rows import OptionRows
from tui.ui.widgets.row_widget import TOPIC_COLOURS, topic_colour

WIDTH, FRAME = 76, 6
"""Cells of the list at most, as `panels.tcss` has it; those of its frame, padding and scroll bar."""
FEWEST_NAME = 20
"""Cells of a name for which its figures are told in fewer words."""


class TopicsScreen(PickScreen[int]):
    """Lists the topics in the order of the tour, those that only one article has last.

    Returns the index of one, or ALL_TOPICS.
    """

    HELP = (
        "**enter** or **1** to **9** dim all but that topic and go to its first pair, **0** shows all topics."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "dismiss", "Close", show=False, id="topics.close"),
        *(
            Binding(str(k), f"choose({k - 1})", f"Topic {k}", show=False, id=f"topics.keep_{k}")
            for k in range(1, TOPIC_COLOURS + 1)
        ),
        Binding("0", f"choose({ALL_TOPICS})", "All topics", show=False, id="topics.all"),
    ]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading
        self._topics = reading.comparison.topics

    def title_line(self) -> str:
        return f"{plural(self._reading.comparison.topics_in_both, 'topic')} in both articles"

    def rows(self) -> list[tuple[Content, int]]:
        rows = [(Content("0  all topics"), ALL_TOPICS)]
        for summary in topic_summaries(self._reading.comparison, self._reading.threshold):
            rows.append((self._row(summary), summary.topic))
        return rows

    def _row(self, summary: TopicSummary) -> Content:
        """A topic's name and figures, and below it one line of the strongest passage of each side."""
        topic = self._topics[summary.topic]
        number = str(summary.topic + 1) if summary.topic < TOPIC_COLOURS else " "
        colour = topic_colour(self.app.theme_variables, summary.topic)
        room = min(WIDTH, self.app.size.width) - FRAME - cell_len("1  ■   ")
        name, counts = _name_and_counts(isolated_label(topic.label), self._counts(summary), room)
        lines = [Content.assemble(f"{number}  ", ("■ ", colour), f"{name}  ", (counts, "$text-muted"))]
        for side, text in zip(Side, summary.strongest, strict=True):
            if text:
                lines.append(Content.styled(f"     {side.value[0].upper()}  {isolated(text)}", "$text-muted"))
        return Content("\n").join(lines)

    def _counts(self, summary: TopicSummary) -> list[str]:
        """The figures of a topic, and shorter forms of them."""
        topic = self._topics[summary.topic]
        if topic.side:
            return [f"only in {topic.side.value}, {len(topic.at(topic.side))}"]
        sides = f"L {len(topic.left)}, R {len(topic.right)}"
        linked = summary.agreement.partition(f", {sum(summary.alone)} on one side")[0]
        return [f"{sides}: {summary.agreement}", f"{sides}: {linked}", f"{sides}: {summary.same} same", sides]

    def on_resize(self) -> None:
        """Cut the names anew, at the same row."""
        options = self.query_one(OptionRows)
        place = options.highlighted
        self.refill()
        if self._choices and place is not None:
            options.highlighted = min(place, len(self._choices) - 1)

    def searched(self, row: Content, choice: int) -> str:
        """The text of a row, with the whole of a name that may be cut there."""
        return f"{row.plain} {self._topics[choice].label}" if choice >= 0 else row.plain

    def current_row(self) -> int:
        """The current topic, else the first one: `enter` always shows a topic."""
        return max(0, self._reading.topic) + 1

    def action_choose(self, topic: int) -> None:
        if topic < len(self._topics):
            self.dismiss(topic)


def _name_and_counts(name: str, counts: Sequence[str], room: int) -> tuple[str, str]:
    """A name and its figures for so many cells.

    The figures have their longest form beside the whole name, else beside FEWEST_NAME cells of it.
    """
    for least in (cell_len(name), min(FEWEST_NAME, cell_len(name))):
        shown = next((form for form in counts if room - cell_len(form) >= least), counts[-1])
        if room - cell_len(shown) >= least:
            break
    return fit(name, max(1, room - cell_len(shown))), shown
