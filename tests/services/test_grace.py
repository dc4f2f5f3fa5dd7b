"""The pages that the shipped nginx keeps: shown for a while when the site is gone, never once withdrawn."""

import json
import os
import signal
import time

import pytest

from tests import database
from tests.services import short_grace
from tests.services.proxy import proxy
from tests.services.scratch_site import Site
from tests.services.stress.visitor import Visitor
from tests.services.web import children, wait_until, web_server

FRESH, GRACE = short_grace.FRONT_CACHE_FRESH_SECONDS, short_grace.FRONT_CACHE_GRACE_SECONDS
SLACK = 1.5  # nginx counts whole seconds
SETTINGS = {"DJANGO_SETTINGS_MODULE": "tests.services.short_grace"}
MAKE = """
import django
django.setup()
from tests.factories import pages
tree = pages.site_tree()
made = {name: pages.article(tree.news, title=name, slug=name) for name in ("stays", "goes", "closes", "late")}
for page in made.values():
    page.save_revision().publish()
import json
print(json.dumps({name: page.url for name, page in made.items()}))
"""
UNPUBLISH = """
import django
django.setup()
from wagtail.models import Page
Page.objects.get(slug="{slug}").unpublish()
"""
CLOSE = """
from wagtail.models import PageViewRestriction
kind = PageViewRestriction.LOGIN
PageViewRestriction.objects.create(page=Page.objects.get(slug="closes"), restriction_type=kind)
"""


class Front(Visitor):
    def __init__(self, port, folder):
        super().__init__(port)
        self.log = folder / "intreccio.log"

    def seen(self, path) -> tuple[int, str]:
        """The status, and what nginx has done: MISS, HIT, EXPIRED, STALE."""
        before = len(self._lines())
        answer = self.get(path)
        # It is written once the answer has been sent.
        assert wait_until(lambda: len(self._lines()) > before, 5)
        return answer.status, json.loads(self._lines()[-1])["cache"]

    def _lines(self) -> list[str]:
        return self.log.read_text().splitlines()


@pytest.fixture
def running(tmp_path, django_db_setup):
    database.lend(tmp_path / "db.sqlite3")
    site = Site(tmp_path, **SETTINGS)
    paths = json.loads(site.done("-c", MAKE).splitlines()[-1])
    with web_server(tmp_path, **SETTINGS) as server, proxy(tmp_path, server.port) as port:
        yield site, server, Front(port, tmp_path), paths


def end_at_once(server) -> None:
    for process in (server.process.pid, *children(server.process.pid)):
        os.kill(process, signal.SIGKILL)


def test_pages_outlive_the_site_for_a_while_and_a_withdrawal_for_no_longer(running):
    site, server, front, paths = running
    everything = list(paths.values())
    assert [front.seen(path) for path in everything] == [(200, "MISS")] * 4
    assert [front.seen(path) for path in everything] == [(200, "HIT")] * 4

    # While the site answers, what is withdrawn is gone once the page is no longer fresh.
    site.done("-c", UNPUBLISH.format(slug="goes") + CLOSE)
    withdrawn = time.monotonic()
    gone = {paths["goes"], paths["closes"]}
    assert wait_until(lambda: all(front.get(path).status != 200 for path in gone), 20)
    assert time.monotonic() - withdrawn < FRESH + SLACK
    time.sleep(FRESH + SLACK)
    assert {front.seen(paths[name]) for name in ("stays", "late")} == {(200, "EXPIRED")}

    # Without the site the others are shown, and then nothing is: one of them is withdrawn meanwhile.
    kept = time.monotonic()
    for process in (server.process.pid, *children(server.process.pid)):
        os.kill(process, signal.SIGKILL)
    unpublishing = site.start("-c", UNPUBLISH.format(slug="late"))
    time.sleep(FRESH + SLACK)
    assert front.seen(paths["stays"]) == (200, "STALE")
    assert {front.get(path).status for path in gone} == {502}
    assert wait_until(lambda: {front.get(paths[name]).status for name in ("stays", "late")} == {502}, 20)
    assert FRESH + GRACE - SLACK < time.monotonic() - kept < FRESH + GRACE + SLACK
    assert unpublishing.wait(60) == 0
