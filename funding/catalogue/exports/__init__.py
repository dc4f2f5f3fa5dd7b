"""A list of sheets to take away: as a table, as data, as a calendar. Everything is written piece by piece."""
