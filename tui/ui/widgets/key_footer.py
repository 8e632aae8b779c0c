"""The last line: the keys a reader is likely to want, and what they do."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.strip import Strip

from tui.layout.wrap import cell_len
from tui.ui.widgets.row_widget import RowWidget

HELP = "question_mark"
"""The key whose entry stays on the narrowest line: it leads to all the others."""


class Entry(Struct, frozen=True):
    """Keys that do one thing, or one thing and its opposite: `n N link`."""

    keys: tuple[tuple[str, str], ...]
    """For each its name and its sign: `(("n", "n"), ("N", "N"))`."""
    word: str

    @property
    def width(self) -> int:
        """Cells it takes, with the blank before and the one behind."""
        return sum(cell_len(sign) + 1 for _, sign in self.keys) + cell_len(self.word) + 2


class KeyFooter(RowWidget):
    """The bindings of the screen that are to be shown, as many as fit; a click is the key.

    One widget that paints one row. Textual's Footer is one widget more for every key, each with styles
    to be worked out, and cuts the last key in two.
    """

    COMPONENT_CLASSES = {"key-footer--key"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._entries: tuple[Entry, ...] | None = None

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _changed(self, screen: Screen[object]) -> None:
        entries, self._entries = self._entries, None
        if entries != self._shown():
            self.refresh()

    def _shown(self) -> tuple[Entry, ...]:
        """What the bindings say, those of the screen in its order."""
        if self._entries is None:
            entries: dict[object, Entry] = {}
            done = set()
            own = (one.id for one in self.screen.BINDINGS if isinstance(one, Binding))
            order = {name: place for place, name in enumerate(own)}
            active = [active.binding for active in self.screen.active_bindings.values()]
            for binding in sorted(active, key=lambda one: order.get(one.id, len(order))):
                if not binding.show or binding.action in done:
                    continue
                done.add(binding.action)
                group = binding.group or binding.action
                word = binding.group.description if binding.group else binding.description
                before = entries[group].keys if group in entries else ()
                key = (binding.key, self.app.get_key_display(binding))
                entries[group] = Entry((*before, key), word)
            self._entries = tuple(entries.values())
        return self._entries

    def strip_at(self, y: int) -> Strip:
        base = self.base
        key = self.look("key-footer--key", base)
        segments = []
        for entry in fitting(self._shown(), self.size.width):
            signs = "".join(f" {sign}" for _, sign in entry.keys)
            segments += [Segment(signs, key), Segment(f" {entry.word} ", base)]
        return self.finished(segments)

    def on_click(self, event: events.Click) -> None:
        at = 0
        for entry in fitting(self._shown(), self.size.width):
            for place, (key, sign) in enumerate(entry.keys):
                last = place == len(entry.keys) - 1
                at += cell_len(sign) + 1 + (cell_len(entry.word) + 2 if last else 0)
                if event.x < at:
                    self.app.simulate_key(key)
                    return


def fitting(entries: Sequence[Entry], width: int) -> tuple[Entry, ...]:
    """The entries that fit, in order; where room is short the help stays, which lists them all."""
    kept = list(entries)
    while kept and sum(entry.width for entry in kept) > width:
        others = [k for k, entry in enumerate(kept) if all(key != HELP for key, _ in entry.keys)]
        del kept[others[-1] if others else 0]
    return tuple(kept)
