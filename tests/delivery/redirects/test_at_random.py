"""Pages and sections are renamed, moved, withdrawn and published again, 60 times; 500 with
``REDIRECT_STEPS=500``. Every address that the site ever gave is asked for."""

import os
import random
from datetime import date

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.models import StandardPage
from news.models import NewsIndexPage
from tests.factories import pages

STEPS = int(os.environ.get("REDIRECT_STEPS", "60"))
SEEDS = [int(os.environ.get("SEED", "20261128"))]
EVERY = max(20, STEPS // 10)  # steps between two looks at all addresses
# Few names: what one page gives up is soon another's.
NAMES = ["alfa", "beta", "gamma", "delta", "epsilon"]
ROUTES = {"newsindexpage": ["feed.rss"], "eventpage": ["calendar.ics"], "fundingindexpage": ["feed.rss"]}


class Site:
    """The pages at random, and who was the last in public at each address."""

    def __init__(self, tree, seed: int, client, commits):
        self.random, self.client, self.commits = random.Random(seed), client, commits
        self.home = tree.home
        sections = [pages.add(NewsIndexPage, tree.home, slug=name) for name in NAMES[:3]]
        made = [pages.article(section, slug=name) for section in sections for name in NAMES[:2]]
        made += [
            pages.add(StandardPage, tree.home, slug="sigma"),
            pages.event(tree.events, slug="alfa", start_day=date(2027, 3, 1)),
        ]
        self.sections = [page.pk for page in sections]
        self.all = self.sections + [page.pk for page in made]
        self.owners: dict[str, int] = {}
        self.held: set[str] = set()
        self.note()

    def note(self) -> None:
        for page in Page.objects.filter(pk__in=self.all).select_related("locale"):
            own = [
                page.url,
                *(page.url + route for route in ROUTES.get(page.specific_class._meta.model_name, [])),
            ]
            self.held.update(own)
            if page.live:
                self.owners.update(dict.fromkeys(own, page.pk))

    def step(self) -> str:
        page = Page.objects.get(pk=self.random.choice(self.all)).specific
        act = self.random.choice([self.rename, self.rename, self.move, self.withdraw, self.publish])
        with self.commits(execute=True):
            what = act(page)
        self.note()
        return f"{what} {page.pk}"

    def rename(self, page) -> str:
        free = [name for name in NAMES if Page._slug_is_available(name, page.get_parent(), page)]
        page.slug = self.random.choice(free)
        if self.random.random() < 0.5 and page.live:
            page.save_revision().publish()
        else:
            page.save()
        return f"rename to {page.slug}"

    def move(self, page) -> str:
        targets = [*self.sections, self.home.pk]
        target = Page.objects.get(pk=self.random.choice(targets))
        nested = target.pk == page.pk or target.is_descendant_of(page) or target.depth > 4
        if nested or not Page._slug_is_available(page.slug, target, page):
            return "stay"
        page.move(target, pos="last-child")
        return f"move to {target.pk}"

    def withdraw(self, page) -> str:
        page.unpublish()
        return "unpublish"

    def publish(self, page) -> str:
        page.save_revision().publish()
        return "publish"

    def wrong(self) -> list[str]:
        """The addresses that answer otherwise than they should."""
        known = {page.pk: page for page in Page.objects.filter(pk__in=self.all).select_related("locale")}
        told = [self._look(address, known[owner]) for address, owner in self.owners.items()]
        told += [self._never(address) for address in self.held - self.owners.keys()]
        return [*filter(None, told), *self._rows()]

    def _look(self, address: str, owner: Page) -> str:
        answer = self.client.get(f"{address}?q=x")
        route = address.rsplit("/", 1)[1]
        now = f"{owner.url}{route}?q=x"
        if not owner.live:
            return (
                "" if answer.status_code == 404 else f"{address}: {answer.status_code} for a withdrawn page"
            )
        if f"{address}?q=x" == now:
            return "" if answer.status_code == 200 else f"{address}: {answer.status_code} for a live page"
        if (answer.status_code, answer.headers.get("Location")) != (301, now):
            return f"{address}: {answer.status_code} {answer.headers.get('Location')}, not {now}"
        return "" if self.client.get(now).status_code == 200 else f"{address}: {now} does not answer"

    def _never(self, address: str) -> str:
        answer = self.client.get(address)
        return "" if answer.status_code == 404 else f"{address}: {answer.status_code}, was never public"

    def _rows(self) -> list[str]:
        rows = Redirect.objects.filter(redirect_page__live=True).select_related("redirect_page__locale")
        return [f"{row.old_path} leads to itself" for row in rows if row.link.rstrip("/") == row.old_path]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_address_that_was_ever_given(tree, client, seed, django_capture_on_commit_callbacks):
    site = Site(tree, seed, client, django_capture_on_commit_callbacks)
    done = []
    for number in range(1, STEPS + 1):
        done.append(site.step())
        if number % EVERY == 0 or number == STEPS:
            assert site.wrong() == [], done[-EVERY:]
