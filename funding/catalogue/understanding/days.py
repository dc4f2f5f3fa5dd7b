"""Days in a question: "entro gennaio", "che scadono a dicembre", "by 21/12/2026", "next month"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .phrases import Phrases
from .table import Pairs, WordTable
from .tokens import Token

DAY = timedelta(days=1)
MAX_DAY, MAX_MONTH = 31, 12
# Spans of one day, which may be said of anything: "bandi di oggi".
SINGLE = ("today", "tomorrow")
YEARS = range(2000, 2100)
MAX_COUNT = 366
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_YEAR = re.compile(r"20\d\d", re.ASCII)
_DAY = re.compile(r"\d{1,2}", re.ASCII)


@dataclass(frozen=True)
class Days:
    """Days from ``first`` to ``last``, said by the tokens before ``end``. ``sure``: said by themselves they
    can be nothing else. Without days it is a day that no calendar has."""

    end: int
    first: date | None
    last: date | None
    sure: bool = True


def days_at(tokens: list[Token], start: int, table: WordTable, today: date) -> tuple[int, Pairs] | None:
    """Where what is said from ``start`` on ends, and what it says; without days, None."""
    for verb, at in (*_said(table.verbs, tokens, start), ("", start)):
        for how, after in (*_said(table.hows, tokens, at), ("", at)):
            if how == "within":
                if found := _within(tokens, after, table, today):
                    return found[0], _pairs(verb, how, today, found[1])
                continue
            days = days_from(tokens, after, table, today)
            if not (days and days.first and days.last and _is_deadline(days, verb, how, today)):
                continue
            if pairs := _pairs(verb, how, days.first, days.last):
                return days.end, pairs
    return None


def _said(phrases: Phrases, tokens: list[Token], start: int) -> Iterator[tuple[str, int]]:
    """The names of the tables whose phrases begin here, the longest phrase first."""
    return ((name, end) for end, names in phrases.at(tokens, start) for name in names)


def _is_deadline(days: Days, verb: str, how: str, today: date) -> bool:
    """A day alone may be that of a law: one to come is a deadline."""
    return bool(verb) or how not in ("", "on") or (days.sure and days.last >= today)


def _pairs(verb: str, how: str, first: date, last: date) -> Pairs:
    """No parameter asks for calls that open before a day."""
    before, since = ("closes_before", "closes_after") if verb != "opening" else ("", "opens_after")
    said = {
        "by": ((before, last),),
        "within": ((before, last),),
        "before": ((before, first - DAY),),
        "since": ((since, first),),
        "after": ((since, last + DAY),),
    }.get(how, ((since, first), (before, last)))
    return tuple((name, day.isoformat()) for name, day in said if name)


def _within(tokens: list[Token], start: int, table: WordTable, today: date) -> tuple[int, date] | None:
    """ "30 giorni": so long from today on."""
    if start + 1 >= len(tokens):
        return None
    number, unit = tokens[start].text, table.unit_codes.get(tokens[start + 1].folded)
    if not unit or not number.isdecimal() or not 0 < int(number) <= MAX_COUNT:
        return None
    days = {"day": 1, "week": 7, "month": 30}[unit] * int(number)
    return start + 2, today + timedelta(days=days)


def days_from(tokens: list[Token], start: int, table: WordTable, today: date) -> Days | None:
    """The days that the tokens from ``start`` on name, however many they are."""
    if start >= len(tokens) or tokens[start].closed:
        return None
    text = tokens[start].text
    if found := _ISO.fullmatch(text):
        return _single(start + 1, int(found[1]), int(found[2]), int(found[3]))
    if (found := _NUMERIC.fullmatch(text)) and (found[4] or found[2] == "/"):
        return _numeric(found, start + 1, today)
    for end, code in table.named_spans.at(tokens, start):
        return Days(end, *_span(code, today), sure=code not in SINGLE)
    return _spelt(tokens, start, table, today) or _year(tokens, start)


def _numeric(found: re.Match, end: int, today: date) -> Days | None:
    day, month, year = int(found[1]), int(found[3]), found[4]
    if not (day <= MAX_DAY and month <= MAX_MONTH) and len(year or "") < 4:
        return None  # "95/46" is no day
    if year:
        return _single(end, int(year) + (2000 if len(year) == 2 else 0), month, day)
    known = _next(today, month, day)
    return Days(end, known, known, sure=False)


def _spelt(tokens: list[Token], start: int, table: WordTable, today: date) -> Days | None:
    """ "21 dicembre 2026", "December 21", "dicembre", "gennaio 2027"."""
    words = [token.folded for token in tokens[start : start + 5]]
    day, at = 0, 0
    if _DAY.fullmatch(words[0]) and int(words[0]) > 0:
        day, at = int(words[0]), 1
        at += len(words) > at and words[at] in table.ordinal_words
        at += len(words) > at and words[at] == "of"
    if len(words) <= at or words[at] not in table.month_numbers:
        return None
    name, month = words[at], table.month_numbers[words[at]]
    at += 1
    if not day and table.ordinals and len(words) > at and _DAY.fullmatch(words[at]):
        day, at = int(words[at]), at + 1
        at += len(words) > at and words[at] in table.ordinal_words
    year = int(words[at]) if len(words) > at and _YEAR.fullmatch(words[at]) else 0
    end = start + at + bool(year)
    if day:
        if year:
            return _single(end, year, month, day)
        known = _next(today, month, day)
        return Days(end, known, known)
    year = year or today.year + (month < today.month)
    sure = name not in table.ambiguous_month_words or tokens[start].capital
    return Days(end, date(year, month, 1), _end_of_month(year, month), sure)


def _year(tokens: list[Token], start: int) -> Days | None:
    if not _YEAR.fullmatch(tokens[start].text):
        return None
    year = int(tokens[start].text)
    return Days(start + 1, date(year, 1, 1), date(year, 12, 31), sure=False)


def _single(end: int, year: int, month: int, day: int) -> Days:
    try:
        known = date(year, month, day) if year in YEARS else None
    except ValueError:
        known = None
    return Days(end, known, known)


def _next(today: date, month: int, day: int) -> date | None:
    """The next such day, today included; in leap years only, within eight years."""
    for year in range(today.year, today.year + 9):
        try:
            known = date(year, month, day)
        except ValueError:
            continue
        if known >= today:
            return known
    return None


def _end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - DAY


def _span(code: str, today: date) -> tuple[date, date]:
    monday = today - today.weekday() * DAY
    year, month = today.year, today.month
    next_month = _end_of_month(year, month) + DAY
    end = _end_of_month(year, month)
    return {
        "today": (today, today),
        "tomorrow": (today + DAY, today + DAY),
        "this-week": (today, monday + 6 * DAY),
        "next-week": (monday + 7 * DAY, monday + 13 * DAY),
        "this-month": (today, end),
        "next-month": (next_month, _end_of_month(next_month.year, next_month.month)),
        "this-year": (today, date(year, 12, 31)),
        "next-year": (date(year + 1, 1, 1), date(year + 1, 12, 31)),
        "end-week": (today, monday + 6 * DAY),
        "end-month": (today, end),
        "end-year": (today, date(year, 12, 31)),
    }[code]
