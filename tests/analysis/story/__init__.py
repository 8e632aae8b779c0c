"""Tests of `tui.analysis.story`."""
