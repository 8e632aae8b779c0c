"""Folders of the app, atomic writing, bounded caches."""
