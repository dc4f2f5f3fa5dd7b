"""What a page's body is made of: one block a file."""

from .body import BodyBlock
from .code import CodeBlock
from .figures import FigureBlock
from .steps import StepBlock

__all__ = ["BodyBlock", "CodeBlock", "FigureBlock", "StepBlock"]
