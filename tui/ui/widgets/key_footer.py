"""The footer: the most useful keys and their actions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.strip import Strip

from tui.layout.wrap import cell_len
from tui.ui.keys import OF_SEVERAL, Key, key_sign
from tui.ui.scene import Scene
from tui.ui.widgets.row_widget import RowWidget

HELP = "question_mark"
"""The key that stays in the narrowest footer; it lists all the others."""
CLOSE = "close"
"""The word of the key that closes a panel, which stays longer than all but the help."""

_ENDING = frozenset((CLOSE, "quit"))
"""Words of keys that a click presses once, however fast the next one comes: it would reach what is behind."""


def bindings(keys: Iterable[Key]) -> list[BindingType]:
    """One binding per key, with its id; keys that share a word in the footer are shown together."""
    keys = tuple(keys)
    words = [key.footer for key in keys]
    groups = {word: Binding.Group(word, compact=True) for word in words if words.count(word) > 1 and word}
    return [
        Binding(
            key.keys,
            key.binding,
            key.footer or key.label,
            show=bool(key.footer),
            key_display=key_sign(key.keys.split(",")[0]),
            tooltip=key.label,
            id=key.id,
            group=groups.get(key.footer),
        )
        for key in keys
    ]


class Entry(Struct, frozen=True):
    """The keys of an action, or of an action and its opposite: `n N link`."""

    keys: tuple[tuple[str, str], ...]
    """Name and display form of each: `(("question_mark", "?"),)`."""
    word: str

    @property
    def width(self) -> int:
        """Its width in cells, with a space on either side."""
        return sum(cell_len(sign) + 1 for _, sign in self.keys) + cell_len(self.word) + 2


class KeyFooter(RowWidget):
    """The screen's bindings that have `show`, as many as fit; a click presses the key.

    It is one widget that paints one row. Textual's Footer makes a widget for every key, each with its
    own styles, and cuts off the last one.
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
        """Entries of the active bindings: of the widget in use, then of the screen, in its order."""
        if self._entries is None:
            entries: dict[object, Entry] = {}
            done = set()
            classes = [base.__dict__.get("BINDINGS", ()) for base in type(self.screen).__mro__]
            own = (binding.id for bindings in classes for binding in bindings if isinstance(binding, Binding))
            order = {name: place for place, name in reversed(list(enumerate(own)))}
            active = [active.binding for active in self.screen.active_bindings.values()]
            for binding in sorted(active, key=lambda binding: order.get(binding.id, -1)):
                if not binding.show or binding.action in done or self._is_hidden(binding):
                    continue
                done.add(binding.action)
                group = binding.group or binding.action
                word = binding.group.description if binding.group else binding.description
                before = entries[group].keys if group in entries else ()
                key = (binding.key, self.app.get_key_display(binding))
                entries[group] = Entry((*before, key), word)
            self._entries = tuple(entries.values())
        return self._entries

    def _is_hidden(self, binding: Binding) -> bool:
        """Whether a key is for several reports, and there are only two."""
        scene: Scene | None = getattr(self.screen, "scene", None)
        return binding.id in OF_SEVERAL and not (scene and scene.several)

    def strip_at(self, y: int) -> Strip:
        base = self.base
        key = self.component_style("key-footer--key", base)
        segments = []
        for entry in fitting(self._shown(), self.size.width):
            signs = "".join(f" {sign}" for _, sign in entry.keys)
            segments += [Segment(signs, key), Segment(f" {entry.word} ", base)]
        return self.full_strip(segments)

    def on_click(self, event: events.Click) -> None:
        at = 0
        for entry in fitting(self._shown(), self.size.width):
            for place, (key, sign) in enumerate(entry.keys):
                last = place == len(entry.keys) - 1
                at += cell_len(sign) + 1 + (cell_len(entry.word) + 2 if last else 0)
                if event.x < at:
                    if event.chain == 1 or entry.word not in _ENDING:
                        self.app.simulate_key(key)
                    return


def fitting(entries: Sequence[Entry], width: int) -> tuple[Entry, ...]:
    """The entries that fit, in order: the last ones go first, but help and what closes a panel stay.

    The help key, which lists all keys, is the last to go; in the end it stands without its word.
    """
    fitted = list(entries)

    def rank(place: int) -> tuple[bool, bool, int]:
        entry = fitted[place]
        return all(key != HELP for key, _ in entry.keys), entry.word != CLOSE, place

    while fitted and sum(entry.width for entry in fitted) > width:
        last = max(range(len(fitted)), key=rank)
        if len(fitted) == 1 and fitted[0].word:
            fitted[0] = replace(fitted[0], word="")
        else:
            del fitted[last]
    return tuple(fitted)
