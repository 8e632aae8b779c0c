"""Choose a topic that both articles have."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model import Side
from tui.model.direction import isolated, isolated_label
from tui.model.wording import plural
from tui.reading.filters import ALL_TOPICS
from tui.reading.reading import Reading
from tui.reading.topic_summary import TopicSummary, topic_summaries
from tui.ui.panels.pick import PickScreen
from tui.ui.widgets.row_widget import TOPIC_COLOURS, topic_colour


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
        if topic.side:
            counts = f"  only in {topic.side.value}, {len(topic.at(topic.side))}"
        else:
            counts = f"  L {len(topic.left)}, R {len(topic.right)}: {summary.agreement}"
        lines = [
            Content.assemble(
                f"{number}  ", ("■ ", colour), isolated_label(topic.label), (counts, "$text-muted")
            )
        ]
        for side, text in zip(Side, summary.strongest, strict=True):
            if text:
                lines.append(Content.styled(f"     {side.value[0].upper()}  {isolated(text)}", "$text-muted"))
        return Content("\n").join(lines)

    def current_row(self) -> int:
        """The current topic, else the first one: `enter` always shows a topic."""
        return max(0, self._reading.topic) + 1

    def action_choose(self, topic: int) -> None:
        if topic < len(self._topics):
            self.dismiss(topic)
