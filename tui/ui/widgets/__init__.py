"""What takes data in, paints it, and tells what the reader did."""
