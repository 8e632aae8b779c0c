"""Articles for tests, made of sentences."""

from __future__ import annotations

from tui.model import Article, Kind, Passage, Span


def article(*paragraphs: list[str], language: str = "", kinds: dict[int, Kind] | None = None) -> Article:
    """An article of these paragraphs of sentences; `kinds` by the passage's index, else body."""
    passages: list[Passage] = []
    text = ""
    for number, sentences in enumerate(paragraphs):
        text += "\n\n" if text else ""
        for place, sentence in enumerate(sentences):
            text += " " if place else ""
            index = len(passages)
            kind = (kinds or {}).get(index, Kind.BODY)
            span = Span(len(text), len(text) + len(sentence))
            passages.append(Passage(index, number, span, kind, sentence))
            text += sentence
    return Article(text=text, passages=tuple(passages), language=language)


HARBOUR = article(
    [
        "Dock workers in Port Ellery walked out on Monday after talks about night shifts collapsed.",
        "About 1,200 members of the Harbour Union stayed away from the container terminal.",
    ],
    [
        "“We will not load one ship until the night shifts are safe,” said Mara Quist, who leads the union.",
        "Two cranes failed an inspection in March, the safety board found.",
    ],
    [
        "Grocers warned that fresh fruit could run short within a week.",
        "The mayor, Tomas Lindqvist, offered to mediate between the two sides.",
        "Ferry passengers were not affected.",
    ],
    language="en",
)
STRIKE = article(
    [
        "A strike closed the container terminal on Monday; 1,200 union members refused to work.",
        "The walkout began when negotiations over night shifts collapsed at the weekend.",
    ],
    [
        "Freight companies rerouted four barges to the south.",
        "“We will not load one ship until the night shifts are safe,” union leader Mara Quist said.",
    ],
    [
        "Mayor Tomas Lindqvist said that he would mediate.",
        "Supermarkets expect shortages of fresh fruit next week.",
        "The weather office forecast rain.",
        "The safety board had found fault with two cranes after an inspection in March.",
    ],
    language="en",
)
