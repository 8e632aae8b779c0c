"""Words, persons and keywords that names of topics are made of."""

from __future__ import annotations

from tests.analysis.articles import article
from tui.analysis.keyword_groups import keyword_groups
from tui.analysis.name_candidates import NameCandidates
from tui.analysis.noun_phrases import noun_phrases
from tui.analysis.profile import profiles
from tui.analysis.speakers import persons
from tui.analysis.topics import name_topics
from tui.analysis.word_tags import names_within, word_tags


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
    named = name_topics(NameCandidates(left, right, groups), groups, [(stem, group), (stem, group)])
    labels = [name.label for name, own in named]
    assert sum("sanctions" in label for label in labels) == 1
