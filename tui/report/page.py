"""A comparison as the HTML page shows it: everything named, counted and placed before the template."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, field

from tui.model import Article, Comparison, Kind, Link, Passage, Side
from tui.model.symbols import UNICODE
from tui.model.wording import plural
from tui.report.disagreement import not_compared, said_differently
from tui.report.in_full import first_words
from tui.report.options import Remark, ReportOptions
from tui.report.rows import Rows, lay_out_rows
from tui.report.why import why
from tui.report.wording import in_words, passage_id, sign, source_to_send, topic_id

if TYPE_CHECKING:
    from tui.model.difference import Difference

HUES = 9
"""Topics beyond this many share colours, as on the screen."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class ReportLink(Struct, frozen=True):
    """A link as it is shown: its line, and what its ends say."""

    number: int
    """From 1, in the order of the left article."""
    left: str
    """Id of its left passage: `L7`."""
    right: str
    sign: str
    said: str
    score: int
    hue: str
    topic: str
    """`T1 peace talks`, or empty."""
    why: str
    left_words: str
    """What its left passage begins with."""
    right_words: str
    top: int
    """The upper of its two rows."""
    bottom: int
    way: str
    """`level`, `down` (the right end is lower) or `up`."""
    pinned: bool

    def at(self, side: Side) -> str:
        return self.left if side is Side.LEFT else self.right


class ReportCell(Struct, frozen=True):
    """A passage as it is shown."""

    id: str
    text: str
    kind: str
    """Empty for body text."""
    sign: str
    said: str
    hue: str
    ties: tuple[ReportLink, ...]
    remarks: tuple[int, ...]
    """Numbers of the remarks on it, from 1."""
    ends: bool
    """Whether a paragraph ends with it."""


class ReportRow(Struct, frozen=True):
    """One cell of the grid: a passage, or a run of furniture behind a summary."""

    row: int
    cells: tuple[ReportCell, ...]
    folded: bool


class ReportColumn(Struct, frozen=True):
    """One article."""

    side: str
    title: str
    language: str
    """Fit for a `lang` attribute, or empty."""
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    places: tuple[ReportRow, ...]
    alone: tuple[ReportCell, ...]
    """What only this article tells."""


class ReportTopic(Struct, frozen=True):
    """A topic and its links."""

    name: str
    label: str
    hue: str
    ties: tuple[ReportLink, ...]


class ReportPage(Struct, frozen=True):
    """All that the template needs."""

    title: str
    columns: tuple[ReportColumn, ...]
    ties: tuple[ReportLink, ...]
    sections: tuple[ReportTopic, ...]
    counts: Mapping[str, int]
    threshold: str
    rows: int
    differences: Sequence[Difference] = ()
    not_compared: str = ""
    """What was not looked for, in one line."""
    remarks: Sequence[Remark] = field(default=())


def page_of(comparison: Comparison, settings: ReportOptions) -> ReportPage:
    """The page of a comparison. Passages and links come in the order of the articles."""
    links = comparison.shown(settings.threshold)
    rows = lay_out_rows(comparison, links)
    ties = tuple(_tie(number, link, comparison, rows) for number, link in enumerate(links, 1))
    left, right = (_column(side, comparison, links, ties, rows, settings.remarks) for side in Side)
    same = sum(tie.sign != UNICODE.related for tie in ties)
    sections = tuple(_sections(comparison, links, ties))
    return ReportPage(
        title=" | ".join(column.title for column in (left, right)),
        columns=(left, right),
        ties=ties,
        sections=sections,
        counts={
            "links": len(ties),
            "same": same,
            "related": len(ties) - same,
            "topics": sum(bool(section.name) for section in sections),
            "left": len(left.alone),
            "right": len(right.alone),
        },
        threshold=f"{settings.threshold:g}",
        rows=rows.count,
        differences=said_differently(comparison, settings.threshold),
        not_compared=not_compared(comparison),
        remarks=settings.remarks,
    )


def hue(topic: int) -> str:
    """The class that gives a topic its colour."""
    return f"t{topic % HUES + 1}" if topic >= 0 else "t0"


def _tie(number: int, link: Link, comparison: Comparison, rows: Rows) -> ReportLink:
    left, right = rows.row_of[Side.LEFT, link.left], rows.row_of[Side.RIGHT, link.right]
    return ReportLink(
        number=number,
        left=passage_id(Side.LEFT, link.left),
        right=passage_id(Side.RIGHT, link.right),
        sign=sign(link),
        said=in_words(link),
        score=round(link.score),
        hue=hue(link.topic),
        topic=f"{topic_id(link.topic)} {comparison.topics[link.topic].label}" if link.topic >= 0 else "",
        why=why(link.evidence),
        left_words=first_words(comparison.left.passages[link.left].text),
        right_words=first_words(comparison.right.passages[link.right].text),
        top=min(left, right),
        bottom=max(left, right),
        way="level" if left == right else "down" if left < right else "up",
        pinned=link.pinned,
    )


def _column(
    side: Side,
    comparison: Comparison,
    links: Sequence[Link],
    ties: Sequence[ReportLink],
    rows: Rows,
    remarks: Sequence[Remark],
) -> ReportColumn:
    article = comparison.article(side)
    at: dict[int, list[tuple[Link, ReportLink]]] = {}
    for link, tie in zip(links, ties, strict=True):
        at.setdefault(link.at(side), []).append((link, tie))
    said: dict[int, list[int]] = {}
    for number, remark in enumerate(remarks, 1):
        said.setdefault(remark.at(side), []).append(number)
    cells = [
        _cell(side, article, passage, at.get(passage.index, ()), tuple(said.get(passage.index, ())))
        for passage in article.passages
    ]
    return ReportColumn(
        side=side.value,
        title=article.title or source_to_send(article) or "(no title)",
        language=article.language if _LANGUAGE.fullmatch(article.language) else "",
        facts=_facts(article),
        notes=article.notes,
        places=tuple(
            ReportRow(block.row, tuple(cells[index] for index in block.passages), block.folded)
            for block in rows.blocks[side]
        ),
        alone=tuple(cells[passage.index] for passage in article.body if passage.index not in at),
    )


def _facts(article: Article) -> tuple[str, ...]:
    words = plural(article.words, "word")
    came = f"retrieved {article.retrieved}" if article.retrieved else ""
    source = source_to_send(article)
    address = article.address if article.address != source else ""
    facts = (source, article.byline, article.published, words, address, came)
    return tuple(fact for fact in facts if fact)


def _cell(
    side: Side,
    article: Article,
    passage: Passage,
    here: Sequence[tuple[Link, ReportLink]],
    remarks: tuple[int, ...],
) -> ReportCell:
    best = max(here, key=lambda pair: pair[0].score, default=None)
    body = passage.kind is Kind.BODY
    following = article.passages[passage.index + 1 : passage.index + 2]
    return ReportCell(
        id=passage_id(side, passage.index),
        text=" ".join(passage.text.split()),
        kind="" if body else passage.kind.value,
        sign=best[1].sign if best else UNICODE.unmatched if body else "",
        said=best[1].said if best else "only here" if body else "",
        hue=best[1].hue if best else "",
        ties=tuple(tie for _, tie in here),
        remarks=remarks,
        ends=not following or following[0].paragraph != passage.paragraph,
    )


def _sections(comparison: Comparison, links: Sequence[Link], ties: Sequence[ReportLink]) -> list[ReportTopic]:
    """The topics that have a link shown, in their order, then the links of no topic."""
    by_topic: dict[int, list[ReportLink]] = {}
    for link, tie in zip(links, ties, strict=True):
        by_topic.setdefault(link.topic, []).append(tie)
    found = [
        ReportTopic(topic_id(number), topic.label, hue(number), tuple(by_topic[number]))
        for number, topic in enumerate(comparison.topics)
        if number in by_topic
    ]
    rest = tuple(by_topic.get(-1, ()))
    return [*found, ReportTopic("", "Links of no topic", hue(-1), rest)] if rest else found
