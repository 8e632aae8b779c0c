"""The interface for Python: three functions, to be used as the docstring of `tui` tells."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys

import pytest

import tui
from tui.report import FORMATS
from tui.sources.load import bundled_pair


def run(code: str, *arguments: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    return done.stdout


def test_two_sources_become_a_report_in_three_calls() -> None:
    from tui import compare, load, render

    left, right = bundled_pair()
    comparison = compare(load(left), load(right))
    document = json.loads(render(comparison, "json"))
    assert document["settings"]["threshold"] == comparison.threshold
    assert len(document["links"]) == len(comparison.links_from(comparison.threshold))


def test_more_sources_become_a_story() -> None:
    from tests.report.stories import five
    from tui import compare, render

    articles = five().articles[:3]
    story = compare(*articles)
    assert story.complete
    assert story.pairs[1, 2].comparison == compare(articles[1], articles[2])
    assert render(story, "text").startswith("3 reports of one story")
    with pytest.raises(ValueError, match="at most 12 reports"):
        compare(*articles, *articles, *articles, *articles, articles[0])


@pytest.mark.parametrize(
    "first",
    ["", "import tui.sources.load", "from tui.sources.clean import clean_line", "import tui.cli.main"],
)
def test_it_does_not_matter_what_was_imported_before(first: str) -> None:
    code = f"{first}\nimport sys\nfrom tui import load\nprint(load(sys.argv[1]).title)"
    assert run(code, bundled_pair()[0]).startswith("China presses Putin")


def test_a_source_that_cannot_be_read_raises_what_the_docstring_says() -> None:
    with pytest.raises(tui.LoadError, match=r"gone\.txt"):
        tui.load("gone.txt")


def test_importing_tui_imports_nothing_of_ours() -> None:
    code = "import sys, tui; print([m for m in sys.modules if m.startswith('tui.')], 'jinja2' in sys.modules)"
    assert run(code) == "[] False\n"


def test_what_tui_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'poem'"):
        _ = tui.poem  # type: ignore[attr-defined]


def test_what_is_offered_has_a_docstring() -> None:
    for function in (tui.compare, tui.render, tui.load):
        assert inspect.getdoc(function)


def test_the_docstring_names_every_format() -> None:
    assert tui.__doc__
    assert [name for name in FORMATS if f'"{name}"' not in tui.__doc__] == []
