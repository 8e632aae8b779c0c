"""The process that reads one source, and its protocol."""
