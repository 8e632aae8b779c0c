from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.analysis.differences.scoring import SentencePair, article, barely_linked, linked, sentence_pairs
from tui.analysis.comparability import language_note
from tui.analysis.differences.distinctive_words import distinctive_words
from tui.analysis.differences.ledger import all_differences, differences
from tui.analysis.differences.quotation_pairs import quotation_pairs
from tui.analysis.differences.word_choice import word_pairs
from tui.model import Article, Comparison, Link, Relation, Side
from tui.model.difference import Difference, FactKind, State

ODD = [
    "½",
    "²",
    "٣",
    "1e9",
    "9:99",
    "Feb. 31",
    "on the 99th",
    "$",
    "%",
    "“",
    "”",
    "34-",
    "–",
    "12,",
    "1,2,3",
    "İ",
]
VOCABULARY = sorted({word for pair in sentence_pairs() for word in f"{pair.left} {pair.right}".split()})
SENTENCES = st.one_of(
    st.lists(st.sampled_from(VOCABULARY + ODD), min_size=1, max_size=25).map(" ".join),
    st.text(min_size=1, max_size=50),
)
DAYS = st.sampled_from(["2023-03-21", "", "yesterday", "0001-01-01", "9999-12-31"])
LANGUAGES = st.sampled_from(["en", "en", "de", "zh", "", "xx"])


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    left, right = (
        article(
            *draw(st.lists(SENTENCES, min_size=1, max_size=3)), published=draw(DAYS), language=draw(LANGUAGES)
        )
        for _ in range(2)
    )
    ends = st.tuples(st.integers(0, len(left.passages) - 1), st.integers(0, len(right.passages) - 1))
    chosen = draw(st.sets(ends, max_size=5))
    links = tuple(
        Link(i, j, draw(st.floats(0, 100)), draw(st.sampled_from(Relation))) for i, j in sorted(chosen)
    )
    return Comparison(left, right, links)


def turned(comparison: Comparison) -> Comparison:
    links = [replace(link, left=link.right, right=link.left) for link in comparison.links]
    return Comparison(comparison.right, comparison.left, tuple(sorted(links, key=lambda link: link.pair)))


def mirrored(entry: Difference) -> Difference:
    states = {State.ONLY_LEFT: State.ONLY_RIGHT, State.ONLY_RIGHT: State.ONLY_LEFT}
    return replace(
        entry,
        state=states.get(entry.state, entry.state),
        left=entry.right,
        right=entry.left,
        left_passage=entry.right_passage,
        right_passage=entry.left_passage,
        elsewhere=tuple(sorted((right, left) for left, right in entry.elsewhere)),
        note="",
    )


@settings(deadline=None)
@given(comparisons())
def test_whatever_the_texts_are_spans_cut_them(comparison: Comparison) -> None:
    for entry in all_differences(comparison, 0.0):
        for side in Side:
            fact = entry.at(side)
            if fact:
                passage = comparison.article(side).passages[entry.passage_at(side)].span
                assert fact.span.cut(comparison.article(side).text) == fact.text
                assert passage.start <= fact.span.start <= fact.span.end <= passage.end
    word_pairs(comparison, 0.0)
    distinctive_words(comparison)
    for pair in quotation_pairs(comparison, 0.0):
        assert 0 <= pair.left.start < pair.left.end <= len(comparison.left.text)


@settings(deadline=None)
@given(comparisons())
def test_the_other_way_round_the_differences_are_the_same(comparison: Comparison) -> None:
    here = sorted(repr(replace(entry, note="")) for entry in all_differences(comparison, 0.0))
    there = sorted(repr(mirrored(entry)) for entry in all_differences(turned(comparison), 0.0))
    assert here == there


def test_an_article_says_nothing_else_than_itself() -> None:
    for pair in sentence_pairs():
        alike = article(pair.left)
        assert not [
            entry for entry in differences(linked(alike, alike, (0, 0)), 0.0) if entry.state is State.DIFFERS
        ]


def test_a_missing_side_is_none() -> None:
    comparison = SentencePair(1, "Twelve men were rescued.", "The men were rescued.").comparison()
    (entry,) = differences(comparison, 50.0)
    assert (entry.state, entry.right) == (State.ONLY_LEFT, None)


def test_a_value_that_another_linked_passage_has_is_no_disagreement() -> None:
    left = article("The blast killed 12 workers at the plant.")
    right = article(
        "The blast killed 15 workers in the region.", "At the plant 12 workers were killed by the blast."
    )
    entries = differences(linked(left, right, (0, 0), (0, 1)), 50.0)
    assert not [entry for entry in entries if entry.state is State.DIFFERS]


def test_weaker_links_than_the_threshold_are_not_compared() -> None:
    comparison = SentencePair(1, "The blast killed 12 workers.", "The blast killed 15 workers.").comparison()
    weak = replace(comparison, links=tuple(replace(link, score=20.0) for link in comparison.links))
    assert differences(weak, 50.0) == ()


def test_the_ledger_is_sorted_by_kind_and_weight() -> None:
    left = article(
        "The blast killed 12 workers and cost $3 million.", "On Monday 40 houses burned in the valley."
    )
    right = article(
        "The blast killed 15 workers and cost $5 million.", "On Monday 60 houses burned in the valley."
    )
    entries = differences(linked(left, right, (0, 0), (1, 1)), 50.0)
    assert [(entry.kind, entry.left and entry.left.text) for entry in entries] == [
        (FactKind.NUMBER, "12"),
        (FactKind.NUMBER, "40"),
        (FactKind.MONEY, "$3 million"),
    ]


def test_one_disagreement_told_twice_is_one_entry() -> None:
    left = article("The blast killed 12 workers.", "The blast that killed 12 workers was heard far away.")
    right = article("The blast killed 15 workers.", "The blast that killed 15 workers was heard far away.")
    (entry,) = differences(linked(left, right, (0, 0), (1, 1)), 50.0)
    assert entry.count == 2


def test_other_languages_say_what_is_not_looked_for() -> None:
    german = article("Bei dem Brand starben am Montag 12 Menschen.", language="de")
    later = article("Bei dem Brand starben am Montag 15 Menschen.", language="de")
    assert language_note(linked(german, later)) == (
        "the articles are not in English: only numbers, dates, quotations and words are compared"
    )
    assert language_note(linked(article("The men left."), article("The men left."))) == ""
    assert language_note(linked(german, article("The men left."))).startswith(
        "the articles are in two languages"
    )
    unsure = article("Brandopfer: 15.", language="")
    assert "two languages" not in language_note(linked(german, unsure)) + language_note(
        linked(unsure, german)
    )
    (entry,) = [d for d in differences(linked(german, later, (0, 0)), 50.0) if d.state is State.DIFFERS]
    assert (entry.left and entry.left.value, entry.right and entry.right.value) == ("12", "15")


def test_empty_articles_have_no_differences() -> None:
    assert differences(Comparison(Article(), Article()), 0.0) == ()


def test_labels_of_their_own_in_quotation_marks_stand_against_each_other() -> None:
    left = article("Both shun the word “invasion.”", "To the hosts it is the island “issue.”")
    right = article("Nobody there says “invasion.”", "Their paper knows only a “crisis” on the island.")
    (entry,) = [d for d in differences(barely_linked(left, right), 50.0) if d.kind is FactKind.WORDING]
    assert (entry.left and entry.left.text, entry.right and entry.right.text) == ("issue", "crisis")
    assert entry.pair == (1, 1)


def test_a_name_of_the_other_kind_of_number_is_not_compared() -> None:
    traps = [
        ("The 34-year-old was jailed for fraud.", "She was jailed for 34 years for fraud."),
        ("The quake destroyed 240 houses.", "The quake damaged 600 houses."),
        ("He was elected in 2010.", "He won 2,010 votes."),
    ]
    assert [entry for left, right in traps for entry in SentencePair(1, left, right).disagreements()] == []
