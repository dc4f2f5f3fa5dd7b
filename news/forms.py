"""The forms of articles and events."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.forms.editing import EditorPageForm

from .days import WITHOUT_YEAR, DayField
from .event_state import State

DAY_FIELDS = ("start_day", "end_day")
YEAR_MISSING = _(
    "Give the year as well, as in 31/01/2027. If the source does not tell it, take the tick from “the source "
    "gives the year”."
)

ONLINE_ADDRESS_MISSING = _("The event has been moved online: give the address where to follow it.")


class ArticleForm(EditorPageForm):
    """A new article bears the day on which it is begun, in Italy, unless its editor changes or empties it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding and "day" in self.fields:
            self.initial["day"] = self.instance.day or timezone.localdate()


class EventForm(EditorPageForm):
    """Where the source does not give the year, the form shows none and asks for none."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in DAY_FIELDS:
            if name in self.fields:
                field = DayField.instead_of(self.fields[name], self.instance.year_known)
                self.fields[name] = field

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation and cleaned.get("state") == State.ONLINE:
            self._ask_for_the_address(cleaned)
        if "year_known" not in self.fields:
            return cleaned
        yearless = [
            name for name in DAY_FIELDS if WITHOUT_YEAR.match(self.data.get(self.add_prefix(name)) or "")
        ]
        if cleaned.get("year_known"):
            for name in yearless:
                if name not in self.errors:
                    self.add_error(name, YEAR_MISSING)
        else:
            self._end_after_new_year(cleaned, yearless)
        return cleaned

    def _ask_for_the_address(self, cleaned: dict) -> None:
        """Nobody could follow what is published as online only."""
        missing = "online_link" in self.fields and not cleaned.get("online_link")
        if missing and not self.has_error("online_link"):
            self.add_error("online_link", ONLINE_ADDRESS_MISSING)

    def _end_after_new_year(self, cleaned: dict, yearless: list[str]) -> None:
        """From 30/12 to 02/01: the last day is of the year after."""
        first, last = (cleaned.get(name) for name in DAY_FIELDS)
        if first and last and last < first and "end_day" in yearless:
            cleaned["end_day"] = last + timedelta(days=366)  # the placeholder is a leap year
