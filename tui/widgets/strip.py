"""The strip under the articles: why the current link is one, and what differs in it."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from tui.layout.wrap import fit
from tui.model import Link, Side
from tui.reading import Reading
from tui.report.ids import passage_id
from tui.report.why import why
from tui.scene import Scene
from tui.widgets.canvas import Canvas


class LinkStrip(Canvas):
    """Up to three rows: the evidence and the runner-up; the words only the left, only the right has."""

    COMPONENT_CLASSES = {"link-strip--name", "link-strip--quiet"}

    def watch_scene(self, old: Scene, new: Scene) -> None:
        if old.reading != new.reading:
            self.refresh()

    def strip_at(self, y: int) -> Strip:
        base = self.base
        name = self.look("link-strip--name", base)
        rows = rows_for(self.scene.reading, self.size.height)
        if y >= len(rows):
            return self.finished(())
        label, text = rows[y]
        room = self.size.width - len(label) - 2
        return self.finished(
            [Segment(f" {label}", name), Segment(fit(f" {text}", room), base)],
        )


def rows_for(reading: Reading, height: int) -> list[tuple[str, str]]:
    """The rows of the strip as (name, text), the most telling first."""
    link = reading.link
    if link is None:
        return [("why", _why_alone(reading))]
    rows = [("why", f"{'pinned by you; ' if link.pinned else ''}{why(link.evidence)}{_runner_up(link)}")]
    left, right = differing(reading, link)
    if height == 2:
        rows.append(("≠", f"L {left}   R {right}"))
    else:
        rows += [("≠ L", left), ("≠ R", right)]
    return rows


def _why_alone(reading: Reading) -> str:
    """The best candidate of a passage that has no link, so that the reader can judge the threshold."""
    here = reading.passage(reading.side)
    if here is None:
        return ""
    rivals = [k for k in reading.comparison.links if k.at(reading.side) == here.index]
    if not rivals:
        return "nothing in the other article comes near this passage"
    best = max(rivals, key=lambda link: link.score)
    other = passage_id(reading.side.other, best.at(reading.side.other))
    return f"the nearest is {other} with a score of {best.score:.0f}, {why(best.evidence)}"


def _runner_up(link: Link) -> str:
    found = link.evidence.runner_up_right
    if found is None:
        return ""
    return f" · runner-up {passage_id(Side.RIGHT, found[0])}, score {found[1]:.0f}"


def differing(reading: Reading, link: Link) -> tuple[str, str]:
    """The words only the left, and only the right passage of a link has."""
    texts = [reading.comparison.article(s).passages[link.at(s)].text.split() for s in Side]
    bare = [[word.strip("“”‘’\"'.,;:!?()—–").casefold() for word in words] for words in texts]
    out = []
    for mine, words, theirs in ((bare[0], texts[0], set(bare[1])), (bare[1], texts[1], set(bare[0]))):
        runs: list[list[str]] = []
        apart = True
        for key, word in zip(mine, words, strict=True):
            if key and key not in theirs:
                if apart:
                    runs.append([])
                runs[-1].append(word)
            apart = key in theirs
        out.append(" … ".join(" ".join(run) for run in runs))
    return out[0], out[1]
