"""Posts written in small letters, and texts that only begin with one."""

from __future__ import annotations

import pytest

from tui.sources.passages.segmentation import split_sentences
from tui.sources.passages.small_letters import is_small


@pytest.mark.parametrize(
    "text",
    [
        "danke für den link.|dann liegt es wohl am netz.|mal warten.",
        "nur im wlan.|alles andere läuft über LTE.|LTE ist frei.",
        "no idea why.|maybe later?|we will see.",
        "did you ask doe?|nobody knows him!!|really.",
    ],
)
def test_sentences_in_small_letters_are_parted(text: str) -> None:
    assert is_small(text)
    sentence = text.replace("|", " ")
    assert [span.cut(sentence) for span in split_sentences(sentence, "de")] == text.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "vgl. den bericht und ggf. andere bzw. mehr davon",
        "er kommt evtl. morgen, sagt ca. jeder zweite, z.b. heute.",
        "the dept. of water and sen. doe agree approx. on this",
        "er fragte „warum?“ und ging",
        "nun ja... mal sehen",
        "see example.com or v1.2.beta of it",
    ],
)
def test_abbreviations_in_small_letters_end_no_sentence(text: str) -> None:
    assert [span.cut(text) for span in split_sentences(text, "de")] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Danke für den link. dann liegt es am netz.",
        "die Aktivistin sah den See. der Damm war dicht.",
        "so begann es. Dann kam der Regen.",
        "1931",
        "",
    ],
)
def test_other_texts_are_not_in_small_letters(text: str) -> None:
    assert not is_small(text)
