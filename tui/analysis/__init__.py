"""From two articles to links, topics and what speaks for them; `compare` does it all."""
