"""What the funding section adds to the admin."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from cms.admin.report_registry import HOOK

from .editors import correcting, status_resolution
from .editors.listing import SheetListingViewSet
from .editors.reports import REPORTS
from .editors.reports.buttons import verify_button
from .editors.reports.views import correct_change, resolve_status_view, verified_today
from .editors.verifying import ACTION
from .imports.admin import menu  # noqa: F401 - the import pages register themselves
from .models.change_log import CORRECTED


@hooks.register("register_admin_viewset")
def register_sheets():
    return SheetListingViewSet("funding_sheets")


@hooks.register(HOOK)
def sheet_reports():
    return REPORTS


@hooks.register("register_admin_urls")
def verifying_addresses():
    return [
        path("funding/sheets/<int:page_id>/verified/", verified_today, name="funding_verify"),
        path("funding/sheets/<int:page_id>/settled/", resolve_status_view, name="funding_resolve_status"),
        path("funding/changes/<int:change_id>/corrected/", correct_change, name="funding_correct"),
    ]


@hooks.register("register_log_actions")
def verified_action(actions):
    actions.register_action(ACTION, _("Verify"), _("Compared with the official page"))
    actions.register_action(
        status_resolution.ACTION, _("Settle the status"), _("Said what the days of the sheet are")
    )
    actions.register_action(
        CORRECTED, _("Correct a closing day"), _("Corrected a mistake in the closing day")
    )
    actions.register_action(
        correcting.ACTION,
        _("Tell an extension from a correction"),
        _("Said whether a changed closing day was an extension or a correction"),
    )


hooks.register("register_page_header_buttons", verify_button)
