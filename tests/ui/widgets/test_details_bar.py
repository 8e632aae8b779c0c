"""The sentences of the details bar."""

from __future__ import annotations

from msgspec.structs import replace

from tests.examples import ferry
from tests.ui.features.scenes import scene_of
from tui.analysis.pair_words import pair_words
from tui.layout.wrap import cell_len, listed
from tui.model import Link, Side
from tui.model.difference import Difference, Fact, FactKind, Ledger, State
from tui.ui.keys import KeySigns
from tui.ui.scene import Scene
from tui.ui.widgets.details_bar import differing_words, rows_for


def at_pair(left: int, right: int, side: Side = Side.LEFT) -> Scene:
    """The ferry at a pair that has been compared word by word."""
    scene = scene_of()
    texts = [ferry().article(s).passages[k].text for s, k in zip(Side, (left, right), strict=True)]
    reading = replace(scene.reading.at_pair(left, right), side=side)
    return replace(scene.at(reading), words={(left, right): pair_words(texts[0], texts[1])})


def test_it_says_why_two_passages_are_linked_and_what_differs() -> None:
    rows = rows_for(at_pair(2, 1), 3, 118)
    assert rows[0] == ("Same statement (score 72).", "")
    assert rows[1] == ("Both:", "ferry · people")
    assert rows[2][0] == "Here:"
    assert "12" in rows[2][1].partition("; there: ")[0] and "15" in rows[2][1].partition("; there: ")[2]


def test_here_is_the_article_under_the_keys() -> None:
    left, right = (rows_for(at_pair(2, 1, side), 3, 118)[2][1] for side in Side)
    assert left.partition("; there: ")[0] == right.partition("; there: ")[2].rstrip(".")


def test_what_else_there_is_to_a_link_has_to_leave_room_for_what_differs() -> None:
    there = at_pair(5, 2)
    links = tuple(replace(link, pinned=link.pair == (5, 2)) for link in ferry().links)
    told = replace(ferry(), links=links, notice="These may be about different events")
    scene = there.at(there.reading.with_comparison(told))
    full = "Related (score 71), told in another order, pinned by you, perhaps of different events."
    assert rows_for(scene, 3, 118)[0][0] == full
    assert rows_for(scene, 3, 70)[0][0] == "Related (score 71), pinned by you, perhaps of different events."
    assert rows_for(scene, 3, 55)[0][0] == "Related (score 71), perhaps of different events."
    assert rows_for(scene, 3, 30)[0][0] == "Related (score 71)."
    assert rows_for(scene, 3, 15)[0][0] == "Related."


def test_the_rows_fit_at_every_width() -> None:
    for width in (40, 58, 78, 118):
        label, text = differing_words(at_pair(2, 1).words[2, 1], Side.LEFT, width)
        assert cell_len(label) + 1 + cell_len(text) <= width


def test_a_list_that_is_too_long_says_how_many_are_left() -> None:
    assert listed(["talks", "Kyiv", "Putin"], 40) == "talks · Kyiv · Putin"
    assert listed(["talks", "Kyiv", "Putin"], 19) == "talks and 2 more"
    assert listed([], 10) == ""
    assert listed(["talks in Kyiv", "war"], 14) == "talks in Kyiv"
    assert listed(["according to the minister", "war"], 24) == "according to… and 1 more"


def test_a_long_phrase_is_given_as_it_stands_in_the_text() -> None:
    phrase = "a crisis according to the head of the agency that is now a war"
    words = replace(at_pair(2, 1).words[2, 1], differing=((phrase, "talks"),), only_left=(), only_right=())
    assert differing_words(words, Side.LEFT, 118)[1] == f"{phrase}; there: talks."
    start = differing_words(words, Side.LEFT, 58)[1].partition("; there: ")[0]
    assert start.endswith("…") and phrase.startswith(start[:-1])


def test_a_passage_with_several_counterparts_says_which_one_is_shown() -> None:
    scene = at_pair(3, 5, Side.RIGHT)
    assert rows_for(scene, 3, 118)[0][1] == "1 of 2 counterparts."


def test_a_passage_is_named_by_its_first_words_or_by_the_number_in_the_margin() -> None:
    scene = scene_of()
    scene = scene.at(scene.reading.at_passage(Side.LEFT, 7))
    assert "Closest: “Families waited at the port through …” (score 21)." in rows_for(scene, 3, 118)[0][1]
    numbered = scene.arranged(120, 40, replace(scene.preferences, numbers=True))
    assert "Closest: passage 6 on the right (score 21)." in rows_for(numbered, 3, 118)[0][1]


def test_until_the_words_are_compared_the_relation_is_told() -> None:
    scene = scene_of()
    scene = scene.at(scene.reading.at_pair(4, 3))
    assert rows_for(scene, 3, 118) == [("Same words (score 91).", "")]


def test_a_pinned_pair_says_so() -> None:
    pinned = replace(ferry(), links=(Link(2, 1, 100.0, pinned=True),))
    scene = scene_of(pinned)
    assert rows_for(scene.at(scene.reading.at_pair(2, 1)), 3, 118)[0][0].endswith(", pinned by you.")


def test_a_passage_whose_links_a_filter_hides_is_not_called_without_counterpart() -> None:
    scene = scene_of()
    scene = scene.at(scene.reading.with_topic(2).at_passage(Side.LEFT, 2))
    said = rows_for(scene, 3, 118)[0][1]
    assert (
        said == "The filter hides its links. The best is to “Survivors have told of panic on …” (score 72)."
    )
    alone = scene.at(scene.reading.at_passage(Side.LEFT, 7))
    assert rows_for(alone, 3, 118)[0][1].startswith("No counterpart from score 50 on. Closest: ")


def test_while_links_are_refined_nothing_is_said_to_be_without_counterpart() -> None:
    scene = scene_of(replace(ferry(), links=()))
    scene = scene.at(scene.reading.at_passage(Side.LEFT, 2))
    refining = replace(scene, pending="links by words, refining ...")
    assert rows_for(refining, 3, 118)[0][1] == "No similar passage so far."
    assert rows_for(scene, 3, 118)[0][1] == "No similar passage in the other article."


def test_a_link_between_reports_of_perhaps_different_events_says_so() -> None:
    scene = scene_of(replace(ferry(), notice="These may be about different events"))
    rows = rows_for(scene.at(scene.reading.at_pair(2, 1)), 3, 118)
    assert rows[0][0] == "Same statement (score 72), perhaps of different events."


def test_a_difference_between_passages_that_no_link_joins_is_told() -> None:
    fire, blaze = (Fact(FactKind.WORDING, value=word) for word in ("fire", "blaze"))
    entry = Difference(FactKind.WORDING, State.DIFFERS, fire, blaze, 0, 5)
    scene = at_pair(0, 5)
    assert scene.reading.link is None
    rows = rows_for(replace(scene, ledger=Ledger((entry,))), 3, 118)
    assert rows == [("", "No link joins these two. Listed as wording fire here, blaze there.")]


def test_only_values_that_cannot_both_be_right_are_called_a_disagreement() -> None:
    twelve, fifteen = (Fact(FactKind.NUMBER, value=number) for number in ("12", "15"))
    lost, longer = (Fact(FactKind.QUOTATION, value=words) for words in ("we lost it", "we lost it at sea"))
    cut = Fact(FactKind.QUOTATION, value="and never again")
    number = Difference(FactKind.NUMBER, State.DIFFERS, twelve, fifteen, 2, 1)
    words = Difference(FactKind.QUOTATION, State.DIFFERS, lost, longer, 2, 1)
    shorter = Difference(FactKind.QUOTATION, State.DIFFERS, cut, None, 2, 1)

    def told(*entries: Difference, side: Side = Side.LEFT) -> str:
        return rows_for(replace(at_pair(2, 1, side), ledger=Ledger(entries)), 3, 200)[0][1]

    assert told(words) == "Told otherwise: quotation we lost it here, we lost it at sea there."
    assert told(shorter) == "Told otherwise: quotation and never again here, nothing there."
    assert told(words, number, side=Side.RIGHT) == (
        "They disagree: number 15 here, 12 there. "
        "Told otherwise: quotation we lost it at sea here, we lost it there."
    )


def test_it_names_the_key_that_the_configuration_has() -> None:
    scene = replace(scene_of(), keys=KeySigns({"counterpart.next": "f8"}))
    assert rows_for(scene, 3, 118)[0][1].endswith(": f8 goes to the best.")
