"""What a day that cannot be read lacks, so that its writer is told that and not only how days are written."""

import re
from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

WITHOUT_YEAR = _("The year is missing. Write the day as 31/01/2027.")
WITHOUT_DAY = _("The day of the month is missing. Write it as 31/01/2027.")
SHORT_YEAR = _("Write the year with four digits, as 31/01/2027.")

_NUMBERS = {
    re.compile(r"\d{1,2}[/.-]\d{1,2}"): WITHOUT_YEAR,
    re.compile(r"\d{1,2}[/.-]\d{4}"): WITHOUT_DAY,
    re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{1,2}"): SHORT_YEAR,
}
_WORDS = {
    re.compile(r"\d{1,2}[°º]? +([^\W\d_]+)\.?"): WITHOUT_YEAR,
    re.compile(r"([^\W\d_]+)\.? +\d{4}"): WITHOUT_DAY,
    re.compile(r"\d{1,2}[°º]? +([^\W\d_]+)\.? +\d{2}"): SHORT_YEAR,
}
_HOUR = re.compile(r" +(?:\d{1,2}[:.,]\d{0,2}|\d{1,2})$")


def what_is_missing(text: str, months: Collection[str]) -> str:
    """Of a day with or without its hour; empty where it is no day at all, or none of the calendar."""
    for day in (text, _HOUR.sub("", text)):
        for form, message in _NUMBERS.items():
            if form.fullmatch(day):
                return message
        for form, message in _WORDS.items():
            if (found := form.fullmatch(day)) and found[1].lower() in months:
                return message
    return ""
