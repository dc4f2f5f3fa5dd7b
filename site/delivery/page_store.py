"""Finished pages: in the process, bounded in bytes, and in so many places of a shared cache."""

import gzip
import hashlib
import json
import threading
from collections import OrderedDict
from dataclasses import asdict, dataclass

from django.conf import settings
from django.core.cache import caches

MAX_PAGE_BYTES = 1024 * 1024  # of one page, compressed
# Of the shared cache: 256 MB at the most, whatever is asked for. A page takes the place of an older one.
SHARED_PLACES, MAX_SHARED_PAGE_BYTES = 2048, 128 * 1024
SHARED_SECONDS = 3600
LOCK_SECONDS = 10
OVERHEAD_BYTES = 2000  # of an entry, beside its bodies
IDENTITY = "identity"


@dataclass(frozen=True)
class CachedResponse:
    """A finished response: header pairs without what differs by request, and the body by encoding.

    It is true until ``until`` (epoch seconds), and was made under ``version``; ``withdrawals`` is the version
    that only a withdrawal gives anew. ``after`` is what the listener of the cache is told each time the
    response has been sent.
    """

    status: str
    headers: tuple[tuple[str, str], ...]
    bodies: dict[str, bytes]
    etag: str
    until: float
    after: str = ""
    version: str = ""
    withdrawals: str = ""
    key: str = ""

    @property
    def size(self) -> int:
        return OVERHEAD_BYTES + sum(map(len, self.bodies.values()))

    def body(self, encoding: str) -> bytes:
        """A compressed page is not kept as it is: hardly anybody asks for that."""
        if encoding not in self.bodies and encoding == IDENTITY:
            return gzip.decompress(self.bodies["gzip"])
        return self.bodies[encoding]


class PageSerializer:
    """A page as bytes and back: a line of JSON, then the bodies. No pickle: whoever can write into the shared
    cache could make a process run what it says."""

    def dumps(self, entry) -> bytes:
        if not isinstance(entry, CachedResponse):
            return json.dumps(entry).encode() + b"\n"
        told = {name: value for name, value in asdict(entry).items() if name != "bodies"}
        lengths = [(name, len(body)) for name, body in entry.bodies.items()]
        return (
            json.dumps({"page": told, "bodies": lengths}).encode() + b"\n" + b"".join(entry.bodies.values())
        )

    def loads(self, data: bytes):
        head, _, rest = bytes(data).partition(b"\n")
        told = json.loads(head)
        if not isinstance(told, dict):
            return told
        bodies, position = {}, 0
        for name, length in told["bodies"]:
            bodies[name] = rest[position : position + length]
            position += length
        page = told["page"] | {"headers": tuple(map(tuple, told["page"]["headers"])), "bodies": bodies}
        return CachedResponse(**page)


class PageStore:
    """Pages by key; the least recently asked for go first."""

    def __init__(self, max_bytes: int | None = None):
        self.max_bytes = settings.PAGE_CACHE_BYTES if max_bytes is None else max_bytes
        self.bytes = 0
        self._pages: OrderedDict[str, CachedResponse] = OrderedDict()
        self._lock = threading.Lock()
        self._is_shared = "pages" in settings.CACHES

    def get(self, key: str) -> CachedResponse | None:
        with self._lock:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        return None

    def get_shared(self, key: str) -> CachedResponse | None:
        """What another process has made; kept here from then on."""
        if not self._is_shared:
            return None
        entry = caches["pages"].get(_place(key))
        if not isinstance(entry, CachedResponse) or entry.key != key:
            return None
        self._keep(key, entry)
        return entry

    def put(self, key: str, entry: CachedResponse) -> None:
        if entry.size > MAX_PAGE_BYTES:
            return
        self._keep(key, entry)
        if self._is_shared and entry.size <= MAX_SHARED_PAGE_BYTES:
            caches["pages"].set(_place(key), entry, timeout=SHARED_SECONDS)

    def claim_shared(self, key: str) -> bool:
        """Whether this process is the one that makes the page, of all that share a cache."""
        return not self._is_shared or caches["pages"].add(f"lock-{_place(key)}", 1, timeout=LOCK_SECONDS)

    def release_shared(self, key: str) -> None:
        if self._is_shared:
            caches["pages"].delete(f"lock-{_place(key)}")

    def _keep(self, key: str, entry: CachedResponse) -> None:
        with self._lock:
            if known := self._pages.pop(key, None):
                self.bytes -= known.size
            self._pages[key] = entry
            self.bytes += entry.size
            while self.bytes > self.max_bytes:
                self.bytes -= self._pages.popitem(last=False)[1].size


def _place(key: str) -> str:
    digest = hashlib.sha256(key.encode("utf-8", "surrogateescape")).digest()
    return str(int.from_bytes(digest[:8]) % SHARED_PLACES)
