"""The dark block on top of a sheet: the day, the hour, and the one thing to do."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from portal.core import formats

from .facts import extension
from .status import Status


@dataclass(frozen=True)
class Countdown:
    """``day`` is set large; without one, ``headline`` is. ``action`` is empty when nothing can be done."""

    label: str
    day: date | None
    headline: str
    note: str
    action: str
    action_url: str
    calendar: bool
    extension: str = ""


def countdown(sheet, extended_from: str = "") -> Countdown:
    """What the block says of ``sheet`` now; ``extended_from`` is the deadline as it was before."""
    status = sheet.status
    label, day, at, headline, note = _what_counts(sheet, status)
    if at is not None:
        note = _("at %(hour)s, Italian time") % {"hour": formats.hour(at)}
    action, url = _action(sheet, status)
    can_still_apply = status in (Status.OPEN, Status.CLOSING, Status.FORTHCOMING)
    return Countdown(
        label=label,
        day=day,
        headline=headline,
        note=note,
        action=action,
        action_url=url,
        calendar=can_still_apply and sheet.dates.last_day is not None,
        extension=extension(extended_from) if status in (Status.OPEN, Status.CLOSING) else "",
    )


def _what_counts(sheet, status: Status) -> tuple:
    """Label, day, hour, headline in place of a day, note in place of an hour."""
    if status == Status.SUSPENDED:
        return _("Applications are"), None, None, _("Suspended"), sheet.suspended_reason
    if status == Status.FORTHCOMING:
        if sheet.opens_on:
            return _("Opens"), sheet.opens_on, sheet.opens_at, "", ""
        return _("Opens"), None, None, _("Soon"), _("The day is not known yet.")
    if status in (Status.OPEN, Status.CLOSING):
        if day := sheet.dates.last_day:
            return _("Closes"), day, sheet.turning_hour, "", _("until the end of the day")
        note = _("Open until the money runs out.") if sheet.procedure == "counter" else ""
        headline = _("No deadline") if sheet.no_deadline else _("Open")
        return _("Applications"), None, None, headline, note
    if day := sheet.turning_day:
        return _("Closed"), day, sheet.turning_hour, "", sheet.closed_early_reason
    return _("Applications are"), None, None, _("Closed"), _("The source does not give the day.")


def _action(sheet, status: Status) -> tuple[str, str]:
    if sheet.application_link and status in (Status.OPEN, Status.CLOSING):
        return _("Apply"), sheet.application_link
    if sheet.official_page:
        return _("Official page"), sheet.official_page
    if sheet.results_link and status == Status.CLOSED:
        return _("Results"), sheet.results_link
    return "", ""
