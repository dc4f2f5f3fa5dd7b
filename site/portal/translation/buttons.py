"""The buttons of a page in a list: the library's, without its queries for each row."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail_localize.wagtail_hooks import page_listing_more_buttons as theirs

HOOK = "register_page_listing_more_buttons"
PRIORITY = 60


def put_in_place() -> None:
    """Wagtail has no way to take back what another app has registered."""
    hooks._hooks[HOOK] = [one for one in hooks._hooks[HOOK] if one[0] is not theirs]
    hooks.register(HOOK, translation_buttons)


def translation_buttons(page, user, next_url=None):
    """From what ``portal.core.pagelists`` tells of the page; where it does not, as the library does it."""
    if not hasattr(page, "lacks_version"):
        yield from theirs(page, user, next_url=next_url)
        return
    if page.is_root() or not user.has_perm("wagtail_localize.submit_translation"):
        return
    if page.lacks_version:
        address = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        icon = "wagtail-localize-language"
        yield Button(_("Translate this page"), address, icon_name=icon, priority=PRIORITY)
    if page.submitted_source:
        address = reverse("wagtail_localize:update_translations", args=[page.submitted_source])
        address += f"?{urlencode({'next': next_url})}" if next_url else ""
        yield Button(_("Sync translated pages"), address, icon_name="resubmit", priority=PRIORITY)
