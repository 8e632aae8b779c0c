"""Output with spacing marks, for terminals that give them a cell and those that do not."""

from __future__ import annotations

from unicodedata import category

from tui.ui.terminal.anchors import anchor_marks

ROW = "\x1b[2;3H\x1b[1mनदी का\x1b[0m|end\r\nनदी  |x"


def drawn(data: str, mark_cells: int) -> dict[tuple[int, int], str]:
    """Cells of a terminal that gives each spacing mark so many cells."""
    cells: dict[tuple[int, int], str] = {}
    row = column = 0
    while data:
        if data[:2] == "\x1b[":
            end = next(n for n, char in enumerate(data) if char.isalpha())
            numbers, command = data[2:end], data[end]
            if command == "H":
                row, column = (int(number) for number in numbers.split(";"))
            elif command == "G":
                column = int(numbers)
            data = data[end + 1 :]
            continue
        char, data = data[0], data[1:]
        kind = category(char)
        if char == "\r":
            column = 1
        elif char == "\n":
            row += 1
        elif kind in ("Mn", "Mc") and not (kind == "Mc" and mark_cells):
            cells[row, column - 1] += char
        else:
            cells[row, column] = char
            column += 1
    return cells


def test_what_follows_marks_stands_in_one_place_whatever_their_width() -> None:
    for mark_cells in (0, 1):
        cells = drawn(anchor_marks(ROW), mark_cells)
        assert (cells[2, 9], cells[2, 10], cells[3, 6], cells[3, 7]) == ("|", "e", "|", "x")


def test_cells_that_marks_leave_free_are_empty() -> None:
    cells = drawn("\x1b[2;3H######" + anchor_marks(ROW), 0)
    assert "#" not in cells.values()


def test_other_output_is_left_as_it_is() -> None:
    for data in ("\x1b[2;3Hlake ║ 港口 “x”\r\n", "नदी", ""):
        assert anchor_marks(data) == data
