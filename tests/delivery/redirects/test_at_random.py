"""Pages and sections are renamed, moved, withdrawn and published again, and every address that the site ever
gave is asked for: those of pages with their feeds, calendars, exports, comparison and eligibility check, and
all to which a page of the site has ever linked.

``make addresses`` takes 500 steps (``REDIRECT_STEPS``, ``SEED``), ``make test`` 30.
"""

import html
import os
import re

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from .site_at_random import SiteAtRandom, address_of

STEPS = int(os.environ.get("REDIRECT_STEPS", "30"))
SEED = int(os.environ.get("SEED", "20261128"))
EVERY = max(30, STEPS // 10)  # steps between two looks at all addresses
QUERY = "?month=2027-03&q=x"
LINK = re.compile(r'href="(/(?:it|en)/[^"#]*)')
UNTRANSLATED = re.compile(r"/(?:it/non-tradotta|en/not-translated)/\d+/$")
NEVER = "mai-esistito"


class Visitor:
    """Asks for addresses, and tells what is wrong with the answers."""

    def __init__(self, site: SiteAtRandom, client):
        self.site, self.client = site, client
        self.given: set[str] = set()  # addresses to which pages have linked

    def wrong(self) -> list[str]:
        self.live, self.seen = set(_live_addresses()), {}
        known = self.site.known()
        told = [self._look(address, known[pk], route) for address, (pk, route) in self.site.owners.items()]
        told += [self._never(address) for address in sorted(self.site.held - self.site.owners.keys())]
        told += self._linked()
        return [*filter(None, told), *_leading_to_themselves()]

    def _look(self, address: str, owner: Page, route: str) -> str:
        """What is at an address that was this page's: the page, the way to it, or nothing at all."""
        answer = self.client.get(f"{address}{QUERY}")
        if not owner.live:
            return self._nothing(address, answer)
        now = address_of(owner, route)
        if now == address:
            return "" if answer.status_code == 200 else f"{address}: {answer.status_code} for a live page"
        if (answer.status_code, answer.headers.get("Location")) != (301, now + QUERY):
            return f"{address}: {answer.status_code} {answer.headers.get('Location')}, not {now}"
        status = self._ask(now + QUERY)[0]
        return "" if status == 200 else f"{address}: {now} answers {status}"

    def _never(self, address: str) -> str:
        return self._nothing(address, self.client.get(address + QUERY))

    def _nothing(self, address: str, answer) -> str:
        """Byte for byte what one reads where never anything was."""
        if answer.status_code != 404:
            return f"{address}: {answer.status_code} {answer.headers.get('Location')}, is not public"
        other = self._other(address)
        return "" if self._ask(other + QUERY) == _told(answer) else f"{address}: is told from {other}"

    def _ask(self, address: str) -> tuple:
        """The same address is asked once a look."""
        if address not in self.seen:
            self.seen[address] = _told(self.client.get(address))
        return self.seen[address]

    def _other(self, address: str) -> str:
        """An address beside it where nothing ever was: another name after the last page that is public."""
        parts = address.strip("/").split("/")
        above = max(n for n in range(1, len(parts)) if f"/{'/'.join(parts[:n])}/" in self.live)
        name = parts[above]
        parts[above] = f"{NEVER}.{name.rpartition('.')[2]}" if "." in name else NEVER
        return f"/{'/'.join(parts)}{'/' if address.endswith('/') else ''}"

    def _linked(self) -> list[str]:
        """Links of the pages of now answer; older ones do, lead there, or say that nothing is there."""
        now = set()
        for address in sorted(self.live):
            found = LINK.findall(self.client.get(address).content.decode())
            now.update(html.unescape(link) for link in found)
        answers = {link: self._ask(link)[0] for link in sorted(now)}
        told = [f"{link}: linked, answers {status}" for link, status in answers.items() if status != 200]
        told += [self._led(link) for link in sorted(self.given - now)]
        self.given |= now
        return told

    def _led(self, link: str) -> str:
        answer = self.client.get(link)
        # What is not translated leads to its translation for as long as there is one.
        if answer.status_code == 301 or (answer.status_code == 302 and UNTRANSLATED.match(link)):
            target = answer.headers["Location"]
            if target.partition("?")[2] != link.partition("?")[2]:
                return f"{link}: the query is lost in {target}"
            status = self._ask(target)[0]
            return "" if status == 200 else f"{link}: {target} answers {status}"
        return "" if answer.status_code in (200, 404) else f"{link}: {answer.status_code}"


def _told(answer) -> tuple:
    """All that a visitor gets, but for the second."""
    headers = {name: value for name, value in answer.headers.items() if name != "Expires"}
    return answer.status_code, headers, b"" if answer.streaming else answer.content


def _live_addresses() -> list[str]:
    found = Page.objects.live().filter(depth__gt=1).select_related("locale")
    return [page.url for page in found if page.url]


def _leading_to_themselves() -> list[str]:
    rows = Redirect.objects.filter(redirect_page__live=True).select_related("redirect_page__locale")
    return [
        f"{row.old_path} leads to itself"
        for row in rows
        if not row.redirect_page_route_path and row.link.rstrip("/") == row.old_path
    ]


@pytest.mark.django_db
def test_every_address_that_was_ever_given(tree, client, search_index, django_capture_on_commit_callbacks):
    site = SiteAtRandom(tree, SEED, django_capture_on_commit_callbacks)
    visitor, done = Visitor(site, client), []
    assert visitor.wrong() == []
    for number in range(1, STEPS + 1):
        done.append(site.step())
        if number % EVERY == 0 or number == STEPS:
            assert visitor.wrong() == [], (f"SEED={SEED}", done[-EVERY:])
