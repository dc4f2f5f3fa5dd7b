"""The finder's parameters as the one query that all filters, counts and lists come from.

A moment that is not known is one that has not come, here as in a status: a call without a deadline closes
after any day and before none. An amount that is not known answers no question about amounts.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from funding.cases import status_cases
from funding.closing_days import closing_days
from funding.fit.cases import fit_cases
from funding.status import ROME, Status
from search.query import Range, SearchQuery, Sort
from search.understanding import understand

from .parameters import FILTERS, FIT, FinderParameters

NOT_CLOSED = tuple(status.value for status in Status if status is not Status.CLOSED)


def question(parameters: FinderParameters, language: str, now: datetime) -> SearchQuery:
    """Sheets of ``language`` that answer ``parameters``, with the counts of every facet. By what fits: the
    verdicts one after another, each by deadline."""
    by_fit = parameters.sort == FIT
    cases = {"status": status_cases(now, closing_days())}
    if by_fit:
        cases[FIT] = fit_cases(parameters.profile)
    return SearchQuery(
        language=language,
        words=parameters.words,
        understood=understand(parameters.words, language),
        filters=_filters(parameters),
        ranges=tuple(_ranges(parameters)),
        cases=cases,
        complete=tuple(cases),
        facets=FILTERS,
        sort=Sort.DEADLINE if by_fit else Sort(parameters.sort),
        tiers=FIT if by_fit else "",
        page=parameters.page,
        per=parameters.per,
        extracts=False,
        now=now,
    )


def only_total(query: SearchQuery) -> SearchQuery:
    """The same question, when nothing but the number of answers matters."""
    return replace(query, facets=(), page=1, per=1)


def _filters(parameters: FinderParameters) -> dict[str, tuple[str, ...]]:
    filters = {"type": ("funding",), **parameters.filters}
    if parameters.any_status:
        del filters["status"]
    elif "status" not in filters:
        filters["status"] = NOT_CLOSED
    return filters


def _ranges(parameters: FinderParameters):
    """Days are included: "closes by the 12th" finds what closes on the 12th, at any hour."""
    if parameters.amount is not None:
        yield Range("grant_max", low=parameters.amount)
    if parameters.closes_before or parameters.closes_after:
        before = parameters.closes_before
        yield Range(
            "closes",
            low=_start(parameters.closes_after),
            high=_start(before + timedelta(days=1)) if before else None,
        )
    if parameters.opens_after:
        yield Range("opens", low=_start(parameters.opens_after))


def _start(day: date | None) -> datetime | None:
    return datetime.combine(day, time.min, ROME) if day else None
