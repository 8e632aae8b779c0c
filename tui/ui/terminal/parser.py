"""Textual's parser of terminal input, but for pastes."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

_MARK = len(BRACKETED_PASTE_START)


class PasteParser(XTermParser):
    """Takes what is pasted as it is, up to the end of the paste.

    Textual looks for keys in it: a long escape sequence comes as key presses, which act
    on the screen or are typed one by one, and the text loses characters.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._pasted: list[str] | None = None
        """What has come of a paste; None outside of one."""
        self._last = ""
        """The last characters that came: a mark may come in two parts."""

    def feed(self, data: str) -> Iterable[Message]:
        """The messages that follow from more input; an empty `data` ends it."""
        if not data:
            yield from super().feed(data)
        while data:
            mark = BRACKETED_PASTE_START if self._pasted is None else BRACKETED_PASTE_END
            at = (self._last + data).find(mark)
            end = at + _MARK - len(self._last) if at >= 0 else len(data)
            part, data = data[:end], data[end:]
            self._last = "" if at >= 0 else (self._last + part)[1 - _MARK :]
            if self._pasted is None:
                yield from super().feed(part)
                self._pasted = [] if at >= 0 else None
            else:
                self._pasted.append(part)
                if at >= 0:
                    yield from self._end_paste("".join(self._pasted)[:-_MARK])

    def _end_paste(self, text: str) -> Iterable[Message]:
        self._pasted = None
        for message in super().feed(BRACKETED_PASTE_END):
            is_paste = isinstance(message, events.Paste)
            yield events.Paste(text.replace("\x00", "")) if is_paste else message
