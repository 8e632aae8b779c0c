"""Boilerplate is labelled, article text never. All texts are written for these tests."""

from __future__ import annotations

import pytest

from tui.model import Kind
from tui.sources.passages.boilerplate import label_paragraphs, without_glued_labels

BODY = [
    "The port voted on Tuesday to replace its boats.",
    "Residents have asked for that for years, a spokesman said.",
    "The first boat is due in the spring.",
]


def kind_within_article(line: str) -> Kind:
    """The kind of a line in the middle of an article."""
    return label_paragraphs([*BODY, line, *BODY])[len(BODY)]


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            Kind.NAVIGATION,
            [
                "twitter", "Share", "Advertisement", "Related Topics", "ADVERTISEMENT",
                "• Share this article",
                "Read more: Six boats for the bay", "Sign up for our newsletter", "[email protected]",
                "Sign up here to get the day's top stories in your inbox every morning.",
                "Follow us on Facebook", "Follow Jane Doe on Twitter", "12 comments", "Skip to content",
                "Story continues below advertisement", "RELATED: The boats that nobody wanted",
            ],
        ),
        (
            Kind.TIMESTAMP,
            [
                "Updated:", "0:00", "0:00 / 3:21", "Published Feb. 25, 2022",
                "Updated: 25 February 2022, 10:04 GMT",
                "February 25, 2022 10:04 AM ET", "3 min read", "2 hours ago",
                "Last updated on Mon., Mar. 1st, 2022",
                "2022-02-25T10:04:00Z", "25/02/2022",
            ],
        ),
        (
            Kind.BYLINE,
            [
                "By Jane Doe", "BY JANE DOE AND JOHN ROE", "By Jane Doe, Staff Writer",
                "By Jane Doe and John Roe",
                "By Jane Doe | Associated Press", "By J. K. O'Neill-Doe in Paris", "By Ludwig van Roe",
            ],
        ),
        (
            Kind.CREDIT,
            [
                "Jane Doe/AFP via Getty Images", "Photo: Jane Doe", "(AP Photo/Jane Doe)", "Getty Images",
                "© 2022 The Daily. All rights reserved.", "Copyright 2022 The Daily Company",
                "(Reporting by Jane Doe; Editing by John Roe)", "John Roe contributed to this report.",
                "Photograph by Jane Doe",
            ],
        ),
        (
            Kind.CAPTION,
            [
                "The first boat at its pier on Feb. 4, 2022. Jane Doe/Sputnik/AFP via Getty Images",
                "The first boat at its pier in the bay. (Jane Doe/Reuters)",
                "The first boat at its pier (AP Photo/Jane Doe, File)",
                "File photo: The first boat at its pier",
            ],
        ),
        (
            Kind.BIOGRAPHY,
            [
                "Contact Jane at jane@daily.example",
                "Jane Doe is a reporter for The Daily. Contact her at [email protected]",
            ],
        ),
    ],
)  # fmt: skip
def test_boilerplate_is_recognised_by_its_form(kind: Kind, lines: list[str]) -> None:
    assert {line: kind_within_article(line) for line in lines} == dict.fromkeys(lines, kind)


@pytest.mark.parametrize(
    "line",
    [
        "“Strong,” he said.",
        "Governor Doe? “Solid as a rock.”",
        "By Tuesday, the boats were gone.",
        "By Jane Doe's account, nobody spoke.",
        "By contrast, the old boats were loud.",
        "Updated rules were announced on Tuesday.",
        "UPDATE - May 30, 10 p.m.: The port apologized for the delay.",
        "Published in 2019, the book sold well.",
        "Share prices fell on Monday.",
        "Share and share alike, he said.",
        "Sign up for the draft, the minister told young men.",
        "Follow the money, the investigators were told.",
        "Read more books, the minister said: they help.",
        "Home is where the boat is.",
        "Jane Doe is a reporter who was jailed in 2019 for her work.",
        "Jane Doe was a columnist for The Daily when she was killed.",
        "The picture was taken by a reporter for AFP via a hidden camera.",
        "The poll was carried out by Reuters (Ipsos).",
        "He spoke to The Daily (and to nobody else).",
        "She was speaking via Getty Images lawyers, he said.",
        "The company, Getty Images, declined to comment.",
        "Copyright law did not foresee that in 2022, she said.",
        "May 30 was the day on which it happened.",
        "At 10:30 it was over.",
        "Who pays?",
        "A bigger harbour",
        "Jane Doe",
        "He contributed to the report that the court wants.",
        "The two contributed to this report because “they had to.”",
        "2019",
        "Contact with the boat was lost at noon.",
        "“Contact me at once,” she wrote.",
        "Reporter",
        "Live music was played on the quay.",
    ],
)
def test_when_in_doubt_a_line_is_article_text(line: str) -> None:
    assert kind_within_article(line) is Kind.BODY


def test_the_headline_is_the_first_short_line_without_a_full_stop_and_may_come_twice() -> None:
    page = ["Ferries go electric", "Ferries Go Electric", "Jane Doe", "Updated:", *BODY]
    assert label_paragraphs(page)[:4] == [Kind.HEADLINE, Kind.HEADLINE, Kind.BYLINE, Kind.TIMESTAMP]
    assert label_paragraphs(["Share", "Are ferries clean?", *BODY])[:2] == [Kind.NAVIGATION, Kind.HEADLINE]
    assert label_paragraphs(["A Vote for the U.S.", *BODY])[0] is Kind.HEADLINE


def test_an_article_without_headline_has_none() -> None:
    assert label_paragraphs(BODY) == [Kind.BODY] * 3
    assert label_paragraphs(["Ferries go electric"]) == [Kind.BODY]


def test_of_a_repeated_caption_only_one_is_a_caption() -> None:
    plain = "The first boat at its pier, in the bay, on Feb. 4, 2022."
    page = [*BODY, plain, f"{plain} (Jane Doe/AFP via Getty Images)", *BODY]
    assert label_paragraphs(page)[3:5] == [Kind.CAPTION, Kind.CREDIT]


def test_a_repeated_paragraph_is_not_a_caption() -> None:
    assert label_paragraphs(["The same sentence stands here again."] * 4) == [Kind.BODY] * 4


def test_a_bare_name_beside_a_role_or_biography_is_a_byline() -> None:
    page = [
        "Ferries go electric",
        "Jane Doe",
        *BODY,
        "Jane Doe",
        "Senior Reporter",
        "Jane Doe is a writer for The Daily covering ships and harbours.",
    ]
    kinds = label_paragraphs(page)
    assert kinds[1] is kinds[5] is kinds[6] is Kind.BYLINE
    assert kinds[7] is Kind.BIOGRAPHY
    assert kinds[2:5] == [Kind.BODY] * 3


def test_a_kind_from_markup_takes_precedence() -> None:
    page = [*BODY, "A heading in the text", *BODY]
    known = [None, None, None, Kind.HEADLINE, None, None, None]
    assert label_paragraphs(page)[3] is Kind.BODY
    assert label_paragraphs(page, known)[3] is Kind.HEADLINE


def test_a_label_glued_to_a_sentence_is_cut_off() -> None:
    for text, body in {
        "It is over, he said.Related Topics": "It is over, he said.",
        "“It is over.” Advertisement": "“It is over.”",
        "Related TopicsThe port voted on Tuesday.": "The port voted on Tuesday.",
        "He read about Related Topics": "He read about Related Topics",
        "Related Topics": "Related Topics",
    }.items():
        start, end = without_glued_labels(text)
        assert text[start:end] == body
