"""Pastes as a terminal sends them, escape sequences in them and all."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.ui.terminal.parser import PasteParser

START, END = "\x1b[200~", "\x1b[201~"
PASTES = (
    "ship",
    "",
    "two words\rand another line",
    "a \x1b[31mred\x1b[0m q \x1b[A word",
    "\x1b" * 100,
    "\x1b[200~ within",
    "\x1b[201 \x1b[20",
    "\x1b]8;;http://example.org/a/long/address\x07link",
    "\x1b[<0;3;3M" * 20,
)


def parsed(*chunks: str) -> list[str]:
    """Key names and pasted texts, in order."""
    parser = PasteParser()
    messages = [message for chunk in chunks for message in parser.feed(chunk)]
    return [
        repr(message.text) if isinstance(message, events.Paste) else message.key
        for message in messages
        if isinstance(message, events.Paste | events.Key)
    ]


@pytest.mark.parametrize("text", PASTES)
def test_a_paste_is_one_message_and_no_key(text: str) -> None:
    assert parsed(f"j{START}{text}{END}k") == ["j", repr(text), "k"]


@pytest.mark.parametrize("text", PASTES)
@pytest.mark.parametrize("size", [1, 2, 5, 7])
def test_a_paste_may_come_in_any_parts(text: str, size: int) -> None:
    data = f"j{START}{text}{END}k{START}again{END}"
    chunks = [data[k : k + size] for k in range(0, len(data), size)]
    assert parsed(*chunks) == ["j", repr(text), "k", "'again'"]


def test_a_paste_takes_no_more_steps_the_longer_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    fed: list[int] = []
    feed = XTermParser.feed

    def counted(parser: XTermParser, data: str) -> Iterable[Message]:
        fed.append(len(data))
        return feed(parser, data)

    monkeypatch.setattr(XTermParser, "feed", counted)
    text = "\x1b]8;;http://example.org/a/long/address\x07red " * 2500
    assert parsed(f"{START}{text}{END}") == [repr(text)]
    assert sum(fed) == len(START + END), "Textual's parser sees the marks only"
