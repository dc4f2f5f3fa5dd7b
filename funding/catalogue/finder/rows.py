"""What the finder filters and sorts by, of every live sheet, straight from the database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace

from cms.models import PageTopic
from funding.catalogue.facets import FACETS
from funding.catalogue.search_document import AMOUNTS, FLAGS, facets, known_since
from funding.domain.status import DATE_FIELDS, FAR_OFF, LONG_AGO, SECOND, Dates, status_of
from funding.models.queries import live_sheets
from funding.presentation.closing_threshold import closing_days

LAST_OF_ALL = FAR_OFF + SECOND
COLUMNS = (
    *("pk", "title", *AMOUNTS, "announced_on"),
    *(column for facet in FACETS for column in facet.columns),
)


@dataclass(frozen=True)
class SheetRow:
    """One sheet. As in an index an end that is not known is far off, and an opening has been; an unknown
    amount is None."""

    pk: int
    title: str
    day: date | None
    amount: Decimal | None
    moments: dict[str, datetime]
    flags: dict[str, bool]
    facets: dict[str, tuple[str, ...]]


def rows(locale, now: datetime) -> Iterator[SheetRow]:
    """The sheets of a language that everybody may see, with their status at ``now``, in a fixed number of
    queries."""
    sheets = live_sheets(locale)
    days, topics = closing_days(), _topics(sheets)
    for values in sheets.values(*DATE_FIELDS, *COLUMNS).iterator():
        yield _row(values, topics.get(values["pk"], ()), now, days)


def _topics(sheets) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    links = PageTopic.objects.filter(page__in=sheets.values("pk")).values_list("page_id", "topic__slug")
    for page_id, slug in links:
        found.setdefault(page_id, []).append(slug)
    return found


def _row(values: dict, topics, now: datetime, closing: int) -> SheetRow:
    dates = Dates(**{name: values[name] for name in DATE_FIELDS})
    grantor = SimpleNamespace(slug=values["grantor__slug"]) if values["grantor__live"] else None
    sheet = SimpleNamespace(**values, dates=dates, public_grantor=grantor)
    return SheetRow(
        pk=sheet.pk,
        title=sheet.title,
        day=known_since(sheet),
        amount=sheet.grant_max,
        moments=_moments(dates),
        flags={name: getattr(dates, name) for name in FLAGS},
        facets={
            **facets(sheet),
            "topic": tuple(topics),
            "status": (status_of(dates, now, closing).value,),
        },
    )


def _moments(dates: Dates) -> dict[str, datetime]:
    """The moments of the dates, as ``search.engines.values`` stores them."""
    closes, closed_early_at = dates.closes or FAR_OFF, dates.closed_early_at or FAR_OFF
    ends = min(closes, max(closed_early_at - SECOND, LONG_AGO))
    if dates.undated and dates.closed_early_at is None:
        ends = LAST_OF_ALL
    return {
        "opens": dates.opens or LONG_AGO,
        "closes": closes,
        "closed_early_at": closed_early_at,
        "ends": ends,
    }
