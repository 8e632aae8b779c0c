"""Folders, the atomic write, bounded caches."""
