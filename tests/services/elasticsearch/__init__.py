"""A real Elasticsearch, put together and started without containers."""

from .server import Server, running, started

__all__ = ["Server", "running", "started"]
