"""Cues to boilerplate: one file per kind, one question per function."""
