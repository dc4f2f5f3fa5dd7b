"""Faults of exported data and of calendars."""

from ..fault import listed

FAULTS = [
    *listed(
        "funding/presentation/field_types.py",
        "funding/exports",
        ("int(amount) if amount == int(amount) else float(amount)", "int(amount)"),
        ('if raw not in (None, "") else None', "if raw else None"),
        ("raw.astimezone(ROME)", "raw"),
        ('"; ".join(', '", ".join('),
        ('_optional("number", minimum=0, maximum=100)', '_optional("number", minimum=0)'),
        ('"slug": raw.slug,', '"slug": raw.name,'),
    ),
    *listed(
        "site/cms/formats/calendars.py",
        "cms/test_calendars.py news/test_event_calendar.py funding/exports/test_deadlines.py",
        ("(event.end or event.start) + timedelta(days=1)", "event.end or event.start"),
        ("event.end > event.start", "event.end >= event.start"),
        ('alarm.add("trigger", -before)', 'alarm.add("trigger", before)'),
        ("moment.astimezone(ROME) if", "moment if"),
        ("if event.sequence is not None:", "if event.sequence:"),
        ("event.updated or datetime(2000, 1, 1, tzinfo=ROME)", "datetime.now(ROME)"),
        ('result.add("method", "PUBLISH")', "pass"),
        ("if event.transparent:", "if False:"),
    ),
    *listed(
        "news/models/event_schedule.py",
        "news/test_event_calendar.py news/test_event_changes.py",
        ('before["calendar_sequence"] + changed', 'before["calendar_sequence"]'),
        ("first_published_at__isnull=False)\n        before", ")\n        before"),
        ("timezone.now() if changed else", "timezone.now() if True else"),
    ),
]
