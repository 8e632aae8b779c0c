"""How sources are read, by name: an article goes from pane to pane, and keeps its language and extraction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from tui.engine.protocol import NamedSource, Source
from tui.settings.read_options import ReadOptions


class SourceOptions:
    """The options with which each named source was read last."""

    def __init__(self, plain: ReadOptions, languages: Mapping[str, str]) -> None:
        """`plain`: of all others. `languages`: of sources by name, as the reader says."""
        self.plain = plain
        self._by_name = {name: replace(plain, language=code) for name, code in languages.items()}

    def of(self, name: str) -> ReadOptions:
        """The options of a source; the name of pasted text is empty."""
        return self._by_name.get(name, self.plain)

    def note(self, sources: Iterable[Source]) -> None:
        """Note with which options sources are read; those without a name are not read again."""
        named = (source for source in sources if isinstance(source, NamedSource))
        self._by_name |= {source.name: source.options for source in named}
