"""Acts in a passage as names of topics, and forms of verbs."""

from __future__ import annotations

import pytest

from tests.analysis.articles import article
from tui.analysis.act_phrases import act_phrases
from tui.analysis.profile import profiles
from tui.analysis.verb_forms import gerund
from tui.analysis.word_tags import names_within, word_tags

FIRST = "Now Ada Duric and the White House left."


def acts(text: str, language: str = "en") -> set[str]:
    own = profiles(article([FIRST, text], language=language))
    return {phrase.act for phrase in act_phrases(own[1], word_tags(own[1], names_within(own)))}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("She rejected the steel tariffs.", "rejecting the steel tariffs"),
        ("Yesterday Ada Duric rejected the steel tariffs.", "Ada Duric rejecting the steel tariffs"),
        ("Then Governor Duric rejected the tariffs.", "Duric rejecting the tariffs"),
        ("Yesterday the White House rejected the tariffs.", "White House rejecting the tariffs"),
        ("Now farmers have repeatedly criticized the tariffs.", "farmers criticizing the tariffs"),
        ("Ada Duric, who pulled out of the debate, left.", "Ada Duric pulling out of the debate"),
        ("Duric refused to end the strike.", "refusing to end the strike"),
        ("They urged the mill to end the strike.", "urging the mill to end the strike"),
        ("He accused the mill of abandoning the town.", "accusing the mill of abandoning the town"),
        ("They want to lift the ban on steel imports.", "lifting the ban on steel imports"),
        ("They will run for the senate.", "running for the senate"),
    ],
)
def test_an_act_is_a_verb_with_its_object_and_who_does_it(text: str, act: str) -> None:
    assert act in acts(text)


@pytest.mark.parametrize(
    "text",
    [
        "She did not reject the steel tariffs.",
        "The tariffs were rejected by the farmers.",
        "They read a politically connected newspaper.",
        "She said the tariffs failed.",
        "She made the tariffs.",
        "He demanded the mill immediately resign.",
        "The packages sent to the farmers failed.",
    ],
)
def test_what_is_denied_passive_vague_or_a_clause_is_no_act(text: str) -> None:
    assert not acts(text)


def test_a_name_after_a_preposition_does_nothing() -> None:
    assert acts("Critics of Ada Duric rejected the tariffs.") == {"rejecting the tariffs"}


def test_an_object_is_not_cut() -> None:
    assert acts("They hired William “Bo” Kessel.") == set()
    assert acts("They praised the mill of Ostra.") == {"praising the mill of Ostra"}


def test_an_act_upon_a_mere_name_needs_who_does_it() -> None:
    assert acts("Then she praised Ada Duric.") == set()
    assert acts("Then Governor Kessel praised Ada Duric.") == {"Kessel praising Ada Duric"}
    assert acts("Then she left the White House.") == set()
    assert acts("Then she visited the White House.") == {"visiting the White House"}


def test_only_english_has_acts() -> None:
    assert not acts("She rejected the steel tariffs.", language="de")


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("reject", "rejecting"), ("lies", "lying"), ("denied", "denying"), ("agreed", "agreeing"),
        ("admitted", "admitting"), ("admit", "admitting"), ("run", "running"), ("ran", "running"),
        ("vetoes", "vetoing"), ("take", "taking"), ("sought", "seeking"), ("misled", "misleading"),
        ("ending", "ending"), ("harvester", ""), ("exceed", "exceeding"), ("proceed", "proceeding"),
        ("succeed", "succeeding"), ("speed", "speeding"), ("exceeded", "exceeding"), ("need", "needing"),
        ("decreed", "decreeing"), ("embed", "embedding"), ("embeds", "embedding"), ("shred", "shredding"),
        ("embedded", "embedding"), ("lying", "lying"), ("dying", "dying"), ("doing", "doing"),
        ("bring", "bringing"),
    ],
)  # fmt: skip
def test_verbs_are_put_in_their_form_in_ing(verb: str, form: str) -> None:
    assert gerund(verb) == form
