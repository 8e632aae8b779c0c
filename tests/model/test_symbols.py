"""Signs and words of relations: one table for the screen and all reports."""

from __future__ import annotations

import pytest

from tui.layout.wrap import fit
from tui.model import Evidence, Link, Relation
from tui.model.symbols import ASCII, UNICODE, Symbols, relation_text, to_ascii

LINKS = {
    "same words": Link(0, 0, 90, Relation.SAME, Evidence(same_words=True)),
    "same statement": Link(0, 0, 90, Relation.SAME),
    "related": Link(0, 0, 90, Relation.RELATED),
    "weak": Link(0, 0, 20, Relation.SAME, Evidence(same_words=True)),
}


@pytest.mark.parametrize("symbols", [UNICODE, ASCII])
def test_each_relation_has_one_sign_and_one_name(symbols: Symbols) -> None:
    assert dict(symbols.of_relations) == {symbols.of(link): name for name, link in LINKS.items()}
    assert {name: relation_text(link) for name, link in LINKS.items()} == {name: name for name in LINKS}


def test_the_signs_of_ascii_are_in_ascii() -> None:
    assert [sign for sign, _ in ASCII.of_relations] == ["=", "~", "-", "?"]
    assert all(sign.isascii() for sign, _ in ASCII.of_relations)


def test_in_ascii_what_is_cut_does_not_end_like_a_sentence() -> None:
    assert to_ascii(fit("the president answered", 14)) == "the president~"
    assert to_ascii("A · B…") == "A - B~"
