"""The button of the sheet's editor."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.widgets.button import Button

from funding.editors.verifying import offers_verifying
from funding.models import FundingSheetPage

PRIORITY = 5


def verify_button(page, user, view_name, next_url=None):
    """In the menu of the page's header. Without JavaScript it leads to a page that asks first; a form that
    is being filled in is never sent along, so the browser warns of what is not saved."""
    if isinstance(page, FundingSheetPage) and page.pk and offers_verifying(user, page):
        address = reverse("funding_verify", args=[page.pk])
        attrs = {
            "data-controller": "w-action",
            "data-action": "w-action#post:prevent",
            "data-w-action-url-value": address,
        }
        yield Button(_("Mark as verified today"), address, icon_name="check", attrs=attrs, priority=PRIORITY)
