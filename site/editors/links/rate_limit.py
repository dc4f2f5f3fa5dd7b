"""How often a server is asked, and what it does not want to be asked."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from .fetch import AGENT_NAME, FetchError, ask

MAX_DELAY = 30.0  # seconds; a server that asks for more patience is asked less often by the timer alone


class RateLimit:
    """Shared by all threads: one request at a time for each server, ``delay`` seconds between two."""

    def __init__(self, delay: float):
        self.delay = delay
        self._guard = threading.Lock()
        self._turns: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._last: dict[str, float] = {}
        self._rules: dict[str, RobotFileParser] = {}

    @contextmanager
    def turn(self, url: str) -> Iterator[None]:
        """Wait until the server of ``url`` may be asked again, and keep others from asking meanwhile."""
        host = server_of(url)
        with self._guard:
            turn = self._turns[host]
        with turn:
            wait = self._last.get(host, 0) + self._delay_for(host) - time.monotonic()
            if host in self._last and wait > 0:
                time.sleep(wait)
            try:
                yield
            finally:
                self._last[host] = time.monotonic()

    def allows(self, url: str) -> bool:
        """Whether the server lets robots look at ``url``."""
        host = server_of(url)
        if host not in self._rules:
            self._rules[host] = self._read_rules(url)
        return self._rules[host].can_fetch(AGENT_NAME, url)

    def _read_rules(self, url: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            with self.turn(url):
                answer = ask(urlsplit(url)._replace(path="/robots.txt", query="").geturl(), "GET", read=True)
        except FetchError:
            rules.allow_all = True  # then the page itself will not answer either, and that is what is told
            return rules
        if answer.status == 200:
            rules.parse(answer.text.splitlines())
        elif answer.status >= 500:
            rules.disallow_all = True
        else:
            rules.allow_all = True
        return rules

    def _delay_for(self, host: str) -> float:
        rules = self._rules.get(host)
        wanted = rules.crawl_delay(AGENT_NAME) if rules else None
        return max(self.delay, min(float(wanted or 0), MAX_DELAY))


def server_of(url: str) -> str:
    """Name and port; empty where there is no making sense of the address."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
