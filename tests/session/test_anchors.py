from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import article
from tests.session.examples import ferry
from tui.model import Article
from tui.session.anchors import MIN_SIMILARITY, Anchor, PassageFinder
from tui.sources.load import bundled_pair, load

WORDS = (
    "ferry harbour council minister fire rescue sanctions grain winter summit border troops peace market "
    "students doctors election river bridge storm prices wages court judge engine tunnel airport strike"
).split()
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=6, max_size=18).map(lambda words: " ".join(words) + ".")
TEXT = st.lists(SENTENCE, min_size=1, max_size=12, unique=True)


def anchor_in(text: Article, index: int) -> Anchor:
    return PassageFinder(text).anchor("source", index)


def text_found(text: Article, anchor: Anchor) -> str | None:
    index = PassageFinder(text).find(anchor)
    return None if index is None else text.passages[index].text


@pytest.mark.slow
@given(TEXT, st.data(), st.lists(SENTENCE, max_size=5))
@settings(deadline=None, max_examples=80)
def test_a_passage_is_found_again_wherever_text_is_put_in(
    sentences: list[str], data: st.DataObject, more: list[str]
) -> None:
    index = data.draw(st.integers(0, len(sentences) - 1))
    at = data.draw(st.integers(0, len(sentences)))
    changed = article((*sentences[:at], *more, *sentences[at:]))
    assert text_found(changed, anchor_in(article(tuple(sentences)), index)) == sentences[index]


@given(TEXT, st.data())
@settings(deadline=None, max_examples=80)
def test_equal_passages_are_distinguished_by_their_neighbours(
    sentences: list[str], data: st.DataObject
) -> None:
    twice = (*sentences, "One more thing was said.", *sentences)
    index = data.draw(st.integers(0, len(twice) - 1))
    changed = article(("Something new has been put before all of it.", *twice))
    assert PassageFinder(changed).find(anchor_in(article(twice), index)) == index + 1


def test_a_corrected_typo_does_not_lose_the_passage() -> None:
    text = ferry(("vessel", "vesel"))
    assert text_found(ferry(), anchor_in(text, 3)) == ferry().passages[3].text


def test_a_sentence_with_another_number_between_its_neighbours_is_the_same() -> None:
    changed = ferry(("at least 12 people late on Tuesday", "no fewer than 15 men and women on Tuesday night"))
    assert text_found(changed, anchor_in(ferry(), 2)) == changed.passages[2].text


def test_a_passage_located_before_is_found_without_comparing_texts_again() -> None:
    changed = ferry(("vessel", "vesel"))
    same, gone = anchor_in(ferry(), 3), Anchor("", 2, "A sentence that nobody wrote.")
    finder = PassageFinder(changed, {same: 5, gone: 6})
    assert (finder.find(same), finder.find(gone)) == (5, 6)
    assert finder.find(anchor_in(ferry(), 4)) == 4, "what is still there is looked for in the text"


BEFORE, AFTER = "Nobody slept that night.", "Families waited at the port."
WHOLE = "The ship had twice been warned about faulty sprinklers, and nobody did a thing."
PARTS = "The ship had twice been warned about faulty sprinklers.", "And nobody did a thing."


def test_a_sentence_split_in_two_is_found_at_its_longer_part() -> None:
    anchor = anchor_in(article((BEFORE, WHOLE, AFTER)), 1)
    assert text_found(article((BEFORE, *PARTS, AFTER)), anchor) == PARTS[0]


def test_a_sentence_joined_to_the_next_is_found_in_it() -> None:
    anchor = anchor_in(article((BEFORE, *PARTS, AFTER)), 1)
    assert text_found(article((BEFORE, f"{WHOLE} {WHOLE}", AFTER)), anchor) == f"{WHOLE} {WHOLE}"


def test_the_same_words_quoted_elsewhere_are_not_the_passage() -> None:
    anchor = anchor_in(article((BEFORE, PARTS[0], AFTER)), 1)
    elsewhere = (
        f"In May an inspector wrote: “{PARTS[0]}” He has since left the yard where the ship was built."
    )
    assert (
        text_found(article((BEFORE, AFTER, "It was a warm day.", elsewhere, "It ended so.")), anchor) is None
    )


def test_a_passage_that_is_gone_is_lost_and_not_taken_for_another() -> None:
    pair = [load(source) for source in bundled_pair()]
    for text in pair:
        for passage in text.passages:
            rest = article(tuple(p.text for p in text.passages if p.index != passage.index))
            assert text_found(rest, anchor_in(text, passage.index)) is None, passage.text


def test_no_anchor_is_found_in_an_empty_article() -> None:
    assert PassageFinder(Article()).find(anchor_in(ferry(), 3)) is None
    assert MIN_SIMILARITY < 100
