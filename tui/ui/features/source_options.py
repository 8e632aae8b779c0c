"""How sources are read, by name: an article goes from pane to pane, and keeps its language and extraction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from tui.engine.protocol import NamedSource, Source
from tui.model import Article, Comparison, Side
from tui.session import StateError, Store
from tui.settings.read_options import ReadOptions


class Change(Struct, frozen=True):
    """How a source is read from now on. It applies once its article is there, and can be undone."""

    target: SourceOptions
    name: str
    options: ReadOptions
    language: str | None = None
    """What to save for the next run: a code, empty to have it detected; None to leave what is saved."""

    def apply(self, article: Article) -> tuple[Change, str]:
        """Apply the change; returns the one that undoes it, and why the language cannot be saved, if so."""
        return self.target.apply(self, article)


Changes = Mapping[Side, Change]
NO_CHANGES: Changes = MappingProxyType({})


def apply_changes(changes: Changes, comparison: Comparison, message: str) -> tuple[Changes, str]:
    """Apply changes; returns those that undo them, and the message with what could not be saved."""
    undoing = {}
    for side, change in changes.items():
        undoing[side], problem = change.apply(comparison.article(side))
        message += f" ({problem})" if problem else ""
    return undoing, message


class SourceOptions:
    """The options with which each named source was read last."""

    def __init__(self, plain: ReadOptions, languages: Mapping[str, str], store: Store) -> None:
        """`plain`: of all others. `languages`: of sources by name, as the reader says; `store` saves them."""
        self.plain = plain
        self._store = store
        self._by_name = {name: replace(plain, language=code) for name, code in languages.items()}

    def of(self, name: str) -> ReadOptions:
        """The options of a source; the name of pasted text is empty."""
        return self._by_name.get(name, self.plain)

    def as_chosen(self, *names: str) -> list[NamedSource]:
        """Sources to be opened anew: with the language that the reader has chosen for each, if any."""
        saved = self._store.languages(names)
        languages = [saved.get(name, "") for name in names]
        return [
            NamedSource(name, replace(self.plain, language=language))
            for name, language in zip(names, languages, strict=True)
        ]

    def changes(
        self, sources: Mapping[Side, Source], languages: Mapping[Side, str] | None = None
    ) -> dict[Side, Change]:
        """The changes to make once these sources are read; those without a name are not read again.

        `languages`: those to be kept for the next run.
        """
        chosen = languages or {}
        named = [(side, source) for side, source in sources.items() if isinstance(source, NamedSource)]
        return {side: Change(self, source.name, source.options, chosen.get(side)) for side, source in named}

    def named(self, names: Iterable[str], changes: Changes) -> dict[Side, Source]:
        """The sources of both sides, read as after these changes, without the changes being made."""
        return {
            side: NamedSource(name, changes[side].options if side in changes else self.of(name))
            for side, name in zip(Side, names, strict=True)
        }

    def apply(self, change: Change, article: Article) -> tuple[Change, str]:
        """Apply a change; see `Change.apply`."""
        name, language, problem = change.name, change.language, ""
        before = Change(self, name, self.of(name))
        self._by_name[name] = change.options
        if language is not None:
            before = replace(before, language=self._store.languages([name]).get(name, ""))
            try:
                self._store.save_language(name, article, language)
            except StateError as error:
                problem = str(error)
        return before, problem
