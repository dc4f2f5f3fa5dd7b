"""The engine for many machines: Elasticsearch 9, an index behind an alias for each language."""

from .engine import ElasticsearchEngine

__all__ = ["ElasticsearchEngine"]
