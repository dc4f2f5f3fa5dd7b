"""Whether somebody has lately compared a sheet with the official page."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.formats import localized
from cms.models import PortalSettings

from ..domain.status import Status

VERIFICATION_DAYS = 60


def is_due(verified_on: date | None, today: date, days: int = VERIFICATION_DAYS) -> bool:
    """Whether a sheet that people still rely on should be checked again; pure."""
    return verified_on is None or (today - verified_on).days > days


def verification_note(sheet) -> str:
    """The warning by the facts of a sheet that is not closed and was last verified long ago; empty otherwise.
    Of one that was never verified the facts say so: a warning on every sheet would warn of none."""
    days = verification_days()
    is_old = sheet.verified_on is not None and is_due(sheet.verified_on, timezone.localdate(), days)
    if sheet.status == Status.CLOSED or not is_old:
        return ""
    return ngettext(
        "These facts were last checked more than %(days)d day ago: see the official page for anything new.",
        "These facts were last checked more than %(days)d days ago: see the official page for anything new.",
        days,
    ) % {"days": days}


def checked(sheet) -> str:
    """How fresh the facts are, for the head of a sheet: when somebody checked them, else when the source
    last changed them; empty where neither is known."""
    if sheet.verified_on:
        return _("Checked on %(day)s") % {"day": localized.long_date(sheet.verified_on)}
    if sheet.source_updated_on:
        day = localized.long_date(sheet.source_updated_on)
        return _("Data of the source, updated on %(day)s") % {"day": day}
    return ""


def verification_days() -> int:
    """Days after which a sheet counts as not verified lately."""
    return PortalSettings.of_site().verification_days
