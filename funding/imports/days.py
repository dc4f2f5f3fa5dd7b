"""Days as open data write them. No Django here.

A moment without a zone is a day in Italy, whatever time stands beside it; one with a zone (the ``Z`` of
UTC) is the day that it was in Rome.
"""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")
FIRST, LAST = date(1990, 1, 1), date(2099, 12, 31)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_ITALIAN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?")
_ZONED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})")


def parse_day(text: str) -> date:
    """The day. Raises ``ValueError`` for what is none, or one that no call can have."""
    day = _day(text)
    if not FIRST <= day <= LAST:
        raise ValueError(f"{day} is not between {FIRST.year} and {LAST.year}")
    return day


def _day(text: str) -> date:
    if _ZONED.fullmatch(text):
        return datetime.fromisoformat(text.replace(" ", "T")).astimezone(ROME).date()
    if match := _ISO.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := _ITALIAN.fullmatch(text):
        day, month, year = map(int, match.groups())
    else:
        raise ValueError(f"“{text[:40]}” is not a day")
    return date(year, month, day)
