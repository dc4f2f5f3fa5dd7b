"""What editors may not say about an event or a project, and how the form tells them."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .dates import clock, event_period, long_day, long_month
from .event_state import State, exists

cup_pattern = RegexValidator(
    r"^[A-Z0-9]{15}\Z",
    gettext_lazy("CUP: give 15 characters, capital letters from A to Z and digits only, without spaces."),
    "cup",
)

SAME_DAY = gettext_lazy(
    "First day: this is the day first planned. Write the new one, or leave it empty while it is not known."
)


def check_event(event) -> None:
    """Raise what is wrong with the event's days and hours, by field."""
    start, end = event.start_day, event.end_day
    errors: dict[str, list[str] | str] = {}
    if start is None and (end or event.start_time or event.end_time):
        errors["start_day"] = _("First day: give the day on which the event starts, or no day and no hour.")
    elif end and end < start:
        errors["end_day"] = _("Last day: it must not come before the first day, %(day)s.") % {
            "day": long_day(start)
        }
    elif event.end_time and (end or start) == start:
        if event.start_time is None:
            errors["start_time"] = _("Starts at: give the hour at which the event starts as well.")
        elif event.end_time <= event.start_time:
            errors["end_time"] = _(
                "Ends at: it must be later than %(time)s. If the event ends after midnight, give the next "
                "day as its last day."
            ) % {"time": clock(event.start_time)}
    if not errors:
        errors |= _skipped_hours(event)
    errors |= _moved(event)
    if not errors and (strays := list(_stray_sessions(event))):
        errors["programme"] = strays
    if errors:
        raise ValidationError(errors)


def _skipped_hours(event) -> dict[str, str]:
    """Hours that no clock shows, in the night in March when clocks go forward."""
    last = event.end_day or event.start_day
    hours = {"start_time": (event.start_day, event.start_time), "end_time": (last, event.end_time)}
    message = _("There is no %(time)s on %(day)s: in that night clocks go forward from 2:00 to 3:00.")
    return {
        name: message % {"time": clock(hour), "day": long_day(day)}
        for name, (day, hour) in hours.items()
        if day and hour and event.year_known and not exists(day, hour)
    }


def _moved(event) -> dict[str, str]:
    """What is missing where an event was moved to another day: the new day, or none, and the old one."""
    first, last = event.previous_start_day, event.previous_end_day
    if last and (first is None or last < first):
        return {
            "previous_end_day": _("Last day first planned: it must not come before the first day of then.")
        }
    if event.state != State.POSTPONED:
        return {}
    if event.start_day and not event.year_known:
        return {
            "start_day": _(
                "First day: write the new day with its year and tick “the source gives the year”, or leave "
                "it empty while the new day is not known."
            )
        }
    if (first, event.previous_start_time) == (event.start_day, event.start_time) and first:
        return {"start_day": SAME_DAY}
    return {} if first else _without_first_planned(event)


def _without_first_planned(event) -> dict[str, str]:
    """Asked for only where nobody can know it otherwise: a published day is kept by itself, and one that was
    published without its year, or not at all, is no day to tell."""
    before = event.announced()
    if before is None:
        return {"previous_start_day": _("First planned for: give the day that had been announced.")}
    unchanged = event.start_day and before.start_day == event.start_day
    return {"start_day": SAME_DAY} if unchanged else {}


def _stray_sessions(event):
    """A message for each session that lies outside the event's days."""
    first, last = event.start_day, event.end_day or event.start_day
    if event.awaits_day:  # the programme is that of the day first planned until there is a new one
        first, last = event.previous_start_day, event.previous_end_day or event.previous_start_day
        if first is None:  # and of that day the year was not known
            return
    for number, block in enumerate(event.programme, start=1):
        day = block.value["day"]
        if not day or (first and _within(first, day, last, event.year_known or event.awaits_day)):
            continue
        values = {"number": number, "title": block.value["title"], "day": long_day(day)}
        if first is None:
            yield _("Programme: session %(number)d (“%(title)s”) has a day, but the event has none.") % values
        else:
            values["days"] = event_period(first, last)
            yield (
                _(
                    "Programme: session %(number)d (“%(title)s”) is on %(day)s; "
                    "give a day of the event (%(days)s)."
                )
                % values
            )


def _within(first: date, day: date, last: date, year_known: bool) -> bool:
    """Whether ``day`` is one of the event's; by day and month alone where the year is not known."""
    if year_known:
        return first <= day <= last
    begin, current, end = ((each.month, each.day) for each in (first, day, last))
    return begin <= current <= end if begin <= end else current >= begin or current <= end


def check_project(project) -> None:
    """Raise what is wrong with the project's months and its place in the recovery plan, by field."""
    errors = {}
    start, end = project.starts_on, project.ends_on
    if start and end and end < start:
        errors["ends_on"] = _("End: it must not come before the start, %(month)s.") % {
            "month": long_month(start)
        }
    if project.component and not project.component.startswith(project.mission):
        errors["component"] = _(
            "PNRR component: %(component)s belongs to mission %(right)s; choose one of %(mission)s."
        ) % {
            "component": project.component,
            "right": project.component[:2],
            "mission": project.mission,
        }
    if errors:
        raise ValidationError(errors)
