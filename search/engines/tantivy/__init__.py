"""The embedded engine: Tantivy, an index folder for each language."""

from .engine import TantivyEngine

__all__ = ["TantivyEngine"]
