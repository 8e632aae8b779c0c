"""Web pages: fetching one politely and within bounds, and keeping a copy of it."""
