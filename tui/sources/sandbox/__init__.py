"""The sandbox: a child process with limited memory and time that reads one source."""
