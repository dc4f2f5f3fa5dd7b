"""Whether an event is to come, going on or over: by moments in Rome, the same in Python, in lists and in
what is kept of pages."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from cms.constants import ROME
from home.queries import home_sections
from news import queries
from news.event_state import Phase, next_change, phase_of, plan
from tests.factories import pages

from .conftest import relate

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 28)
NEXT = date(2026, 11, 29)
AHEAD, ONGOING, OVER = Phase.AHEAD, Phase.ONGOING, Phase.OVER
HOURS = {"start_day": DAY, "start_time": time(8), "end_time": time(10)}
CASES = {
    "hours": (HOURS, {"27T23:59": AHEAD, "28T07:59:59": AHEAD, "28T08:00": ONGOING, "28T09:59:59": ONGOING,
                      "28T10:00": OVER, "28T20:14": OVER}),
    "no hours": ({"start_day": DAY}, {"27T23:59:59": AHEAD, "28T00:00": ONGOING, "28T23:59:59": ONGOING,
                                      "29T00:00": OVER}),
    "a start": ({"start_day": DAY, "start_time": time(18)},
                {"28T17:59": AHEAD, "28T18:00": ONGOING, "28T23:59:59": ONGOING, "29T00:00": OVER}),
    "several days": ({"start_day": date(2026, 11, 27), "start_time": time(10), "end_day": NEXT,
                      "end_time": time(13)},
                     {"27T09:59": AHEAD, "27T10:00": ONGOING, "28T03:00": ONGOING, "29T12:59:59": ONGOING,
                      "29T13:00": OVER}),
    "past midnight": ({"start_day": DAY, "start_time": time(22), "end_day": NEXT, "end_time": time(2)},
                      {"28T21:59": AHEAD, "28T23:59:59": ONGOING, "29T01:59": ONGOING, "29T02:00": OVER}),
    "cancelled": (HOURS | {"state": "cancelled"}, {"28T07:00": AHEAD, "28T20:14": ONGOING, "29T00:00": OVER}),
}  # fmt: skip
MOMENTS = [
    (name, fields, datetime.fromisoformat(f"2026-11-{moment}+01:00"), phase)
    for name, (fields, moments) in CASES.items()
    for moment, phase in moments.items()
]


@pytest.mark.parametrize(("name", "fields", "now", "phase"), MOMENTS)
def test_python_and_the_database_agree_on_every_moment(tree, name, fields, now, phase):
    event = pages.event(tree.events, **fields)
    assert phase_of(event.plan, now) == phase
    listed = queries.events(tree.events)
    assert list(queries.upcoming(listed, now)) == ([] if phase == OVER else [event])
    assert list(queries.past(listed, now)) == ([event] if phase == OVER else [])


def test_lists_and_home_page_tell_the_hour(tree, client, time_machine):
    event = pages.event(tree.events, title="Mattina", **HOURS)
    later = pages.event(tree.events, title="Sera", start_day=DAY, start_time=time(21), end_time=time(23))
    for moment, code, first in (
        ("2026-11-28T09:00+01:00", "ongoing", event),
        ("2026-11-28T20:14+01:00", "past", later),
    ):
        time_machine.move_to(datetime.fromisoformat(moment), tick=False)
        assert event.badge.code == code
        assert client.get("/it/eventi/").context["upcoming"][0] == first
        assert home_sections(tree.home)["events"][0] == first
    assert later not in client.get("/it/eventi/").context["past_years"][0][1]


def test_within_a_day_the_order_is_that_of_the_hours_and_without_an_hour_first(tree):
    names = {"Sera": time(20), "Alba": time(6), "Giornata": None}
    for title, hour in names.items():
        pages.event(tree.events, title=title, start_day=NEXT, start_time=hour)
    now = datetime(2026, 11, 28, tzinfo=UTC)
    order = [event.title for event in queries.upcoming(queries.events(tree.events), now)]
    assert order == ["Giornata", "Alba", "Sera"]
    assert [event.title for event in home_sections(tree.home)["events"]] == order


@pytest.mark.parametrize("where", ["page", "list", "home", "related"])
def test_no_copy_outlives_a_start_or_an_end(tree, client, time_machine, where):
    event = pages.event(tree.events, **HOURS)
    news = pages.article(tree.news)
    relate(news, event)
    address = {"page": event.url, "list": "/it/eventi/", "home": "/it/", "related": news.url}[where]
    turns = {
        "2026-11-28T07:00+01:00": "08:00",
        "2026-11-28T08:00+01:00": "10:00",
        "2026-11-28T10:00+01:00": "00:00",
    }
    for moment, until in turns.items():
        time_machine.move_to(datetime.fromisoformat(moment), tick=False)
        noted = client.get(address).wsgi_request._expires_at
        assert f"{noted.astimezone(ROME):%H:%M}" == until


def test_an_hour_that_comes_twice_is_its_first_everywhere(tree):
    day = date(2026, 10, 25)
    fields = {
        "start_day": date(2026, 10, 24),
        "start_time": time(22),
        "end_day": day,
        "end_time": time(2, 30),
    }
    event = pages.event(tree.events, **fields)
    end = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert next_change(event.plan, end - timedelta(seconds=1)) == end
    for minutes in range(-90, 91, 10):
        now = end + timedelta(minutes=minutes)
        listed = list(queries.upcoming(queries.events(tree.events), now))
        assert bool(listed) == (phase_of(event.plan, now) != OVER) == (now < end), now


def test_an_hour_that_no_clock_shows_counts_on_from_before():
    skipped = plan(date(2027, 3, 28), time(2, 30), None, None, True, "", None)
    assert skipped.starts == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)
    assert skipped.over == datetime(2027, 3, 28, 22, tzinfo=UTC)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_no_day_is_too_far_away(day):
    assert phase_of(plan(day, None, day, time(10), True, "", None), datetime.now(UTC)) in (AHEAD, OVER)


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"start_time": time(23, 30), "end_time": time(0, 1)}, "end_time", "midnight, give the next day"),
        ({"start_time": time(23, 30), "end_time": time(23, 30)}, "end_time", "later than 23:30"),
        ({"start_day": date(2027, 3, 28), "start_time": time(2, 30)}, "start_time", "clocks go forward"),
        ({"start_day": date(2027, 3, 27), "start_time": time(22), "end_day": date(2027, 3, 28),
          "end_time": time(2, 15)}, "end_time", "clocks go forward"),
    ],
)  # fmt: skip
def test_hours_that_cannot_be_are_told_beside_their_field(tree, fields, field, words):
    event = pages.event(tree.events, start_day=DAY)
    for name, value in fields.items():
        setattr(event, name, value)
    with translation.override("en"), pytest.raises(ValidationError) as told:
        event.clean()
    assert words in str(told.value.message_dict[field])
