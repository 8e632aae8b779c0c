"""Reading state: position, filters, visible links, search hits, route, tour, progress and stories."""
