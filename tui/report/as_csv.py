"""The links as CSV (RFC 4180), one a line, for spreadsheets and scripts."""

from __future__ import annotations

import csv
import io

from tui.model import Comparison, Side
from tui.report.options import ReportOptions
from tui.report.why import why
from tui.report.wording import passage_id, topic_id

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
)

_ACTS = "=+-@＝＋－＠\t\r"
"""What a spreadsheet takes for the beginning of a formula."""
_GUARD = "'"


def as_csv(comparison: Comparison, settings: ReportOptions) -> str:
    """A header and a line for each link shown; lines end in CR LF, lists are joined by `; `."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for link in comparison.links_from(settings.threshold):
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
            why(evidence),
        )
        writer.writerow(
            [
                passage_id(Side.LEFT, link.left),
                passage_id(Side.RIGHT, link.right),
                f"{link.score:.2f}",
                link.relation.value,
                "yes" if link.pinned else "no",
                topic_id(link.topic) if link.topic >= 0 else "",
                *map(harmless, texts),
            ]
        )
    return rows.getvalue()


def harmless(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet might run it, or if it has one already."""
    first = text.lstrip(" ")[:1]
    return _GUARD + text if first and first in _ACTS + _GUARD else text


def restored(cell: str) -> str:
    """The text of a cell that went through `harmless`."""
    guarded = cell.startswith(_GUARD) and harmless(cell[1:]) == cell
    return cell[1:] if guarded else cell
