"""Small comparisons made by hand, so that every figure in a report is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from tui.model import Article, Comparison, Evidence, Kind, Link, Passage, Relation, Span, Topic

Entries = Sequence[str | tuple[Kind, str]]
MakeArticle = Callable[..., Article]


def _article(entries: Entries, **about: object) -> Article:
    """An article with one paragraph for each entry; entries other than body text have a kind."""
    passages: list[Passage] = []
    text = ""
    for index, entry in enumerate(entries):
        kind, words = (Kind.BODY, entry) if isinstance(entry, str) else entry
        span = Span(len(text), len(text) + len(words))
        passages.append(Passage(index, index, span, kind, words))
        text += words + "\n\n"
    return Article(text=text, passages=tuple(passages), **about)  # type: ignore[arg-type]


@pytest.fixture
def make_article() -> MakeArticle:
    return _article


LEFT = (
    (Kind.HEADLINE, "Bridge over the Varn stays shut"),
    (Kind.BYLINE, "By Ida Holm"),
    "The old bridge over the Varn will stay closed until May, the mayor said on Monday.",
    "She called the cracks in its third pier “a danger to life.”",
    "Repairs will cost 4.2 million crowns.",
    "Ferries are to run every 20 minutes.",
    "A swan has nested under the second arch.",
)
RIGHT = (
    "Drivers must do without the Varn bridge until May.",
    "Engineers found cracks, “a danger to life” in the mayor’s words, in one pier.",
    "The mayor wants the state to pay for the repairs.",
    "They are put at 4.2 million crowns, twice the figure named last year.",
    "Shopkeepers on the east bank fear for their trade.",
)


@pytest.fixture
def comparison() -> Comparison:
    """Four links in two topics, one of them many to many, and one link too weak for a topic."""
    return Comparison(
        left=_article(
            LEFT,
            title="Bridge over the Varn stays shut",
            source="The Varn Bee",
            published="2024-02-05",
            language="en",
            notes=("3 control characters removed",),
        ),
        right=_article(RIGHT, title="A town without its bridge", source="Eastbank News"),
        links=(
            Link(2, 0, 91.2345, Relation.SAME, Evidence(terms=("bridge", "May")), 1),
            Link(3, 1, 88.0, Relation.SAME, Evidence(quotation="a danger to life", same_words=True), 1),
            Link(4, 2, 55.5, Relation.RELATED, Evidence(terms=("repairs",)), 0),
            Link(
                4,
                3,
                76.0,
                Relation.SAME,
                Evidence(
                    numbers=("4.2 million",),
                    neighbours=((3, 1),),
                    runner_up_left=(5, 12.345),
                ),
                0,
                same=71.5,
            ),
            Link(5, 4, 20.0, Relation.RELATED, Evidence(), -1),
        ),
        topics=(
            Topic("cost of the repairs", ("repair", "crown"), (4,), (2, 3)),
            Topic("closed bridge", ("bridge", "crack"), (2, 3), (0, 1)),
        ),
    )
