"""Does to the versions in other languages what was done to the original, where the editor ticked the box."""

from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.admin import messages
from wagtail.models import Page, PageViewRestriction

from .public import LanguageVersion, public_versions

BOX = "language_versions"


def ticked(request: HttpRequest) -> bool:
    return request.method == "POST" and BOX in request.POST


def destination_of(version: Page, destination: Page) -> Page | None:
    """Where ``version`` goes when its original goes below ``destination``; None where there is no such place,
    or the version stands there already."""
    target = destination.get_translation_or_none(version.locale)
    if target is None or version.is_child_of(target):
        return None
    return target if Page._slug_is_available(version.slug, target, version) else None


def after_unpublish_page(request: HttpRequest, page: Page) -> None:
    below = bool(request.POST.get("include_descendants"))
    _do(request, [page], "unpublish", lambda one: _unpublish(one, request.user, below))


def after_delete_page(request: HttpRequest, page: Page) -> None:
    _do(request, [page], "delete", lambda one: one.specific.delete(user=request.user))


def after_move_page(request: HttpRequest, page: Page) -> None:
    destination = Page.objects.get(pk=page.pk).get_parent()
    _do(request, [page], "move", lambda one: _move(one, destination, request.user))


def after_bulk_action(request: HttpRequest, action: str, objects: Iterable[Model], view) -> None:
    """Of pages only: Wagtail tells of snippets that are deleted by another hook as well."""
    pages = [one for one in objects if isinstance(one, Page)]
    data = getattr(view.cleaned_form, "cleaned_data", {})
    acts = {
        "unpublish": lambda one: _unpublish(one, request.user, bool(data.get("include_descendants"))),
        "delete": lambda one: one.specific.delete(user=request.user),
        "move": lambda one: _move(one, data.get("chooser"), request.user),
    }
    if action in acts:
        _do(request, pages, action, acts[action])


def after_delete_snippet(request: HttpRequest, instances: Iterable[Model]) -> None:
    _do(request, list(instances), "delete", lambda one: one.delete())


def after_unpublish(request: HttpRequest, instance: Model) -> None:
    _do(request, [instance], "unpublish", lambda one: one.unpublish(user=request.user))


def restrict(request: HttpRequest, page: Page, restriction: PageViewRestriction) -> None:
    """The same restriction for the versions that have none."""

    def copy(version: Page) -> bool:
        if version.get_view_restrictions().exists():
            return False
        other = PageViewRestriction(
            page=version, restriction_type=restriction.restriction_type, password=restriction.password
        )
        other.save(user=request.user)
        other.groups.set(restriction.groups.all())
        return True

    _do(request, [page], "restrict", copy)


def _unpublish(page: Page, user, below: bool) -> None:
    UnpublishPageAction(page.specific, user=user, include_descendants=below).execute()


def _move(page: Page, destination: Page, user) -> bool:
    target = destination_of(page, destination)
    fits = target is not None and page.permissions_for_user(user).can_move_to(target)
    if fits:
        page.move(target, pos="last-child", user=user)
    return fits


def _do(request: HttpRequest, originals: list[Model], act: str, do: Callable[[Model], object]) -> None:
    """``do`` returns False where there was nothing to do."""
    if not ticked(request):
        return
    done = []
    with transaction.atomic():
        for version in public_versions(originals, act, request.user):
            # One that stood below another has gone with it.
            now = type(version.instance).objects.filter(pk=version.instance.pk).first()
            if version.allowed and now is not None and do(now) is not False:
                done.append(version)
    if done:
        messages.success(request, _("The same for these translations: %s.") % _named(done))


def _named(versions: list[LanguageVersion]) -> str:
    return ", ".join(f"{version.title} ({version.language})" for version in versions)
