"""The engine: reads and compares in other processes."""
