"""Reads a question to the finder: what of its words are filters, and what stays words."""
