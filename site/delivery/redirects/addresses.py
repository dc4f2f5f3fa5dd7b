"""From the path of an address to the page that answers there, and back.

A path is what stands after the host, with slashes at both ends: "/it/bandi/".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language, get_language_from_path, override
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site

from delivery import routing


@dataclass(frozen=True)
class Root:
    """A home page: ``prefix`` begins the paths of its pages, ``url_path`` their place in the tree."""

    site_id: int
    prefix: str
    url_path: str


def roots(site: Site | None = None) -> Iterator[Root]:
    """The home pages of ``site`` in each language, or those of all sites."""
    for each in Site.get_site_root_paths():
        if site is None or each.site_id == site.pk:
            with override(each.language_code):
                yield Root(each.site_id, reverse("wagtail_serve", args=[""]), each.root_path)


def paths(url_path: str) -> dict[int, str]:
    """The path of the page at this place in the tree, for each site that has it, by the site's number."""
    found: dict[int, str] = {}
    for root in roots():
        if url_path.startswith(root.url_path):
            found.setdefault(root.site_id, root.prefix + url_path[len(root.url_path) :])
    return found


def page_at(path: str, site: Site) -> tuple[Page, list[str]] | None:
    """The deepest page along ``path``, whatever its state, and the parts of the path that are left."""
    for root in roots(site):
        if not path.startswith(root.prefix):
            continue
        parts = [part for part in path[len(root.prefix) :].split("/") if part]
        if len(parts) > routing.MAX_DEPTH:
            return None
        places = [root.url_path + "".join(f"{part}/" for part in parts[:n]) for n in range(len(parts) + 1)]
        pages = Page.objects.filter(url_path__in=places).select_related("locale")
        if deepest := max(pages, key=lambda page: len(page.url_path), default=None):
            return deepest, parts[places.index(deepest.url_path) :]
    return None


def is_public(page: Page) -> bool:
    return page.live and not page.get_view_restrictions().exists()


def answers(page: Page, rest: list[str]) -> bool:
    """Whether the public gets something from ``page`` itself: not from a page below it."""
    return is_public(page) and (not rest or has_route(page, "/".join(rest)))


def has_route(page: Page, route: str) -> bool:
    """Whether ``page`` answers at ``route``, such as "feed.rss", below its own address."""
    model = page.specific_class
    if model is None or not issubclass(model, RoutablePageMixin):
        return False
    with override(page.locale.language_code):
        try:
            model.get_resolver().resolve(f"/{route.strip('/')}/")
        except Resolver404:
            return False
    return True


def fixed_routes(page: Page) -> list[str]:
    """The routes of ``page`` without a variable part: "feed.rss", "confronta"."""
    model = page.specific_class
    if model is None or not issubclass(model, RoutablePageMixin):
        return []
    with override(page.locale.language_code):
        routes = [str(each.pattern) for each in model.get_subpage_urls()]
    return [route.strip("/") for route in routes if route and not set("<(^") & set(route)]


def with_rest(address: str, rest: list[str]) -> str:
    """``address`` of a page with what follows it; the name of a file has no slash behind it."""
    if not rest:
        return address
    end = "" if "." in rest[-1] else "/"
    return f"{address.rstrip('/')}/{'/'.join(rest)}{end}"


def is_answered(path: str, site: Site) -> bool:
    """Whether something may answer at ``path``: a public page, or another part of the site."""
    match = _match(path)
    if match is None:
        return False
    if match.func is not routing.serve:
        return True
    found = page_at(path, site)
    return found is not None and answers(*found)


def is_fixed(path: str) -> bool:
    """Whether ``path`` is one that always answers, such as that of the search."""
    match = _match(path)
    return match is not None and match.func is not routing.serve and not (match.args or match.kwargs)


def _match(path: str):
    """The view for ``path``, with a slash at its end or without."""
    with override(get_language_from_path(path) or get_language()):
        for each in (path, path.rstrip("/"), f"{path.rstrip('/')}/"):
            try:
                return resolve(each)
            except Resolver404:
                continue
    return None


def key(path: str) -> str:
    """``path`` as a redirect keeps it."""
    return Redirect.normalise_path(path)
