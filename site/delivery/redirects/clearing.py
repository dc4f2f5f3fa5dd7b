"""Takes away redirects that lead nowhere: to the very address that they stand at, or in a circle."""

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from .addresses import is_public, key, paths
from .following import own_path


def clear_circles() -> int:
    """How many there were. That of a page that is not public stays: it waits for the page to be so
    elsewhere."""
    rows = Redirect.objects.select_related("redirect_page__locale", "site")
    by_place = {(row.site_id, row.old_path): row for row in rows}
    going = [row.pk for row in by_place.values() if _goes_round(row, by_place)]
    return Redirect.objects.filter(pk__in=going).delete()[0]


def _goes_round(row: Redirect, by_place: dict) -> bool:
    """Whether who follows ``row`` comes back to it. Editors' own links are followed within the site too."""
    seen, at = set(), row
    while at is not None and at.pk not in seen:
        seen.add(at.pk)
        place = _end_of(at)
        if place == row.old_path:
            return True
        at = by_place.get((at.site_id, place)) or by_place.get((None, place))
    return False


def _end_of(row: Redirect) -> str | None:
    """The path that it leads to on its site, as a redirect keeps it; None elsewhere and for what waits."""
    page = row.redirect_page
    if page is not None:
        if not is_public(page) or row.redirect_page_route_path:
            return None
        places = {site: key(path) for site, path in paths(page.url_path).items()}
        if row.site_id is None:  # of all sites
            return row.old_path if row.old_path in places.values() else next(iter(places.values()), None)
        return places.get(row.site_id)
    site = row.site or Site.objects.filter(is_default_site=True).first()
    path = own_path(row.redirect_link, site) if site and row.redirect_link else None
    return key(path) if path else None
