"""The fixed parts of the page tree that every response needs: site, home pages, sections, footer pages.

Read with a handful of queries once a version of the cache, then shared by all requests of the process.
"""

from dataclasses import dataclass, field

from django.db.models import Exists, Q
from wagtail.models import Page, PageViewRestriction, Site

from cms import cache_version
from cms.models import PortalSettings
from cms.querysets import with_restricted


@dataclass
class Navigation:
    """Everything by language code. Pages are plain live ``Page`` objects with their locale and whether a view
    restriction holds for them (``restricted``): who may see those gets them at their address only."""

    site: Site
    settings: PortalSettings
    homes: dict[str, Page] = field(default_factory=dict)
    children: dict[str, list[Page]] = field(default_factory=dict)
    # These and their versions in other languages, which may stand elsewhere in the tree.
    pages: list[Page] = field(default_factory=list)

    def home(self, language: str) -> Page | None:
        return self.homes.get(language)

    def sections(self, language: str) -> list[Page]:
        """The entries of the main menu, in the order of the page tree."""
        return [page for page in self._offered(language) if page.show_in_menus]

    def footer_pages(self, language: str) -> list[Page]:
        return [page for page in self._offered(language) if not page.show_in_menus]

    def _offered(self, language: str) -> list[Page]:
        return [page for page in self.children.get(language, []) if not page.restricted]

    def translations(self, translation_key) -> dict[str, Page] | None:
        """The translations of a page of the navigation that everybody may see, by language; None for one that
        is not part of it."""
        same = [page for page in self.pages if page.translation_key == translation_key]
        return {page.locale.language_code: page for page in same if not page.restricted} if same else None


def get_navigation(request) -> Navigation | None:
    """The navigation of the site that ``request`` asks for; None where no site is set up yet."""
    site = Site.find_for_request(request)
    return cache_version.memoize(f"navigation:{site.pk}", lambda: _read(site)) if site else None


def _read(site: Site) -> Navigation:
    navigation = Navigation(site=site, settings=PortalSettings.of_site(site))
    root, begun = site.root_page, cache_version.current()
    top = Page.objects.filter(live=True, depth__in=(root.depth, root.depth + 1))
    here = Q(depth__in=(root.depth, root.depth + 1)) | Q(translation_key__in=top.values("translation_key"))
    navigation.pages = pages = list(
        with_restricted(Page.objects.filter(here, live=True))
        .select_related("locale", "content_type")
        .annotate(any_restriction=Exists(PageViewRestriction.objects.all()))
        .order_by("path")
    )
    cache_version.put("restrictions", any(page.any_restriction for page in pages), begun)
    homes_by_path = {}
    for page in pages:
        if page.depth == root.depth and page.translation_key == root.translation_key:
            navigation.homes[page.locale.language_code] = page
            homes_by_path[page.path] = page
    for page in pages:
        home = homes_by_path.get(page.path[: -page.steplen])
        if home:
            navigation.children.setdefault(home.locale.language_code, []).append(page)
    return navigation
