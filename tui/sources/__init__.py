"""Sources to articles: reading, cleaning and cutting into passages."""
