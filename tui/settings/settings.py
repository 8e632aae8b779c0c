"""Settings of a run: the command line and the configuration file, checked and joined."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from tui.settings.read_options import ReadOptions

WORDS_PER_MINUTE = 238
"""Silent reading of English non-fiction by adults: mean of 190 studies with 18,573 readers (Brysbaert,
Journal of Memory and Language 109, 2019)."""
NO_MODEL = "none"
"""Name in place of a language model: links from words alone."""
MIN_WORDS_PER_MINUTE, MAX_WORDS_PER_MINUTE = 50, 1500


class Settings(Struct, frozen=True):
    """All settings of a run."""

    sources: tuple[str, ...] = ()
    """Sources as the reader named them: paths, addresses, `-`, `clipboard:`."""
    read_options: ReadOptions = ReadOptions()
    """Read options, also used for sources opened later."""
    languages: tuple[str, ...] = ()
    """ISO 639-1 code of each source's language, as the reader says; empty to detect it."""
    threshold: float | None = None
    """Least score of a link that is shown, 0 to 100; None for the default."""
    model: str = ""
    """Folder of the language model for the links, or NO_MODEL; empty for the one in the package."""
    theme: str = ""
    """Name of a Textual theme; empty for the default."""
    ascii: bool = False
    right_to_left: str = ""
    """Who reorders lines from right to left: `app` or `terminal`; empty to decide by the terminal."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Key bindings that differ from the defaults: ids of keys to Textual's names of keys."""
    words_per_minute: float = WORDS_PER_MINUTE
    recents: bool = False
    """Whether to choose among recent comparisons instead of opening sources."""
    restricted: bool = False
    """Whether no other sources can be opened, and no reports saved."""
    fresh: bool = False
    """Whether to start over: marks, notes and pins stay."""
    keep_state: bool = True
    """Whether sessions are read and saved."""
    log: str = ""
    """File of the log for a bug report; empty for none."""

    @property
    def read_options_of_sources(self) -> tuple[ReadOptions, ...]:
        """The read options of each of the sources, with its language."""
        languages = self.languages or ("",) * len(self.sources)
        return tuple(replace(self.read_options, language=language) for language in languages)
