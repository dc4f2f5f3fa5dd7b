"""From an address to a page in two queries, however deep the page lies.

Wagtail's own routing asks twice a level. Here one query finds the page with its ancestors, which the
breadcrumbs need anyway, and a second one loads it with all that its template shows.
"""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.views import serve as wagtail_serve

from cms.querysets import with_restricted
from delivery.navigation import Navigation, get_navigation
from delivery.page_context import feed_links
from delivery.parameters import keep_known
from delivery.sites import find_site

MAX_DEPTH = 8


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the page at ``path`` below the home page of the active language, through Wagtail's own view."""
    navigation = get_navigation(request)
    home = navigation.home(get_language()) if navigation else None
    if home is None:
        raise Http404
    request._wagtail_site = navigation.site
    components = [component for component in path.split("/") if component]
    chain = _chain(navigation, home, components)
    page = _load(chain)
    # What a page that says "not found" may name.
    request.page_chain = [each for each in chain if each.live and not each.restricted]
    request._wagtail_route_for_request = page.route(request, components[len(chain) - 1 :])
    keep_known(request, page.known_parameters())
    request.page_chain = [*(each for each in chain[:-1] if each.live), page]
    response = wagtail_serve(request, path)
    if path.endswith(".rss") and (links := feed_links(request)):
        response["Link"] = links
    return response


def _chain(navigation: Navigation, home: Page, components: list[str]) -> list[Page]:
    """The home page and every page along the address, the deepest last, which is live: what lies below it and
    is not live is as if it never was."""
    if len(components) > MAX_DEPTH:
        raise Http404
    known = {page.url_path: page for page in [home, *navigation.children.get(get_language(), [])]}
    paths = [
        home.url_path + "".join(f"{slug}/" for slug in components[:n]) for n in range(len(components) + 1)
    ]
    missing = [path for path in paths if path not in known]
    # Below a list that answers itself (feed.rss, calendar.ics) there is nothing to look up.
    if missing and not (len(missing) == 1 and "." in components[-1]):
        known |= _found(missing)
    chain = []
    for path in paths:
        if path not in known:
            break
        chain.append(known[path])
    while not chain[-1].live:
        chain.pop()
    return chain


def _found(paths: list[str]) -> dict[str, Page]:
    """The pages at ``paths``, and the visible translations of the deepest, for its language switch."""
    same = Page.objects.filter(url_path=paths[-1]).values("translation_key")
    pages = Page.objects.filter(Q(url_path__in=paths) | Q(translation_key__in=same, live=True))
    pages = with_restricted(pages.select_related("locale", "content_type"))
    found = {page.url_path: page for page in pages}
    if deepest := found.get(paths[-1]):
        same = [page for page in found.values() if page.translation_key == deepest.translation_key]
        shown = [page for page in same if page.live and not page.restricted]
        deepest.visible_translations = {page.locale.language_code: page for page in shown}
    return found


def _load(chain: list[Page]) -> Page:
    """The deepest page as its own class, ready for display, with its parent at hand."""
    base = chain[-1]
    model = base.specific_class
    if model is None or not hasattr(model, "display_queryset"):
        raise Http404
    page = model.display_queryset().get(pk=base.pk)
    page._state.fields_cache["locale"] = base.locale
    page.restricted = base.restricted
    page.visible_translations = getattr(base, "visible_translations", None)
    if len(chain) > 1:
        page._cached_parent_obj = chain[-2]
    return page


def prime_site(get_response):
    """Middleware: let everything that asks for the current site find it without a query."""

    def middleware(request):
        # Health asks for no site, and must answer even where the database cannot.
        if not hasattr(request, "_wagtail_site") and not request.path.startswith("/health/"):
            name = split_domain_port(request.get_host())[0]
            request._wagtail_site = find_site(name, int(request.get_port()))
        return get_response(request)

    return middleware
