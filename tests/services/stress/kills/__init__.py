"""Processes of the site are killed, and its services restarted, while editors publish and import."""

from .killing import PART, Size, trial

__all__ = ["PART", "Size", "trial"]
