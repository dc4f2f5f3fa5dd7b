"""A deadline passes and nobody has to do anything: everything the public sees turns at the same second."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.test import RequestFactory
from icalendar import Calendar

from delivery.page_cache import PageCache
from tests.factories import pages
from tests.search.fixtures import index_of_pages

from .making import a_ministry, open_sheet
from .test_feed import read_again, titles
from .test_sheet_page import html_of, node_of

pytestmark = pytest.mark.django_db

SECOND = timedelta(seconds=1)
# Noon in Rome on an ordinary day and on those on which the clock jumps; the end of a day without an hour.
DEADLINES = [
    (date(2026, 12, 1), time(12), datetime(2026, 12, 1, 11, tzinfo=UTC)),
    (date(2026, 3, 29), time(12), datetime(2026, 3, 29, 10, tzinfo=UTC)),
    (date(2026, 10, 25), time(12), datetime(2026, 10, 25, 11, tzinfo=UTC)),
    (date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    (date(2026, 10, 25), None, datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC)),
    (date(2026, 3, 28), None, datetime(2026, 3, 28, 22, 59, 59, tzinfo=UTC)),
]


@pytest.fixture(scope="module", params=DEADLINES, ids=lambda deadline: f"{deadline[0]} {deadline[1]}")
def two_versions(request, standing_db):
    """A sheet in both languages and its last second, an hour before that."""
    day, at, last = request.param
    with time_machine.travel(last - timedelta(hours=1), tick=False), transaction.atomic():
        tree = pages.site_tree()
        sheet = open_sheet(
            tree,
            grantor=a_ministry(),
            title="Teatri",
            slug="teatri",
            opens_on=date(2026, 1, 1),
            closes_on=day,
            closes_at=at,
        )
        pages.translate(sheet, tree.english.locale, title="Theatres", slug="theatres")
        yield sheet, last
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def standing_index(two_versions, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


@pytest.fixture
def closing(two_versions, search_index, today):
    """The sheet, and a clock that stands an hour before its end; nothing is touched from here on but that."""
    sheet, last = two_versions
    today.move_to(last - timedelta(hours=1))
    return sheet, last


def found_by_finder(client, query="", path="/it/bandi/") -> int:
    return client.get(f"{path}?{query}").context["total"]


def search_badge(client) -> str:
    results = client.get("/it/cerca/?q=teatri").content.decode()
    return next((name for name in ("closing", "closed") if f'class="badge {name}"' in results), "")


def entries(response) -> int:
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return len(Calendar.from_ical(content).walk("VEVENT"))


def valid_through(html: str) -> datetime:
    return datetime.fromisoformat(node_of(html, "GovernmentService")["offers"]["validThrough"])


def seen(client, sheet) -> dict[str, bool]:
    """Whether the call still counts as open, by where one looks."""
    html = html_of(client, sheet)
    exported = client.get("/it/bandi/export.json")
    return {
        "finder": found_by_finder(client) == 1,
        "finder, by status": found_by_finder(client, "status=closing") == 1,
        "finder, closed ones": found_by_finder(client, "status=closed") == 0,
        "finder in English": found_by_finder(client, path="/en/funding/") == 1,
        "badge of the sheet": 'class="badge closing"' in html,
        "calendar offered": "calendar.ics" in html,
        "search": search_badge(client) == "closing",
        "feed": titles(read_again(client)) == ["Teatri"],
        "data": "Teatri" in b"".join(exported.streaming_content).decode(),
        "structured data": valid_through(html) >= datetime.now(UTC),
    }


def test_everything_turns_at_the_same_second(closing, client, today):
    sheet, last = closing
    today.move_to(last)
    before = seen(client, sheet)
    assert before == dict.fromkeys(before, True)
    today.move_to(last + SECOND)
    after = seen(client, sheet)
    assert after == dict.fromkeys(after, False)


def test_a_calendar_keeps_what_has_closed_for_a_month(closing, client, today):
    _sheet, last = closing
    for after, number in ((SECOND, 1), (timedelta(days=29), 1), (timedelta(days=31), 0)):
        today.move_to(last + after)
        for query in ("", "status=any", "status=closing"):
            assert entries(client.get(f"/it/bandi/calendar.ics?{query}")) == number, (after, query)
        assert entries(client.get("/it/bandi/teatri/calendar.ics")) == number


@pytest.mark.parametrize("path", ["/it/bandi/", "/it/bandi/teatri/", "/en/funding/", "/it/bandi/feed.rss"])
def test_no_kept_page_outlives_the_deadline(closing, today, path):
    _sheet, last = closing
    calls = []
    django = WSGIHandler()

    def application(environ, start_response):
        calls.append(environ["PATH_INFO"])
        return django(environ, start_response)

    cache = PageCache(application)
    visit(cache, path)
    visit(cache, path)
    today.move_to(last)
    kept = visit(cache, path)
    assert len(calls) == 1
    today.move_to(last + SECOND)
    assert visit(cache, path) != kept
    assert len(calls) == 2


def visit(cache, path: str) -> bytes:
    name, _sign, query = path.partition("?")
    environ = RequestFactory()._base_environ(PATH_INFO=name, QUERY_STRING=query, REQUEST_METHOD="GET")
    return b"".join(cache(environ, lambda status, headers, exc_info=None: None))


def test_what_machines_read_is_the_moment_itself(closing, client):
    sheet, last = closing
    assert valid_through(html_of(client, sheet)) == last
    (event,) = Calendar.from_ical(client.get(f"{sheet.url}calendar.ics").content).walk("VEVENT")
    start = event["dtstart"].dt
    if sheet.closes_at is None:
        assert start == sheet.closes_on
    else:
        assert start.astimezone(UTC) == last
