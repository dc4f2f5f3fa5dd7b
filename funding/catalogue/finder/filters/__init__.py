"""What narrows the list down, as the page shows it: facets, the map of regions, months, quick filters."""
