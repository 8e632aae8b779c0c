"""Differences between reports in two languages: numbers, days, times, amounts, and names that read alike."""
