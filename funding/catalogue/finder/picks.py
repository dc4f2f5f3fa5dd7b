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
class Pick:
    """A choice; one that is made already leads back to the same question without it."""

    label: str
    url: str
    chosen: bool


@dataclass(frozen=True)
class Picks:
    """Choices of one kind under their title."""

    title: str
    choices: tuple[Pick, ...]


def picks(base: str, parameters: FinderParameters, today: date) -> list[Picks]:
    """``today`` is the day in Rome: the page must not be kept beyond it."""
    near = [
        (_days(days), {"closes_after": today, "closes_before": _after(today, days)})
        for days in QUICK_FILTER_DAYS
    ]
    amounts = [(localized.euro(amount), {"amount": Decimal(amount)}) for amount in AMOUNTS]
    return [
        Picks(_("Closing within"), tuple(_pick(base, parameters, *one) for one in near)),
        Picks(_("Grants of at least"), tuple(_pick(base, parameters, *one) for one in amounts)),
    ]


def _pick(base: str, parameters: FinderParameters, label: str, values: dict) -> Pick:
    chosen = all(getattr(parameters, name) == value for name, value in values.items())
    wanted = dict.fromkeys(values) if chosen else values
    return Pick(label, address(base, replace(parameters, **wanted, page=1)), chosen)


def _after(today: date, days: int) -> date:
    return today + timedelta(days=days)


def _days(days: int) -> str:
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}
