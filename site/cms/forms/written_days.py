"""Days, hours and moments as people write them, wherever the admin has a field for one.

Wagtail makes its three widgets in many places (models, rows, blocks, the schedule, filters), with one form of
writing for all languages. So the widgets themselves, and Django's fields, get what holds for all:
the form is the one of the language that is spoken, see ``portal.formats``; the calendar never writes into the
field what nobody chose; a year that is none is refused.
"""

import re
from datetime import UTC, date, datetime

from babel import Locale
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.fields import BaseTemporalField
from django.utils import timezone
from django.utils.formats import get_format
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.datetimepicker import to_datetimepicker_format
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput

from .incomplete_days import what_is_missing

# The calendar neither writes over what it cannot read nor follows the mouse wheel; days.js opens it.
PICKER_OPTIONS = {"validateOnBlur": False, "openOnFocus": False, "scrollInput": False}
FIRST_YEAR, LAST_YEAR = 1900, 2099
# 30/11/26 is of this century. A year from 70 on may be of the last one, and 01-02-03 may begin with the year,
# which 1-02-03 cannot: those are refused.
SHORT_YEAR = re.compile(r"^(\d{1,2}([/.])\d{1,2}\2|\d-\d{1,2}-)([0-6]\d)(?!\d)")
# 3 dicembre 2026, 1° feb. 2027, 3rd of March 2027: the months of every language in which the site is edited.
MONTHS = {
    name.rstrip(".").lower(): number
    for language, _name in settings.LANGUAGES
    for names in Locale.parse(language, sep="-").months["format"].values()
    for number, name in names.items()
    if not name.isdigit() and len(name) > 2
}
MONTHS["sett"] = 9  # as Italians shorten it
DAY_IN_WORDS = re.compile(
    r"^(?P<day>\d{1,2})(?:°|º|st|nd|rd|th)? +(?:of +)?(?P<month>[^\W\d_]+)\.?,? +(?P<year>\d{4})(?!\d)",
    re.IGNORECASE,
)
NOON = re.compile(r"(?:a )?(?:mezzogiorno|midi)$|(?:at )?noon$", re.IGNORECASE)
BARE_HOUR = re.compile(r"(?:^|(?<=\d )|(?<=ore ))([01]\d|2[0-3])([0-5]\d)$")
BEFORE_AN_HOUR = re.compile(r"(?:^|(?<=\d)) *,? *(?:alle ore|alle|ore|at) +(?=\d)", re.IGNORECASE)
SHOWN_FORMATS = {
    AdminDateInput: _("dd/mm/yyyy"),
    AdminTimeInput: _("hh:mm"),
    AdminDateTimeInput: _("dd/mm/yyyy hh:mm"),
}
REFUSED = {
    AdminDateInput: _("This is not a day. Write it as 31/01/2027."),
    AdminTimeInput: _("This is not a time. Write it as 09:30."),
    AdminDateTimeInput: _("This is not a day with its time. Write it as 31/01/2027 09:30."),
}
# 24:00 is a usual way to write the end of a day. Whose it is can only be said with the day beside it.
END_OF_DAY = re.compile(r"(?:^|\s)24(?:[:.,]0{1,2})?\s*$")
END_OF_DAY_REFUSED = _(
    "Midnight is written 00:00, with the day that begins then: 24:00 of 31/01 is 00:00 of 01/02."
)
NOT_YET = _("The year must be between {first} and {last}.")
SKIPPED_HOUR = _("This hour does not exist: that night the clocks go forward. Write another one.")
REPEATED_HOUR = _("This hour comes twice: that night the clocks go back. Write another one.")


def in_full(text: str) -> str:
    """``3/12/26 ore 9.30`` as ``3/12/2026 9.30``, also with the month in words."""
    text = DAY_IN_WORDS.sub(_in_numbers, text.strip())
    return SHORT_YEAR.sub(r"\g<1>20\3", BEFORE_AN_HOUR.sub(" ", text).lstrip())


def with_colon(text: str) -> str:
    """``0930`` and ``mezzogiorno``, alone or after a day, as ``09:30`` and ``12:00``."""
    return BARE_HOUR.sub(r"\1:\2", NOON.sub("12:00", text.strip()))


def _in_numbers(written: re.Match) -> str:
    month = MONTHS.get(written["month"].lower())
    return f"{written['day']}/{month}/{written['year']}" if month else written[0]


def check_year(day: date) -> None:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValidationError(format_lazy(NOT_YET, first=FIRST_YEAR, last=LAST_YEAR), "year")


def is_skipped(moment: datetime) -> bool:
    """Whether the clocks never show this moment, given without a zone and meant in the current one."""
    meant = moment.replace(tzinfo=timezone.get_current_timezone())
    return meant.astimezone(UTC).astimezone(meant.tzinfo).time() != moment.time()


class MomentField(forms.DateTimeField):
    """A day and an hour in the current time zone.

    The hour that a change of clocks skips or repeats is refused: nobody would know what was meant.
    """

    def to_python(self, value):
        try:
            return super().to_python(value)
        except ValidationError as error:
            if error.code != "ambiguous_timezone":
                raise
            message = SKIPPED_HOUR if is_skipped(error.params["datetime"]) else REPEATED_HOUR
            raise ValidationError(message, error.code) from error


def install() -> None:
    """Once, before the first form is made."""
    for widget in SHOWN_FORMATS:
        _speak_the_language(widget)
        register(WidgetAdapter(), widget)  # Wagtail's own gives rows of streams no hint
    for field, widget in (
        (forms.DateField, AdminDateInput),
        (forms.TimeField, AdminTimeInput),
        (forms.DateTimeField, AdminDateTimeInput),
    ):
        field.default_error_messages = {**field.default_error_messages, "invalid": REFUSED[widget]}
    for field in (forms.DateField, forms.DateTimeField):
        field.default_validators = [check_year]
    to_python = BaseTemporalField.to_python

    def read(self, value):
        if not isinstance(self, forms.DateField) and END_OF_DAY.search(value):
            raise ValidationError(END_OF_DAY_REFUSED, "end_of_day")
        text = in_full(value if isinstance(self, forms.DateField) else with_colon(value))
        try:
            return to_python(self, text)
        except ValidationError as error:
            lacks = "" if isinstance(self, forms.TimeField) else what_is_missing(text, MONTHS)
            if error.code != "invalid" or not lacks:
                raise
            raise ValidationError(lacks, "incomplete") from error

    BaseTemporalField.to_python = read
    override = {"form_class": MomentField, "widget": AdminDateTimeInput}
    register_form_field_override(models.DateTimeField, override=override)


def _speak_the_language(widget: type[forms.Widget]) -> None:
    """Instead of the form of writing that ``__init__`` was given, once for all languages."""
    get_config, get_context = widget.get_config, widget.get_context
    widget.format = _Followed(lambda each: get_format(each.format_key)[0])
    widget.js_format = _Followed(lambda each: to_datetimepicker_format(each.format))
    widget.js_time_format = _Followed(
        lambda each: to_datetimepicker_format(get_format("TIME_INPUT_FORMATS")[0])
    )

    def config(self):
        return get_config(self) | PICKER_OPTIONS

    def context(self, name, value, attrs):
        made = get_context(self, name, value, attrs)
        shown = made["widget"]["attrs"]
        before = shown.get("placeholder")
        shown["placeholder"] = f"{before} {SHOWN_FORMATS[widget]}" if before else str(SHOWN_FORMATS[widget])
        shown["data-written"] = self.format_key.partition("_")[0].lower()
        shown["data-refused"] = str(REFUSED[widget])
        shown["data-end-of-day"] = str(REFUSED[widget] if widget is AdminDateInput else END_OF_DAY_REFUSED)
        return made

    widget.get_config, widget.get_context = config, context


class _Followed(property):
    """A property that lets itself be set, and stays what it is."""

    def __set__(self, instance, value):
        pass
