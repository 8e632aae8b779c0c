"""Counts the program must not pass: of modules, frames, bytes and strips. One place for all of them.

A count is the same on every machine, where a time is not. Each limit lies a little over what was counted
when it was set, on the bundled pair at 120 x 40; who comes under one by a good deal should set it anew.
"""

MODULES = 486
"""Modules in the process that shows, when its first frame is written. Counted: 481, with Python 3.11;
the standard library is a third of them and differs with its version."""

OWN_MODULES = 86
"""Modules of `tui` among them. Counted: 85, ten of them packages with no more than a docstring; two more
if the differences have come by then."""

FRAMES_AT_START = 6
"""Frames until all is found and painted. Counted: 6. Textual paints twice when a screen appears and once more
when it hides its rack of toasts; the refined links, their words and the differences bring one each."""
FRAMES_BY_WORDS = 5
"""The same without a language model. Counted: 5, as the links come again with their topics."""

FRAMES_A_KEY = 1
"""Frames of a key. Counted: 1 for each key but the threshold's, which has a limit of its own."""

FRAMES_A_THRESHOLD = 1
"""Frames of a higher threshold. Counted: 1. A lower one brings a second if the links it adds differ in
something: that is worked out in a thread, and repaints the passages whose sign it changes when it comes."""

BYTES_A_LINK = 11_200
"""Bytes of a step to the next pair. Counted: up to 10,842 in five steps from the beginning, most of which
scroll both panes by nearly a page, since the current pair always stands on one row."""

BYTES_A_LINE = 8_500
"""Bytes of scrolling by a line. Counted: 4,355 to 7,720 in five steps."""

BYTES_A_PAGE = 10_000
"""Bytes of scrolling by a page. Counted: 9,541 and 9,743."""

BYTES_A_THRESHOLD = 9_500
"""Bytes of a higher threshold. Counted: 9,029."""

BYTES_A_TOPIC = 11_000
"""Bytes of keeping one topic. Counted: 10,573; all that is left out is dimmed."""

STRIPS_A_LINK = 54
"""Strips made for a step to a pair never seen before. Counted: 1 to 50 in six steps; most are rows of text
that scroll into view."""

STRIPS_A_LINE = 18
"""Strips made to scroll by a line never seen before. Counted: 2 to 17 in six steps, most of them rows of
the gutter, whose lines have moved."""

STRIPS_A_PAGE = 54
"""Strips made to scroll by a page never seen before. Counted: 52, most of them new rows of text."""

STRIPS_A_THRESHOLD = 16
"""Strips made at a change of the threshold. Counted: 3 to 15, nearly all of them the gutter's,
where lines of the links that it hides or brings back end."""

STRIPS_A_TOPIC = 50
"""Strips made when one topic is kept. Counted: 45; all that is left out is dimmed."""

STRIPS_AGAIN = 0
"""Strips made for what has been on the screen before. Counted: 0 for every key."""
