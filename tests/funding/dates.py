"""Sets of dates and of moments to try the status rule on, with both nights on which clocks jump."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product

from cms.constants import ROME
from funding.domain.status import Dates

# 29 March 2026: 02:00 becomes 03:00. 25 October 2026: 03:00 becomes 02:00 again.
JUMP_FORWARD, JUMP_BACK = date(2026, 3, 29), date(2026, 10, 25)


def rome(text: str, fold: int = 0) -> datetime:
    """``rome("2026-10-25 02:30", fold=1)``: the second 02:30 of that night."""
    return datetime.fromisoformat(text).replace(tzinfo=ROME, fold=fold)


def sample_dates() -> list[Dates]:
    """A grid over all that the rule looks at."""
    days = [None, date(2026, 3, 28), JUMP_FORWARD, JUMP_BACK, date(2026, 11, 8)]
    windows = [
        {"opens_on": opens, "opens_at": opens_at, "closes_on": closes, "closes_at": closes_at}
        for opens, closes in product(days, days)
        for opens_at, closes_at in ((None, None), (time(2, 30), time(2, 30)), (time(12), time(0)))
    ]
    states = [
        {},
        {"no_deadline": True},
        {"opening_month_only": True},
        {"imported_at": datetime(2011, 1, 1, tzinfo=UTC)},
        {"suspended": True},
        {"concluded": True},
        {"closed_early_on": date(2026, 10, 20)},
        {"closed_early_on": JUMP_BACK, "suspended": True},
        {"results_awaited": True},
        {"results_awaited": True, "results_published_on": date(2026, 11, 20)},
    ]
    return [Dates(**window, **state) for window, state in product(windows, states)]


def sample_moments() -> list[datetime]:
    """The moments around which something may change, to the second, and quiet ones between."""
    days = [date(2026, 3, 28), JUMP_FORWARD, date(2026, 10, 20), JUMP_BACK, date(2026, 11, 8)]
    points = {
        datetime.combine(
            day,
            at,
            ROME,
        )
        .replace(fold=fold)
        .astimezone(UTC)
        for day, at, fold in product(days, (time.min, time(2, 30), time(12), time(23, 59, 59)), (0, 1))
    }
    points |= {point - timedelta(days=14) for point in points}
    near = {point + timedelta(seconds=step) for point in points for step in (-1, 0, 1)}
    return sorted(near | {datetime(2025, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)})
