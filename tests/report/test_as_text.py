"""The text report: it fits its width, loses no word, and lists the links with their evidence."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.examples import ferry
from tui.model import Article, Comparison, Evidence, Kind, Link, Passage, Relation, Span, Topic
from tui.report import Remark, render
from tui.sources.clean import clean_text

WIDTHS = [40, 59, 60, 80, 120, 250]

CHINESE = (
    "市长星期一表示，横跨瓦恩河的旧桥将关闭到五月，因为工程师在第三座桥墩上发现了裂缝。",
    "维修费用估计为四百二十万克朗，渡轮每二十分钟开一班。",
)
DECOMPOSED = (
    "Der Bu\u0308rgermeister ließ die Bru\u0308cke u\u0308ber die Varn fu\u0308r Wochen sperren.",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender",
    "See https://example.org/news/2024/02/05/the-old-bridge-stays-shut-until-may-says-the-mayor",
)


def text(comparison: Comparison, width: int = 100, threshold: float = 50) -> str:
    return render(comparison, "text", threshold=threshold, width=width)


def squeezed(prose: str) -> str:
    return re.sub(r"\s", "", prose)


@pytest.fixture
def many_scripts(make_article: Callable[..., Article]) -> Comparison:
    return Comparison(
        left=make_article(CHINESE, title="旧桥关闭", source="瓦恩日报"),
        right=make_article(DECOMPOSED, title="Brücke zu", source="Bote"),
        links=(Link(0, 0, 100.0, Relation.SAME, Evidence(terms=("桥",)), 0),),
        topics=(Topic("关闭", (), (0,), (0,)),),
    )


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("threshold", [0, 50, 95])
def test_no_line_is_wider_than_the_width(
    comparison: Comparison, many_scripts: Comparison, width: int, threshold: float
) -> None:
    for pair in (comparison, many_scripts, Comparison()):
        for line in text(pair, width, threshold).splitlines():
            assert cell_len(line) <= width


@pytest.mark.parametrize("threshold", [0, 50, 95])
def test_the_full_width_lists_hold_every_passage_uncut(many_scripts: Comparison, threshold: float) -> None:
    """Wrapped in one column, a passage is complete apart from white space."""
    report = squeezed(text(many_scripts, 40, threshold))
    for passage in (*many_scripts.left.passages, *many_scripts.right.passages):
        assert squeezed(passage.text) in report


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("threshold", [0, 50, 95])
def test_every_word_of_both_articles_is_in_the_report(
    comparison: Comparison, width: int, threshold: float
) -> None:
    passages = (*comparison.left.passages, *comparison.right.passages)
    words = Counter(word for passage in passages for word in passage.text.split())
    assert words <= Counter(text(comparison, width, threshold).split())


def test_one_passage_comes_after_the_other_with_their_relation_in_words(comparison: Comparison) -> None:
    lines = text(comparison, 200).splitlines()
    top = next(k for k, line in enumerate(lines) if line.startswith("L2"))
    assert lines[top + 1] == "≈ same statement, score 91"
    assert lines[top + 2].startswith("R0 ")


def test_nothing_is_drawn_so_that_a_screen_reader_reads_it_well(comparison: Comparison) -> None:
    assert not re.search("[─-╿▀-▟]", text(comparison, 120))


def test_a_difference_is_told_in_words_under_its_pair() -> None:
    assert "differs: number ≥ 12 on the left, 15 on the right" in text(ferry(), 120)


def test_the_header_names_both_articles(comparison: Comparison) -> None:
    header = "".join(text(comparison, 120).split("\n\n")[:2])
    for words in (
        "Bridge over the Varn stays shut",
        "The Varn Bee, 2024-02-05, 49 words",
        "Note: 3 control characters removed",
        "A town without its bridge",
        "Eastbank News, 55 words",
    ):
        assert words in header


def test_the_summary_counts_the_links_and_passages_shown(comparison: Comparison) -> None:
    assert (
        "4 links at threshold 50: 1 same words (=), 2 same statement (≈), "
        "1 related (~). 2 topics are in both articles. "
        "Passages: 2 only in left, 1 only in right." in " ".join(text(comparison, 120).split())
    )
    assert "1 link at threshold 90: 1 same statement (≈). 1 topic is in both articles." in text(
        comparison, 120, 90
    )


def test_topics_are_in_their_order_with_labels(comparison: Comparison) -> None:
    headings = re.findall(r"^(T\d .*)$", text(comparison), re.MULTILINE)
    assert headings == ["T1 cost of the repairs", "T2 closed bridge"]


def test_one_to_many_is_one_group_with_evidence_for_each_link(comparison: Comparison) -> None:
    report = text(comparison, 100)
    assert len(re.findall(r"^L4 ", report, re.MULTILINE)) == 1
    assert "L4–R2 ~ related, score 55, why: repairs" in report
    assert "L4–R3 ≈ same statement, score 76, why: 4.2 million; next to L3–R1" in report


def test_the_relation_of_a_group_is_that_of_its_strongest_link(comparison: Comparison) -> None:
    lines = text(comparison).splitlines()
    top = next(k for k, line in enumerate(lines) if line.startswith("L4"))
    assert next(line for line in lines[top:] if "score" in line) == "≈ same statement, score 76"


def test_unmatched_passages_are_listed_in_order(comparison: Comparison) -> None:
    report = text(comparison, 100)
    left = report[report.index("Only in left (2)") : report.index("Only in right (1)")]
    assert left.index("L5 Ferries") < left.index("L6 A swan")
    assert "R4 Shopkeepers" in report[report.index("Only in right (1)") :]


def test_boilerplate_is_in_a_section_of_its_own(comparison: Comparison) -> None:
    report = text(comparison, 100)
    aside = report[report.index("Boilerplate in left (2)") :]
    assert "L0 [headline] Bridge over the Varn stays shut" in aside
    assert "L1 [byline] By Ida Holm" in aside
    assert "Boilerplate in right" not in report


def test_weak_links_come_last_and_belong_to_no_topic(comparison: Comparison) -> None:
    report = text(comparison, 100, 0)
    assert report.index("T2 closed bridge") < report.index("Links without a topic")
    assert "why: similar wording" in report


def test_without_links_the_summary_is_one_line(comparison: Comparison) -> None:
    lines = text(comparison, 160, 95).splitlines()
    matching = [line for line in lines if "No passages are linked" in line]
    assert matching == [
        "No passages are linked at threshold 95 (highest score 91); "
        "5 only in left, 5 only in right. Scores from words alone."
    ]
    assert not any(line.startswith("T1") for line in lines)


def test_no_best_score_is_named_where_there_is_none(make_article: Callable[..., Article]) -> None:
    pair = Comparison(make_article(["One."]), make_article(["Two."]))
    assert "in common at threshold 50; 1 only in left, 1 only in right." in text(pair)


@given(
    st.text(st.characters(exclude_categories=["C", "Z"]) | st.sampled_from(" 桥🌉\u0301\ufe0f👍🏽")).map(
        lambda raw: clean_text(raw)[0]
    ),
    st.integers(40, 130),
)
def test_in_any_script_no_line_is_too_wide_and_no_letter_is_lost(words: str, width: int) -> None:
    span = Span(0, len(words))
    article = Article(words, words, (Passage(0, 0, span, Kind.BODY, words),))
    link = Link(0, 0, 70.0, Relation.SAME, Evidence(terms=(words,)), 0)
    linked = Comparison(article, article, (link,), (Topic(words, (), (0,), (0,)),))
    unlinked = Comparison(article, article)
    for pair in (linked, unlinked):
        assert all(cell_len(line) <= width for line in text(pair, width).split("\n"))
    assert squeezed(words) in squeezed(text(unlinked, width).split("Only in left")[1])


def test_markup_in_an_article_stays_text(make_article: Callable[..., Article]) -> None:
    pair = Comparison(make_article(["A [bold]word[/bold] in brackets."]), make_article(["x"]))
    assert "A [bold]word[/bold] in brackets." in text(pair)


def test_hard_wrapped_lines_of_a_passage_are_joined(make_article: Callable[..., Article]) -> None:
    pair = Comparison(make_article(["The bridge\nis shut."]), make_article(["x"]))
    assert "L0 The bridge is shut." in text(pair)


def test_marks_and_notes_are_listed_with_their_ends(comparison: Comparison) -> None:
    report = render(comparison, "text", remarks=(Remark(2, 0, "Look again.", "2024-05-14"), Remark(3)))
    assert "Marks and notes" in report
    assert "L2–R0 Look again. (2024-05-14)" in report
    assert re.search(r"^L3 +marked$", report, re.MULTILINE)


def test_differences_are_listed_with_both_values() -> None:
    report = render(ferry(), "text", threshold=50, width=100)
    assert "\n\nDifferences\n" in report
    assert "12 ≠ 15" in " ".join(report.split()) or "≥ 12 ≠ 15" in " ".join(report.split())
