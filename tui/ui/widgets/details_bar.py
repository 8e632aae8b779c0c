"""The strip under the articles: why the current link is one, and what differs in it."""

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
    """Up to three rows: the evidence and the runner-up; the words only the left, only the right has."""

    COMPONENT_CLASSES = {"details-bar--name", "details-bar--quiet"}

    _rows: list[tuple[str, str]] | None = None
    """What the rows say, worked out once a scene and not once a row."""

    def watch_scene(self, old: Scene, new: Scene) -> None:
        link = new.reading.link
        words = link and old.words.get(link.pair) is not new.words.get(link.pair)
        if words or old.reading != new.reading or not old.ledger.same_disagreements(new.ledger):
            self._rows = None
            self.refresh()

    def fit(self) -> None:
        self._rows = None

    def strip_at(self, y: int) -> Strip:
        base = self.base
        name = self.look("details-bar--name", base)
        if self._rows is None:
            self._rows = rows_for(self.scene, self.size.height)
        if y >= len(self._rows):
            return self.finished(())
        label, text = self._rows[y]
        room = self.size.width - len(label) - 2
        return self.finished(
            [Segment(f" {label}", name), Segment(fit(f" {text}", room), base)],
        )


def rows_for(scene: Scene, height: int) -> list[tuple[str, str]]:
    """The rows of the strip as (name, text), the most telling first."""
    reading = scene.reading
    link = reading.link
    if link is None:
        return [("why", _why_alone(reading))]
    from tui.report.differences import difference_text
    from tui.report.evidence import evidence_in_brief

    facts = "; ".join(f"{d.kind.value} {difference_text(d)}" for d in scene.ledger.of(link.left, link.right))
    because = (
        f"{'pinned by you; ' if link.pinned else ''}{evidence_in_brief(link.evidence)}{_runner_up(link)}"
    )
    first = ("!", f"{facts} · why {because}") if facts else ("why", because)
    edits = scene.words.get(link.pair)
    if edits is None:  # on their way
        return [first]
    left, right = differing(reading, link, edits)
    if height == 2:
        return [first, ("≠", f"L {left}   R {right}")]
    return [first, ("≠ L", left), ("≠ R", right)]


def _why_alone(reading: Reading) -> str:
    """The best candidate of a passage that has no link, so that the reader can judge the threshold."""
    here = reading.passage(reading.side)
    if here is None:
        return ""
    count = len(reading.visible.links_at(reading.side, here.index))
    if count:
        return f"{plural(count, 'link')} here: n goes there, ? lists the keys"
    from tui.report.evidence import evidence_in_brief
    from tui.report.wording import passage_id

    rivals = [k for k in reading.comparison.links if k.at(reading.side) == here.index]
    if not rivals and not reading.comparison.aligned:
        return "nothing was found so far that comes near this passage"
    if not rivals:
        return "nothing in the other article comes near this passage"
    best = max(rivals, key=lambda link: link.score)
    other = passage_id(reading.side.other, best.at(reading.side.other))
    return f"the nearest is {other} with a score of {best.score:.0f}, {evidence_in_brief(best.evidence)}"


def _runner_up(link: Link) -> str:
    from tui.report.wording import passage_id

    found = link.evidence.runner_up_right
    if found is None:
        return ""
    return f" · runner-up {passage_id(Side.RIGHT, found[0])}, score {found[1]:.0f}"


def differing(reading: Reading, link: Link, edits: Iterable[Edit]) -> tuple[str, str]:
    """The words only the left, and only the right passage of a link has; what both have is `…`."""
    left, right = (reading.comparison.article(s).passages[link.at(s)].text for s in Side)
    mine = [(edit.tag in ("delete", "replace"), edit.left.cut(left)) for edit in edits]
    in_order = sorted(edits, key=lambda edit: edit.right.start)
    its = [(edit.tag in ("insert", "replace"), edit.right.cut(right)) for edit in in_order]
    return _runs(mine), _runs(its)


def _runs(pieces: Iterable[tuple[bool, str]]) -> str:
    runs = []
    for differs, group in groupby(((differs, text) for differs, text in pieces if text), lambda p: p[0]):
        runs.append("".join(text for _, text in group).strip() if differs else "…")
    return " ".join(run for run in runs if run)
