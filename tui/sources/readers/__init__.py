"""Readers, one per kind of source: bytes to a draft of an article."""
