"""Words for one thing that colour it differently."""

from __future__ import annotations

import pytest

from tests.analysis.differences.test_same_place import compared, texts
from tui.analysis.differences.loaded_words import SAYING, list_of_families
from tui.model.difference import FactKind, Section


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("The shooting at the mill shook Brelling.", "The massacre at the mill shook Brelling.",
         [("shooting", "massacre")]),
        ("The two firms coordinated their prices.", "The two firms colluded on their prices.",
         [("coordinated", "colluded")]),
        ("He improperly used the fund.", "He illegally used the fund.", [("improperly", "illegally")]),
    ],
)  # fmt: skip
def test_loaded_words_in_one_place_have_a_section(
    left: str, right: str, words: list[tuple[str, str]]
) -> None:
    entries = compared(left, right, *[(*pair, 0.5) for pair in words])
    assert texts(entries, FactKind.LOADED_WORD) == words
    loaded = [entry for entry in entries if entry.kind is FactKind.LOADED_WORD]
    assert all(e.section is Section.LOADED_WORDS and not (e.default or e.conflict) for e in loaded)


def test_verbs_of_saying_are_compared_where_the_same_person_speaks() -> None:
    said, claimed = "The mayor said the bridge was safe.", "The mayor claimed the bridge was safe."
    verbs, mayor = ("said", "claimed", 0.5), ("mayor", "mayor", 0.9)
    assert texts(compared(said, claimed, mayor, verbs, same=99.0), FactKind.LOADED_WORD) == [
        ("said", "claimed")
    ]
    other = "The guard claimed the bridge was safe."
    guard = ("mayor", "guard", 0.5)
    assert texts(compared(said, other, guard, verbs, same=99.0), FactKind.LOADED_WORD) == []


def test_a_speaker_is_looked_for_up_to_both_ends_of_a_passage() -> None:
    left, right = "The bridge was safe, Lang said.", "Lang claimed the bridge was safe."
    verbs, speaker = ("said", "claimed", 0.5), ("Lang", "Lang", 0.9)
    assert texts(compared(left, right, verbs, same=99.0), FactKind.LOADED_WORD) == []
    entries = compared(left, right, speaker, verbs, same=99.0)
    assert texts(entries, FactKind.LOADED_WORD) == [("said", "claimed")]


def test_of_expressions_in_one_place_the_longest_is_listed() -> None:
    entries = compared(
        "Reports of sexual misconduct surfaced.", "Reports of sexual harassment surfaced.",
        ("sexual", "sexual", 0.9), ("misconduct", "harassment", 0.8),
    )  # fmt: skip
    assert texts(entries, FactKind.LOADED_WORD) == [("sexual misconduct", "sexual harassment")]


def test_what_is_listed_as_a_loaded_word_is_no_other_wording_too() -> None:
    entries = compared(
        "Officials called the shooting of ten miners a shame.",
        "Officials called the massacre of ten miners a shame.",
        ("called", "called", 0.9), ("shooting", "massacre", 0.5), ("miners", "miners", 0.9),
    )  # fmt: skip
    assert [entry.kind for entry in entries] == [FactKind.LOADED_WORD]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        # words of one group
        ("He criticized the plan.", "He denounced the plan.", 99.0),
        # the other article has both
        ("The mayor said it was safe.", "The mayor claimed, and said again, it was safe.", 99.0),
        # passages that may not say the same
        ("He improperly used it.", "He illegally used it.", 65.0),
    ],
)  # fmt: skip
def test_words_that_colour_nothing_are_not_listed(left: str, right: str, same: float) -> None:
    words = [(left.split()[k], right.split()[k].rstrip(","), 0.6) for k in (1, 2)]
    assert texts(compared(left, right, *words, same=same), FactKind.LOADED_WORD) == []


@pytest.mark.parametrize(
    ("same", "similarity", "sure"), [(94.0, 0.6, False), (96.0, 0.6, True), (96.0, 0.4, False)]
)
def test_entries_of_passages_and_words_that_may_say_two_things_are_less_sure(
    same: float, similarity: float, sure: bool
) -> None:
    words = ("improperly", "illegally", similarity)
    entries = compared("He improperly used the fund.", "He illegally used the fund.", words, same=same)
    assert [(entry.kind, entry.unsure) for entry in entries] == [(FactKind.LOADED_WORD, not sure)]


@pytest.mark.parametrize(("similarity", "listed"), [(0.25, False), (0.35, True)])
def test_aligned_words_must_be_alike(similarity: float, listed: bool) -> None:
    words = ("improperly", "illegally", similarity)
    entries = compared("He improperly used the fund.", "He illegally used the fund.", words)
    assert bool(texts(entries, FactKind.LOADED_WORD)) is listed


def test_a_word_with_the_stem_of_a_listed_one_and_another_sense_is_none() -> None:
    def listed(word: str) -> list[tuple[str, str]]:
        words = (word, "retaliation", 0.6)
        entries = compared(f"They told of their {word}.", "They told of their retaliation.", *[words])
        return texts(entries, FactKind.LOADED_WORD)

    assert listed("response") == [("response", "retaliation")]
    assert listed("responsibility") == []


def test_words_in_other_places_are_not_compared() -> None:
    entries = compared(
        "A mob met at noon, he said.", "The crowd, he claimed, met at noon.", ("met", "met", 0.9)
    )
    assert texts(entries, FactKind.LOADED_WORD) == []


def test_no_word_is_in_two_groups_of_a_family_and_saying_comes_first() -> None:
    families = list_of_families()
    for word, places in families.items():
        assert len({*places}) == len({family for family, _ in places}), word
    assert (SAYING, 0) in families["say",]
    groups = {place for places in families.values() for place in places}
    assert all((family, 1) in groups for family, _ in groups)
