"""Shorten terminal output: set a style (SGR) only where it changes.

Textual sets the style of each segment and resets it afterwards. That is two thirds of the bytes of a frame,
and most of it sets again what was just reset, which is slow over SSH.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

_STYLE = re.compile(r"\x1b\[([\d;:]*)m")
_MOVES = re.compile(r"(?:\x1b\[\d+;\d+H|\r?\n)*")
"""Cursor moves, which do not depend on the style."""
_RESET = "\x1b[0m"
_DEFAULT = "39", "49"
"""The default colours of the text and the background."""
_COLOURS = {"38", "48", "58"}
"""Codes followed by more numbers: a colour out of 16 million, or out of 256."""
_FORE = {str(n) for n in (*range(30, 38), 39, *range(90, 98))}
_BACK = {str(n) for n in (*range(40, 48), 49, *range(100, 108))}
"""Text and background colours that are a single number."""


def shorten_sgr(data: str) -> str:
    """Shorter output with the same effect on the screen, which leaves the terminal in the same style."""
    first, *parts = _STYLE.split(data)
    if not parts:
        return data
    written = [first]
    current: str | None = None
    """The terminal's style, as SGR numbers; unknown before the first reset."""
    target: str | None = None
    """The style for the next text."""
    for style, text in zip(parts[::2], parts[1::2], strict=True):
        if style in ("", "0"):
            target = ""
        elif target is None:
            written.append(f"\x1b[{style}m{text}")
            continue
        else:
            target = f"{target};{style}" if target else style
        if not text:
            continue
        moves = _MOVES.match(text)
        end = moves.end() if moves else 0
        if end:
            written.append(text[:end])
        if end < len(text):
            if current != target:
                written.append(_change(current, target))
                current = target
            written.append(text[end:])
    if target is not None and current != target:
        written.append(_change(current, target))
    return "".join(written)


@lru_cache(maxsize=4096)
def _change(current: str | None, target: str) -> str:
    """The escape sequence from one style to another, both given as SGR numbers."""
    if not target:
        return _RESET
    if current is not None:
        (old_attributes, *old_colours), (attributes, *colours) = _read(current), _read(target)
        if old_attributes == attributes[: len(old_attributes)]:
            codes = attributes[len(old_attributes) :]
            codes += [
                new or default
                for old, new, default in zip(old_colours, colours, _DEFAULT, strict=True)
                if new != old
            ]
            return f"\x1b[{';'.join(codes)}m" if codes else ""
    return f"\x1b[0;{target}m"


def _read(style: str) -> tuple[list[str], str, str]:
    """The attributes of a style (bold, not bold, ...), its text colour and its background colour."""
    attributes: list[str] = []
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
            attributes.append(code)
    return attributes, fore, back
