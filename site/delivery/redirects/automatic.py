"""What is renamed or moved leaves a redirect at each address that it had in public.

One redirect for each page; what is served beside a page is found by the way through its page. An address
that is a public page's again has no redirect any more. A page that has become private leaves one when it goes
from the address that the public knew: once public again, it is found there.
"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.db.models.signals import post_delete
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .addresses import fixed_routes, has_route, key, paths

BATCH = 500
RESTRICTED = "wagtail.view_restriction.create"  # the action of the log when a page becomes private
WITHDRAWN = "wagtail.unpublish"  # how the actions of the log begin by which a page is withdrawn
PLACE = "url_path"
Left = tuple[str, Page]  # a place in the tree, and the page that stood there


def connect() -> None:
    """Called when the app is ready. Wagtail's own are switched off by ``WAGTAILREDIRECTS_AUTO_CREATE``."""
    page_slug_changed.connect(_on_rename, dispatch_uid="redirects-rename")
    post_page_move.connect(_on_move, dispatch_uid="redirects-move")
    page_published.connect(_on_publication, dispatch_uid="redirects-publish")
    page_unpublished.connect(_on_withdrawal, dispatch_uid="redirects-unpublish")
    post_delete.connect(_on_release, sender=PageViewRestriction, dispatch_uid="redirects-release")


def _on_rename(instance: Page, instance_before: Page, **kwargs) -> None:
    _relocate(instance_before, instance_before.url_path, instance.get_parent())


def _on_move(instance: Page, url_path_before: str, parent_page_before: Page, **kwargs) -> None:
    _relocate(instance, url_path_before, Page.objects.get(pk=parent_page_before.pk))


def _on_publication(instance: Page, **kwargs) -> None:
    _clear([instance], known=True)


def _on_withdrawal(instance: Page, **kwargs) -> None:
    """Where a page has just been withdrawn, no other page is looked for."""
    _clear([instance], known=True)
    _note_place(instance)


def _on_release(instance: PageViewRestriction, **kwargs) -> None:
    _clear(_public_but_for(instance))


def _public_but_for(restriction: PageViewRestriction) -> list[Page]:
    """The live pages that this restriction alone kept from the public."""
    others = PageViewRestriction.objects.exclude(pk=restriction.pk).select_related("page")
    private = tuple(one.page.path for one in others)
    page = Page.objects.filter(
        pk=restriction.page_id
    ).first()  # none is left when it was deleted with its page
    branch = Page.objects.descendant_of(page, inclusive=True).live() if page else Page.objects.none()
    return [each for each in branch.select_related("locale") if not each.path.startswith(private)]


@transaction.atomic
def _relocate(then: Page, before: str, parent_before: Page) -> None:
    """A page and all below it stood at ``before``, and stand elsewhere now. ``then`` is the page as it was:
    it may have been published for the first time since."""
    page = Page.objects.get(pk=then.pk)
    if page.url_path == before:
        return
    branch = list(Page.objects.descendant_of(page).select_related("locale"))
    left = [(before, then)]
    left += [(before + each.url_path[len(page.url_path) :], each) for each in branch]
    since = _private_since(page, parent_before)
    public = [(place, each) for place, each in left if not each.path.startswith(tuple(since))]
    _keep([(place, each) for place, each in public if each.live])
    _keep(_last_read_there([(place, each) for place, each in public if not each.live]), displace=False)
    private = [(place, each) for place, each in left if each.live and each.path.startswith(tuple(since))]
    _keep(_public_before(private, since))
    _clear([page, *branch])


def _private_since(top: Page, parent_before: Page) -> dict[str, datetime | None]:
    """What made the pages of the branch of ``top`` private where they stood: the path in the tree below which
    a restriction holds, and since when (None where the log does not tell). A private section that the branch
    has come to says nothing of where it was."""
    within = PageViewRestriction.objects.filter(page__path__startswith=top.path)
    paths_by_page = {one.page_id: one.page.path for one in within.select_related("page")}
    above = parent_before.get_view_restrictions()
    paths_by_page |= {one.page_id: top.path for one in above}
    entries = PageLogEntry.objects.filter(page_id__in=paths_by_page, action=RESTRICTED)
    since = dict(entries.values("page_id").annotate(since=Max("timestamp")).values_list("page_id", "since"))
    found: dict[str, datetime | None] = {}
    for number, path in paths_by_page.items():
        moments = [moment for moment in (since.get(number), found.get(path)) if moment]
        found[path] = min(moments, default=None)
    return found


def _public_before(left: list[Left], since: dict[str, datetime | None]) -> list[Left]:
    """Of live private pages: those that leave the place at which the public knew them before. One that has
    left a place since leaves now what nobody could read."""
    moments = {}
    for _place, page in left:
        known = [moment for path, moment in since.items() if moment and page.path.startswith(path)]
        first = min(known, default=None)
        if first and page.first_published_at and page.first_published_at < first:
            moments[page.pk] = first
    automatic = Redirect.objects.filter(redirect_page_id__in=moments, automatically_created=True)
    rows = automatic.filter(redirect_page_route_path="").values_list("redirect_page_id", "created_at")
    gone = {page for page, made in rows if made and made >= moments[page]}
    return [(place, page) for place, page in left if page.pk in moments and page.pk not in gone]


def _last_read_there(left: list[Left]) -> list[Left]:
    """Of withdrawn pages: those that the public read last at the place that they leave."""
    known = _places_when_withdrawn([page.pk for _place, page in left])
    return [
        (place, page)
        for place, page in left
        if page.first_published_at and known.get(page.pk, place) == place
    ]


def _places_when_withdrawn(numbers: list[int]) -> dict[int, str]:
    """Where in the tree withdrawn pages stood when the public read them last, as far as that is known."""
    entries = PageLogEntry.objects.filter(page_id__in=numbers, action__startswith=WITHDRAWN)
    told = entries.order_by("timestamp").values_list("page_id", "data")
    return {page: data[PLACE] for page, data in told if data and PLACE in data}


def _note_place(page: Page) -> None:
    """A withdrawn page may be renamed and moved before it is published again: its history keeps the place
    at which the public knew it."""
    entries = PageLogEntry.objects.filter(page_id=page.pk, action__startswith=WITHDRAWN)
    if entry := entries.order_by("-timestamp").first():
        entry.data = {**(entry.data or {}), PLACE: page.url_path}
        entry.save(update_fields=["data"])


def _keep(left: list[Left], displace: bool = True) -> None:
    """A redirect from each place to its page; ``displace`` one that another page has left there before."""
    new = []
    for url_path, page in left:
        sites = paths(page.url_path)  # a page that has gone to another site has no address here
        new += [
            Redirect(old_path=key(path), site_id=site, redirect_page_id=page.pk, automatically_created=True)
            for site, path in paths(url_path).items()
            if site in sites
        ]
    for some in _batches(new):
        if displace:
            _standing(some).delete()
        Redirect.objects.bulk_create(some, ignore_conflicts=True)


def _standing(redirects: list[Redirect]):
    """The automatic redirects at the same addresses."""
    old = [one.old_path for one in redirects]
    sites = {one.site_id for one in redirects}
    return Redirect.objects.filter(old_path__in=old, site_id__in=sites, automatically_created=True)


def _clear(pages: Iterable[Page], known: bool = False) -> None:
    """Take away the redirects at the addresses of ``pages``, and of what they serve, where these are public
    or were so just now (``known``): those that lead to the very page, and all automatic ones.

    A withdrawn or private page that comes back to an old address of its own keeps the redirect for when it
    leaves.
    """
    here = {
        key(path + route): page
        for page in pages
        if page.live or known
        for path in paths(page.url_path).values()
        for route in ("", *fixed_routes(page))
    }
    for some in _batches(list(here)):
        for row in Redirect.objects.filter(old_path__in=some).prefetch_related("redirect_page__locale"):
            page = here[row.old_path]
            if row.redirect_page_id == page.pk:
                if not page.get_view_restrictions().exists():
                    row.delete()
            elif row.automatically_created:
                _keep_routes(row, page)
                row.delete()


def _keep_routes(row: Redirect, page: Page) -> None:
    """A page that takes another's old address does not take its feed and calendars, unless it has such."""
    former = row.redirect_page
    if (
        former is None
        or row.redirect_page_route_path
        or row.old_path not in map(key, paths(page.url_path).values())
    ):
        return
    routes = [
        Redirect(
            old_path=f"{row.old_path}/{route}",
            site_id=row.site_id,
            redirect_page=former,
            redirect_page_route_path=f"/{route}/",
            automatically_created=True,
        )
        for route in fixed_routes(former)
        if not has_route(page, route)
    ]
    Redirect.objects.bulk_create(routes, ignore_conflicts=True)


def _batches(items: list) -> Iterable[list]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))
