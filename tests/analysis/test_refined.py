"""Links by words and meaning together."""

from __future__ import annotations

from tests.analysis.articles import HARBOUR, STRIKE, article
from tui.analysis.align import MIN_SAME, MOST_LINKS, may_be_linked
from tui.analysis.compare import WordComparison, compare
from tui.analysis.encoder import Encoder, encode_passages
from tui.model import Article, Comparison, Kind, Link, Relation
from tui.report.evidence import evidence_in_brief


def shown(comparison: Comparison) -> dict[tuple[int, int], Link]:
    return {link.pair: link for link in comparison.links_from(comparison.threshold)}


def test_it_finds_what_no_shared_word_tells(encoder: Encoder) -> None:
    left = article(
        ["The premier stepped down on Friday.", "Fishing boats stayed in port.", "Rain is expected."],
        language="en",
    )
    right = article(
        ["Trawlers did not leave the harbour.", "The head of government resigned.", "Schools open at nine."],
        language="en",
    )
    best = {(0, 1), (1, 0)}
    assert {link.pair for link in best_two(compare(left, right, min_score=0))} != best
    assert {link.pair for link in best_two(compare(left, right, min_score=0, encoder=encoder))} == best


def best_two(comparison: Comparison) -> list[Link]:
    return sorted(comparison.links, key=lambda link: link.score)[-2:]


def test_refining_is_comparing_with_an_encoder(encoder: Encoder) -> None:
    words = WordComparison(HARBOUR, STRIKE)
    by_words = words.comparison
    assert words.grouped() == compare(HARBOUR, STRIKE)
    refined = words.refine(encode_passages(encoder, HARBOUR), encode_passages(encoder, STRIKE))
    expected = compare(HARBOUR, STRIKE, encoder=encoder)
    assert [link.pair for link in refined.links] == [link.pair for link in expected.links]
    assert refined.topics == () != expected.topics
    assert words.grouped(encode=encoder.encode_names) == expected
    assert refined.links != by_words.links


def test_both_chances_are_in_order_and_tell_the_relation(encoder: Encoder) -> None:
    for links in (compare(HARBOUR, STRIKE).links, compare(HARBOUR, STRIKE, encoder=encoder).links):
        assert all(0 <= link.same <= link.score <= 100 for link in links)
        assert all((link.relation is Relation.SAME) == (link.same >= MIN_SAME) for link in links)


def test_each_floor_gives_the_same_scores(encoder: Encoder) -> None:
    few = {link.pair: link.score for link in compare(HARBOUR, STRIKE, 40, encoder=encoder).links}
    every = {link.pair: link.score for link in compare(HARBOUR, STRIKE, 0, encoder=encoder).links}
    assert few.items() <= every.items()
    assert len(every) == len(HARBOUR.passages) * len(STRIKE.passages)


def test_articles_without_passages_are_compared_to_nothing(encoder: Encoder) -> None:
    for left, right in ((Article(), HARBOUR), (HARBOUR, Article())):
        assert compare(left, right, min_score=0, encoder=encoder).links == ()


def test_a_headline_is_linked_to_the_other_headline_only() -> None:
    headline = "Dock workers walk out over night shifts in Port Ellery"
    kinds = {0: Kind.HEADLINE, 1: Kind.CAPTION}
    caption = "Mara Quist, who leads the union, at the container terminal on Monday."
    left = article([headline], [caption], [p.text for p in HARBOUR.passages], kinds=kinds, language="en")
    right = article([headline], [caption], [p.text for p in STRIKE.passages], kinds=kinds, language="en")
    pairs = {link.pair for link in compare(left, right, min_score=0).links}
    assert {pair for pair in pairs if 0 in pair} == {(0, 0)}
    assert not [pair for pair in pairs if 1 in pair]
    assert (0, 0) in shown(compare(left, right))


def test_only_two_of_the_body_or_two_headlines_may_be_linked() -> None:
    allowed = {(a, b) for a in Kind for b in Kind if may_be_linked(a, b)}
    assert allowed == {(Kind.BODY, Kind.BODY), (Kind.HEADLINE, Kind.HEADLINE)}


def test_a_passage_keeps_the_links_that_stand_out() -> None:
    fact = "Norda Chemicals dumped solvents in the river Ise"
    left = article([f"{fact}, the court found, and must pay nine million crowns."], language="en")
    others = ["on Monday", "for years", "at night", "without a permit", "near Arden", "in spring", "again"]
    right = article([f"{fact} {other}." for other in others], language="en")
    every = compare(left, right, min_score=0)
    assert 1 <= len(shown(every)) <= MOST_LINKS
    assert len(every.links) == len(others)


def test_the_evidence_is_the_words_that_stand_for_each_other(encoder: Encoder) -> None:
    left = article(["Xi urged Putin in a phone call to hold talks with Ukraine."], language="en")
    right = article(["Xi called on Putin to start negotiations with Ukraine."], language="en")
    (link,) = compare(left, right, encoder=encoder).links
    assert {("Putin", "Putin"), ("talks", "negotiations")} <= set(link.evidence.aligned)
    assert "talks ~ negotiations" in evidence_in_brief(link.evidence)
    (by_words,) = compare(left, right, min_score=0).links
    assert by_words.evidence.aligned == ()


def test_of_a_long_text_only_doubtful_passages_are_encoded(encoder: Encoder) -> None:
    words = WordComparison(HARBOUR, STRIKE, 0)
    chosen = words.worth_encoding(6)
    assert sum(map(len, chosen)) == 6
    left = encode_passages(encoder, HARBOUR, chosen=chosen[0])
    right = encode_passages(encoder, STRIKE, chosen=chosen[1])
    assert [{k for k, text in enumerate(side) if len(text.ids)} for side in (left, right)] == list(chosen)
    before = {link.pair: link.score for link in words.comparison.links}
    after = {link.pair: link.score for link in words.refine(left, right).links}
    assert before.keys() == after.keys()
    changed = {pair for pair in before if before[pair] != after[pair]}
    assert changed == {(i, j) for i, j in before if i in chosen[0] and j in chosen[1]}
