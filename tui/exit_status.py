"""What the program says to the shell when it ends."""

DONE = 0
UNREADABLE = 1
"""A source cannot be read, or a report not be written."""
WRONG_USAGE = 2
INTERRUPTED = 130
