"""The details bar under the articles: evidence and differences of the current link."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.segment import Segment
from textual.strip import Strip

from tui.layout.wrap import fit
from tui.model import Link, Side
from tui.model.difference import Edit
from tui.model.wording import plural
from tui.reading.reading import Reading
from tui.ui.scene import Scene
from tui.ui.widgets.row_widget import RowWidget


class DetailsBar(RowWidget):
    """Up to three rows: the evidence and the closest other match, then the words that only one side has."""

    COMPONENT_CLASSES = {"details-bar--label"}

    _rows: list[tuple[str, str]] | None = None
    """Labels and texts of the rows, computed once a scene and not once a row."""

    def watch_scene(self, old: Scene, new: Scene) -> None:
        link = new.reading.link
        words = link and old.words.get(link.pair) is not new.words.get(link.pair)
        if words or old.reading != new.reading or not old.ledger.same_disagreements(new.ledger):
            self._rows = None
            self.refresh()

    def adapt_to_size(self) -> None:
        self._rows = None

    def strip_at(self, y: int) -> Strip:
        base = self.base
        style = self.component_style("details-bar--label", base)
        if self._rows is None:
            self._rows = rows_for(self.scene, self.size.height)
        if y >= len(self._rows):
            return self.full_strip(())
        label, text = self._rows[y]
        room = self.size.width - len(label) - 2
        return self.full_strip(
            [Segment(f" {label}", style), Segment(fit(f" {text}", room), base)],
        )


def rows_for(scene: Scene, height: int) -> list[tuple[str, str]]:
    """Labels and texts of the rows, the most important first."""
    reading = scene.reading
    link = reading.link
    if link is None:
        return [("why", _without_link(reading))]
    from tui.report.differences import difference_text
    from tui.report.evidence import evidence_in_brief

    facts = "; ".join(f"{d.kind.value} {difference_text(d)}" for d in scene.ledger.of(link.left, link.right))
    reasons = (
        f"{'pinned by you; ' if link.pinned else ''}{evidence_in_brief(link.evidence)}{_runner_up(link)}"
    )
    first = ("!", f"{facts} · why {reasons}") if facts else ("why", reasons)
    edits = scene.words.get(link.pair)
    if edits is None:  # not computed yet
        return [first]
    left, right = differing_words(reading, link, edits)
    if height == 2:
        return [first, ("≠", f"L {left}   R {right}")]
    return [first, ("≠ L", left), ("≠ R", right)]


def _without_link(reading: Reading) -> str:
    """The closest match of a passage without a link, so that the reader can judge the threshold."""
    passage = reading.passage(reading.side)
    if passage is None:
        return ""
    count = len(reading.visible.links_at(reading.side, passage.index))
    if count:
        return f"{plural(count, 'link')} here: n goes to the next, ? lists the keys"
    from tui.report.evidence import evidence_in_brief, match_text

    matches = [link for link in reading.comparison.links if link.at(reading.side) == passage.index]
    if not matches and not reading.comparison.aligned:
        return "no similar passage so far"
    if not matches:
        return "no similar passage in the other article"
    best = max(matches, key=lambda link: link.score)
    other = reading.side.other
    return (
        f"closest match {match_text(other, best.at(other), best.score)}: {evidence_in_brief(best.evidence)}"
    )


def _runner_up(link: Link) -> str:
    from tui.report.evidence import match_text

    if link.evidence.runner_up_right is None:
        return ""
    return f" · closest other match {match_text(Side.RIGHT, *link.evidence.runner_up_right)}"


def differing_words(reading: Reading, link: Link, edits: Iterable[Edit]) -> tuple[str, str]:
    """The words that only the left and only the right passage of a link has; shared words become `…`."""
    left, right = (reading.comparison.article(s).passages[link.at(s)].text for s in Side)
    left_pieces = [(edit.tag in ("delete", "replace"), edit.left.cut(left)) for edit in edits]
    in_right_order = sorted(edits, key=lambda edit: edit.right.start)
    right_pieces = [(edit.tag in ("insert", "replace"), edit.right.cut(right)) for edit in in_right_order]
    return _differing_runs(left_pieces), _differing_runs(right_pieces)


def _differing_runs(pieces: Iterable[tuple[bool, str]]) -> str:
    """The pieces that differ, with an ellipsis for each run of those that do not."""
    runs = []
    for differs, group in groupby(((differs, text) for differs, text in pieces if text), lambda p: p[0]):
        runs.append("".join(text for _, text in group).strip() if differs else "…")
    return " ".join(run for run in runs if run)
