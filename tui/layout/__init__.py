"""Pure geometry of text, links and scroll offsets, in rows and terminal cells."""
