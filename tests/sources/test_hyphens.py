"""Words at a line's end: which hyphen only divides, and which belongs to the word."""

from __future__ import annotations

import pytest

from tui.sources.readers.hyphens import Dehyphenator

AUTOMATIC = ["They post-", "poned it and an-", "nounced that of-", "fers were wel-", "come."]
"""A paragraph of a text that was divided by a program, as its many hyphens show."""


def joined(*lines: str, others: tuple[str, ...] = ()) -> str:
    """The lines as one, within a text with automatic hyphens and other words."""
    return Dehyphenator([AUTOMATIC, list(others), list(lines)]).join(lines)


@pytest.mark.parametrize(
    ("line", "following", "whole"),
    [
        ("the govern-", "ment said", "the government said"),
        ("the presi-", "dential race", "the presidential race"),
        ("the ex-", "ecutive order", "the executive order"),
        ("an EDITO-", "RIAL", "an EDITORIAL"),
        ("Mitch Mc-", "Connell said", "Mitch McConnell said"),
        ("for her-", "self", "for herself"),
        ("a well-", "known man", "a well-known man"),
        ("a self-", "made man", "a self-made man"),
        ("a self-", "ish man", "a selfish man"),
        ("the so-", "called plan", "the so-called plan"),
        ("a so-", "cial plan", "a social plan"),
        ("a long-", "term plan", "a long-term plan"),
        ("a state-", "owned bank", "a state-owned bank"),
        ("his son-in-", "law came", "his son-in-law came"),
        ("the COVID-", "19 rules", "the COVID-19 rules"),
        ("from 2019-", "20 on", "from 2019-20 on"),
        ("Anglo-", "American rules", "Anglo-American rules"),
        ("by e-", "mail", "by e-mail"),
        ("two-", "and three-year plans", "two- and three-year plans"),
        ("die Vor-", "und Nachteile", "die Vor- und Nachteile"),
        ("die Bundes\u2010", "regierung", "die Bundesregierung"),
        ("it is - ", "so they said - ", "it is - so they said -"),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_where_it_belongs(line: str, following: str, whole: str) -> None:
    assert joined(line, following) == whole


def test_the_other_words_of_the_text_decide() -> None:
    assert joined("a re-", "cover plan") == "a recover plan"
    assert joined("a re-", "cover plan", others=("They re-cover sofas.",)) == "a re-cover plan"
    assert joined("a peace-", "keeper plan", others=("the peace and its keeper",)) == "a peace-keeper plan"


def test_the_parts_of_divided_words_are_no_words_of_the_text() -> None:
    blocks = [["the presi-", "dential race"], ["the presi-", "dential vote"], AUTOMATIC]
    assert Dehyphenator(blocks).join(blocks[0]) == "the presidential race"
