"""Keeping only the links of one relation, or with one trait."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.model import Relation
from tui.reading import Reading
from tui.screens.pick import PickScreen
from tui.shown import Trait


class Kept(Struct, frozen=True):
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


class FiltersScreen(PickScreen[Kept]):
    """Lists what links can be kept by, with the links each would leave."""

    HELP = "**enter** keeps only such links, **escape** goes back."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f", "dismiss", "Close", show=False, id="filters.close")]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def title_line(self) -> str:
        return "Keep only links"

    def rows(self) -> list[tuple[Content, Kept]]:
        return [(self._row(name, kept), kept) for name, kept in CHOICES.items()]

    def _row(self, name: str, kept: Kept) -> Content:
        left = self._reading.with_relation(kept.relation).with_trait(kept.trait)
        return Content.assemble(f"{name:<30}", (f"{len(left.links):>4}", "$text-muted"))

    def picked(self) -> int:
        chosen = self._reading.shown.filter
        now = Kept(chosen.relation, chosen.trait)
        return list(CHOICES.values()).index(now) if now in CHOICES.values() else 0
