"""Where an address leads that answers no more.

Each redirect is judged anew by what is public now: one that leads to itself, in a circle, or to a page that
the public may not read leads nowhere. Several in a row come out as one.
"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from .addresses import answers, is_answered, is_public, key, page_at, with_rest

MAX_PATH_PARTS = 12  # parts of a path that are looked at


@dataclass(frozen=True)
class RedirectTarget:
    address: str
    permanent: bool


def follow(path: str, query: str, site: Site) -> RedirectTarget | None:
    """The end of the way that begins at ``path`` (as the browser sent it) with ``query``; None for none."""
    seen, permanent = set(), True
    while key(path) not in seen:
        seen.add(key(path))
        redirect, rest = _find(path, query, site)
        if redirect is None:
            return None
        permanent = permanent and redirect.is_permanent
        if "?" in redirect.old_path:
            query = ""
        if redirect.redirect_page:
            address = _page_address(redirect, rest)
            if address is None or key(address) in seen:
                return None
            return RedirectTarget(_with_query(address, query), permanent)
        own = own_path(redirect.redirect_link, site)
        if own is None:
            return RedirectTarget(redirect.redirect_link, permanent)
        if is_answered(own, site) and key(own) not in seen:
            return RedirectTarget(_with_query(redirect.redirect_link, query), permanent)
        path, query = own, urlsplit(redirect.redirect_link).query or query
    return None


def own_path(address: str, site: Site) -> str | None:
    """The path of an address of ``site``; None for an address elsewhere."""
    parts = urlsplit(address)
    if parts.scheme not in ("", "http", "https"):
        return None
    own = {site.hostname.lower(), urlsplit(settings.BASE_URL).hostname}
    return parts.path or "/" if not parts.netloc or parts.hostname in own else None


def _find(path: str, query: str, site: Site) -> tuple[Redirect | None, list[str]]:
    """The redirect for ``path``: with its query, without, or else that of a page which once stood above and
    has what follows, a feed or a month, as a route of its own."""
    if "\0" in path:
        return None, []
    whole = [f"{path}?{query}", path] if query else [path]
    exact = [form for each in whole for form in (key(each), Redirect.normalise_path(each, False))]
    parts = [part for part in key(path).split("/") if part][:MAX_PATH_PARTS]
    above = {"/" + "/".join(parts[:n]): parts[n:] for n in range(len(parts) - 1, 0, -1)}
    wanted = Q(old_path__in=exact) | Q(old_path__in=list(above), redirect_page__isnull=False)
    found = Redirect.get_for_site(site).filter(wanted).select_related("redirect_page__locale")
    # A redirect of this site alone goes before one of all sites.
    rows = {row.old_path: row for row in sorted(found, key=lambda row: row.site_id is not None)}
    for each in exact:
        if each in rows:
            return rows[each], []
    for each, rest in above.items():
        if each in rows:
            return (rows[each], rest) if answers(rows[each].redirect_page, rest) else (None, [])
    return None, []


def _page_address(redirect: Redirect, rest: list[str]) -> str | None:
    page: Page = redirect.redirect_page
    # Only an editor can have meant to lead to a page behind a password.
    if not (is_public(page) if redirect.automatically_created else page.live) or not page.url:
        return None
    route = [part for part in redirect.redirect_page_route_path.split("/") if part]
    return with_rest(page.url, rest or (route if answers(page, route) else []))


def _with_query(address: str, query: str) -> str:
    return f"{address}?{query}" if query and "?" not in address else address


def page_of(address: str, site: Site) -> Page | None:
    """The public page at an address of ``site``, if the address is just that."""
    parts, path = urlsplit(address), own_path(address, site)
    if path is None or parts.query or parts.fragment:
        return None
    page, rest = page_at(path if path.endswith("/") else f"{path}/", site) or (None, [])
    return page if page and not rest and is_public(page) else None
