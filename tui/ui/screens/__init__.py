"""Screens that own the state and the actions."""
