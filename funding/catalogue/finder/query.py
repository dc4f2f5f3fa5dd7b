"""The finder's parameters as the one query that all filters, counts and lists come from.

What is not known answers no question: a call without a closing day closes neither before nor after any day,
one without an opening day opens on none, one without an amount is none of an amount. How many do not say it
is counted, so that the finder can offer them.
"""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from cms.constants import ROME, WHOLE_COUNTRY
from funding.catalogue.added import ADDED, since
from funding.catalogue.eligibility.cases import fit_cases
from funding.catalogue.facets import FILTERS
from funding.catalogue.status_filters import status_cases
from funding.domain.status import DAY, FAR_OFF, SECOND, Status
from funding.presentation.closing_threshold import closing_days
from search.query import Case, Flag, Has, Range, SearchQuery, Sort

from .closing_days import CHOSEN, CLOSING_DAY, closing_day_cases, start
from .parameters import FIT, FinderParameters

NOT_CLOSED = tuple(status.value for status in Status if status is not Status.CLOSED)
# What closes from today on, of the statuses that are listed unless others are asked for.
IN_TIME = "in-time"
AMOUNT, ENOUGH, UNKNOWN = "amount", "enough", "unknown"
CENT = Decimal("0.01")
# Who says a region means its own calls before those of the whole country.
NEAR = "near"
NEAR_FIRST = (Case("own", ((Has("region", (WHOLE_COUNTRY,), value=False),),)),)


def question(parameters: FinderParameters, language: str, now: datetime) -> SearchQuery:
    """Sheets of ``language`` that answer ``parameters``, with the counts of every facet. By what fits: the
    verdicts one after another, each by deadline. The words are still to be expanded."""
    near_first = parameters.sort == Sort.RELEVANCE and "region" in parameters.said.active
    parameters = parameters.meant
    by_fit = parameters.sort == FIT
    statuses = status_cases(now, closing_days())
    complete = {"status": statuses} | ({FIT: fit_cases(parameters.profile)} if by_fit else {})
    days = dict(_days(parameters))
    amounts = dict(_amounts(parameters))
    filters = _filters(parameters, now.astimezone(ROME).date())
    if parameters.closes_before and not parameters.closes_after and not parameters.values("status"):
        # One more choice of the same facet, so that the others are counted as if they were chosen.
        complete = {FIT: complete[FIT]} if by_fit else {}
        days["status"] = (*statuses, _in_time(statuses, now))
    return SearchQuery(
        language=language,
        words=parameters.words,
        filters=filters | {name: (cases[-1].value,) for name, cases in days.items()},
        cases=complete
        | days
        | amounts
        | {CLOSING_DAY: (*closing_day_cases(now), *days.get(CLOSING_DAY, ()))}
        | ({NEAR: NEAR_FIRST} if near_first else {}),
        complete=tuple(complete),
        facets=(*FILTERS, CLOSING_DAY, ADDED, *amounts, *([FIT] if by_fit else [])),
        sort=Sort.DEADLINE if by_fit else Sort(parameters.sort),
        tiers=FIT if by_fit else NEAR if near_first else "",
        page=parameters.page,
        per=parameters.per,
        extracts=False,
        now=now,
    )


def only_total(query: SearchQuery) -> SearchQuery:
    """The same question, when nothing but the number of answers matters."""
    return replace(query, facets=(), page=1, per=1)


def _filters(parameters: FinderParameters, today: date) -> dict[str, tuple[str, ...]]:
    filters = {"type": ("funding",), **parameters.filters}
    if parameters.any_status:
        del filters["status"]
    elif "status" not in filters:
        filters["status"] = NOT_CLOSED
    if parameters.asks_amount:
        filters[AMOUNT] = (ENOUGH, UNKNOWN) if parameters.unstated else (ENOUGH,)
    if parameters.added_after is not None:
        filters[ADDED] = since(parameters.added_after, today)
    return filters


def _amounts(parameters: FinderParameters):
    """Whether the most that a call pays is within the bounds, or not known."""
    if parameters.asks_amount:
        most = parameters.amount_max
        enough = Range("grant_max", low=parameters.amount, high=None if most is None else most + CENT)
        unknown = Has("stated", ("grant_max",), value=False)
        yield AMOUNT, (Case(ENOUGH, ((enough,),)), Case(UNKNOWN, ((unknown,),)))


def _in_time(statuses: tuple[Case, ...], now: datetime) -> Case:
    """Where closed calls are not asked for, what closed before today is not meant either: neither a call
    under evaluation nor a suspended one."""
    today = Range("closes", low=start(now.astimezone(ROME).date()))
    groups = (group for case in statuses if case.value in NOT_CLOSED for group in case.any_of)
    return Case(IN_TIME, tuple((*group, today) for group in groups))


def _days(parameters: FinderParameters):
    """What is asked about days, each as a facet of one case. Days are included: "closes by the 12th" finds
    what closes on the 12th, at any hour. A call without deadline may be asked for beside those.
    """
    ways = []
    if parameters.closes_before or parameters.closes_after:
        before, after = parameters.closes_before, parameters.closes_after
        high = start(before + DAY) if before else FAR_OFF
        ways.append((Range("closes", low=after and start(after), high=high),))
    if parameters.deadline:
        ways.append((Flag("without_deadline"),))
    if ways:
        yield CLOSING_DAY, (Case(CHOSEN, tuple(ways)),)
    if day := parameters.opens_after:
        # What opens at the end of April, for all that is known, does not open from the first of May.
        in_its_month = (Range("opens", low=start(day) + SECOND), Flag("opening_month_only"))
        on_its_day = (Range("opens", low=start(day)), Flag("opening_month_only", False))
        yield "opening-day", (Case(CHOSEN, (on_its_day, in_its_month)),)
