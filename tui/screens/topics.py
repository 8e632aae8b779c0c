"""The topics both articles treat, to keep one of them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tui.model import Topic
from tui.reading import ALL_TOPICS, Reading
from tui.widgets.palette import TOPIC_COLOURS


class TopicsScreen(ModalScreen[int | None]):
    """Lists the topics; returns the index of the one chosen, ALL_TOPICS, or None to leave it."""

    HELP = "**enter** keeps a topic, **1** to **9** as well, **0** shows all, **escape** goes back."
    AUTO_FOCUS = "OptionList"
    BINDINGS = [
        Binding("escape,t,q", "dismiss", "Close", id="topics.close"),
        Binding("j", "step('down')", "Down", show=False, id="topics.down"),
        Binding("k", "step('up')", "Up", show=False, id="topics.up"),
        *(
            Binding(str(k), f"choose({k - 1})", f"Topic {k}", show=False, id=f"topics.keep_{k}")
            for k in range(1, TOPIC_COLOURS + 1)
        ),
        Binding("0", f"choose({ALL_TOPICS})", "All topics", show=False, id="topics.all"),
    ]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def compose(self) -> ComposeResult:
        topics = self._reading.comparison.topics
        count = f"{len(topics)} topics in both articles" if topics else "No topic in common"
        yield Label(Content(count))
        rows = [Option(Content("0  all topics"), id=str(ALL_TOPICS))]
        rows += [Option(self._row(k, topic), id=str(k)) for k, topic in enumerate(topics)]
        yield OptionList(*rows)

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = self._reading.topic + 1

    def _row(self, k: int, topic: Topic) -> Content:
        number = str(k + 1) if k < TOPIC_COLOURS else " "
        colour = self.app.theme_variables[f"topic-{k % TOPIC_COLOURS + 1}"]
        counts = f"  L {len(topic.left)} · R {len(topic.right)}"
        return Content.assemble(f"{number}  ", ("■ ", colour), topic.label, (counts, "$text-muted"))

    def action_step(self, direction: str) -> None:
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if direction == "down" else rows.action_cursor_up()

    def action_choose(self, topic: int) -> None:
        if topic < len(self._reading.comparison.topics):
            self.dismiss(topic)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(int(event.option.id or ALL_TOPICS))
