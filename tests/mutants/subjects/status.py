"""Faults of a sheet's status: every boundary of the day, and every word of the rule."""

from ..fault import listed

FAULTS = listed(
    "funding/domain/status.py",
    "funding/test_status.py funding/test_cases.py",
    (
        "if (early := dates.closed_early_at) and early <= now:",
        "if (early := dates.closed_early_at) and early < now:",
    ),
    ("if (closes := dates.closes) and closes < now:", "if (closes := dates.closes) and closes <= now:"),
    ("if (opens := dates.opens) and opens > now:", "if (opens := dates.opens) and opens >= now:"),
    ("closes >= now + timedelta(days=closing_days)", "closes > now + timedelta(days=closing_days)"),
    ("return Status.UNDATED if dates.undated else Status.OPEN", "return Status.OPEN"),
    ("early <= deadline)", "early < deadline)"),
    ("return self.closes_on - DAY if self.until_midnight else self.closes_on", "return self.closes_on"),
    (
        "years_before(day, PLACEHOLDER_YEARS) >= _parts(since)",
        "years_before(day, PLACEHOLDER_YEARS) > _parts(since)",
    ),
    ("return min(moments).astimezone(ROME)", "return max(moments).astimezone(ROME)"),
    ("return days if days <= MAX_DAYS_COUNTED", "return days if days < MAX_DAYS_COUNTED"),
    ("return moment.astimezone(ROME).date()", "return moment.date()"),
    ("return Status.EVALUATION if dates.results_pending else Status.CLOSED", "return Status.CLOSED"),
    ("at.replace(microsecond=0), ROME).astimezone(UTC)", "at.replace(microsecond=0), UTC)"),
    ("dates.closes + SECOND]", "dates.closes]"),
    ("LAST_SECOND = time(23, 59, 59)", "LAST_SECOND = time(23, 59)"),
    ("return LONG_AGO if self.concluded else", "return"),
    ("if end is None or end < whole_second(now):", "if end is None or end <= whole_second(now):"),
    (
        "if years_before(today, OLD_YEARS) <= _parts(opened):",
        "if years_before(today, OLD_YEARS) < _parts(opened):",
    ),
    ("self.closes_at.replace(second=0, microsecond=0) == time.min", "self.closes_at.hour == 0"),
    ("(day.replace(day=28) + 4 * DAY)", "(day.replace(day=28) + 3 * DAY)"),
    ("return self.early - DAY if self.early else self.closing_day", "return self.early or self.closing_day"),
    ("return self.results_awaited and self.results_published_on is None", "return self.results_awaited"),
    ("return self.no_deadline and self.closing_day is None", "return self.no_deadline"),
)
