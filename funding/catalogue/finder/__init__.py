"""The finder: parameters of an address, made into one search query, shown as a page."""
