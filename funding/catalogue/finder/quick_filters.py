"""What is asked most, one click away: what closes soon, grants of some size."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.formats import localized

from .addresses import address
from .parameters import FinderParameters

QUICK_FILTER_DAYS = (7, 30, 90)
AMOUNTS = (10_000, 50_000, 200_000)


@dataclass(frozen=True)
class FilterLink:
    """A choice; one that is made already leads back to the same question without it."""

    label: str
    url: str
    chosen: bool


@dataclass(frozen=True)
class QuickFilterGroup:
    """Choices of one kind under their title."""

    title: str
    choices: tuple[FilterLink, ...]


def quick_filters(base: str, parameters: FinderParameters, today: date) -> list[QuickFilterGroup]:
    """``today`` is the day in Rome: the page must not be kept beyond it."""
    near = [
        (_days(days), {"closes_after": today, "closes_before": _after(today, days)})
        for days in QUICK_FILTER_DAYS
    ]
    amounts = [(localized.euro(amount), {"amount": Decimal(amount)}) for amount in AMOUNTS]
    return [
        QuickFilterGroup(_("Closing within"), tuple(_filter_link(base, parameters, *one) for one in near)),
        QuickFilterGroup(
            _("Grants of at least"), tuple(_filter_link(base, parameters, *one) for one in amounts)
        ),
    ]


def _filter_link(base: str, parameters: FinderParameters, label: str, values: dict) -> FilterLink:
    chosen = all(getattr(parameters, name) == value for name, value in values.items())
    changes = dict.fromkeys(values) if chosen else values
    return FilterLink(label, address(base, replace(parameters, **changes, page=1)), chosen)


def _after(today: date, days: int) -> date:
    return today + timedelta(days=days)


def _days(days: int) -> str:
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
