"""The keys of `tui.ui.keys` as Textual's bindings."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from tui.ui.keys import Key


def bindings(keys: Iterable[Key]) -> list[BindingType]:
    """One binding per key, with its id; keys that share a word in the footer stand together there."""
    keys = tuple(keys)
    words = [key.footer for key in keys]
    groups = {word: Binding.Group(word, compact=True) for word in words if words.count(word) > 1 and word}
    return [
        Binding(
            key.keys,
            key.action,
            key.footer or key.label,
            show=bool(key.footer),
            key_display=key.sign or None,
            tooltip=key.label,
            id=key.id,
            group=groups.get(key.footer),
        )
        for key in keys
    ]
