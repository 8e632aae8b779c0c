"""Settings, read options and limits."""
