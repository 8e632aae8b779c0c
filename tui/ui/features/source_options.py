"""How sources are read, by name: an article goes from pane to pane, and keeps its language and extraction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from tui.engine.protocol import NamedSource, Source
from tui.settings.read_options import ReadOptions

SavedLanguages = Callable[[Iterable[str]], Mapping[str, str]]
"""Look up languages by the names of sources."""


class SourceOptions:
    """The options with which each named source was read last."""

    def __init__(self, plain: ReadOptions, languages: Mapping[str, str], saved: SavedLanguages) -> None:
        """`plain`: of all others. `languages`: of sources by name, as the reader says. `saved`: look up those
        of earlier runs."""
        self.plain = plain
        self._saved = saved
        self._by_name = {name: replace(plain, language=code) for name, code in languages.items()}

    def of(self, name: str) -> ReadOptions:
        """The options of a source; the name of pasted text is empty."""
        return self._by_name.get(name, self.plain)

    def at_first(self, *names: str) -> list[NamedSource]:
        """Sources to be opened anew: with the language that the reader has chosen for each, if any."""
        saved = self._saved(names)
        languages = [saved.get(name, "") for name in names]
        return [
            NamedSource(name, replace(self.plain, language=language))
            for name, language in zip(names, languages, strict=True)
        ]

    def note(self, sources: Iterable[Source]) -> None:
        """Note with which options sources are read; those without a name are not read again."""
        named = (source for source in sources if isinstance(source, NamedSource))
        self._by_name |= {source.name: source.options for source in named}
