"""The dark block on top of a sheet: the day, the hour, and the one thing to do."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.formats import localized

from ..domain.status import CAN_APPLY, OLD_YEARS, Status, probably_over
from .day_words import closes_label, closing_hour, closing_words, hour_unknown, opening_hour, opens_label
from .note_doubts import doubt_message
from .reopening import message_for_visitors, open_reopening, read_steps


@dataclass(frozen=True)
class Countdown:
    """``day`` is set large; without one, ``headline`` is. ``action`` is empty when nothing can be done.
    ``extended_from`` is the deadline that holds no longer, in words; ``remarks`` are what else there is to
    know of the day."""

    label: str
    day: date | None
    headline: str
    note: str
    action: str
    action_url: str
    calendar: bool
    extended_from: str = ""
    remarks: tuple[str, ...] = field(default=())


def countdown(sheet, extended_from: str = "", original=None) -> Countdown:
    """What the block says of ``sheet`` now; ``extended_from`` is the deadline as it was before. What
    a note and the steps say of days is read in Italian, so a translation is given its ``original``."""
    status = sheet.status
    label, day, headline, note = _what_counts(sheet, status)
    action, url = _action(sheet, status)
    dates = sheet.dates
    to_come = dates.opening_day if status == Status.FORTHCOMING else None
    can_still_apply = status in (*CAN_APPLY, Status.FORTHCOMING)
    return Countdown(
        label=label,
        day=day,
        headline=headline,
        note=note,
        action=action,
        action_url=url,
        calendar=can_still_apply and bool(dates.last_day or to_come),
        extended_from=extended_from if status in CAN_APPLY else "",
        remarks=tuple(_remarks(sheet, status, original or sheet)),
    )


def _what_counts(sheet, status: Status) -> tuple[str, date | None, str, str]:
    """Label, day, headline in place of a day, and what follows it: the hour, a reason."""
    dates = sheet.dates
    if status == Status.SUSPENDED:
        return _("The call is"), None, _("Suspended"), sheet.suspended_reason
    if status == Status.FORTHCOMING:
        if dates.opening_day:
            return opens_label(dates.opening_day), dates.opening_day, "", _at(sheet, opening_hour(dates))
        return _("Opens"), None, localized.month(sheet.opens_on), _("The day is not known yet.")
    if status == Status.UNDATED:
        return _("Deadline"), None, _("Not indicated"), _undated_note(dates.placeholder_day)
    if status in CAN_APPLY:
        if day := dates.last_day:
            return closes_label(day), day, "", _closing_hour(sheet)
        note = _("Open until the money runs out.") if sheet.procedure == "counter" else ""
        return _("Applications"), None, _("No deadline"), note
    if day := sheet.key_date:
        hour = sheet.key_date_time
        reason = sheet.closed_early_reason if dates.early else ""
        label = _("Closed early") if dates.early else _("Closed")
        return label, day, "", reason or (_at(sheet, hour) if hour else "")
    return _("The call is"), None, _("Closed"), _("The source does not give the day.")


def _undated_note(placeholder: date | None) -> str:
    if placeholder is None:
        return _("The source gives no closing day and does not say that there is none.")
    words = _("The source records %(day)s, a day that cannot be believed as a deadline: ask the issuer.")
    return words % {"day": localized.long_date(placeholder)}


def _closing_hour(sheet) -> str:
    """Who closes early does so with the end of a day, whatever hour the deadline had."""
    if sheet.dates.early:
        return _("until the end of the day")
    return _at(sheet, closing_hour(sheet.dates))


def _at(sheet, hour: str) -> str:
    return _("at %(hour)s, Italian time") % {"hour": hour} if hour else hour_unknown(sheet)


def _remarks(sheet, status: Status, original):
    dates = sheet.dates
    if status == Status.FORTHCOMING:
        if closes := closing_words(dates):
            yield _("Closes on %(day)s") % {"day": closes}
        elif dates.without_deadline:
            yield _("No deadline")
    elif status in (*CAN_APPLY, Status.UNDATED) and dates.opens is None:
        yield _("The day of opening is not indicated.")
    if probably_over(dates, timezone.now()):
        words = _(
            "It opened over %(months)d months ago and nobody has verified it lately: it is probably over."
        )
        yield words % {"months": 12 * OLD_YEARS}
    now = timezone.now()
    if again := open_reopening(dates, read_steps(original.steps), now):
        yield message_for_visitors(again, now)
    if doubt := doubt_message(dates, original.dates_note):
        yield doubt


def _action(sheet, status: Status) -> tuple[str, str]:
    if sheet.application_link and status in CAN_APPLY:
        return _("Apply"), sheet.application_link
    if sheet.official_page:
        return _("Official page"), sheet.official_page
    if sheet.results_link and status == Status.CLOSED:
        return _("Results"), sheet.results_link
    return "", ""
