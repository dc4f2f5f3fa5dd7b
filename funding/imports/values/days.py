"""Days as open data write them. No Django here.

A moment without a zone is a day in Italy, whatever time stands beside it; one with a zone (the ``Z`` of
UTC) is the day that it was in Rome. ``T00:00:00`` is no hour, and neither is the last second of a day.
"""

import re
from datetime import date, datetime, time

from cms.constants import ROME

FIRST, LAST = date(1990, 1, 1), date(2099, 12, 31)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_ITALIAN = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: .*)?")
_TIME = re.compile(r"[T ]\d{2}:\d{2}(?::\d{2})?")
_ZONED = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(Z|[+-]\d{2}:?\d{2})")


def parse_day(text: str) -> date:
    """The day. Raises ``ValueError`` for what is none, or one that no call can have."""
    day = _day(text)
    if not FIRST <= day <= LAST:
        raise ValueError(f"{day} is not between {FIRST.year} and {LAST.year}")
    return day


def parse_hour(text: str) -> time | None:
    """The hour that stands beside a day, in Rome; None where it only fills the place of one."""
    match = _TIME.search(text)
    if match is None or match[0][1:] in ("00:00", "00:00:00", "23:59:59"):
        return None
    if _ZONED.fullmatch(text):
        return datetime.fromisoformat(text.replace(" ", "T")).astimezone(ROME).time().replace(microsecond=0)
    try:
        return time.fromisoformat(match[0][1:])
    except ValueError:
        return None


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
