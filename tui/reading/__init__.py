"""Where the reader is and what is shown."""
