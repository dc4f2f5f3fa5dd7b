"""A site in two languages whose pages and sections are renamed, moved, withdrawn and published again.

``SiteAtRandom`` remembers each address that it ever gave, and who was the last in public there. The same seed
makes the same steps.
"""

import random
from datetime import date

from wagtail.models import Page

from delivery.redirects.addresses import fixed_routes, with_rest
from home.models import StandardPage
from news.models import NewsIndexPage
from tests.factories import pages
from tests.factories.pages import Tree

# Few names: what one page gives up is soon another's.
NAMES = ["alfa", "beta", "gamma", "delta", "epsilon"]
DEPTH = 5  # of a section that further ones may go into
DAY = date(2027, 3, 1)


def address_of(page: Page, route: str) -> str:
    """The address of a page, or of what it serves beside itself."""
    return with_rest(page.url, route.split("/") if route else [])


class SiteAtRandom:
    """``owners`` says for each public address which page was the last there, and by which of its routes;
    ``held`` also has the addresses of drafts."""

    def __init__(self, tree: Tree, seed: int, commits):
        self.random, self.commits = random.Random(seed), commits
        self.homes, self.sections, self.all = {}, {}, []
        for each in (tree, tree.english):
            self._make(each)
        self.owners: dict[str, tuple[int, str]] = {}
        self.held: set[str] = set()
        self.note()

    def _make(self, tree: Tree) -> None:
        made = [pages.add(NewsIndexPage, tree.home, slug=name) for name in NAMES[:3]]
        sections = [*made, tree.news, tree.events, tree.funding]
        draft = {"live": False, "first_published_at": None}
        below = [pages.article(section, slug=name) for section in made for name in NAMES[:2]]
        below += [
            pages.add(StandardPage, tree.home, slug="sigma"),
            pages.event(tree.events, slug="alfa", start_day=DAY),
            pages.sheet(tree.funding, slug="alfa", closes_on=DAY, beneficiaries=["enterprise"]),
            pages.article(made[0], slug="delta", **draft),
            pages.add(NewsIndexPage, tree.home, slug="delta", **draft),
        ]
        self.homes[tree.locale.pk] = tree.home.pk
        self.sections[tree.locale.pk] = [page.pk for page in sections]
        self.all += [page.pk for page in (*sections, *below)]

    def known(self) -> dict[int, Page]:
        """The pages as they are now, by their number."""
        found = Page.objects.filter(pk__in=self.all).select_related("locale")
        return {page.pk: page for page in found.order_by("pk")}

    def note(self) -> None:
        """Remember the addresses of now."""
        for page in self.known().values():
            own = {address_of(page, route): (page.pk, route) for route in ("", *fixed_routes(page))}
            self.held.update(own)
            if page.live:
                self.owners.update(own)

    def step(self) -> str:
        """Do something to some page; says what."""
        page = Page.objects.get(pk=self.random.choice(self.all)).specific
        act = self.random.choice([self.rename, self.rename, self.move, self.withdraw, self.publish])
        with self.commits(execute=True):
            what = act(page)
        self.note()
        return f"{what} {page.pk}"

    def rename(self, page) -> str:
        free = [name for name in NAMES if Page._slug_is_available(name, page.get_parent(), page)]
        if not free:
            return "keep the name of"
        page.slug = self.random.choice(free)
        if self.random.random() < 0.5 and page.live:
            page.save_revision().publish()
        else:
            page.save()
        return f"rename to {page.slug}"

    def move(self, page) -> str:
        target = Page.objects.get(
            pk=self.random.choice([*self.sections[page.locale_id], self.homes[page.locale_id]])
        )
        nested = target.pk == page.pk or target.is_descendant_of(page) or target.depth >= DEPTH
        if nested or not Page._slug_is_available(page.slug, target, page):
            return "leave in its place"
        page.move(target, pos="last-child")
        return f"move to {target.pk}"

    def withdraw(self, page) -> str:
        page.unpublish()
        return "unpublish"

    def publish(self, page) -> str:
        page.save_revision().publish()
        return "publish"
