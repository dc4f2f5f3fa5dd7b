"""What events and projects are told with, beside the blocks of every page's text."""

from .phase import PhaseBlock
from .session import SessionBlock

__all__ = ["PhaseBlock", "SessionBlock"]
