"""What the site withstands: kills of whatever it consists of, and attacks. Everything is seeded."""
