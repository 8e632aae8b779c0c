from __future__ import annotations

from msgspec.structs import replace

from tests.analysis.articles import article as article_of
from tests.analysis.differences.scoring import article, linked
from tui.analysis.differences.ledger import differences
from tui.analysis.differences.quotation_pairs import quotation_pairs
from tui.analysis.differences.quotations import find_quotations
from tui.model import Article, Comparison
from tui.model.difference import Difference, FactKind, State
from tui.model.quotation import QuotationMatch, QuotationPair


def paired(left: str, right: str) -> tuple[Comparison, tuple[QuotationPair, ...]]:
    comparison = linked(article(left), article(right), (0, 0))
    return comparison, quotation_pairs(comparison, 50.0)


def test_the_same_words_are_exact_whatever_the_marks() -> None:
    _, (pair,) = paired("“I didn’t see the car,” Mr. Lang said.", 'Mr. Lang said: "I did not see the car."')
    assert pair.match is QuotationMatch.EXACT
    assert pair.speaker == "Mr. Lang"


def test_what_the_other_side_cuts_is_marked() -> None:
    comparison, (pair,) = paired(
        "“We will never surrender our land, and we will rebuild every single town, bridge and school,” "
        "the president said.",
        "“We will never surrender our land,” the president said.",
    )
    assert pair.match is QuotationMatch.CUT
    (cut,) = pair.only_left
    assert cut.cut(comparison.left.text) == "and we will rebuild every single town, bridge and school"
    entries = [entry for entry in differences(comparison, 50.0) if entry.kind is FactKind.QUOTATION]
    assert [(entry.state, entry.default) for entry in entries] == [(State.DIFFERS, True)]
    assert entries[0].note == "right leaves out “and we will rebuild every single town, bridge and school”"


def test_what_the_reporter_says_in_between_is_not_left_out() -> None:
    left = article(
        "“We will never surrender our land to the board or,” Lang said, “to any of the pilots,” and left."
    )
    right = article("“We will never surrender our land,” Lang said.")
    (pair,) = quotation_pairs(linked(left, right, (0, 0)), 50.0)
    assert [cut.cut(left.text) for cut in pair.only_left] == ["to the board or", "to any of the pilots"]
    assert len(pair.beside_left) == 2


def test_a_few_words_taken_into_a_sentence_do_not_continue_a_quotation() -> None:
    told = article(
        "“There is no point in more promises,” Lang said, describing a “moment of truth” for Kessel."
    )
    assert [q.span.cut(told.text) for q in find_quotations(told, "en")] == [
        "“There is no point in more promises,”",
        "“moment of truth”",
    ]
    spoken = article("“There is no point in more promises,” Lang said. “It is a moment of truth.”")
    assert len(find_quotations(spoken, "en")) == 1


def test_a_changed_word_stands_against_the_other() -> None:
    comparison, (pair,) = paired(
        "“We will never surrender our land,” he said.", "“We will never abandon our land,” he said."
    )
    assert pair.match is QuotationMatch.CHANGED
    ((left, right),) = pair.changed
    assert (left.cut(comparison.left.text), right.cut(comparison.right.text)) == ("surrender", "abandon")


def test_two_versions_of_one_formula_in_longer_quotations() -> None:
    comparison, (pair,) = paired(
        "The pact speaks of “the lasting safety concerns of all states.”",
        "“We oppose any bloc that harms the lasting safety interests of other states in its quest,” it says.",
    )
    assert pair.match is QuotationMatch.CHANGED
    left, right = pair.changed[0]
    assert (left.cut(comparison.left.text), right.cut(comparison.right.text)) == ("concerns", "interests")


def test_words_told_without_marks_are_a_paraphrase() -> None:
    _, (pair,) = paired(
        "“The bridge must close before winter because its cables are rotten,” the engineer said.",
        "The engineer wants the bridge to close before winter as the cables are rotten.",
    )
    assert pair.match is QuotationMatch.PARAPHRASED


def test_two_sayings_of_one_speaker_are_not_paired() -> None:
    _, pairs = paired(
        "“This is a dark day for our town,” said Mayor Doyle.", "“Our hearts are broken,” said Mayor Doyle."
    )
    assert pairs == ()


def test_an_insertion_in_brackets_is_no_change() -> None:
    _, (pair,) = paired("“[The president] lied to us,” she said.", "“He lied to us,” she said.")
    assert not pair.changed


def paragraph(*sentences: str) -> Article:
    """An article of one paragraph, whose sentences are passages."""
    return article_of(list(sentences), language="en")


def interrupted(*ends: tuple[int, int]) -> list[Difference]:
    """The differences of two quotations of which each stands in two passages, linked there."""
    left = paragraph("“We will never give up our land,” he said.", "“And we will rebuild every town in it.”")
    right = paragraph("“We will never give up our land,” he said.", "“And we will rebuild every port in it.”")
    return list(differences(linked(left, right, *ends), 50.0))


def test_changed_words_name_the_passage_in_which_they_stand() -> None:
    (entry,) = interrupted((0, 0), (1, 1))
    assert [fact and fact.text for fact in entry.facts] == ["town", "port"]
    assert entry.pair == (1, 1)


def test_an_interrupted_quotation_is_given_as_far_as_its_passage_goes() -> None:
    left = paragraph(
        "“The harbour must open again,” the captain said.",
        "“Our crews cannot wait until the storms of winter come, and the pilots agree.”",
    )
    right = paragraph("“The harbour must open again; our crews cannot wait,” the captain said.")
    comparison = linked(left, right, (0, 0), (1, 0))
    (entry,) = differences(comparison, 50.0)
    assert entry.left and entry.pair == (1, 0)
    assert entry.left.text == left.passages[1].text
    assert "until the storms of winter come" in entry.note


def test_the_passages_of_a_cut_hold_the_shared_words_beside_it() -> None:
    left = paragraph("“The port must open. We cannot wait until the winter storms come,” the captain said.")
    right = paragraph("“The port must open,” the captain said.", "“We cannot wait.”")
    comparison = linked(left, right, (0, 0), (0, 1))
    links = tuple(replace(link, score=90.0 - 30 * link.right) for link in comparison.links)
    (entry,) = differences(replace(comparison, links=links), 50.0)
    assert entry.pair == (0, 1)
    assert entry.right and entry.right.text == "“We cannot wait.”"


def test_of_several_cuts_the_one_in_the_passages_that_are_linked_best_is_shown() -> None:
    words = "“The old port must open {}. Our crews can wait no longer{},” the captain said."
    left = paragraph(words.format("in the week before Easter", " for the pilots to agree"))
    right = paragraph("“The old port must open.", "Our crews can wait no longer,” the captain said.")
    comparison = linked(left, right, (0, 0), (0, 1))
    links = tuple(replace(link, score=60.0 + 30 * link.right) for link in comparison.links)
    assert [entry.pair for entry in differences(replace(comparison, links=links), 50.0)] == [(0, 1)]


def test_a_cut_in_passages_without_a_link_is_less_sure() -> None:
    left = paragraph(
        "Storms hit Kessel.",
        "“We will rebuild the old bridge of Kessel, and pay for each road, school, port, tunnel,” he said.",
    )
    right = paragraph("Storms hit Kessel.", "“We will rebuild the old bridge of Kessel,” Lang said.")
    (entry,) = differences(linked(left, right, (0, 0)), 50.0)
    assert entry.pair == (1, 1) and not entry.default
    both = linked(left, right, (0, 0), (1, 1))
    (entry,) = differences(both, 50.0)
    assert entry.pair == (1, 1) and entry.default
    unlike = replace(both, links=tuple(replace(link, same=80.0) for link in both.links))
    (entry,) = differences(unlike, 50.0)
    assert not entry.default
    (entry,) = differences(replace(unlike, links=tuple(replace(k, pinned=True) for k in unlike.links)), 50.0)
    assert entry.default


def test_whole_sentences_left_out_are_less_sure() -> None:
    def default(rest: str) -> bool:
        whole = f"“We will rebuild the old bridge of Kessel{rest}. It was our fault.” Lang said."
        cut = "“We will rebuild the old bridge of Kessel. It was our fault.” Lang said."
        (entry,) = differences(linked(paragraph(whole), paragraph(cut), (0, 0)), 50.0)
        assert "each road, school, port and tunnel" in entry.note
        return entry.default

    assert default(", and pay for each road, school, port and tunnel")
    assert not default(". We will pay for each road, school, port and tunnel")


def test_what_somebody_adds_is_another_quotation() -> None:
    text = "“We will rebuild the old bridge,” Lang told the paper, {} “I would ask the port to pay.”"
    assert len(find_quotations(article(text.format("saying")), "en")) == 2
    assert len(find_quotations(article(text.format("and went on:")), "en")) == 1


def test_a_title_behind_a_speaker_is_no_part_of_the_quotation() -> None:
    said = "“We will rebuild the old bridge before the winter comes,” said Lang, who sells"
    titled = find_quotations(article(f"{said} a book, “The Bridge and the Bay.”"), "en")
    assert [len(quotation.words) for quotation in titled] == [10, 5]
    show = "“I will be glad to pass it,” Lang said on the radio’s “This Week with Anna Brandt.”"
    assert len(find_quotations(article(show), "en")) == 2
    film = "“I will be glad to pass it,” Lang said in the film. “It is old.”"
    assert len(find_quotations(article(film), "en")) == 1
    friends = "“I met them all at noon,” Lang said. “Joe, Bob and I met Al.”"
    assert len(find_quotations(article(friends), "en")) == 1
    (joined,) = find_quotations(article(f"{said} boats. “The bridge is ours.”"), "en")
    assert len(joined.words) == 14
