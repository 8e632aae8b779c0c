"""The same screen in fewer bytes: a style is set where it changes, and not for every stretch of text.

Textual sets the style of each stretch and takes it back after it. That is two thirds of the bytes of a frame,
and most of it sets what has just been taken back; over SSH it takes its time.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

_STYLE = re.compile(r"\x1b\[([\d;:]*)m")
_MOVES = re.compile(r"(?:\x1b\[\d+;\d+H|\r?\n)*")
"""What puts the cursor elsewhere, which is the same in any style."""
_NONE = "\x1b[0m"
_PLAIN = "39", "49"
"""The terminal's own colours, of the text and behind it."""
_COLOURS = {"38", "48", "58"}
"""What more numbers follow: a colour of 16 million, or of 256."""
_FORE = {str(n) for n in (*range(30, 38), 39, *range(90, 98))}
_BACK = {str(n) for n in (*range(40, 48), 49, *range(100, 108))}
"""Colours of the text and behind it that one number names."""


def shorten_sgr(data: str) -> str:
    """What puts the same on the screen as `data`, and leaves the terminal in the same style."""
    first, *parts = _STYLE.split(data)
    if not parts:
        return data
    written = [first]
    now: str | None = None
    """The terminal's style, as the numbers that set it; not known before the first reset."""
    wanted: str | None = None
    """What it is to be."""
    for style, text in zip(parts[::2], parts[1::2], strict=True):
        if style in ("", "0"):
            wanted = ""
        elif wanted is None:
            written.append(f"\x1b[{style}m{text}")
            continue
        else:
            wanted = f"{wanted};{style}" if wanted else style
        if not text:
            continue
        moves = _MOVES.match(text)
        end = moves.end() if moves else 0
        if end:
            written.append(text[:end])
        if end < len(text):
            if now != wanted:
                written.append(_change(now, wanted))
                now = wanted
            written.append(text[end:])
    if wanted is not None and now != wanted:
        written.append(_change(now, wanted))
    return "".join(written)


@lru_cache(maxsize=4096)
def _change(now: str | None, wanted: str) -> str:
    """What takes the terminal from one style to another, each given as the numbers that set it."""
    if not wanted:
        return _NONE
    if now is not None:
        (had, *before), (has, *colours) = _read(now), _read(wanted)
        if had == has[: len(had)]:
            more = has[len(had) :]
            more += [
                new or plain for old, new, plain in zip(before, colours, _PLAIN, strict=True) if new != old
            ]
            return f"\x1b[{';'.join(more)}m" if more else ""
    return f"\x1b[0;{wanted}m"


def _read(style: str) -> tuple[list[str], str, str]:
    """How something is written (bold, no longer bold, ...), the colour of the text, the colour behind it."""
    how: list[str] = []
    fore = back = ""
    numbers = iter(style.split(";") if style else ())
    for number in numbers:
        code = number
        if number in _COLOURS:
            kind = next(numbers, "")
            code = ";".join([number, kind, *islice(numbers, 3 if kind == "2" else 1)])
        if number == "38" or number in _FORE:
            fore = code
        elif number == "48" or number in _BACK:
            back = code
        else:
            how.append(code)
    return how, fore, back
