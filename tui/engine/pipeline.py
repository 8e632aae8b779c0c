"""What the app starts with: two articles, aligned if they are short; and what is still to come."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.model import Article, Comparison, Link, Topic
from tui.model.difference import Ledger
from tui.session import Session, Store
from tui.settings.limits import WORDS_PER_MINUTE

if TYPE_CHECKING:
    from tui.settings.read_options import ReadOptions

AT_ONCE = 40_000
"""Pairs of passages up to which the articles are aligned before the first frame (200 x 200)."""
AT_A_TIME = 1000
"""Links in a message: while they are unpacked, what is noted of them takes as much memory as they do."""


class Settings(Struct, frozen=True):
    """What the command line and the configuration say of the screen."""

    sources: tuple[str, str] = ("", "")
    """As the reader named them."""
    packed: bytes = b""
    """How more sources are to be read: `ReadOptions`, pickled."""
    threshold: float | None = None
    """0 to 100, or None for the alignment's own."""
    theme: str = ""
    ascii: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    speed: float = WORDS_PER_MINUTE
    """Words a minute."""
    recents: bool = False
    """Whether the list of comparisons of late is to be opened."""
    stateless: bool = True
    """Whether nothing is kept of this session and nothing read."""

    def store(self) -> Store:
        return Store.in_memory() if self.stateless else Store.open()

    def wanted(self) -> ReadOptions:
        from tui.settings.read_options import ReadOptions

        unpacked = pickle.loads(self.packed) if self.packed else ReadOptions()
        assert isinstance(unpacked, ReadOptions)
        return unpacked


class CommandDone(Struct, frozen=True):
    """There is no app to open: it is done, or cannot be done, and the reader has been told."""

    status: int
    """The exit status."""


class Start(Struct, frozen=True):
    """Long texts are shown at once, their beginnings aligned, and the rest is while they are read."""

    comparison: Comparison
    session: Session | None = None
    """What was kept of it, if that has been looked for."""
    whole: bool = True
    """Whether these are the articles and not their beginnings, which are read until `FullArticles` comes."""
    wishes: Settings = Settings()


class FullArticles(Struct, frozen=True):
    """The articles of which the beginnings have been shown."""

    comparison: Comparison
    session: Session
    """What was kept of it."""


class Share(Struct, frozen=True):
    """How much of the alignment is done, 0 to 1."""

    share: float


class Links(Struct, frozen=True):
    """Some of the links that the alignment has found; they come in their order, before `Aligned`."""

    links: tuple[Link, ...]


class Aligned(Struct, frozen=True):
    """All links have been sent; these are their topics."""

    topics: tuple[Topic, ...]


class Failure(Struct, frozen=True):
    """Why there is no alignment, in a few words."""

    reason: str


class Differences(Struct, frozen=True):
    """What the two articles say differently in the links from a threshold on."""

    threshold: float
    ledger: Ledger


Send = Callable[[Share | Links | Aligned | Failure | Differences], None]


def begin(left: Article, right: Article, threshold: float | None = None) -> Start:
    """Align two articles; of long ones the beginnings. Links down to `threshold` are kept, if that is low."""
    from tui.analysis.compare import compare, compare_beginnings

    if len(left.passages) * len(right.passages) > AT_ONCE:
        return Start(compare_beginnings(left, right))
    return Start(compare(left, right, floor_for(threshold)))


def finish(start: Start, threshold: float | None, send: Send) -> None:
    """Do what the first frame did not wait for: align, find what differs; `send` it as it is found."""
    from tui.analysis.differences.ledger import differences

    comparison = start.comparison
    if not comparison.aligned:
        from tui.analysis.compare import compare
        from tui.analysis.progress import by_percent

        tell = by_percent(lambda share: send(Share(share)))
        try:
            comparison = compare(comparison.left, comparison.right, floor_for(threshold), tell)
        except MemoryError:
            send(Failure("not enough memory for texts of this length"))
            return
        for first in range(0, len(comparison.links), AT_A_TIME):
            send(Links(comparison.links[first : first + AT_A_TIME]))
        send(Aligned(comparison.topics))
    shown = comparison.threshold if threshold is None else threshold
    if comparison.links:
        send(Differences(shown, Ledger(differences(comparison, shown))))


def floor_for(threshold: float | None) -> float:
    """The score from which links must be kept so that all from `threshold` on can be shown."""
    from tui.analysis.compare import MIN_SCORE

    return MIN_SCORE if threshold is None else min(MIN_SCORE, threshold)
