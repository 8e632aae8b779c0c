"""Screens that open over the reading screen: lists, notes, the map, the short route, a link in full."""
