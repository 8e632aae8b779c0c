"""Keeping only the links of one relation, or with one trait."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model import Relation
from tui.reading.filters import Trait
from tui.reading.reading import Reading
from tui.ui.panels.pick import PickScreen


class FilterChoice(Struct, frozen=True):
    """What is to be kept; None: all."""

    relation: Relation | None = None
    trait: Trait | None = None


CHOICES = {
    "all links": FilterChoice(),
    "same statement": FilterChoice(relation=Relation.SAME),
    "related sub-topic": FilterChoice(relation=Relation.RELATED),
    "with a shared quotation": FilterChoice(trait=Trait.QUOTATION),
    "with a shared number or date": FilterChoice(trait=Trait.NUMBER),
    "with a shared name": FilterChoice(trait=Trait.NAME),
    "with words copied": FilterChoice(trait=Trait.COPIED),
    "told in another order": FilterChoice(trait=Trait.MOVED),
    "pinned by you": FilterChoice(trait=Trait.PINNED),
}


class FiltersScreen(PickScreen[FilterChoice]):
    """Lists what links can be kept by, with the links each would leave."""

    HELP = "**enter** keeps only such links, **escape** goes back."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f", "dismiss", "Close", show=False, id="filters.close")]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def title_line(self) -> str:
        return "Keep only links"

    def rows(self) -> list[tuple[Content, FilterChoice]]:
        return [(self._row(name, kept), kept) for name, kept in CHOICES.items()]

    def _row(self, name: str, kept: FilterChoice) -> Content:
        left = self._reading.with_relation(kept.relation).with_trait(kept.trait)
        return Content.assemble(f"{name:<30}", (f"{len(left.links):>4}", "$text-muted"))

    def picked(self) -> int:
        chosen = self._reading.visible.filter
        now = FilterChoice(chosen.relation, chosen.trait)
        return list(CHOICES.values()).index(now) if now in CHOICES.values() else 0
