"""Keeping only the links of one relation, or with one trait."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tui.model import Relation
from tui.reading import Reading
from tui.shown import Trait


@dataclass(frozen=True)
class Kept:
    """What is to be kept; None: all."""

    relation: Relation | None = None
    trait: Trait | None = None


CHOICES = {
    "all links": Kept(),
    "same statement": Kept(relation=Relation.SAME),
    "related sub-topic": Kept(relation=Relation.RELATED),
    "with a shared quotation": Kept(trait=Trait.QUOTATION),
    "with a shared number or date": Kept(trait=Trait.NUMBER),
    "with a shared name": Kept(trait=Trait.NAME),
    "with words copied": Kept(trait=Trait.COPIED),
    "told in another order": Kept(trait=Trait.MOVED),
    "pinned by you": Kept(trait=Trait.PINNED),
}


class FiltersScreen(ModalScreen[Kept | None]):
    """Lists what links can be kept by, with the links each would leave; returns the choice."""

    HELP = "**enter** keeps only such links, **escape** goes back."
    AUTO_FOCUS = "OptionList"
    BINDINGS = [
        Binding("escape,f,q", "dismiss", "Close", id="filters.close"),
        Binding("j", "step('down')", "Down", show=False, id="filters.down"),
        Binding("k", "step('up')", "Up", show=False, id="filters.up"),
    ]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def compose(self) -> ComposeResult:
        yield Label(Content("Keep only links"))
        yield OptionList(*(Option(self._row(name, kept)) for name, kept in CHOICES.items()))

    def _row(self, name: str, kept: Kept) -> Content:
        left = self._reading.with_relation(kept.relation).with_trait(kept.trait)
        return Content.assemble(f"{name:<30}", (f"{len(left.links):>4}", "$text-muted"))

    def on_mount(self) -> None:
        chosen = self._reading.shown.filter
        now = Kept(chosen.relation, chosen.trait)
        choices = list(CHOICES.values())
        self.query_one(OptionList).highlighted = choices.index(now) if now in choices else 0

    def action_step(self, direction: str) -> None:
        rows = self.query_one(OptionList)
        rows.action_cursor_down() if direction == "down" else rows.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(list(CHOICES.values())[event.option_index])
