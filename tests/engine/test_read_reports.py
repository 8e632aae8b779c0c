"""Reports of a story that cannot be read: the others are compared, and why one is missing is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.engine.story_client import A, B, C
from tui.engine.pipeline import Send, read_source
from tui.engine.protocol import NamedSource, Source
from tui.engine.read_reports import read_reports
from tui.engine.story_report import read_story
from tui.model import Article
from tui.sources.errors import LoadError


@pytest.fixture
def gone(tmp_path: Path) -> Callable[[str], NamedSource]:
    return lambda name: NamedSource(str(tmp_path / name))


@pytest.fixture
def fails_at_c(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have reading report C end with an error that nobody expects."""

    def read(source: Source, send: Send | None = None) -> Article:
        if source is C:
            raise ZeroDivisionError
        return read_source(source, send)

    monkeypatch.setattr("tui.engine.read_reports.read_source", read)


def test_a_story_is_what_can_be_read_in_the_order_given(gone: Callable[[str], NamedSource]) -> None:
    story = read_story([gone("first"), A, gone("second"), B, C, gone("third")])
    assert story.articles == (A, B, C)
    assert story.sources == ("", "", "")
    assert [Path(one.name).name for one in story.missing] == ["first", "second", "third"]
    assert all("no such file" in one.reason for one in story.missing)


def test_fewer_than_two_reports_are_the_error_of_the_first_that_is_missing(
    gone: Callable[[str], NamedSource],
) -> None:
    with pytest.raises(LoadError, match="first"):
        read_story([gone("first"), A, gone("second")])


@pytest.mark.usefixtures("fails_at_c")
def test_an_error_that_nobody_expects_ends_a_report_but_not_what_is_on_the_screen() -> None:
    with pytest.raises(ZeroDivisionError):
        read_story([A, B, C])
    articles, names, missing = read_reports([(B, "b"), (C, "c")])
    assert (articles, names) == ([B], ["b"])
    assert [(one.name, one.reason) for one in missing] == [("c", "internal error (ZeroDivisionError)")]
