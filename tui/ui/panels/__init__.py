"""Screens that open over the reading screen: lists, notes, the map, one link in full."""
