"""Words, persons and keywords that names of topics are made of."""

from __future__ import annotations

from collections.abc import Sequence, Set

import pytest

from tests.analysis.articles import HARBOUR, STRIKE, article
from tui.analysis.encoder import Encoder
from tui.analysis.keyword_groups import MEETINGS, keyword_groups
from tui.analysis.name_candidates import NameCandidates
from tui.analysis.name_meaning import MOST_COMPARED, NameMeaning
from tui.analysis.noun_phrases import noun_phrases
from tui.analysis.profile import profiles
from tui.analysis.speakers import persons
from tui.analysis.topic_evidence import passage_vectors
from tui.analysis.topic_names import TopicNamer
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


def test_small_words_within_a_name_belong_to_it() -> None:
    found = phrases("The club praised Luis de la Fuente and Van Doren in June.")
    assert {"Luis de la Fuente", "Van Doren"} <= found
    assert not [phrase for phrase in found if phrase.startswith("la ") or phrase.endswith((" de", " la"))]


def test_pieces_of_amounts_and_addresses_are_no_part_of_a_phrase() -> None:
    assert "error of plus" not in phrases("The poll has a margin of error of plus or minus three points.")
    assert not [
        x for x in phrases("Skittles, wrote @HaroldJr pic.sample.com/9fHwog on Monday.") if "pic" in x
    ]


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


@pytest.mark.parametrize(
    ("text", "cut", "whole"),
    [
        ("They signed a petition urging him to go.", "petition urging", "petition"),
        ("An emergency declaration grants the mayor more power.", "declaration grants", "declaration"),
        ("They want 5 billion for the wall.", "billion for the wall", "wall"),
    ],
)
def test_a_phrase_that_ends_in_a_verb_or_begins_after_a_number_is_none(
    text: str, cut: str, whole: str
) -> None:
    found = phrases(text)
    assert not any(phrase.endswith(cut) for phrase in found)
    assert any(phrase.endswith(whole) for phrase in found)


def test_in_two_languages_names_are_phrases_as_they_stand() -> None:
    about = [
        "Jo Kessel told Ada Duric that the steel tariffs must go.",
        "Now Duric, Kessel and the steel tariffs are there.",
    ]
    left = profiles(article([*about, *REST], language="en"))
    right = profiles(article(["Kessel dijo que los aranceles al acero deben desaparecer."], language="es"))
    labels = [
        form.label for form, _ in TopicNamer(left, right, [frozenset({0, 1, 6})]).rows(frozenset({0, 1, 6}))
    ]
    assert "steel tariffs" in labels and not any("Kessel on" in label for label in labels)


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


REST = ("The harvest was poor.", "Rain fell.", "Nothing else happened.", "The mill closed.")


def forms_of(*about: str) -> set[str]:
    """What a topic of these passages of both articles may be called."""
    both = profiles(article([*about, *REST], language="en"))
    size = len(both)
    group = frozenset(k for side in (0, size) for k in range(side, side + len(about)))
    return {form.label for form, _ in TopicNamer(both, both, [group]).rows(group)}


def test_a_phrase_may_stand_after_who_speaks_of_it_and_nobody_else() -> None:
    found = forms_of(
        "Jo Kessel told Ada Duric that the steel tariffs must go.",
        "Now Duric, Kessel and the steel tariffs are there.",
    )
    assert {"steel tariffs", "Kessel on steel tariffs"} <= found
    assert not any(label.startswith("Duric on") for label in found)


def test_what_a_speaker_has_made_is_the_speakers() -> None:
    found = forms_of("Ada Duric read a harsh statement, Duric said.", "A harsh statement by Duric came.")
    assert "Duric’s harsh statement" in found and "Duric on harsh statement" not in found


@pytest.mark.parametrize(
    ("passages", "owner"),
    [
        (("Now Ada Duric left.", "Then Duric brought her steel tariffs."), "Duric"),
        (
            ("Now Jo Kessel and Ada Duric left.", "Then Duric spoke.", "Now her steel tariffs are gone."),
            "Duric",
        ),
        (("Ada Duric’s tariffs fell.", "Duric’s mill.", "Now their steel tariffs are gone."), ""),
    ],
)
def test_his_and_her_are_of_the_person_named_before(passages: tuple[str, ...], owner: str) -> None:
    owned = {label for label in forms_of(*passages) if label.endswith("’s steel tariffs")}
    assert owned == ({f"{owner}’s steel tariffs"} if owner else set())


def test_names_near_the_passages_in_meaning_come_first(encoder: Encoder) -> None:
    texts = ["The steel tariffs hurt the mills.", "Farmers fear a poor harvest.", "The ferry was late."]
    vectors = passage_vectors(encoder.encode(texts), encoder.encode(texts))
    meaning = NameMeaning(vectors, encoder.encode)
    labels = ["duties on metal", "crops of the year", "boat service"]
    nearness = meaning.nearness([labels] * 3 + [[]], [[0, 3], [1, 4], [2, 5], [0]])
    assert [near.index(max(near)) for near in nearness[:3]] == [0, 1, 2]
    assert nearness[3] == [] and all(-1 <= value <= 1 for near in nearness for value in near)


def test_the_best_by_words_are_ranked_by_meaning_and_stay_before_the_others(encoder: Encoder) -> None:
    both = [profiles(one) for one in (HARBOUR, STRIKE)]
    groups = [frozenset(range(len(both[0]) + len(both[1])))]
    encoded = [encoder.encode([p.passage.text for p in side]) for side in both]
    meaning = NameMeaning(passage_vectors(*encoded), encoder.encode)
    by_words = TopicNamer(both[0], both[1], groups).ranked(groups[0])
    [ranked] = TopicNamer(both[0], both[1], groups).by_meaning([by_words], meaning)
    labels, before = [name.form.label for name in ranked], [name.form.label for name in by_words]
    assert labels[MOST_COMPARED:] == before[MOST_COMPARED:] and len(before) > MOST_COMPARED
    assert sorted(labels) == sorted(before) and labels != before
    worths = [name.worth for name in ranked[:MOST_COMPARED]]
    assert worths == sorted(worths, reverse=True)


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


def test_a_bare_name_is_no_name_of_a_topic_that_has_another() -> None:
    group = ("The Ostra harvest ministry was there.", "The Ostra harvest ministry signed a treaty.")
    [label] = names_of((*group, *REST), (*group, *REST), {0, 1, 6, 7})
    assert "treaty" in label and not label.endswith("ministry")


def test_groups_whose_names_say_the_same_are_one_topic() -> None:
    left = (
        "The union wants the strict gun law.",
        "The strict gun law was debated.",
        "The summer festival of Kessel opened.",
        "Strict weapons legislation was proposed.",
    )
    right = (
        "The strict gun law is wanted.",
        "The festival of Kessel has opened.",
        "Strict weapons legislation was proposed by many.",
    )
    both = [profiles(article(list(side), language="en")) for side in (left, right)]
    groups = [frozenset({0, 1, 4}), frozenset({2, 5}), frozenset({3, 6})]
    named = name_topics(NameCandidates(both[0], both[1], groups), groups)
    assert [group for _, group in named] == [frozenset({0, 1, 3, 4, 6}), frozenset({2, 5})]
    assert named[0][0].label == "strict gun law"


@pytest.mark.parametrize(("phrase", "labels"), [("peace talks", 1), ("stone bridges", 2)])
def test_names_about_one_thing_are_one_topic_where_half_is_common(phrase: str, labels: int) -> None:
    left = (
        "The negotiation with Ostra began on the river.",
        f"The {phrase} went on.",
        "The negotiation with Ostra was a negotiation of envoys.",
    )
    right = ("The negotiation with Ostra is over.", f"The {phrase} are old.")
    both = [profiles(article(list(side), language="en")) for side in (left, right)]
    groups = [frozenset({0, 1, 2, 3}), frozenset({1, 4})]
    named = name_topics(NameCandidates(both[0], both[1], groups), groups)
    assert [name.label for name, _ in named] == ["negotiation with Ostra", phrase][:labels]
    assert frozenset().union(*(group for _, group in named)) == frozenset(range(5))


def test_a_topic_that_a_larger_one_has_is_none_whatever_its_name() -> None:
    left = ("The negotiation with Ostra began.", "The stone bridges of the negotiation are old.")
    right = ("The negotiation with Ostra is over.", "Stone bridges are old.", "Old are the stone bridges.")
    both = [profiles(article(list(side), language="en")) for side in (left, right)]
    within, beside = frozenset({1, 3}), frozenset({1, 4})
    for other, count in ((within, 1), (beside, 2)):
        groups = [frozenset({0, 1, 2, 3}), other]
        named = name_topics(NameCandidates(both[0], both[1], groups), groups)
        assert [group for _, group in named] == groups[:count]


def test_names_that_share_less_than_that_stay_two_topics() -> None:
    left = ("The union wants the strict gun law.", "The strict border guard was debated.")
    right = ("The strict gun law is wanted.", "The strict border guard is wanted.")
    both = [profiles(article(list(side), language="en")) for side in (left, right)]
    groups = [frozenset({0, 2}), frozenset({1, 3})]
    named = name_topics(NameCandidates(both[0], both[1], groups), groups)
    assert [group for _, group in named] == groups
