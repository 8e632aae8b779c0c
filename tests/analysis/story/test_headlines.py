"""A headline is no witness for, or against, what a body states."""

from __future__ import annotations

from itertools import chain

from msgspec.structs import replace

from tests.analysis.articles import article
from tests.analysis.story.stories import link
from tui.analysis.differences.ledger import all_differences
from tui.analysis.story.facts import story_facts
from tui.analysis.story.pair import compared_pair, new_story
from tui.analysis.story.statements import statement_at
from tui.model import Article, Comparison, Kind
from tui.model.difference import FactKind, State
from tui.model.statement import Cell
from tui.model.story import Story


def report(headline: int, *body: int) -> Article:
    """A report with a number in its headline and one in each sentence."""
    forms = "The blast killed {} workers at the plant.", "The blast that killed {} workers was heard far off."
    sentences = [form.format(number) for form, number in zip(forms, body, strict=False)]
    return article([f"Blast kills {headline} workers"], sentences, language="en", kinds={0: Kind.HEADLINE})


def told(*reports: Article) -> Story:
    """A story in which headlines are linked, and the sentences of the body one by one."""
    story = new_story(reports)
    for pair in story.all_pairs:
        left, right = (reports[k] for k in pair)
        ends = range(min(len(left.passages), len(right.passages)))
        comparison = Comparison(left, right, tuple(replace(link(k, k), same=90.0) for k in ends))
        story = story.with_pair(pair, compared_pair(comparison, all_differences(comparison, 50.0)))
    return story


def test_a_number_that_only_the_headline_gives_is_no_agreement() -> None:
    story = told(report(12, 12), report(12, 15))
    (entry,) = [e for e in story.pairs[0, 1].found if e.state is State.DIFFERS]
    assert (entry.kind, entry.pair) == (FactKind.NUMBER, (1, 1))
    assert statement_at(story, 0, 1).cell(1) is Cell.DIFFERS


def test_a_number_of_the_body_settles_that_of_a_headline() -> None:
    story = told(report(12, 15), report(15, 12))
    assert [(e.state, e.pair) for e in story.pairs[0, 1].found] == [(State.DIFFERS, (1, 1))]


def test_a_number_that_only_headlines_give_otherwise_is_no_dispute() -> None:
    story = told(report(12, 12), report(15, 12), report(15, 15))
    assert statement_at(story, 0, 1).cell(1) is Cell.STATED
    assert statement_at(story, 0, 1).cell(2) is Cell.DIFFERS
    (fact,) = story_facts(story)
    assert {version.value: version.reports for version in fact.versions} == {"12": (0, 1), "15": (2,)}
    places = chain.from_iterable(version.said for version in fact.versions)
    assert all(passage == 1 for (_, passage), _ in places)


def test_a_conflict_of_headlines_and_bodies_is_that_of_the_bodies() -> None:
    story = told(report(12, 12), report(15, 15))
    (entry,) = story.pairs[0, 1].found
    assert (entry.pair, entry.count, entry.elsewhere) == ((1, 1), 2, ((0, 0),))


def test_every_passage_with_a_conflict_told_twice_is_disputed() -> None:
    story = told(report(12, 12, 12), report(15, 15, 15))
    assert [statement_at(story, 0, k).cell(1) for k in (1, 2)] == [Cell.DIFFERS, Cell.DIFFERS]
