"""A story of five reports for tests: two carry one text, one names another, one is about another event."""

from __future__ import annotations

from functools import cache

from msgspec.structs import replace

from tests.analysis.articles import article
from tui.engine.story_report import compare_story
from tui.model import Article
from tui.model.story import Story

AGENCY = "Rescuers pulled nine miners alive from the flooded shaft near Oster late on Sunday evening."
REPORTS = (
    (
        "The Post",
        "Nine miners were pulled alive from the flooded shaft near Oster on Sunday evening, rescuers said.",
        "The pump had failed on Friday, and 12 people were hurt when the water came.",
        "“We never gave up hope,” said the shift leader, Anna Brandt.",
    ),
    (
        "The Herald",
        AGENCY,
        "The pump failed on Friday; 15 people were hurt when the water came.",
        "The minister of labour, Jonas Weil, promised an inquiry into the pump.",
    ),
    (
        "The Globe",
        "Nine miners are alive, the Herald reported.",
        "Minister Jonas Weil promised that there would be an inquiry into the pump.",
    ),
    (
        "The Mail",
        f"OSTER -- {AGENCY}",
        "Labour minister Jonas Weil promised an inquiry into the failed pump.",
        "Families had waited at the gate for two days.",
    ),
    (
        "The Star",
        "Stock markets in Asia closed higher after the central bank left its interest rates alone.",
        "Analysts expect that exports of cars will grow again in spring.",
        "The yen lost half a per cent against the dollar.",
    ),
)


@cache
def five() -> Story:
    """The five reports, compared by words alone."""
    return compare_story([_report(*lines) for lines in REPORTS])


def _report(source: str, *sentences: str) -> Article:
    return replace(article(list(sentences), language="en"), source=source, title=f"Title of {source}")
