"""Differences between two reports: numbers, dates, names, quotations, words. Gives no verdict."""
