"""Checks addresses: a few servers at once, each by itself in its own time."""

import logging
import threading
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from urllib.parse import urljoin, urlsplit

from .fetch import FetchedResponse, FetchError, ask
from .rate_limit import RateLimit, server_of
from .results import LOOP, NONSENSE, ROBOTS, LinkCheck

logger = logging.getLogger(__name__)
MAX_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
Report = Callable[[str, LinkCheck], None]


def check_all(urls: Iterable[str], report: Report, workers: int, delay: float) -> None:
    """Check each address and report what came of it, in this thread, as soon as it is known.

    At most ``workers`` servers are asked at once, ``delay`` seconds lie between two requests to one.
    """
    manners, by_server = RateLimit(delay), defaultdict(list)
    for url in urls:
        by_server[server_of(url)].append(url)
    results, ended = SimpleQueue(), threading.Event()

    def work(mine: list[str]) -> None:
        for url in mine:
            if not ended.is_set():
                results.put((url, _safely(url, manners)))

    with ThreadPoolExecutor(workers) as pool:
        try:
            for mine in by_server.values():
                pool.submit(work, mine)
            for _number in range(sum(map(len, by_server.values()))):
                report(*results.get())
        finally:
            ended.set()


def _safely(url: str, manners: RateLimit) -> LinkCheck:
    """Whatever a server thinks up, the others are still asked."""
    try:
        return check(url, manners)
    except Exception:
        logger.exception("%s could not be checked", url)
        return LinkCheck(problem=NONSENSE)


def check(url: str, manners: RateLimit) -> LinkCheck:
    """Follow ``url`` to where it leads."""
    for redirects in range(MAX_REDIRECTS + 1):
        try:
            if not manners.allows(url):
                return LinkCheck(problem=ROBOTS, redirects=redirects)
            answer = _answer(url, manners)
        except FetchError as error:
            return LinkCheck(problem=error.problem, redirects=redirects)
        if answer.status not in REDIRECTS or not answer.location:
            return LinkCheck(answer.status, redirects=redirects)
        try:
            url = urljoin(url, answer.location)
            usable = urlsplit(url).scheme in ("http", "https")
        except ValueError:
            usable = False
        if not usable:
            return LinkCheck(problem=NONSENSE, redirects=redirects)
    return LinkCheck(problem=LOOP, redirects=MAX_REDIRECTS)


def _answer(url: str, manners: RateLimit) -> FetchedResponse:
    """By HEAD, which costs the server least; by GET where it does not understand that."""
    try:
        with manners.turn(url):
            answer = ask(url, "HEAD")
        if answer.status < 400:
            return answer
    except FetchError as error:
        if error.problem != NONSENSE:
            raise
    with manners.turn(url):
        return ask(url, "GET")
