"""What a page's body is made of: one block a file."""

from .body import BodyBlock
from .figures import FigureBlock
from .steps import StepBlock

__all__ = ["BodyBlock", "FigureBlock", "StepBlock"]
