"""A story of several reports as one HTML file: the grid, whose cells show the passages side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from tui import __version__
from tui.model.statement import LeftOut, Spread, Statement, letter
from tui.model.story import Story
from tui.model.story_words import REPORT_CELL_SIGNS, asides, fact_versions, witness_letters
from tui.report import ReportOptions
from tui.report.as_html import page_policy, read_template
from tui.report.as_svg import template_environment
from tui.report.story_view import StoryView, members_of, place_id, remark_ends, share_cells, title_of

_SPREADS: Mapping[Spread, str] = {
    Spread.ALL: "all",
    Spread.ALL_BUT_ONE: "all-but-one",
    Spread.ONE: "one",
    Spread.DISPUTED: "disputed",
}
_FILTERS = (
    ("several", "in several"),
    *((name, spread.value) for spread, name in _SPREADS.items()),
    ("every", "every statement"),
)


class CardPassage(Struct, frozen=True):
    """A passage with those before and after it."""

    id: str
    text: str
    before: str
    after: str


class Card(Struct, frozen=True):
    """What one report says of a statement."""

    letter: str
    title: str
    words: str
    passages: tuple[CardPassage, ...]


class GridCell(Struct, frozen=True):
    letter: str
    sign: str
    words: str


class GridRow(Struct, frozen=True):
    """A statement, as the template needs it."""

    id: str
    text: str
    cells: tuple[GridCell, ...]
    cards: tuple[Card, ...]
    independent: int
    aside: str
    filters: str


def as_story_html(story: Story, options: ReportOptions) -> str:
    """The page of a story; its content security policy allows nothing but its own style and script."""
    from markupsafe import Markup

    view = StoryView(story, options)
    style = read_template("colours.css") + read_template("report.css") + read_template("story.css")
    script = read_template("story.js")
    return (
        template_environment()
        .get_template("story.html")
        .render(
            view=view,
            fact_versions=fact_versions,
            reports=[_report(view, k) for k in range(story.count)],
            left_out=[_left_out(view, *group) for group in view.left_out if group[1]],
            rows=[_row(view, row) for row in (*view.grid, *view.singles)],
            filters=_FILTERS,
            remarks=options.remarks,
            remark_ends=remark_ends,
            topics=[(topic.label, share_cells(topic.shares)) for topic in story.topics],
            threshold=f"{options.threshold:g}",
            version=__version__,
            policy=page_policy(style, script),
            # Markup is for our own text only; everything from an article is escaped by the template.
            style=Markup(style),
            script=Markup(script),
        )
    )


def _report(view: StoryView, report: int) -> dict[str, object]:
    article = view.story.articles[report]
    return {
        "letter": letter(report),
        "title": title_of(article),
        "about": view.about(report),
        "notes": article.notes,
    }


def _left_out(view: StoryView, report: int, entries: Sequence[LeftOut]) -> dict[str, object]:
    rows = [entry.statement for entry in entries]
    return {
        "letter": letter(report),
        "entries": [
            {
                "letters": witness_letters(row, own=True),
                "text": view.text(row),
                "members": members_of(row),
            }
            for row in rows
        ],
    }


def _row(view: StoryView, row: Statement) -> GridRow:
    story = view.story
    cells = [row.cell(k) for k in range(story.count)]
    spreads = [name for spread, name in _SPREADS.items() if row.has(spread, story.count)]
    several = ["several"] if view.of_several(row) else []
    order = [row.report, *(k for k in range(story.count) if k != row.report)]
    return GridRow(
        place_id(row.report, row.passage),
        view.text(row),
        tuple(GridCell(letter(k), REPORT_CELL_SIGNS[cell], cell.value) for k, cell in enumerate(cells)),
        tuple(_card(view, row, k) for k in order if row.to_look_at(k)),
        row.independent,
        asides(row),
        " ".join([*several, *spreads, "every"]),
    )


def _card(view: StoryView, row: Statement, report: int) -> Card:
    passages = view.story.articles[report].passages
    shown = []
    for k in row.to_look_at(report):
        before, after = passages[max(0, k - 1) : k], passages[k + 1 : k + 2]
        text = (passages[k].text, *("".join(p.text for p in near) for near in (before, after)))
        shown.append(CardPassage(place_id(report, k), *text))
    words = row.cell(report).value if report != row.report else ""
    return Card(letter(report), title_of(view.story.articles[report]), words, tuple(shown))
