"""What is renamed or moved leaves a redirect at each address that it had in public.

One redirect for each page; what is served beside a page is found by the way through its page. An address
that is a public page's again has no redirect any more. A page that becomes private leaves one where it
stands: renamed meanwhile and public again, it is found by the address that the public knew.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageLogEntry, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from .addresses import fixed_routes, has_route, key, paths

BATCH = 500
WITHDRAWN = "wagtail.unpublish"  # how the actions of the log begin by which a page is withdrawn
PLACE = "url_path"
Left = tuple[str, Page]  # a place in the tree, and the page that stood there


def connect() -> None:
    """Called when the app is ready. Wagtail's own are switched off by ``WAGTAILREDIRECTS_AUTO_CREATE``."""
    page_slug_changed.connect(_on_rename, dispatch_uid="redirects-rename")
    post_page_move.connect(_on_move, dispatch_uid="redirects-move")
    page_published.connect(_on_publication, dispatch_uid="redirects-publish")
    page_unpublished.connect(_on_withdrawal, dispatch_uid="redirects-unpublish")
    post_save.connect(_on_restriction, sender=PageViewRestriction, dispatch_uid="redirects-restrict")
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


def _on_restriction(instance: PageViewRestriction, created: bool, raw: bool = False, **kwargs) -> None:
    if created and not raw:
        _keep(_public_but_for(instance))


def _on_release(instance: PageViewRestriction, **kwargs) -> None:
    _clear([page for _place, page in _public_but_for(instance)])


def _public_but_for(restriction: PageViewRestriction) -> list[Left]:
    """The live pages that this restriction alone keeps from the public, and where they stand."""
    others = PageViewRestriction.objects.exclude(pk=restriction.pk).select_related("page")
    private = tuple(one.page.path for one in others)
    page = Page.objects.filter(
        pk=restriction.page_id
    ).first()  # none is left when it was deleted with its page
    branch = Page.objects.descendant_of(page, inclusive=True).live() if page else Page.objects.none()
    return [
        (each.url_path, each) for each in branch.select_related("locale") if not each.path.startswith(private)
    ]


@transaction.atomic
def _relocate(then: Page, before: str, parent_before: Page) -> None:
    """A page and all below it stood at ``before``, and stand elsewhere now. ``then`` is the page as it was:
    it may have been published for the first time since."""
    page = Page.objects.get(pk=then.pk)
    if page.url_path == before:
        return
    branch = list(Page.objects.descendant_of(page).select_related("locale"))
    if not parent_before.get_view_restrictions().exists():
        left = [(before + each.url_path[len(page.url_path) :], each) for each in branch]
        left = _not_private([(before, then), *left], page)
        _keep([(place, each) for place, each in left if each.live])
        _keep(_last_read_there([(place, each) for place, each in left if not each.live]), displace=False)
    _clear([page, *branch])


def _not_private(left: list[Left], top: Page) -> list[Left]:
    """Without what is restricted within the branch of ``top``: a private section that it has come to says
    nothing of where it was."""
    within = PageViewRestriction.objects.filter(page__path__startswith=top.path)
    private = tuple(one.page.path for one in within.select_related("page"))
    return [(place, page) for place, page in left if not page.path.startswith(private)]


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
