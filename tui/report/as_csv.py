"""The links as CSV (RFC 4180), one per line, for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from tui.model import Comparison, PassagePair, Side
from tui.model.difference import Difference
from tui.model.direction import without_isolates
from tui.model.symbols import relation_text
from tui.report import ReportOptions
from tui.report.differences import by_default, difference_sign, difference_text, reported_differences
from tui.report.evidence import why_linked
from tui.report.labels import passage_id, sign, topic_id

COLUMNS = (
    "left",
    "right",
    "score",
    "relation",
    "pinned",
    "topic",
    "topic_label",
    "left_text",
    "right_text",
    "quotation",
    "copied",
    "names",
    "numbers",
    "dates",
    "terms",
    "why",
    "same",
    "model",
    "sign",
    "relation_text",
    "differences",
)

_FORMULA = "=+-@＝＋－＠\t\r"
"""Characters that start a formula in a spreadsheet."""
_GUARD = "'"


def as_csv(comparison: Comparison, options: ReportOptions) -> str:
    """A header and a line for each link shown; lines end with CR LF, lists are joined by `; `."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(link_rows(comparison, options.threshold, reported_differences(comparison, options)))
    return rows.getvalue()


def link_rows(
    comparison: Comparison, threshold: float, differences: Sequence[Difference]
) -> Iterator[Sequence[str]]:
    """The cells of each link with a score of at least `threshold`, in the order of COLUMNS."""
    differing: dict[PassagePair, list[str]] = {}
    for entry in by_default(differences)[0]:
        words = f"{difference_sign(entry)} {entry.kind.value} {difference_text(entry)}"
        for pair in entry.pairs:
            differing.setdefault(pair, []).append(words)
    for link in comparison.links_from(threshold):
        evidence = link.evidence
        topic = comparison.topics[link.topic].label if link.topic >= 0 else ""
        texts = (
            topic,
            comparison.left.passages[link.left].text,
            comparison.right.passages[link.right].text,
            evidence.quotation,
            evidence.copied,
            *(
                "; ".join(words)
                for words in (evidence.names, evidence.numbers, evidence.dates, evidence.terms)
            ),
            why_linked(link, comparison),
        )
        yield [
            passage_id(Side.LEFT, link.left),
            passage_id(Side.RIGHT, link.right),
            f"{link.score:.2f}",
            link.relation.value,
            "yes" if link.pinned else "no",
            topic_id(link.topic) if link.topic >= 0 else "",
            *map(harmless, texts),
            f"{link.same:.2f}",
            harmless(comparison.model),
            harmless(sign(link)),
            relation_text(link),
            harmless("; ".join(differing.get(link.pair, ()))),
        ]


def harmless(text: str) -> str:
    """The text with an apostrophe in front if a spreadsheet might run it, or if it starts with one."""
    text = without_isolates(text)  # or they would hide what it starts with
    first = text.lstrip(" ")[:1]
    return _GUARD + text if first and first in _FORMULA + _GUARD else text
