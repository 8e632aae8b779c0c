"""Web pages: fetch one politely and within limits, and cache it."""
