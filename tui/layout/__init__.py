"""Pure geometry: where text, links and offsets fall, in rows and terminal cells."""
