"""Processes of the site are killed, and its services restarted, while editors publish and import."""

from .killing import PART, trial

__all__ = ["PART", "trial"]
