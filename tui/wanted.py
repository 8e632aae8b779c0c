"""How sources are to be read: what the command line says, for the app to load more the same way."""

from __future__ import annotations

import threading
from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from tui.load import Copies, Extraction, Limits, load
from tui.model import Article


class Wanted(Struct, frozen=True):
    """Bounds, extraction and copies for every source of a session."""

    limits: Limits = Limits()
    extraction: Extraction = Extraction.BALANCED
    copies: Copies = Copies.FALLBACK

    def load(
        self,
        source: str,
        progress: Callable[[str], None] | None = None,
        cancel: threading.Event | None = None,
    ) -> Article:
        """The article in a source. Raises LoadError."""
        return load(
            source,
            limits=self.limits,
            extraction=self.extraction,
            copies=self.copies,
            progress=progress,
            cancel=cancel,
        )

    def beginning(self, source: str) -> Article | None:
        """The beginning of a long text file, at once; None for every other source."""
        from tui.load.beginning import load_beginning

        return load_beginning(source, self.limits)

    def extracting(self, extraction: Extraction) -> Wanted:
        """Another cut through the same pages: kept copies are preferred, nothing is fetched again."""
        return replace(self, extraction=extraction, copies=Copies.PREFERRED)
