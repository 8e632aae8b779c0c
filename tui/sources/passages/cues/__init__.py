"""The signs by which page furniture is known; one file per kind, one question per function."""
