"""Choose a topic that both articles have."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model.wording import plural
from tui.reading.filters import ALL_TOPICS
from tui.reading.reading import Reading
from tui.ui.panels.pick import PickScreen
from tui.ui.widgets.row_widget import TOPIC_COLOURS, topic_colour


class TopicsScreen(PickScreen[int]):
    """Lists the topics, those of one article last; returns the index of one, or ALL_TOPICS."""

    HELP = "**enter** or **1** to **9** show only that topic, **0** shows all, **escape** goes back."
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
        count = sum(topic.side is None for topic in self._topics)
        return f"{plural(count, 'topic')} in both articles"

    def rows(self) -> list[tuple[Content, int]]:
        rows = [(Content("0  all topics"), ALL_TOPICS)]
        for k, topic in enumerate(self._topics):
            number = str(k + 1) if k < TOPIC_COLOURS else " "
            colour = topic_colour(self.app.theme_variables, k)
            counts = (
                f"  only in {topic.side.value}, {len(topic.at(topic.side))}"
                if topic.side
                else (f"  L {len(topic.left)}, R {len(topic.right)}")
            )
            row = Content.assemble(f"{number}  ", ("■ ", colour), topic.label, (counts, "$text-muted"))
            rows.append((row, k))
        return rows

    def current_row(self) -> int:
        return self._reading.topic + 1

    def action_choose(self, topic: int) -> None:
        if topic < len(self._topics):
            self.dismiss(topic)
