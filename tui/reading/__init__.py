"""Reading state: position, filters, visible links, search, route, tour and progress."""
