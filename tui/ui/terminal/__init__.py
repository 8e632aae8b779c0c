"""The terminal driver and what it writes."""
