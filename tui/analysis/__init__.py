"""Comparison of two articles: links, topics, evidence and differences. Begin with `compare.compare`."""
