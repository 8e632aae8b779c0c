"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from tui.sources.lazy_pattern import lazy_pattern


def test_all_methods_are_those_of_the_compiled_pattern() -> None:
    lazy, compiled = lazy_pattern(r"(\w)\d", re.I), re.compile(r"(\w)\d", re.I)
    for text in ("A1 b2", "", "no digit"):
        for method in ("match", "search", "fullmatch"):
            ours, theirs = getattr(lazy, method)(text, 0, 5), getattr(compiled, method)(text, 0, 5)
            assert (ours and ours.span()) == (theirs and theirs.span())
        assert [m[1] for m in lazy.finditer(text)] == [m[1] for m in compiled.finditer(text)]
        assert lazy.findall(text) == compiled.findall(text)
        assert lazy.split(text) == compiled.split(text)
        assert lazy.subn("x", text) == compiled.subn("x", text)
        assert lazy.sub("x", text) == compiled.sub("x", text)


def test_a_pattern_of_bytes_matches_bytes() -> None:
    assert lazy_pattern(rb"\d+").findall(b"12 a 3") == [b"12", b"3"]


def test_a_pattern_is_compiled_at_its_first_use_and_not_before() -> None:
    wrong = lazy_pattern("(")
    with pytest.raises(re.error):
        wrong.match("")


def test_other_attributes_of_a_pattern_are_refused() -> None:
    with pytest.raises(AttributeError, match="groups"):
        _ = lazy_pattern("a").groups
