"""Half-open connections straight at the web server, from one address and from many: others are answered."""

import random
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.services.scratch_site import Site
from tests.services.web import WebServer, alive, web_server

from .attacker import BEGUN, HALF_OPEN, connect
from .figures import Figure
from .visitor import OTHER, Visitor, failed, p95_ms, read_for

PART = "half-open"
SECONDS = 5
MAX_MS = 1000  # for a page that is kept, when the machine does other things as well
NAMES = ("nothing", "half a request line", "half a head", "a form", "a large body", "chunks")
MANY = "127.0.1."
PAGES = ("/it/", "/health/live")


def trial(seed: int, say: Callable[[str], None] = print) -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="half-open-") as name:
        Site(Path(name)).make()
        with web_server(Path(name)) as server:
            return _figures(random.Random(seed), server, say)


def _figures(dice: random.Random, server: WebServer, say: Callable[[str], None]) -> list[Figure]:
    workers, visitor = server.workers(), Visitor(server.port, OTHER, timeout=20)
    say(f"Quiet: {p95_ms(read_for(SECONDS, visitor, PAGES))} ms.")
    kinds = [(name, (begun,)) for name, begun in zip(NAMES, BEGUN, strict=True)]
    figures = []
    for name, begun in [*kinds, ("all kinds", BEGUN)]:
        figures += _held(server.port, visitor, f"{name}, one address", begun, lambda _number: "127.0.0.1")
    numbers = dice.sample(range(1, 255), HALF_OPEN)
    name = f"all kinds, {HALF_OPEN} addresses"
    figures += _held(server.port, visitor, name, BEGUN, lambda number: f"{MANY}{numbers[number]}")
    gone = sum(not alive(worker) for worker in workers)
    return [*figures, Figure(PART, "web processes that have ended", gone, 0)]


def _held(
    port: int, visitor: Visitor, name: str, begun: tuple[bytes, ...], source: Callable[[int], str]
) -> list[Figure]:
    with ExitStack() as opened:
        for number in range(HALF_OPEN):
            connection = opened.enter_context(connect(port, source(number)))
            connection.sendall(begun[number % len(begun)])
        answers = read_for(SECONDS, visitor, PAGES)
        posted = visitor.post("/health/live", {"a": "1"}).status
        sent = visitor.post("/admin/login/", {"username": "ada"}).status
    figures = [
        Figure(PART, f"{name}: time of a page, p95", p95_ms(answers), MAX_MS, "ms"),
        Figure(PART, f"{name}: pages that failed", failed(answers), 0),
        Figure(PART, f"{name}: requests with a body not answered", (posted, sent).count(0), 0),
    ]
    if source(0) == source(1):
        # Of many addresses together the server takes five at a time in a process, whoever they are.
        refused = sum(status in (0, 429, 503) for status in (posted, sent))
        figures.append(Figure(PART, f"{name}: forms of others refused", refused, 0))
    return figures
