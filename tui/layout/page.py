"""An article laid out in lines of a given width."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate

from msgspec import Struct

from tui.layout.wrap import wrap
from tui.model import Article, Kind, Passage
from tui.model.wording import plural, plural_form


class TextBlock(Struct, frozen=True, gc=False):
    """A passage, or a run of folded passages in one line."""

    first: int
    """Index of its first passage."""
    last: int
    """Index of its last passage; equal to `first` unless it is folded."""
    folded: bool
    text: str
    starts: tuple[int, ...]
    """Offsets in `text` at which its lines begin."""

    def line(self, k: int) -> str:
        """Line k without trailing spaces; empty past the last line (the space between paragraphs)."""
        if k >= len(self.starts):
            return ""
        end = self.starts[k + 1] if k + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[k] : end].rstrip()


class LaidOutArticle(Struct, frozen=True):
    """The blocks of an article and their rows, with a blank row after each paragraph."""

    width: int
    """Cells of a line of text."""
    blocks: tuple[TextBlock, ...]
    tops: array[int]
    """The row at which each block begins, followed by the number of all rows."""
    owners: array[int]
    """The index of each passage's block."""

    @property
    def height(self) -> int:
        """Number of rows."""
        return self.tops[-1]

    def locate(self, row: int) -> tuple[int, int]:
        """The index of the block at a row (0 .. height - 1), and the line within the block."""
        block = bisect_right(self.tops, row) - 1
        return block, row - self.tops[block]

    def block_at(self, row: int) -> TextBlock | None:
        """The block with text at a row; None between paragraphs and outside the page."""
        if not 0 <= row < self.height:
            return None
        number, line = self.locate(row)
        block = self.blocks[number]
        return block if line < len(block.starts) else None

    def top(self, passage: int) -> int:
        """The row at which a passage, or the fold that contains it, begins."""
        return self.tops[self.owners[passage]] if self.owners else 0

    def lines(self, passage: int) -> int:
        """Number of lines of a passage."""
        return len(self.blocks[self.owners[passage]].starts) if self.owners else 0

    def passage_at(self, row: int) -> int:
        """The passage at a row, clamped to the page; the first one of a fold."""
        if not self.blocks:
            return 0
        return self.blocks[self.locate(max(0, min(row, self.height - 1)))[0]].first


def lay_out(article: Article, width: int, folded: frozenset[int] = frozenset()) -> LaidOutArticle:
    """Lay out an article in lines of `width` cells, with one line for each run of folded passages."""
    blocks: list[TextBlock] = []
    heights: list[int] = []
    owners = array("L")
    runs = list(_runs(article.passages, folded))
    for k, run in enumerate(runs):
        is_fold = run[0].index in folded
        text = fold_text(run) if is_fold else run[0].text.replace("\n", " ")
        starts = tuple(wrap(text, width))
        blocks.append(TextBlock(run[0].index, run[-1].index, is_fold, text, starts))
        owners.extend([k] * len(run))
        gap = k + 1 < len(runs) and run[-1].paragraph != runs[k + 1][0].paragraph
        heights.append(len(starts) + gap)
    return LaidOutArticle(width, tuple(blocks), array("L", accumulate(heights, initial=0)), owners)


def _runs(passages: Sequence[Passage], folded: frozenset[int]) -> Iterator[Sequence[Passage]]:
    """Split passages into runs of folded ones and single other ones."""
    run: list[Passage] = []
    for passage in passages:
        if passage.index in folded:
            run.append(passage)
            continue
        if run:
            yield run
            run = []
        yield [passage]
    if run:
        yield run


def fold_text(run: Sequence[Passage]) -> str:
    """The text of a fold: `3 lines folded: byline, 2 captions`."""
    kinds = Counter("linked passage" if p.kind is Kind.BODY else p.kind.value for p in run)
    counts = ", ".join(kind if n == 1 else f"{n} {plural_form(kind)}" for kind, n in kinds.items())
    return f"{plural(len(run), 'line')} folded: {counts}"
