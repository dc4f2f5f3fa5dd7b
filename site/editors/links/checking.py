"""Checks addresses one after another, each server in its own time and by its own rules."""

import logging
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import itemgetter
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from .fetch import AGENT_NAME, FetchedResponse, FetchError, fetch
from .results import LOOP, NONSENSE, ROBOTS, LinkCheck

logger = logging.getLogger(__name__)
SECONDS = 15.0  # for all that one address takes: robots.txt, every redirect, every answer
MAX_REDIRECTS = 5
MAX_DELAY = 30.0  # seconds; a server that asks for more patience is asked less often by the clock alone
REDIRECTS = (301, 302, 303, 307, 308)


class LinkChecker:
    """Asks one thing at a time, with ``delay`` seconds or what robots.txt wants between two requests to a
    server. ``seconds`` are those of the exchange; the pauses do not count."""

    def __init__(self, delay: float, seconds: float = SECONDS):
        self.delay, self.seconds = delay, seconds
        self._left = seconds
        self._last: dict[str, float] = {}
        self._rules: dict[str, RobotFileParser] = {}

    def check_all(self, urls: Iterable[str]) -> Iterator[tuple[str, LinkCheck]]:
        """Each address and what came of it. Servers take turns, so that pauses are rarely waited for."""
        seen, turns = Counter(), []
        for url in urls:
            turns.append((seen[_server(url)], url))
            seen[_server(url)] += 1
        for _turn, url in sorted(turns, key=itemgetter(0)):
            try:
                outcome = self.check(url)
            except Exception:
                # Whatever a server thinks up, the others are still asked.
                logger.exception("%s could not be checked", url)
                outcome = LinkCheck(problem=NONSENSE)
            yield url, outcome

    def check(self, url: str) -> LinkCheck:
        """Follow ``url`` to where it leads."""
        self._left = self.seconds
        for redirects in range(MAX_REDIRECTS + 1):
            try:
                if not self._allows(url):
                    return LinkCheck(problem=ROBOTS, redirects=redirects)
                response = self._look(url)
                if response.status not in REDIRECTS or not response.location:
                    return LinkCheck(response.status, redirects=redirects)
                url = urljoin(url, response.location)
                if urlsplit(url).scheme not in ("http", "https"):
                    return LinkCheck(problem=NONSENSE, redirects=redirects)
            except FetchError as error:
                return LinkCheck(problem=error.problem, redirects=redirects)
            except ValueError:  # an address that makes no sense
                return LinkCheck(problem=NONSENSE, redirects=redirects)
        return LinkCheck(problem=LOOP, redirects=MAX_REDIRECTS)

    def _look(self, url: str) -> FetchedResponse:
        """By HEAD, which costs the server least; by GET where it does not understand that."""
        try:
            response = self._ask(url, "HEAD")
            if response.status < 400:
                return response
        except FetchError as error:
            if error.problem != NONSENSE:
                raise
        return self._ask(url, "GET")

    def _ask(self, url: str, method: str, read: bool = False) -> FetchedResponse:
        server = _server(url)
        if server in self._last:
            time.sleep(max(0, self._last[server] + self._delay_for(server) - time.monotonic()))
        began = time.monotonic()
        try:
            return fetch(url, method, self._left, read)
        finally:
            self._last[server] = time.monotonic()
            self._left -= self._last[server] - began

    def _allows(self, url: str) -> bool:
        """Whether the server lets robots look at ``url``."""
        server = _server(url)
        if server not in self._rules:
            self._rules[server] = self._read_rules(url)
        return self._rules[server].can_fetch(AGENT_NAME, url)

    def _read_rules(self, url: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            response = self._ask(urljoin(url, "/robots.txt"), "GET", read=True)
        except FetchError:
            rules.allow_all = True  # then the page itself will not answer either, and that is what is told
            return rules
        if response.status == 200:
            rules.parse(response.text.splitlines())
        elif response.status >= 500:
            rules.disallow_all = True
        else:
            rules.allow_all = True
        return rules

    def _delay_for(self, server: str) -> float:
        rules = self._rules.get(server)
        wanted = rules.crawl_delay(AGENT_NAME) if rules else None
        return max(self.delay, min(float(wanted or 0), MAX_DELAY))


def _server(url: str) -> str:
    """Name and port; empty where there is no making sense of the address."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""
