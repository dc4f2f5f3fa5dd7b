"""A real Elasticsearch, put together and started without containers."""

from .cluster import Cluster, three_nodes
from .server import Server, available, running, started

__all__ = ["Cluster", "Server", "available", "running", "started", "three_nodes"]
