"""View model of the HTML report: the template only loops over it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from tui.analysis.comparability import language_note
from tui.model import Article, Comparison, Kind, Link, Passage, PassagePair, Side
from tui.model.difference import Difference
from tui.model.languages import told_language
from tui.model.symbols import UNICODE, relation_text
from tui.model.wording import first_words, plural, score_text
from tui.report import Remark, ReportOptions
from tui.report.differences import CLOSED_TITLE, by_default, difference_asides, reported_differences
from tui.report.evidence import why_linked
from tui.report.labels import (
    passage_id,
    sign,
    source_name,
    topic_id,
)
from tui.report.parallel_rows import ParallelRows, lay_out_parallel
from tui.report.summary import other_topics, summary

HUES = 9
"""Topics beyond this many share colours, as on the screen."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class ReportLink(Struct, frozen=True):
    """A link: its line between the columns, and its row in the table."""

    number: int
    """Number of the link from 1, in the order of the left article."""
    left: str
    """Id of its left passage: `L7`."""
    right: str
    sign: str
    relation: str
    """The sign in words, for screen readers and tooltips: `same statement`."""
    score: str
    hue: str
    topic: str
    """`T1 peace talks`, or empty."""
    why: str
    left_words: str
    """First words of its left passage."""
    right_words: str
    top: int
    """The upper of its two grid rows."""
    bottom: int
    slope: str
    """`level`, `down` (the right end is lower) or `up`."""
    pinned: bool

    def at(self, side: Side) -> str:
        """Id of its passage on that side."""
        return self.left if side is Side.LEFT else self.right


class ReportPassage(Struct, frozen=True):
    """A passage."""

    id: str
    text: str
    kind: str
    """Empty for body text."""
    sign: str
    relation: str
    """The sign in words."""
    hue: str
    links: tuple[ReportLink, ...]
    remarks: tuple[int, ...]
    """Numbers of the remarks on it, from 1."""
    ends_paragraph: bool


class ReportRow(Struct, frozen=True):
    """A grid cell of one column: a passage, or a folded run of boilerplate."""

    number: int
    """Its grid row, from 1."""
    passages: tuple[ReportPassage, ...]
    folded: bool


class ReportColumn(Struct, frozen=True):
    """One article."""

    side: str
    title: str
    language: str
    """Valid as a `lang` attribute, or empty."""
    facts: tuple[str, ...]
    notes: tuple[str, ...]
    rows: tuple[ReportRow, ...]
    unmatched: tuple[ReportPassage, ...]
    """Passages of body text without a link."""


class ReportTopic(Struct, frozen=True):
    """A topic and its links."""

    id: str
    """Empty for the links without a topic."""
    label: str
    hue: str
    links: tuple[ReportLink, ...]


class ReportPage(Struct, frozen=True):
    """Everything that the template needs."""

    title: str
    columns: tuple[ReportColumn, ...]
    links: tuple[ReportLink, ...]
    topics: tuple[ReportTopic, ...]
    other_topics: tuple[tuple[str, str, str], ...]
    """The topics without links of their own: id, label and passages."""
    summary: str
    threshold: str
    rows: int
    differences: Sequence[Difference] = ()

    def asides(self, difference: Difference) -> str:
        """What to know of a difference, but for its values and passages."""
        return difference_asides(difference, self.linked).lstrip(",; ")

    @property
    def difference_groups(self) -> list[tuple[str, Sequence[Difference]]]:
        """The differences listed by default, without a heading, and those of closed sections, with one."""
        groups = zip(("", CLOSED_TITLE), by_default(self.differences), strict=True)
        return [(title, entries) for title, entries in groups if entries]

    notice: str = ""
    """What the links as a whole say of the articles."""
    language_note: str = ""
    """The comparisons skipped because of the articles' languages."""
    remarks: Sequence[Remark] = ()
    linked: frozenset[PassagePair] = frozenset()
    """Indices of the passages of each link."""


def report_page(comparison: Comparison, options: ReportOptions) -> ReportPage:
    """The page of a comparison; passages and links are in the order of the articles."""
    links = comparison.links_from(options.threshold)
    rows = lay_out_parallel(comparison, links)
    report_links = tuple(_link(number, link, comparison, rows) for number, link in enumerate(links, 1))
    by_link = tuple(zip(links, report_links, strict=True))
    left, right = (_column(side, comparison, by_link, rows, options.remarks) for side in Side)
    topics = tuple(_topics(comparison, by_link))
    return ReportPage(
        title=" | ".join(column.title for column in (left, right)),
        columns=(left, right),
        links=report_links,
        topics=topics,
        other_topics=tuple(
            (topic_id(number), comparison.topics[number].label, words)
            for number, words in other_topics(comparison, links)
        ),
        summary=summary(comparison, options.threshold),
        threshold=f"{options.threshold:g}",
        rows=rows.count,
        differences=reported_differences(comparison, options),
        notice=comparison.notice,
        language_note=language_note(comparison),
        remarks=options.remarks,
        linked=frozenset(link.pair for link in links),
    )


def hue(topic: int) -> str:
    """The CSS class that gives a topic its colour."""
    return f"t{topic % HUES + 1}" if topic >= 0 else "t0"


def _link(number: int, link: Link, comparison: Comparison, rows: ParallelRows) -> ReportLink:
    left, right = rows.row_of[Side.LEFT, link.left], rows.row_of[Side.RIGHT, link.right]
    return ReportLink(
        number=number,
        left=passage_id(Side.LEFT, link.left),
        right=passage_id(Side.RIGHT, link.right),
        sign=sign(link),
        relation=relation_text(link),
        score=score_text(link.score),
        hue=hue(link.topic),
        topic=f"{topic_id(link.topic)} {comparison.topics[link.topic].label}" if link.topic >= 0 else "",
        why=why_linked(link, comparison),
        left_words=first_words(comparison.left.passages[link.left].text),
        right_words=first_words(comparison.right.passages[link.right].text),
        top=min(left, right),
        bottom=max(left, right),
        slope="level" if left == right else "down" if left < right else "up",
        pinned=link.pinned,
    )


def _column(
    side: Side,
    comparison: Comparison,
    links: Sequence[tuple[Link, ReportLink]],
    rows: ParallelRows,
    remarks: Sequence[Remark],
) -> ReportColumn:
    article = comparison.article(side)
    links_at: dict[int, list[tuple[Link, ReportLink]]] = {}
    for link, report_link in links:
        links_at.setdefault(link.at(side), []).append((link, report_link))
    remarks_at: dict[int, list[int]] = {}
    for number, remark in enumerate(remarks, 1):
        remarks_at.setdefault(remark.at(side), []).append(number)
    passages = [
        _passage(side, article, passage, links_at.get(passage.index, ()), remarks_at.get(passage.index, ()))
        for passage in article.passages
    ]
    return ReportColumn(
        side=side.value,
        title=article.title or source_name(article) or "(no title)",
        language=article.language if _LANGUAGE.fullmatch(article.language) else "",
        facts=_facts(article, told_language(comparison, side)),
        notes=article.notes,
        rows=tuple(
            ReportRow(cell.row, tuple(passages[index] for index in cell.passages), cell.folded)
            for cell in rows.cells[side]
        ),
        unmatched=tuple(passages[passage.index] for passage in article.body if passage.index not in links_at),
    )


def _facts(article: Article, language: str) -> tuple[str, ...]:
    words = plural(article.words, "word")
    retrieved = f"retrieved {article.retrieved}" if article.retrieved else ""
    source = source_name(article)
    address = article.address if article.address != source else ""
    facts = (source, language, article.byline, article.published, words, address, retrieved)
    return tuple(fact for fact in facts if fact)


def _passage(
    side: Side,
    article: Article,
    passage: Passage,
    links: Sequence[tuple[Link, ReportLink]],
    remarks: Sequence[int],
) -> ReportPassage:
    best = max(links, key=lambda pair: pair[0].score, default=None)
    body = passage.kind is Kind.BODY
    following = article.passages[passage.index + 1 : passage.index + 2]
    return ReportPassage(
        id=passage_id(side, passage.index),
        text=" ".join(passage.text.split()),
        kind="" if body else passage.kind.value,
        sign=best[1].sign if best else UNICODE.unmatched if body else "",
        relation=best[1].relation if best else f"only in {side.value}" if body else "",
        hue=best[1].hue if best else "",
        links=tuple(report_link for _, report_link in links),
        remarks=tuple(remarks),
        ends_paragraph=not following or following[0].paragraph != passage.paragraph,
    )


def _topics(comparison: Comparison, links: Sequence[tuple[Link, ReportLink]]) -> list[ReportTopic]:
    """The topics with a link shown, in their order, then the links without a topic."""
    by_topic: dict[int, list[ReportLink]] = {}
    for link, report_link in links:
        by_topic.setdefault(link.topic, []).append(report_link)
    topics = [
        ReportTopic(topic_id(number), topic.label, hue(number), tuple(by_topic[number]))
        for number, topic in enumerate(comparison.topics)
        if number in by_topic
    ]
    rest = tuple(by_topic.get(-1, ()))
    return [*topics, ReportTopic("", "Links without a topic", hue(-1), rest)] if rest else topics
