"""Attempts at secrets: wrong ones are counted by account and by address, slowed down, then locked."""
