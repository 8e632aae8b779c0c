"""Reading progress: the share of the text seen, and the time left."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct

from tui.model import Article, Kind, Passage
from tui.model.wording import count_words
from tui.settings.settings import WORDS_PER_MINUTE


class ReadingProgress(Struct, frozen=True):
    """Progress through one or more articles, in words of the body as in `Article.words`."""

    words: int
    seen: int
    """Words of the passages that have been on the screen."""

    @property
    def share(self) -> float:
        """Share of the words seen, 0 to 1; 1 for a text without a body."""
        return self.seen / self.words if self.words else 1.0

    @property
    def words_left(self) -> int:
        """Words not yet seen."""
        return self.words - self.seen

    def minutes_left(self, speed: float = WORDS_PER_MINUTE) -> float:
        """Minutes needed for the rest, at `speed` words per minute."""
        return self.words_left / speed

    def __add__(self, other: ReadingProgress) -> ReadingProgress:
        return ReadingProgress(self.words + other.words, self.seen + other.seen)


def word_count(passage: Passage) -> int:
    """Number of words of a passage, split at white space; 0 for boilerplate, which is not read."""
    return count_words(passage.text) if passage.kind is Kind.BODY else 0


def reading_progress(article: Article, seen: Collection[int]) -> ReadingProgress:
    """Progress through an article; `seen` are the indices of its passages that have been on the screen."""
    counts = [(passage.index in seen, word_count(passage)) for passage in article.passages]
    return ReadingProgress(sum(n for _, n in counts), sum(n for was_seen, n in counts if was_seen))


def share_seen(articles: Iterable[Article], seen: Iterable[Collection[int]]) -> float:
    """Share of all texts that has been on the screen, 0 to 1; `seen`: passage indices for each article."""
    progress = (reading_progress(article, indices) for article, indices in zip(articles, seen, strict=True))
    return sum(progress, start=ReadingProgress(0, 0)).share
