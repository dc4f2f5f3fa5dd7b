"""Several nodes that are one cluster, on the loopback."""

import json
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.services.programs import free_port

from .server import Server

PATIENCE = 300  # seconds


class Cluster:
    """``url`` is what ``ELASTICSEARCH_URL`` says of all nodes."""

    def __init__(self, folders: list[Path]):
        names = [f"node-{number}" for number in range(len(folders))]
        ports = [str(free_port()) for _ in folders]
        known = {
            "discovery.type": "multi-node",
            "discovery.seed_hosts": ",".join(f"127.0.0.1:{port}" for port in ports),
            "cluster.initial_master_nodes": ",".join(names),
        }
        self.nodes = {
            name: Server(folder, settings=known | {"node.name": name, "transport.port": port})
            for name, folder, port in zip(names, folders, ports, strict=True)
        }
        self.url = ",".join(node.url for node in self.nodes.values())

    def start(self) -> None:
        for node in self.nodes.values():
            node.begin()
        for node in self.nodes.values():
            node.wait()
        self.wait()

    def wait(self) -> None:
        """Until every node is there and every shard has all its copies."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            told = self.ask("_cluster/health?timeout=1s")
            if told.get("status") == "green" and told["number_of_nodes"] == len(self.nodes):
                return
            time.sleep(0.5)
        raise RuntimeError(f"The cluster is not whole after {PATIENCE} s.")

    def ask(self, path: str) -> dict | list:
        """What the first node that answers says; nothing while none does."""
        for node in self.nodes.values():
            try:
                with urllib.request.urlopen(f"{node.url}/{path}", timeout=5) as answer:
                    return json.load(answer)
            except OSError:
                continue
        return {}

    def master(self) -> str:
        return self.ask("_cat/master?format=json")[0]["node"]

    def with_primary(self, index: str) -> str:
        """The node that takes the writes of an index (with ``*``)."""
        shards = self.ask(f"_cat/shards/{index}?format=json")
        return next(each["node"] for each in shards if each["prirep"] == "p")


@contextmanager
def three_nodes() -> Iterator[Cluster]:
    """With nothing in it; it ends and its data go with the block."""
    with ExitStack() as stack:
        folders = []
        for _ in range(3):
            scratch = tempfile.TemporaryDirectory(prefix="elasticsearch-", ignore_cleanup_errors=True)
            folder = Path(stack.enter_context(scratch))
            folder.chmod(0o755)
            folders.append(folder)
        cluster = Cluster(folders)
        try:
            cluster.start()
            yield cluster
        finally:
            for node in cluster.nodes.values():
                node.kill()
