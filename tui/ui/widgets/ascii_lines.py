"""Lines of all widgets in ASCII, for terminals without Unicode: frames and scroll bars too, letters not."""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.model.symbols import to_ascii

_FRAMES = str.maketrans("▊▎▌▐┃▔▁━─╭╮╰╯▂▃▄▅▆▇█■⏎", "|||||-_--++++########>") | {ord("🔎"): "/ "}
"""What Textual draws around and beside panels, its sign for the enter key, and that of its palette."""


class AsciiLines(LineFilter):
    """Replaces the signs that are left by ASCII characters of the same width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(segment.text.isascii() for segment in segments):
            return segments
        return [
            Segment(to_ascii(segment.text).translate(_FRAMES), segment.style, segment.control)
            for segment in segments
        ]
