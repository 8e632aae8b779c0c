"""Small articles and comparisons made by hand, for tests of what comes after alignment."""

from __future__ import annotations

from tui.model import (
    Article,
    Comparison,
    Evidence,
    Kind,
    Link,
    Passage,
    Relation,
    Side,
    Span,
    Topic,
)

FERRY = (
    ("Ferry burns off Kessel", Kind.HEADLINE),
    ("By Ada Lund", Kind.BYLINE),
    "A fire aboard the ferry Marla killed at least 12 people late on Tuesday.",
    "The vessel was carrying 214 passengers from Kessel to the island of Oran.",
    "",
    "“We heard a bang and then there was smoke everywhere,” said Ana Duric, 34.",
    "Rescue boats reached the ship within 40 minutes, officials said.",
    "",
    "The Marla was built in 1994 and passed an inspection in March.",
    "Two crew members were treated for burns at the harbour clinic.",
)
QUAY = (
    ("Panic on a burning ferry", Kind.HEADLINE),
    "Survivors have told of panic on a burning ferry off Kessel in which 15 people died.",
    "It was more than an hour before the first rescue boats came alongside, passengers said.",
    "",
    "“There was smoke everywhere,” Ana Duric told reporters on the quay.",
    "The ship had twice been warned about faulty sprinklers, a report says.",
    "",
    "The 31-year-old Marla was on its way to Oran with more than 200 people on board.",
    "Families waited at the port through the night for news of relatives.",
)


def article(lines: tuple[str | tuple[str, Kind], ...], title: str = "", source: str = "") -> Article:
    """An article of those sentences; an empty line ends a paragraph, (text, kind) is furniture."""
    passages: list[Passage] = []
    text, paragraph = "", 0
    for line in lines:
        if not line:
            text, paragraph = text.rstrip() + "\n\n", paragraph + 1
            continue
        words, kind = (line, Kind.BODY) if isinstance(line, str) else line
        span = Span(len(text), len(text) + len(words))
        passages.append(Passage(len(passages), paragraph, span, kind, words))
        text += words
        if kind is Kind.BODY:
            text += " "
        else:
            text, paragraph = text + "\n\n", paragraph + 1
    return Article(title, text, tuple(passages), source, "2024-05-14", "en")


def ferry() -> Comparison:
    """Five links, one of them against the order, in three topics."""
    left, right = (
        article(FERRY, "Ferry burns off Kessel"),
        article(QUAY, "Panic on a burning ferry"),
    )
    links = (
        Link(2, 1, 72.0, Relation.SAME, Evidence(terms=("Kessel", "ferry")), 0),
        Link(3, 5, 64.0, Relation.SAME, Evidence(names=("Oran",)), 2),
        Link(4, 3, 91.0, Relation.SAME, Evidence(quotation="there was smoke everywhere", same_words=True), 1),
        Link(5, 2, 71.0, Relation.RELATED, Evidence(terms=("rescue", "boats")), 0),
        Link(6, 5, 58.0, Relation.RELATED, Evidence(names=("Marla",)), 2),
        Link(7, 6, 21.0, Relation.RELATED),
    )
    topics = (
        Topic("rescue boats", ("rescue", "boat"), (2, 5), (1, 2)),
        Topic("smoke everywhere", ("smoke",), (4,), (3,)),
        Topic("the Marla", ("marla", "oran"), (3, 6), (5,)),
    )
    return Comparison(left, right, links, topics, 50.0)


def strangers() -> Comparison:
    """Two articles with nothing in common."""
    left = article(("The council approved the new tram line on Monday.",))
    right = article(("Bakers won a prize for rye bread.",))
    return Comparison(left, right)


__all__ = ["Side", "article", "ferry", "strangers"]
