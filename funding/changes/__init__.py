"""What changed on a live sheet, when: noted by the system, told on the page and in the feed."""
