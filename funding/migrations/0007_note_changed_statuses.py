"""Notes the sheets whose status version 0.5.0 tells otherwise than 0.4.1 did.

Both rules are frozen here as they were on the day of the change, without what they have in common: how near a
deadline counts as closing.
"""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import migrations
from django.utils import timezone

ROME = ZoneInfo("Europe/Rome")
FIELDS = (
    *("opens_on", "opens_at", "closes_on", "closes_at", "no_deadline", "closed_early_on", "concluded"),
    *("suspended", "results_awaited", "results_published_on", "imported_at", "first_published_at"),
)


def before(sheet, now):
    """The status by the rule of 0.4.1."""
    if sheet["suspended"]:
        return "suspended"
    if sheet["concluded"] or (sheet["closed_early_on"] and sheet["closed_early_on"] <= now.date()):
        return "closed"
    if sheet["opens_on"] is None or moment(sheet["opens_on"], sheet["opens_at"] or time.min) > now:
        return "forthcoming"
    if sheet["no_deadline"] or sheet["closes_on"] is None:
        return "open"
    if moment(sheet["closes_on"], end_of_day(sheet["closes_at"])) >= now:
        return "open"
    return "evaluation" if awaited(sheet) else "closed"


def after(sheet, now):
    """The status by the rule of 0.5.0."""
    if sheet["suspended"]:
        return "suspended"
    if sheet["concluded"] or (sheet["closed_early_on"] and sheet["closed_early_on"] <= now.date()):
        return "closed"
    closes = None if is_placeholder(sheet) else last_moment(sheet["closes_on"], sheet["closes_at"])
    if closes and closes < now:
        return "evaluation" if awaited(sheet) else "closed"
    if sheet["opens_on"] and moment(sheet["opens_on"], sheet["opens_at"] or time.min) > now:
        return "forthcoming"
    return "open" if closes or sheet["no_deadline"] else "undated"


def is_placeholder(sheet):
    """Whether it closes fifteen years or more after it opened, or became known where no opening is."""
    if sheet["closes_on"] is None:
        return False
    known = [day for day in (sheet["imported_at"], sheet["first_published_at"]) if day]
    since = sheet["opens_on"] or (min(known).astimezone(ROME).date() if known else None)
    closes = sheet["closes_on"]
    return since is not None and (closes.year - 15, closes.month, closes.day) >= (since.year, since.month, since.day)


def last_moment(day, at):
    """Midnight is the end of the day before."""
    if day is None:
        return None
    if at == time.min:
        return moment(day - timedelta(days=1), end_of_day(None))
    return moment(day, end_of_day(at))


def end_of_day(at):
    return time(23, 59, 59) if at is None else at


def awaited(sheet):
    return sheet["results_awaited"] and sheet["results_published_on"] is None


def moment(day, at):
    """By the clock on the wall, which is exact enough to tell days apart."""
    return datetime.combine(day, at.replace(microsecond=0), ROME)


def note_changed(apps, schema_editor):
    sheets = apps.get_model("funding", "FundingSheetPage").objects.filter(
        locale__language_code=settings.LANGUAGE_CODE
    )
    now = timezone.now().astimezone(ROME).replace(microsecond=0)
    review = apps.get_model("funding", "StatusReview")
    found = []
    for sheet in sheets.values("pk", *FIELDS).iterator():
        old, new = before(sheet, now), after(sheet, now)
        if old != new:
            found.append(review(page_id=sheet["pk"], before=old, after=new))
    review.objects.bulk_create(found, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("funding", "0006_status_rule")]

    operations = [migrations.RunPython(note_changed, migrations.RunPython.noop)]
