"""The finder as a feed: new sheets, extensions and other changes, the newest first."""

from collections.abc import Iterator
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import NamedTuple

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.formats.feeds import LENGTH, FeedItem, feed_response, page_item
from cms.list_page.names import list_description
from cms.list_page.params import query_pairs
from delivery.expiry import expires_at, expires_at_midnight
from funding.domain.status import Status
from funding.models.queries import ids_by_status, live_sheets, next_status_change, sheets_by_id
from funding.models.sheet_change import SheetChange
from funding.presentation.changes import describe, is_no_early_closing
from funding.presentation.facts import card_facts
from funding.presentation.status_line import status_line
from search.engines import get_engine
from search.engines.base import EngineUnavailable

from .addresses import address
from .finder import FinderResult, find
from .list_title import choices, finder_name
from .query import NOT_CLOSED


class Event(NamedTuple):
    """Something to tell: a sheet appeared, or (with ``change``) a fact of it changed."""

    moment: datetime
    sheet_id: int
    change: SheetChange | None


def feed(index, request: HttpRequest) -> HttpResponse:
    """RSS of the sheets that the address of ``request`` asks for."""
    now = timezone.now()
    expires_at_midnight(request)
    expires_at(request, next_status_change(index.locale, now))
    result = find(query_pairs(request), index.locale, now)
    events = list(islice(_events(index.locale, _matching(result, index.locale)), LENGTH + 1))
    sheets = {sheet.pk: sheet for sheet in sheets_by_id({event.sheet_id for event in events})}
    shown = [(sheets[event.sheet_id], event) for event in events if event.sheet_id in sheets]
    items = [_item(*each) for each in shown if not _is_void(*each)]
    parameters = result.parameters.to_follow()
    title = finder_name(index.title, parameters, result.names)
    description = list_description(index.summary, choices(parameters, result.names))
    return feed_response(request, title, description, address(index.url, parameters), items)


def _matching(result: FinderResult, locale) -> set[int]:
    """All sheets of the list; by status alone when no engine answers."""
    if result.query:
        try:
            return set(get_engine().ids(result.query))
        except EngineUnavailable:
            pass
    asked = result.parameters.meant
    chosen = asked.values("status")
    statuses = Status if asked.any_status else chosen or NOT_CLOSED
    return set(ids_by_status(live_sheets(locale), statuses))


def _events(locale, matching: set[int]) -> Iterator[Event]:
    """What there is to tell of the sheets asked for, the newest first; read only as far as it is wanted."""
    live = live_sheets(locale)
    dated = live.filter(first_published_at__isnull=False).order_by("-first_published_at", "-pk")
    rows = dated.values_list("first_published_at", "pk").iterator()
    appeared = (Event(moment, pk, None) for moment, pk in rows if pk in matching)
    own = live.filter(translation_key=OuterRef("sheet_key")).values("pk")
    changes = SheetChange.objects.annotate(sheet_id=Subquery(own[:1])).iterator()
    changed = (Event(one.noted_at, one.sheet_id, one) for one in changes if one.sheet_id in matching)
    return merge(changed, appeared, key=lambda event: event.moment, reverse=True)


def _is_void(sheet, event: Event) -> bool:
    return event.change is not None and is_no_early_closing(sheet, event.change)


def _item(sheet, event: Event) -> FeedItem:
    if event.change is None:
        return page_item(sheet, summary=_with_facts(sheet))
    change = describe(event.change)
    title = f"{change.title}: {sheet.title}"
    if not event.change.is_extension:
        title = _("Update, %(title)s") % {"title": title}
    return FeedItem(
        title=title,
        url=sheet.url,
        summary=" ".join(part for part in (f"{change.text}.", event.change.note) if part),
        published=event.moment,
        categories=(event.change.get_kind_display(),),
        key=f"funding-change-{event.change.pk}",
    )


def _with_facts(sheet) -> str:
    """The summary, preceded by status and days, applicants, region, amount and grantor."""
    facts = [f"{one.label}: {', '.join(one.values)}" for one in card_facts(sheet) if one.values]
    line = " · ".join([*status_line(sheet), *facts])
    return " ".join(part for part in (f"{line}.", sheet.summary) if part)
