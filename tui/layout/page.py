"""One article laid out for a width: which rows hold which passage."""

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


class TextBlock(Struct, frozen=True):
    """Passages that stand together: one passage, or a run of furniture folded to one line."""

    first: int
    """Index of its first passage."""
    last: int
    """Index of its last passage; the same as `first` unless it is folded."""
    folded: bool
    text: str
    starts: tuple[int, ...]
    """Offsets into `text` where its lines begin."""

    def line(self, k: int) -> str:
        """Its k-th line, without spaces at the end; empty past the last (the space between paragraphs)."""
        if k >= len(self.starts):
            return ""
        end = self.starts[k + 1] if k + 1 < len(self.starts) else len(self.text)
        return self.text[self.starts[k] : end].rstrip()


class LaidOutArticle(Struct, frozen=True):
    """The blocks of an article and the rows they take, from row 0 down, a blank row after a paragraph."""

    width: int
    """Cells in a line of text."""
    blocks: tuple[TextBlock, ...]
    tops: array[int]
    """Row where each block begins, and at the end the count of all rows."""
    owners: array[int]
    """For each passage, the index of its block."""

    @property
    def height(self) -> int:
        """Rows in all."""
        return self.tops[-1]

    def locate(self, row: int) -> tuple[int, int]:
        """(index of the block, line within it) at a row in 0 .. height - 1."""
        block = bisect_right(self.tops, row) - 1
        return block, row - self.tops[block]

    def top(self, passage: int) -> int:
        """Row where a passage begins (the fold's row, if it is folded)."""
        return self.tops[self.owners[passage]] if self.owners else 0

    def lines(self, passage: int) -> int:
        """Rows of text of a passage."""
        return len(self.blocks[self.owners[passage]].starts) if self.owners else 0

    def passage_at(self, row: int) -> int:
        """The passage at a row, held within the page; the first of a fold."""
        if not self.blocks:
            return 0
        return self.blocks[self.locate(max(0, min(row, self.height - 1)))[0]].first


def lay_out(article: Article, width: int, folded: frozenset[int] = frozenset()) -> LaidOutArticle:
    """Lay an article out in lines of `width` cells, its folded passages gathered to a line a run."""
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
        apart = k + 1 < len(runs) and run[-1].paragraph != runs[k + 1][0].paragraph
        heights.append(len(starts) + apart)
    return LaidOutArticle(width, tuple(blocks), array("L", accumulate(heights, initial=0)), owners)


def _runs(passages: Sequence[Passage], folded: frozenset[int]) -> Iterator[Sequence[Passage]]:
    """Runs of folded passages, and every other passage alone."""
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
    """What a fold says of the passages in it: `3 lines folded: byline, 2 captions`."""
    kinds = Counter("linked passage" if p.kind is Kind.BODY else p.kind.value for p in run)
    said = ", ".join(kind if n == 1 else f"{n} {plural_form(kind)}" for kind, n in kinds.items())
    return f"{plural(len(run), 'line')} folded: {said}"
