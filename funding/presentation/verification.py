"""Whether somebody has lately compared a sheet with the official page."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.models import PortalSettings

from ..domain.status import Status

VERIFICATION_DAYS = 60


def is_due(verified_on: date | None, today: date, days: int = VERIFICATION_DAYS) -> bool:
    """Whether a sheet that people still rely on should be checked again; pure."""
    return verified_on is None or (today - verified_on).days > days


def verification_note(sheet) -> str:
    """The warning by the facts of a sheet that is not closed and not verified lately; empty otherwise."""
    days = verification_days()
    if sheet.status == Status.CLOSED or not is_due(sheet.verified_on, timezone.localdate(), days):
        return ""
    if sheet.verified_on is None:
        return _("No day is indicated on which these facts were checked: see the official page.")
    return ngettext(
        "These facts were last checked more than %(days)d day ago: see the official page for anything new.",
        "These facts were last checked more than %(days)d days ago: see the official page for anything new.",
        days,
    ) % {"days": days}


def verification_days() -> int:
    """Days after which a sheet counts as not verified lately."""
    return PortalSettings.of_site().verification_days
