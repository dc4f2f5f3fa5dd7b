"""Kills whoever publishes, and the cluster, at random moments; then the index must be in step."""

from .trial import Outcome, trial

__all__ = ["Outcome", "trial"]
