"""What cannot be true of a sheet: each mistake names the field and says what is expected."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Protocol

from django.utils.translation import gettext as _

from cms.constants import ABROAD
from cms.formats.localized import exact_number, long_date

from ..domain import measures
from ..domain.status import Dates
from ..presentation.field_types import EURO, PERCENT
from ..presentation.sheet_fields import names_of

Mistake = tuple[str, str]

LAST_YEAR = 2199
DATED = ("opens_on", "closes_on", "closed_early_on", "no_deadline", "concluded")
RANGES = (("grant_min", "grant_max"), ("spend_min", "spend_max"), ("intensity_min", "intensity_max"))


class Sheet(Protocol):
    """Anything with the fields of a sheet."""


def validation_errors(sheet: Sheet) -> dict[str, list[str]]:
    """All contradictions at once, by field; empty when there is none."""
    found: dict[str, list[str]] = {}
    for check in (_dates, _amounts, _shares, _budget, _regions, _pnrr):
        for field, message in check(sheet):
            found.setdefault(field, []).append(message)
    return found


def missing_fields(values: Mapping[str, Any]) -> dict[str, list[str]]:
    """What a sheet must not be published without, told of the values by field name."""
    found = {}
    if not values.get("summary"):
        found["summary"] = [_("Tell in one sentence what the call pays, and to whom.")]
    if not values.get("grantor"):
        found["grantor"] = [_("Choose the body that gives the money.")]
    if not any(values.get(name) for name in DATED):
        found["closes_on"] = [_("Give the opening or closing day, or tick “no deadline”.")]
    return found


def _dates(sheet: Sheet) -> Iterator[Mistake]:
    if sheet.opens_at is not None and not sheet.opens_on:
        yield "opens_on", _("There is a time of opening: give its day too.")
    if sheet.opening_month_only and not sheet.opens_on:
        yield "opens_on", _("Only the month of opening is known: give any day of that month.")
    if sheet.opening_month_only and sheet.opens_at:
        yield (
            "opens_at",
            _("There is a time of opening: untick “only the month of opening is known”, or empty it."),
        )
    if sheet.opens_on and sheet.opens_on.year > LAST_YEAR:
        yield "opens_on", _("Expected a year up to %(year)d.") % {"year": LAST_YEAR}
    if sheet.closes_at is not None and not sheet.closes_on:
        yield "closes_on", _("There is a time of closing: give its day too.")
    if sheet.no_deadline and sheet.closes_on:
        yield "no_deadline", _("There is a closing day: untick “no deadline”, or remove the day.")
    if sheet.opens_on and sheet.closes_on:
        first = sheet.opens_on.replace(day=1) if sheet.opening_month_only else sheet.opens_on
        opens = Dates(opens_on=first, opens_at=sheet.opens_at).opens
        closes = Dates(closes_on=sheet.closes_on, closes_at=sheet.closes_at).closes
        if not sheet.no_deadline and closes <= opens:
            field = "closes_on" if sheet.closes_on < sheet.opens_on else "closes_at"
            yield field, _("It closes before it opens: expected a moment after the opening.")
    if sheet.suspended_reason and not sheet.suspended:
        yield "suspended", _("There is a reason for a suspension: tick “suspended”, or empty the reason.")
    if sheet.closed_early_reason and not (sheet.closed_early_on or sheet.concluded):
        yield (
            "closed_early_on",
            _("There is a reason for closing early: give the day too, or empty the reason."),
        )
    yield from _closed_early(sheet)
    day_known = sheet.opens_on and not sheet.opening_month_only
    if day_known and sheet.announced_on and sheet.announced_on > sheet.opens_on:
        yield "announced_on", _("Expected a day that is not after the opening.")
    if sheet.results_published_on and sheet.opens_on and sheet.results_published_on < sheet.opens_on:
        yield "results_published_on", _("Results cannot be published before the call opens.")


def _closed_early(sheet: Sheet) -> Iterator[Mistake]:
    """It may close on the very day on which it opens, as calls do whose money is gone within the hour."""
    day, opens = sheet.closed_early_on, sheet.opens_on
    if day and opens and day < (opens.replace(day=1) if sheet.opening_month_only else opens):
        yield (
            "closed_early_on",
            _("It closes before it opens: expected a day that is not before the opening."),
        )
    elif day and sheet.announced_on and day < sheet.announced_on:
        yield "closed_early_on", _("Expected a day that is not before the one on which it was announced.")
    deadline = _deadline(sheet)
    if day and deadline and day > deadline:
        words = _("This is no early closing: the call closes on %(day)s. Expected that day or one before it.")
        yield "closed_early_on", words % {"day": long_date(deadline)}


def _deadline(sheet: Sheet) -> date | None:
    given = {name: getattr(sheet, name) for name in ("opens_on", "closes_on", "closes_at", "imported_at")}
    return Dates(**given, first_published_at=sheet.first_published_at).closing_day


def _amounts(sheet: Sheet) -> Iterator[Mistake]:
    for field in (*names_of(EURO), *names_of(PERCENT)):
        value = getattr(sheet, field)
        if value is not None and value < 0:
            yield field, _("Expected a number that is not negative.")
    for low, high in RANGES:
        minimum, maximum = getattr(sheet, low), getattr(sheet, high)
        if minimum is not None and maximum is not None and minimum > maximum:
            limit = {"most": exact_number(maximum)}
            yield low, _("The minimum is above the maximum: expected at most %(most)s.") % limit


def _shares(sheet: Sheet) -> Iterator[Mistake]:
    for field in ("intensity_min", "intensity_max"):
        value = getattr(sheet, field)
        if value is not None and value > 100:
            yield field, _("Expected a percentage from 0 to 100.")


def _budget(sheet: Sheet) -> Iterator[Mistake]:
    if sheet.budget is not None and sheet.budget_left is not None and sheet.budget_left > sheet.budget:
        limit = {"most": exact_number(sheet.budget)}
        yield "budget_left", _("More is left than there was: expected at most %(most)s.") % limit
    if sheet.budget_left_on and sheet.budget_left is None:
        yield "budget_left", _("There is a day for the budget left: give the amount too.")


def _regions(sheet: Sheet) -> Iterator[Mistake]:
    if sheet.whole_country and any(code != ABROAD for code in sheet.regions):
        yield "regions", _("“The whole country” is ticked: expected no Italian region besides it.")


def _pnrr(sheet: Sheet) -> Iterator[Mistake]:
    if sheet.mission and sheet.component and measures.mission_of(sheet.component) != sheet.mission:
        yield "component", _("Expected a component of mission %(mission)s.") % {"mission": sheet.mission}
    if not sheet.measure:
        return
    try:
        code = measures.normalise(sheet.measure)
    except ValueError:
        yield (
            "measure",
            _("“%(code)s” is not a measure code: expected one such as M1C3I1.3.") % {"code": sheet.measure},
        )
        return
    if sheet.component and measures.component_of(code) != sheet.component:
        yield "measure", _("Expected a measure of component %(component)s.") % {"component": sheet.component}
    elif sheet.mission and measures.mission_of(code) != sheet.mission:
        yield "measure", _("Expected a measure of mission %(mission)s.") % {"mission": sheet.mission}
