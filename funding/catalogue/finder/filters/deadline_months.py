"""Deadlines by month, to be looked at: a column a month, then what closes later and what never does."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.formats import localized
from funding.presentation.closing_threshold import closing_days
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.query import SearchResults

from ..addresses import address
from ..closing_days import CLOSING_DAY, LATER, NEVER, first_days, soon
from ..parameters import DEADLINES, FinderParameters
from ..query import question

MAX_THREADS = 10
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True)
class Column:
    """``label`` is short; ``rest`` is the year, which is heard, and seen where a ``year`` begins. ``soon`` of
    the ``count`` calls close soon: they are drawn as ``near``, the others as ``threads``. A chosen column
    leads back to the question without it; an empty one nowhere."""

    label: str
    rest: str
    count: int
    url: str
    chosen: bool = False
    soon: int = 0
    near: int = 0
    threads: int = 0
    month: bool = True
    year: bool = False


@dataclass(frozen=True)
class DeadlineMonths:
    """One thread stands for ``step`` calls; ``soon`` calls close within ``days`` days."""

    columns: tuple[Column, ...]
    step: int
    soon: int
    days: int

    def __bool__(self) -> bool:
        return any(column.count for column in self.columns)


def deadline_months(
    base: str, parameters: FinderParameters, results: SearchResults, today: date
) -> DeadlineMonths:
    """How many of the calls asked for close when, whatever closing day is chosen."""
    counts = {one.value: one.count for one in results.facets.get(CLOSING_DAY, ())}
    columns = [_column(base, parameters, counts, *each) for each in _stretches(today)]
    most = max(column.count for column in columns)
    step = next((step for step in STEPS if most <= step * MAX_THREADS), STEPS[-1])
    soon_in_all = sum(column.soon for column in columns)
    return DeadlineMonths(tuple(_drawn(one, step) for one in columns), step, soon_in_all, closing_days())


def months_of_all(base: str, language: str, now: datetime) -> DeadlineMonths | None:
    """Those of all calls that the finder at ``base`` lists; None while no engine answers."""
    parameters = FinderParameters()
    query = replace(question(parameters, language, now), facets=(CLOSING_DAY,), per=1)
    try:
        results = get_engine().search(query)
    except EngineUnavailable:
        return None
    return deadline_months(base, parameters, results, timezone.localdate(now))


def _stretches(today: date):
    """Name of the case, label, what a listener hears besides, and what the column asks for."""
    *months, last = first_days(today)
    for first, following in zip(months, [*months[1:], last], strict=True):
        label, rest = localized.day_month(first, False), str(first.year)
        yield f"{first:%Y-%m}", label, rest, _between(first, following - timedelta(days=1))
    yield LATER, _("later"), "", _between(last, None)
    yield NEVER, _("no deadline"), "", _between(None, None) | {"deadline": DEADLINES[0]}


def _between(after: date | None, before: date | None) -> dict:
    return {"closes_after": after, "closes_before": before, "deadline": None}


def _column(
    base: str,
    parameters: FinderParameters,
    counts: Mapping[str, int],
    name: str,
    label: str,
    rest: str,
    asked: dict,
) -> Column:
    chosen = all(getattr(parameters, key) == value for key, value in asked.items())
    changed = replace(parameters, **(dict.fromkeys(asked) if chosen else asked), page=1)
    count = counts.get(name, 0)
    return Column(
        label=label,
        rest=rest,
        count=count,
        url=address(base, changed) if count or chosen else "",
        chosen=chosen,
        soon=counts.get(soon(name), 0),
        month=name not in (LATER, NEVER),
        year=name.endswith("-01"),
    )


def _drawn(column: Column, step: int) -> Column:
    """Any call is seen: a thread that stands for many is drawn for the first of them."""
    near = -(-column.soon // step)
    threads = max(near, min(MAX_THREADS, -(-column.count // step)))
    return replace(column, near=near, threads=threads - near)
