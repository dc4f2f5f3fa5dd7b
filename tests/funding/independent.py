"""What the finder ought to answer, computed once more from the rows of the database.

Nothing of the product's rule is used here: it is written anew from the domain page, so that a mistake in the
rule and a mistake here do not cancel out.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ITALY = ZoneInfo("Europe/Rome")
COLUMNS = (
    *("pk", "opens_on", "opens_at", "opening_month_only", "closes_on", "closes_at", "no_deadline"),
    *("closed_early_on", "concluded", "suspended", "results_awaited", "results_published_on"),
    *("imported_at", "first_published_at", "grant_max", "regions", "whole_country", "beneficiaries"),
)
USUAL = {"forthcoming", "open", "closing", "undated", "evaluation", "suspended"}


def second(day: date, hour: int = 0, minute: int = 0, sec: int = 0) -> int:
    """A wall clock in Italy as seconds of the epoch."""
    return int(datetime(day.year, day.month, day.day, hour, minute, sec, tzinfo=ITALY).timestamp())


def last_day(row) -> date | None:
    """The closing day that is to be believed, midnight being the end of the day before."""
    day = row["closes_on"]
    if day is None:
        return None
    begin = row["opens_on"]
    if begin is None:
        seen = [
            moment.astimezone(ITALY).date()
            for moment in (row["imported_at"], row["first_published_at"])
            if moment
        ]
        begin = min(seen) if seen else None
    if begin and (day.year - begin.year, (day.month, day.day) >= (begin.month, begin.day)) >= (15, True):
        return None
    return day - timedelta(days=1) if is_midnight(row) else day


def is_midnight(row) -> bool:
    at = row["closes_at"]
    return at is not None and at.hour == 0 and at.minute == 0


def last_second(row) -> int | None:
    day, at = last_day(row), row["closes_at"]
    if day is None:
        return None
    if at is None or is_midnight(row):
        return second(day, 23, 59, 59)
    return second(day, at.hour, at.minute, at.second)


def first_second(row) -> int | None:
    day, at = row["opens_on"], row["opens_at"]
    if day is None:
        return None
    if row["opening_month_only"]:
        return second(date(day.year + day.month // 12, day.month % 12 + 1, 1))
    return second(day, at.hour, at.minute, at.second) if at else second(day)


def status(row, now: int, near: int = 14) -> str:
    """The rule, in its order; ``now`` in seconds of the epoch."""
    today = datetime.fromtimestamp(now, ITALY).date()
    opens, closes = first_second(row), last_second(row)
    if row["suspended"]:
        return "suspended"
    if row["concluded"] or (row["closed_early_on"] and row["closed_early_on"] <= today):
        return "closed"
    if closes is not None and closes < now:
        return "evaluation" if row["results_awaited"] and not row["results_published_on"] else "closed"
    if opens is not None and opens > now:
        return "forthcoming"
    if closes is not None:
        return "closing" if closes - now < near * 86_400 else "open"
    return "open" if row["no_deadline"] or row["closed_early_on"] else "undated"


def answers(row, question: dict, now: int, leave_out: str = "") -> bool:
    """Whether the row is in the answer; ``leave_out`` names a facet whose choice does not count."""
    if leave_out != "status":
        wanted = set(question.get("status", ())) or USUAL
        if "any" not in wanted and status(row, now) not in wanted:
            return False
    return (
        _in_time(row, question, now, bool(question.get("status")) or leave_out == "status")
        and _opens(row, question)
        and _amount(row, question)
        and (leave_out == "region" or _region(row, question))
        and (leave_out == "beneficiary" or _any(row["beneficiaries"], question.get("beneficiary")))
    )


def _in_time(row, question: dict, now: int, statuses_asked: bool) -> bool:
    before, after, none = (question.get(name) for name in ("closes_before", "closes_after", "deadline"))
    day = last_day(row)
    if none and row["no_deadline"] and day is None:
        return True
    if not (before or after):
        return not none
    if before and not after and not statuses_asked:
        after = datetime.fromtimestamp(now, ITALY).date()
    return day is not None and (not before or day <= before) and (not after or day >= after)


def _opens(row, question: dict) -> bool:
    asked, day = question.get("opens_after"), row["opens_on"]
    if not asked:
        return True
    if day and row["opening_month_only"]:
        return (day.year, day.month) >= (asked.year, asked.month)
    return day is not None and day >= asked


def _amount(row, question: dict) -> bool:
    least = question.get("amount")
    if not least:
        return True
    most = row["grant_max"]
    return bool(question.get("unstated")) if most is None else most >= least


def _region(row, question: dict) -> bool:
    asked = question.get("region")
    return not asked or row["whole_country"] or _any(row["regions"], asked)


def _any(values, asked) -> bool:
    return not asked or bool(set(values) & set(asked))


def by_deadline(rows: list, now: int) -> list[int]:
    """The numbers of the rows that are not over, in the order of a list by deadline."""

    def key(row) -> tuple:
        state = status(row, now)
        if state == "forthcoming":
            return (3, first_second(row), row["pk"])
        early = row["closed_early_on"] and second(row["closed_early_on"]) - 1
        ends = [end for end in (last_second(row), early) if end is not None]
        if ends:
            return (0, min(ends), row["pk"])
        return (2 if state == "undated" else 1, 0, row["pk"])

    shown = [row for row in rows if status(row, now) in USUAL - {"evaluation", "suspended"}]
    return [row["pk"] for row in sorted(shown, key=key)]
