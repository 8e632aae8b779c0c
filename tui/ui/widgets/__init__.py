"""Widgets: they paint the data they are given and send messages about the reader's actions."""
