"""How much of the two texts has been seen, and how long the rest takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct

from tui.model import Article, Kind, Passage
from tui.settings.limits import WORDS_PER_MINUTE


class ReadingProgress(Struct, frozen=True):
    """Of one article or of both. Words are those of the body, as in `Article.words`."""

    words: int
    seen: int
    """Words of the passages that have been on the screen."""

    @property
    def share(self) -> float:
        """0 to 1; a text without a body has been seen."""
        return self.seen / self.words if self.words else 1.0

    @property
    def words_left(self) -> int:
        """Words not yet seen."""
        return self.words - self.seen

    def minutes_left(self, speed: float = WORDS_PER_MINUTE) -> float:
        """`speed`: words per minute."""
        return self.words_left / speed

    def __add__(self, other: ReadingProgress) -> ReadingProgress:
        return ReadingProgress(self.words + other.words, self.seen + other.seen)


def word_count(passage: Passage) -> int:
    """Its words, split at white space; furniture is not read and has none."""
    return len(passage.text.split()) if passage.kind is Kind.BODY else 0


def reading_progress(article: Article, seen: Collection[int]) -> ReadingProgress:
    """How far an article is read whose passages `seen` have been on the screen."""
    counts = [(passage.index in seen, word_count(passage)) for passage in article.passages]
    return ReadingProgress(sum(n for _, n in counts), sum(n for was_seen, n in counts if was_seen))


def share_seen(articles: Iterable[Article], seen: Iterable[Collection[int]]) -> float:
    """Share of all texts that has been on the screen, 0 to 1; `seen`: passage indices for each article."""
    progress = (reading_progress(article, indices) for article, indices in zip(articles, seen, strict=True))
    return sum(progress, start=ReadingProgress(0, 0)).share
