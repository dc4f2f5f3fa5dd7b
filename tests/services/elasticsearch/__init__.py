"""A real Elasticsearch, put together and started without containers."""

from .server import Server, available, running, started

__all__ = ["Server", "available", "running", "started"]
