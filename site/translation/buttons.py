"""The buttons of a page or a snippet in a list: the library's, without its queries for each row."""

from collections.abc import Callable
from urllib.parse import urlencode

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail_localize import wagtail_hooks as theirs

from cms.constants import TRANSLATE

PAGES, SNIPPETS = "register_page_listing_more_buttons", "register_snippet_listing_buttons"
PRIORITY = 60


def install() -> None:
    """Wagtail has no way to take back what another app has registered."""
    _replace(PAGES, theirs.page_listing_more_buttons, page_buttons)
    _replace(SNIPPETS, theirs.register_snippet_listing_buttons, snippet_buttons)


def _replace(hook: str, old: Callable, new: Callable) -> None:
    hooks._hooks[hook] = [one for one in hooks._hooks[hook] if one[0] is not old]
    hooks.register(hook, new)


def page_buttons(page, user, next_url=None):
    """From what ``cms.admin.page_listing`` tells of the page; where it does not, as the library does it."""
    if not hasattr(page, "lacks_version"):
        yield from theirs.page_listing_more_buttons(page, user, next_url=next_url)
        return
    if page.is_root() or not user.has_perm(TRANSLATE):
        return
    if page.lacks_version:
        address = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        icon = "wagtail-localize-language"
        yield Button(_("Translate this page"), address, icon_name=icon, priority=PRIORITY)
    if page.submitted_source:
        address = _update_address(page, next_url)
        yield Button(_("Sync translated pages"), address, icon_name="resubmit", priority=PRIORITY)


def snippet_buttons(snippet, user, next_url=None):
    """The same for a row of ``editors.snippet_listing``."""
    if not hasattr(snippet, "lacks_version"):
        yield from theirs.register_snippet_listing_buttons(snippet, user, next_url=next_url)
        return
    if not user.has_perm(TRANSLATE):
        return
    if snippet.lacks_version:
        args = [snippet._meta.app_label, snippet._meta.model_name, quote(snippet.pk)]
        address = reverse("wagtail_localize:submit_snippet_translation", args=args)
        icon = "wagtail-localize-language"
        yield Button(_("Translate"), address, icon_name=icon, priority=PRIORITY)
    if snippet.submitted_source:
        address = _update_address(snippet, next_url)
        yield Button(_("Sync translated snippets"), address, icon_name="resubmit", priority=PRIORITY)


def _update_address(source, next_url: str | None) -> str:
    address = reverse("wagtail_localize:update_translations", args=[source.submitted_source])
    return address + (f"?{urlencode({'next': next_url})}" if next_url else "")
