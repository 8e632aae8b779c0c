"""Choose a filter: show only links of one relation, or with one trait."""

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
    """A filter for links; None for all."""

    relation: Relation | None = None
    trait: Trait | None = None


CHOICES = {
    "all links": FilterChoice(),
    "same statement": FilterChoice(relation=Relation.SAME),
    "related": FilterChoice(relation=Relation.RELATED),
    "with a shared quotation": FilterChoice(trait=Trait.QUOTATION),
    "with a shared number or date": FilterChoice(trait=Trait.NUMBER),
    "with a shared name": FilterChoice(trait=Trait.NAME),
    "with copied words": FilterChoice(trait=Trait.COPIED),
    "in another order": FilterChoice(trait=Trait.MOVED),
    "pinned by you": FilterChoice(trait=Trait.PINNED),
}


class FiltersScreen(PickScreen[FilterChoice]):
    """Lists the filters, each with the number of links that pass it."""

    HELP = "**enter** shows only these links, **escape** goes back."
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f", "dismiss", "Close", show=False, id="filters.close")]

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def title_line(self) -> str:
        return "Show only links"

    def rows(self) -> list[tuple[Content, FilterChoice]]:
        return [(self._row(name, choice), choice) for name, choice in CHOICES.items()]

    def _row(self, name: str, choice: FilterChoice) -> Content:
        filtered = self._reading.with_relation(choice.relation).with_trait(choice.trait)
        return Content.assemble(f"{name:<30}", (f"{len(filtered.links):>4}", "$text-muted"))

    def current_row(self) -> int:
        choices = list(CHOICES.values())
        current = FilterChoice(self._reading.visible.filter.relation, self._reading.visible.filter.trait)
        return choices.index(current) if current in choices else 0
