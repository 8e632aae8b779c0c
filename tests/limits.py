"""Counts the program must not pass: of modules, frames, bytes and strips. One place for all of them.

A count is the same on every machine, where a time is not. Each limit lies a little over what was counted
when it was set, on the bundled pair at 120 x 40; who comes under one by a good deal should set it anew.
"""

MODULES = 480
"""Modules in the process that shows, when its first frame is written. Counted: 458, with Python 3.11;
the standard library is a third of them and differs with its version."""

OWN_MODULES = 79
"""Modules of `tui` among them. Counted: 76, ten of them packages with no more than a docstring; two more
if the differences have come by then."""

FRAMES_AT_START = 6
"""Frames until all is found and painted. Counted: 6. Textual paints twice when a screen appears and once more
when it hides its rack of toasts; the refined links, their words and the differences bring one each."""
FRAMES_BY_WORDS = 4
"""The same without a language model. Counted: 4, the last two in either order or as one."""

FRAMES_A_KEY = 1
"""Frames of a key. Counted: 1 for each key but the threshold's, which has a limit of its own."""

FRAMES_A_THRESHOLD = 1
"""Frames of a higher threshold. Counted: 1. A lower one brings a second if the links it adds differ in
something: that is worked out in a thread, and repaints the passages whose sign it changes when it comes."""

BYTES_A_LINK = 9_500
"""Bytes of a step to the next link. Counted: 3,063 to 9,039 in five steps from the beginning, the longest of
which scroll by nearly a page."""

BYTES_A_LINE = 8_500
"""Bytes of scrolling by a line. Counted: 4,355 to 7,720 in five steps."""

BYTES_A_PAGE = 10_000
"""Bytes of scrolling by a page. Counted: 9,541 and 9,743."""

BYTES_A_THRESHOLD = 9_500
"""Bytes of a higher threshold. Counted: 9,029."""

BYTES_A_TOPIC = 10_500
"""Bytes of keeping one topic. Counted: 9,587."""

STRIPS_A_LINK = 36
"""Strips made for a step to a link never seen before. Counted: 0 to 32 in six steps."""

STRIPS_A_LINE = 18
"""Strips made to scroll by a line never seen before. Counted: 2 to 17 in six steps, most of them rows of
the gutter, whose lines have moved."""

STRIPS_A_PAGE = 54
"""Strips made to scroll by a page never seen before. Counted: 52, most of them new rows of text."""

STRIPS_A_THRESHOLD = 16
"""Strips made at a change of the threshold. Counted: 3 to 15, nearly all of them the gutter's,
where lines of the links that it hides or brings back end."""

STRIPS_A_TOPIC = 24
"""Strips made when one topic is kept. Counted: 5 to 23."""

STRIPS_AGAIN = 0
"""Strips made for what has been on the screen before. Counted: 0 for every key."""
