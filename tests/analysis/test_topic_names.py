"""Words, persons and keywords that names of topics are made of."""

from __future__ import annotations

from collections.abc import Sequence, Set

import pytest

from tests.analysis.articles import article
from tui.analysis.keyword_groups import MEETINGS, keyword_groups
from tui.analysis.name_candidates import NameCandidates
from tui.analysis.noun_phrases import noun_phrases
from tui.analysis.profile import profiles
from tui.analysis.speakers import persons
from tui.analysis.topic_names import same_thing
from tui.analysis.topics import name_topics
from tui.analysis.word_tags import is_role, names_within, word_tags


def phrases(text: str) -> set[str]:
    own = profiles(article([text], language="en"))
    tags = word_tags(own[0], names_within(own))
    return {own[0].text_of(phrase.first, phrase.last) for phrase in noun_phrases(own[0], tags)}


def test_a_compound_is_not_cut_at_its_hyphen() -> None:
    found = phrases("The court allowed same-sex marriage after a 225-page report.")
    assert {"same-sex marriage", "225-page report"} <= found
    assert not {"sex marriage", "page report", "same-sex"} & found


def test_what_a_name_does_is_no_part_of_a_phrase() -> None:
    assert not any("plans" in phrase for phrase in phrases("Yesterday Ostra plans the harvest."))


def test_a_phrase_with_a_verb_or_cut_out_of_a_name_is_none() -> None:
    assert not {"Duric oversaw", "supports same-sex marriage", "people coming"} & phrases(
        "Yesterday Duric oversaw the harvest, supports same-sex marriage and saw people coming."
    )
    assert not any("hour" in phrase for phrase in phrases("They finished a 40 hour training program."))
    assert not any(phrase.startswith("I") for phrase in phrases("“Now I’m fine,” he said."))
    assert not {"Duric lied", "Kessel spoke"} & phrases("Yesterday Duric lied, and Kessel spoke.")
    assert "Ostra" not in phrases("It ended the Ostra “crisis” at last.")


def test_a_noun_of_a_preposition_names_nothing() -> None:
    found = phrases("They spoke on behalf of the harvest council, in addition to the steel tariffs.")
    assert not any("behalf" in phrase or "addition" in phrase for phrase in found)
    assert {"harvest council", "steel tariffs"} <= found
    assert "new addition to the mill" in phrases("They saw a new addition to the mill.")


def test_a_phrase_does_not_begin_within_a_word_with_a_blank() -> None:
    assert "laden statement" not in phrases("He issued a [curse]-laden statement.")


def test_a_middle_initial_does_not_part_a_name() -> None:
    own = profiles(article(["Now Ada F. Duric said no.", "But Duric failed, and Duric left."], language="en"))
    found = persons(own, {k: word_tags(profile) for k, profile in enumerate(own)})
    assert [person.name for person in found] == ["Duric"]


def test_offices_are_told_from_groups_of_people() -> None:
    assert is_role("governor") and is_role("host")
    assert not is_role("governors") and not is_role("harvest")


def test_a_person_has_a_title_or_a_first_name_and_goes_by_one_word() -> None:
    own = profiles(
        article(
            ["Now Ada Duric said no.", "But Duric added that Kessel Bank of Ostra failed."], language="en"
        )
    )
    found = persons(own, {k: word_tags(profile) for k, profile in enumerate(own)})
    assert [(person.name, person.passages, person.speaking) for person in found] == [
        ("Duric", frozenset({0, 1}), frozenset({0, 1}))
    ]


def test_a_capital_word_after_a_title_and_a_comma_is_no_person() -> None:
    own = profiles(article(["As president, I'll end it.", "Now I'll say it, and I'll go."], language="en"))
    assert persons(own, {k: word_tags(profile) for k, profile in enumerate(own)}) == []


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("Duric later said that the bank failed.", True),
        ("Duric, head of the bank since May, announced it.", True),
        ("Duric (D-Ostra) on Monday urged them to stay.", True),
        ("“It failed,” said the lawyer, Ada Duric.", True),
        ("It failed, according to Ada Duric.", True),
        ("Duric's angry letter came on Monday.", True),
        ("They accused Duric of a theft.", False),
        ("Kessel said Duric failed.", False),
        ("“Duric failed,” he said.", False),
        ("The wife of Duric left. Kessel said so.", False),
        ("Duric's bank failed, Kessel said.", False),
    ],
)
def test_a_person_speaks_who_is_the_subject_of_a_verb_of_saying(text: str, speaks: bool) -> None:
    own = profiles(article(["Now Ada Duric and Jo Kessel failed, and Duric left.", text], language="en"))
    names = names_within(own)
    found = persons(own, {k: word_tags(profile, names) for k, profile in enumerate(own)})
    [duric] = [person for person in found if person.name == "Duric"]
    assert (1 in duric.speaking) == speaks


def test_a_person_is_put_beside_no_phrase_that_stands_elsewhere() -> None:
    rest = ("The harvest was poor.", "Rain fell.", "Nothing else happened.", "The mill closed.")
    about = (
        "Ada Duric or Jo Kessel will win.",
        "Now Duric was there with Kessel.",
        "Now Kessel and the steel tariffs are there.",
        "The steel tariffs are said to hurt Kessel.",
    )
    [label] = names_of((*about, *rest), (*about, *rest), {0, 1, 2, 3, 8, 9, 10, 11})
    assert label == "steel tariffs (Kessel)"


def test_no_one_is_said_to_speak_of_what_another_says() -> None:
    rest = ("The harvest was poor.", "Rain fell.", "Nothing else happened.", "The mill closed.")
    about = (
        "The steel tariffs hurt Ada Duric, Jo Kessel said.",
        "Now Duric and the steel tariffs are there.",
    )
    [label] = names_of((*about, *rest), (*about, *rest), {0, 1, 6, 7})
    assert label == "steel tariffs (Duric)"
    own = ("Ada Duric said that the steel tariffs failed.", "Duric argued that the steel tariffs must go.")
    [label] = names_of((*own, *rest), (*own, *rest), {0, 1, 6, 7})
    assert label == "Duric on steel tariffs"


LEFT = (
    "Harsh sanctions hit trade.",
    "The sanctions failed.",
    "A long speech about the harsh sanctions.",
)
RIGHT = ("New sanctions came.", "The harvest was poor.")


def test_a_word_of_both_articles_makes_a_group_that_no_other_covers() -> None:
    left, right = (profiles(article(list(side), language="en")) for side in (LEFT, RIGHT))
    words = NameCandidates(left, right, [])
    chances = [{j: 0.5 for j in range(5) if j != i} for i in range(5)]
    group = frozenset({0, 1, 2, 3})
    assert group in [own for _, own in keyword_groups(words, chances, [])]
    assert group not in [own for _, own in keyword_groups(words, chances, [group])]


def test_a_topic_by_a_word_has_it_in_its_name_and_comes_once() -> None:
    left, right = (profiles(article(list(side), language="en")) for side in (LEFT, RIGHT))
    group = frozenset({0, 1, 2, 3})
    groups = [frozenset({2, 4}), frozenset({0, 3})]
    stem = left[1].stems[1]
    named = name_topics(NameCandidates(left, right, groups), groups, [(frozenset({stem}), group)] * 2)
    labels = [name.label for name, own in named]
    assert sum("sanctions" in label for label in labels) == 1


def test_words_for_a_meeting_make_one_group_without_another_meeting() -> None:
    left, right = (
        profiles(article(list(side), language="en"))
        for side in (
            ("Both leaders met.", "The summit was short.", "Farmers will meet elsewhere."),
            ("The visit was a success.", "The harvest was poor."),
        )
    )
    near = {k: {m: 0.4 for m in (0, 1, 3) if m != k} for k in (0, 1, 3)}
    chances = [near.get(k, {}) for k in range(5)]
    words = NameCandidates(left, right, [])
    assert keyword_groups(words, chances, []) == [(MEETINGS, frozenset({0, 1, 3}))]


def names_of(left: Sequence[str], right: Sequence[str], group: Set[int]) -> list[str]:
    both = [profiles(article(list(side), language="en")) for side in (left, right)]
    groups = [frozenset(group)]
    return [name.label for name, _ in name_topics(NameCandidates(both[0], both[1], groups), groups)]


def test_a_second_phrase_joins_that_adds_what_a_reader_might_name() -> None:
    group = ("Steel tariffs were discussed.", "The fishery treaty was discussed.")
    rest = ("The harvest was poor.", "Rain fell.", "Nothing else happened.", "The mill closed.")
    [label] = names_of((*group, *rest), (*group, *rest), {0, 1, 6, 7})
    assert set(label.split(" and ")) == {"steel tariffs", "fishery treaty"}


def test_synonyms_are_the_same_thing() -> None:
    assert same_thing("talk", "negoti") and same_thing("harvest", "harvest")
    assert not same_thing("harvest", "talk")


def test_a_bare_name_is_no_name_of_a_topic_that_has_another() -> None:
    group = ("The Ostra harvest ministry was there.", "The Ostra harvest ministry signed a treaty.")
    rest = ("The mill was poor.", "Rain fell.", "Nothing else happened.", "The mill closed.")
    [label] = names_of((*group, *rest), (*group, *rest), {0, 1, 6, 7})
    assert "treaty" in label and not label.endswith("ministry")
