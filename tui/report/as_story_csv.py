"""The links of a story as CSV, one per line, with both reports."""

from __future__ import annotations

import csv
import io

from tui.model.statement import letter
from tui.model.story import Story
from tui.report import ReportOptions
from tui.report.as_csv import COLUMNS, link_rows

STORY_COLUMNS = ("left_report", "right_report", *COLUMNS)


def as_story_csv(story: Story, options: ReportOptions) -> str:
    """A header and a line for each link shown, by pair of reports; otherwise as of two reports."""
    rows = io.StringIO(newline="")
    writer = csv.writer(rows, lineterminator="\r\n")
    writer.writerow(STORY_COLUMNS)
    for (left, right), compared in sorted(story.pairs.items()):
        for row in link_rows(compared.comparison, options.threshold, compared.found):
            writer.writerow([letter(left), letter(right), *row])
    return rows.getvalue()
