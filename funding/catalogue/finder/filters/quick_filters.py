"""What is asked most, one click away: what closes soon, what is new; each with how many calls that is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from funding.catalogue.added import ADDED, count_since
from search.query import SearchResults

from ..addresses import address
from ..closing_days import CLOSING_DAY, NEAR_DAYS, within
from ..parameters import FinderParameters

NEW_DAYS = (7, 30)


@dataclass(frozen=True)
class FilterLink:
    """A choice; one that is made already leads back to the same question without it, one that would find
    nothing leads nowhere."""

    label: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True)
class QuickFilterGroup:
    """Choices of one kind under their title."""

    title: str
    choices: tuple[FilterLink, ...]


def quick_filters(
    base: str, parameters: FinderParameters, results: SearchResults, today: date
) -> list[QuickFilterGroup]:
    """``today`` is the day in Rome: the page must not be kept beyond it."""
    closing = {one.value: one.count for one in results.facets.get(CLOSING_DAY, ())}
    added = results.facets.get(ADDED, ())
    near = (
        (
            days,
            closing.get(within(days), 0),
            {"closes_after": today, "closes_before": _after(today, days), "deadline": None},
        )
        for days in NEAR_DAYS
    )
    new = (
        (days, count_since(added, _after(today, -days), today), {"added_after": _after(today, -days)})
        for days in NEW_DAYS
    )
    return [
        QuickFilterGroup(_("Closing within"), _links(base, parameters, near)),
        QuickFilterGroup(_("New in the last"), _links(base, parameters, new)),
    ]


def _links(
    base: str, parameters: FinderParameters, choices: Iterable[tuple[int, int, dict[str, date | None]]]
) -> tuple[FilterLink, ...]:
    return tuple(_link(base, parameters, *choice) for choice in choices)


def _link(
    base: str, parameters: FinderParameters, days: int, count: int, values: dict[str, date | None]
) -> FilterLink:
    chosen = all(getattr(parameters, name) == value for name, value in values.items())
    changes = dict.fromkeys(values) if chosen else values
    url = address(base, replace(parameters, **changes, page=1)) if count or chosen else ""
    return FilterLink(ngettext("%(days)d day", "%(days)d days", days) % {"days": days}, count, url, chosen)


def _after(today: date, days: int) -> date:
    return today + timedelta(days=days)
