"""Frames in fewer bytes look the same."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from tui.ui.terminal.sgr_output import shorten_sgr

COLUMNS, ROWS = 12, 4
RESET = "\x1b[0m"
NUMBERS = st.sampled_from(
    [
        "1",
        "2",
        "3",
        "7",
        "4",
        "9",
        "22",
        "23",
        "24",
        "27",
        "31",
        "97",
        "42",
        "100",
        "38;2;224;224;224",
        "38;2;1;120;212",
        "48;2;18;18;18",
        "48;5;7",
        "39",
    ]
)
STYLES = st.lists(NUMBERS, min_size=1, max_size=4).map(lambda numbers: f"\x1b[{';'.join(numbers)}m")
MOVES = st.builds("\x1b[{};{}H".format, st.integers(1, ROWS), st.integers(1, COLUMNS))
TEXTS = st.text("ab é─  ", min_size=0, max_size=5)
STRETCHES = st.one_of(
    MOVES,
    TEXTS,
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([RESET, "\x1b[m", "\x1b[K", "\x1b[?2026h", "\x1b[2J"]),
    STYLES,
    st.tuples(STYLES, TEXTS, st.just(RESET)).map("".join),
)
FRAMES = st.lists(st.lists(STRETCHES, max_size=12).map("".join), min_size=1, max_size=3)


def painted(frames: list[str]) -> tuple[list[list[pyte.screens.Char]], pyte.screens.Char]:
    """Every cell of the screen, and how the next one would be written."""
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    for frame in frames:
        stream.feed(frame)
    cells = [[screen.buffer[y][x] for x in range(COLUMNS)] for y in range(ROWS)]
    return cells, screen.cursor.attrs


@given(FRAMES)
def test_the_screen_is_the_same_to_the_cell(frames: list[str]) -> None:
    assert painted([shorten_sgr(frame) for frame in frames]) == painted(frames)


def test_a_style_is_set_once_for_adjacent_segments() -> None:
    base, blue = "\x1b[38;2;9;9;9;48;2;0;0;0m", "\x1b[38;2;0;0;255;48;2;0;0;0m"
    frame = f"{RESET}{base}one{RESET}\x1b[2;1H{base}two{RESET}{blue}three{RESET}"
    once = "\x1b[0;38;2;9;9;9;48;2;0;0;0mone\x1b[2;1Htwo\x1b[38;2;0;0;255mthree\x1b[0m"
    assert shorten_sgr(frame) == once


def test_text_without_a_style_is_unchanged() -> None:
    for data in ("", "\x1b[?2026h", "\x1b]8;;http://example.org\x1b\\link"):
        assert shorten_sgr(data) == data
