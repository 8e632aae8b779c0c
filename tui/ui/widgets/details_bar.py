"""The details bar under the articles: in sentences, why two passages are linked and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.strip import Strip

from tui.layout.wrap import cell_len, fit, listed
from tui.model import Link, Side
from tui.model.difference import Difference, PairWords
from tui.model.direction import isolated, without_isolates
from tui.model.symbols import relation_text
from tui.model.wording import plural, quoted_words, score_text
from tui.ui.scene import Scene
from tui.ui.widgets.row_widget import RowWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG_PHRASE = 30
"""Cells from which a phrase comes after those that are shorter."""
NO_WORDS = "no words that surely say the same."


class DetailsBar(RowWidget):
    """Up to three rows: the relation, what both passages say, and what only one of them says."""

    COMPONENT_CLASSES = {"details-bar--label"}

    _rows: list[tuple[str, str]] | None = None
    """Label and text of each row, computed once a scene and not once a row."""

    def watch_scene(self, old: Scene, new: Scene) -> None:
        link = new.reading.link
        words = link and old.words.get(link.pair) is not new.words.get(link.pair)
        numbers = old.geometry.numbers != new.geometry.numbers
        changed = words or numbers or old.reading != new.reading
        changed = changed or old.story != new.story
        if changed or not old.ledger.same_open_entries(new.ledger):
            self._rows = None
            self.refresh()

    def adapt_to_size(self) -> None:
        self._rows = None

    def strip_at(self, y: int) -> Strip:
        base = self.base
        style = self.component_style("details-bar--label", base)
        if self._rows is None:
            self._rows = rows_for(self.scene, self.size.height, self.size.width - 2)
        if y >= len(self._rows):
            return self.full_strip(())
        label, text = self._rows[y]
        label = fit(label, self.size.width - 2)
        return self.full_strip(
            [
                Segment(f" {label}", style),
                Segment(fit(f" {text}", self.size.width - 1 - cell_len(label)), base),
            ]
        )


def rows_for(scene: Scene, height: int, width: int) -> list[tuple[str, str]]:
    """Label and text of at most `height` rows of `width` cells.

    With several reports the first row says which of them state the passage.
    """
    if scene.story and scene.geometry.reports and (witnesses := witnesses_of(scene, width)):
        return [witnesses, *_rows_for_pair(scene, height - 1, width)]
    return _rows_for_pair(scene, height, width)


def witnesses_of(scene: Scene, width: int) -> tuple[str, str] | None:
    """Which reports state the current passage; None of what is not compared."""
    from tui.model.story_words import described

    reading, story = scene.reading, scene.story
    passage = reading.passage(reading.side)
    if not story or passage is None or not passage.linkable:
        return None
    statement = story.statement(reading.side, passage.index, reading.threshold)
    label = f"{story.letter(reading.side)}:"
    return label, described(statement, story.story, width - cell_len(label) - 1)


def _rows_for_pair(scene: Scene, height: int, width: int) -> list[tuple[str, str]]:
    """What links the current passage to its counterpart, and what differs."""
    reading = scene.reading
    link = reading.link
    if link is None:
        return [("", _listed_without_link(scene) or _without_link(scene))]
    words = scene.words.get(link.pair)
    facts = what_differs(scene.ledger.of(link.left, link.right), reading.side)
    place = counterpart_place(scene)
    about = " ".join(part for part in (facts, place) if part)
    relation = relation_sentence(scene, link, width - cell_len(about) - 1)
    if words is None:  # not compared yet
        return [(relation, about)]
    differing = differing_words(words, reading.side, width)
    if height >= 3:
        return [(relation, about), ("Both:", shared_words(words, width - 6) or NO_WORDS), differing]
    room = width - cell_len(relation) - cell_len(about) - 9
    both = f"Both: {shared_words(words, room)}" if words.both and room > 12 else ""
    rows = [(relation, " ".join(part for part in (about, both) if part)), differing]
    return rows[:height]


def relation_sentence(scene: Scene, link: Link, width: int) -> str:
    """`Same statement (score 82), told in another order.`, without what has no room in that many cells."""
    relation = "weak, more likely wrong than right" if link.weak else relation_text(link)
    extras = {
        "told in another order": scene.reading.visible.is_moved(link),
        "pinned by you": link.pinned,
        "perhaps of different events": scene.reading.comparison.notice,
    }
    told = [text for text, holds in extras.items() if holds]
    score = f"{relation.capitalize()} ({score_text(link.score)})"
    for first in range(len(told) + 1):  # the status line and the line above the titles say it too
        sentence = f"{', '.join([score, *told[first:]])}."
        if cell_len(sentence) <= width:
            return sentence
    return f"{relation.capitalize()}."


def what_differs(differences: Sequence[Difference], here: Side) -> str:
    """`They disagree: number 12 here, 15 there. Told otherwise: quotation we lost here, we lost it there.`"""
    parts = {
        "They disagree": [entry for entry in differences if entry.conflict],
        "Told otherwise": [entry for entry in differences if not entry.conflict],
    }
    return " ".join(f"{label}: {_facts(entries, here)}." for label, entries in parts.items() if entries)


def _facts(differences: Sequence[Difference], here: Side) -> str:
    facts = []
    for entry in differences:
        values = [
            isolated(fact.value) if fact else "nothing" for fact in (entry.at(here), entry.at(here.other))
        ]
        facts.append(f"{entry.kind.value} {values[0]} here, {values[1]} there")
    return "; ".join(facts)


def _listed_without_link(scene: Scene) -> str:
    """What the list of differences has on two passages that no link joins; empty if nothing."""
    reading = scene.reading
    entries = [entry for entry in scene.ledger.shown if reading.pair in entry.pairs]
    return f"No link joins these two. Listed as {_facts(entries, reading.side)}." if entries else ""


def counterpart_place(scene: Scene) -> str:
    """`1 of 3 counterparts.`; empty for a passage with only one."""
    reading = scene.reading
    pairs = [link.pair for link in reading.counterparts]
    if len(pairs) < 2 or reading.pair not in pairs:
        return ""
    return f"{pairs.index(reading.pair) + 1} of {len(pairs)} counterparts."


def shared_words(words: PairWords, width: int) -> str:
    """`peace talks · Feb. 25; in other words: urged ~ called`, as much of it as fits."""
    both = listed(_isolated(words.both), width)
    pairs = [f"{isolated(one)} ~ {isolated(other)}" for one, other in words.other_words]
    label = "; in other words: " if both else "in other words: "
    room = width - cell_len(both) - cell_len(label)
    return f"{both}{label}{listed(pairs, room)}" if pairs and room >= cell_len(pairs[0]) else both


def differing_words(words: PairWords, here: Side, width: int) -> tuple[str, str]:
    """What the passage of the active article says otherwise or alone, and what the other one does."""
    own, other = (_isolated(_short_first(words.phrases(side))) for side in (here, here.other))
    if not own and not other:
        return "Nothing differs", "in words that say something."
    room = width - len("Here: ; there: .")
    half = room // 2
    own_text, other_text = listed(own, room), listed(other, room)
    if cell_len(own_text) + cell_len(other_text) > room:
        own_room = max(half, room - cell_len(other_text))
        own_text = listed(own, own_room)
        other_text = listed(other, room - cell_len(own_text))
    end = "" if without_isolates(other_text).endswith("…") else "."
    return "Here:", f"{own_text or 'nothing more'}; there: {other_text or 'nothing more'}{end}"


def _short_first(phrases: Sequence[str]) -> list[str]:
    """Phrases of which long ones, beside which nothing else has room, come last."""
    return sorted(phrases, key=lambda phrase: cell_len(phrase) > LONG_PHRASE)


def _isolated(words: Sequence[str]) -> list[str]:
    return [isolated(word) for word in words]


def _without_link(scene: Scene) -> str:
    """The closest match of a passage without a link, so that the reader can judge the threshold."""
    reading = scene.reading
    passage = reading.passage(reading.side)
    if passage is None:
        return ""
    count = len(reading.counterparts)
    if count:
        key = scene.keys.of("counterpart.next")
        return f"{plural(count, 'counterpart')} in the other article: {key} goes to the best."
    other = reading.side.other
    hidden = reading.visible.hidden_link(reading.side, passage.index)
    if hidden:
        name = passage_name(scene, other, hidden.at(other))
        return f"The filter hides its links. The best is to {name} ({score_text(hidden.score)})."
    matches = [link for link in reading.comparison.links if link.at(reading.side) == passage.index]
    final = reading.comparison.model or not scene.pending
    if not matches and not (final and reading.comparison.aligned):
        return "No similar passage so far."
    if not matches:
        return "No similar passage in the other article."
    best = max(matches, key=lambda link: link.score)
    closest = passage_name(scene, other, best.at(other))
    return (
        f"No counterpart from {score_text(reading.threshold)} on. "
        f"Closest: {closest} ({score_text(best.score)})."
    )


def passage_name(scene: Scene, side: Side, index: int) -> str:
    """How a passage is called on the screen: by its number, if numbers are shown, else by its first words."""
    if scene.geometry.numbers:
        return f"passage {index} on the {side.value}"
    return quoted_words(scene.reading.comparison.article(side).passages[index].text)
