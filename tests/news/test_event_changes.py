"""An event that was announced is cancelled, postponed or moved online: all who knew of it hear of it."""

from datetime import date, datetime, time
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from icalendar import Calendar
from wagtail_localize.fields import SynchronizedField, get_translatable_fields

from news.models import EventPage
from search import presenters
from search.query import Hit
from tests.factories import pages

from .conftest import node

pytestmark = pytest.mark.django_db

BEFORE, AFTER = "2026-12-05T18:00:00+01:00", "2027-01-12T18:00:00+01:00"
OLD, NEW = date(2026, 12, 5), date(2027, 1, 12)
SCHEMA = "https://schema.org/"


@pytest.fixture
def meeting(tree):
    return pages.event(
        tree.events,
        title="Incontro",
        slug="incontro",
        start_day=OLD,
        start_time=time(18),
        town="Bologna",
        registration_link="https://iscrizioni.example.org/",
    )


def change(event, **fields):
    """As an editor does it: a new version, checked and published."""
    page = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    page.full_clean()
    page.save_revision().publish()
    return EventPage.objects.get(pk=event.pk)


def entry(client, address="/it/eventi/calendar.ics"):
    (found,) = Calendar.from_ical(client.get(address).content).events
    return found


def items(client):
    return ElementTree.fromstring(client.get("/it/eventi/feed.rss").content).findall("./channel/item")


CHANGES = {
    "cancelled": ({"state": "cancelled", "state_note": "Il relatore è malato."}, "Cancelled"),
    "postponed": ({"state": "postponed", "start_day": NEW}, "Postponed"),
    "brought forward": ({"state": "postponed", "start_day": date(2026, 12, 1)}, "Brought forward"),
    "no new day": ({"state": "postponed", "start_day": None, "start_time": None}, "Postponed"),
    "online": ({"state": "online", "online_link": "https://meet.example.org/"}, "Moved online"),
}


@pytest.mark.parametrize(("fields", "word"), CHANGES.values(), ids=CHANGES)
def test_page_title_list_feed_and_calendar_say_it(client, meeting, fields, word):
    known = items(client)[0].findtext("guid")
    event = change(meeting, **fields)
    html = client.get(event.url).text
    assert f"<title>{word}: Incontro · Intreccio</title>" in html
    assert f'<meta property="og:title" content="{word}: Incontro">' in html
    assert 'class="notice event-state' in html
    assert word in client.get("/it/eventi/").text
    (item,) = items(client)
    assert item.findtext("title") == f"{word}: Incontro"
    assert item.findtext("guid") != known
    assert str(entry(client)["SUMMARY"]) == f"{word}: Incontro"
    if "state_note" in fields:
        assert fields["state_note"] in html
        assert fields["state_note"] in item.findtext("description")


@pytest.mark.parametrize(
    ("fields", "status", "start"),
    [
        ({}, "CONFIRMED", datetime(2026, 12, 5, 18)),
        (CHANGES["cancelled"][0], "CANCELLED", datetime(2026, 12, 5, 18)),
        (CHANGES["postponed"][0], "CONFIRMED", datetime(2027, 1, 12, 18)),
        (CHANGES["no new day"][0], "CANCELLED", datetime(2026, 12, 5, 18)),
        (CHANGES["online"][0], "CONFIRMED", datetime(2026, 12, 5, 18)),
    ],
)
def test_the_calendar_keeps_one_entry_with_its_status(client, meeting, fields, status, start):
    before = entry(client)
    event = change(meeting, **fields)
    for address in ("/it/eventi/calendar.ics", f"{event.url}calendar.ics"):
        after = entry(client, address)
        assert after["UID"] == before["UID"]
        assert (after["STATUS"], after["SEQUENCE"]) == (status, 1 if fields else 0)
        assert after["DTSTART"].dt.replace(tzinfo=None) == start


def test_the_sequence_rises_with_every_change_that_is_published_and_with_no_other(client, meeting):
    numbers = []
    for fields in (
        {"summary": "Altre parole."},
        {"start_day": NEW},
        {"state": "cancelled"},
        {"state_note": "Ci dispiace."},
        {"state": ""},
        {"end_time": time(20)},
        {"place_name": "Sala Blu"},
    ):
        draft = EventPage.objects.get(pk=meeting.pk).get_latest_revision_as_object()
        draft.town = "Solo una bozza"
        draft.save_revision()
        assert entry(client)["SEQUENCE"] == (numbers[-1] if numbers else 0), "a draft is not told"
        change(meeting, **fields | {"town": "Bologna"})
        numbers.append(entry(client)["SEQUENCE"])
    assert numbers == [0, 1, 2, 2, 3, 4, 5]
    page = EventPage.objects.get(pk=meeting.pk)
    page.unpublish()
    change(meeting, start_day=OLD)
    assert entry(client)["SEQUENCE"] == 6, "who subscribed before it was withdrawn is told"


@pytest.mark.parametrize(
    ("fields", "status", "start", "before"),
    [
        ({}, "EventScheduled", BEFORE, None),
        (CHANGES["cancelled"][0], "EventCancelled", BEFORE, None),
        (
            CHANGES["postponed"][0],
            "EventRescheduled",
            AFTER,
            BEFORE,
        ),
        (
            CHANGES["no new day"][0],
            "EventPostponed",
            BEFORE,
            BEFORE,
        ),
        (CHANGES["online"][0], "EventMovedOnline", BEFORE, None),
    ],
)
def test_structured_data(client, meeting, fields, status, start, before):
    told = node(client.get(change(meeting, **fields).url), "Event")
    assert told["eventStatus"] == SCHEMA + status
    assert told["startDate"] == start
    assert told.get("previousStartDate") == before
    assert "endDate" not in told, "no end is known"
    online = status == "EventMovedOnline"
    assert told["eventAttendanceMode"].startswith(SCHEMA + ("Online" if online else "Offline"))
    assert told["location"][0]["@type"] == ("VirtualLocation" if online else "Place")


def test_an_end_that_is_known_is_told(client, meeting):
    told = node(client.get(change(meeting, end_time=time(20)).url), "Event")
    assert told["endDate"] == "2026-12-05T20:00:00+01:00"


def test_a_place_that_nobody_need_go_to_is_told_nowhere(client, meeting):
    event = change(meeting, state="online", place_name="Sala Grande", map_link="https://map.example.org/")
    html = client.get(event.url).text
    for words in ("Sala Grande", "Bologna", "map.example.org"):
        assert words not in html
    assert "Bologna" not in client.get("/it/eventi/").text
    assert "LOCATION" not in entry(client)


def test_what_waits_for_a_new_day_stands_apart_from_what_no_source_dates(client, meeting, mission):
    event = change(meeting, state="postponed", start_day=None, start_time=None)
    context = client.get("/it/eventi/").context
    assert (context["postponed"], context["undated"]) == ([event], [mission])


def test_the_day_that_was_published_is_remembered_and_told(client, meeting):
    event = change(meeting, state="postponed", start_day=NEW)
    assert (event.previous_start_day, event.previous_start_time) == (OLD, time(18))
    for address in (event.url, "/it/eventi/"):
        assert "5 dicembre 2026" in client.get(address).text
    assert change(event, start_day=date(2027, 2, 2)).previous_start_day == OLD


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"state": "postponed"}, "start_day", "Write the new one"),
        ({"state": "postponed", "start_day": NEW, "previous_start_day": NEW, "previous_start_time": time(18)},
         "start_day", "the day first planned"),
        ({"state": "postponed", "start_day": NEW, "previous_start_day": OLD,
          "previous_end_day": date(2026, 1, 1)},
         "previous_end_day", "must not come before"),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_beside_its_field(meeting, fields, field, words):
    event = meeting.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(event, name, value)
    with translation.override("en"), pytest.raises(ValidationError) as told:
        event.clean()
    assert words in str(told.value.message_dict[field])


def refusal(event, **fields) -> dict:
    for name, value in fields.items():
        setattr(event, name, value)
    try:
        with translation.override("en"):
            event.clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def test_an_event_of_an_unknown_year_is_postponed_to_a_day_or_to_none(client, mission):
    """What was announced without its year is no day to ask for, or to tell."""

    def draft():
        return EventPage.objects.get(pk=mission.pk)

    assert "with its year" in refusal(draft(), state="postponed")["start_day"][0]
    assert "with its year" in refusal(draft(), state="postponed", start_day=NEW, end_day=None)["start_day"][0]
    assert "Write the new one" in refusal(draft(), state="postponed", year_known=True)["start_day"][0]
    moved = change(mission, state="postponed", start_day=NEW, end_day=None, year_known=True)
    assert moved.previous_start_day is None and "Postponed: Missione" in client.get(moved.url).text
    waiting = change(mission, state="postponed", start_day=None, end_day=None, year_known=False)
    assert waiting.awaits_day and "Postponed: Missione" in client.get(waiting.url).text


def test_of_what_was_never_announced_the_day_is_asked_for(tree):
    page = pages.event(tree.events, title="Nuovo", start_day=NEW, live=False, first_published_at=None)
    assert list(refusal(page, state="postponed")) == ["previous_start_day"]
    assert refusal(page, state="postponed", previous_start_day=OLD) == {}


def test_a_cancelled_event_invites_nobody_and_is_listed_until_its_day_is_over(client, meeting, time_machine):
    online = "https://diretta.example.org/"
    event = change(meeting, state="cancelled", end_time=time(19), online_link=online)
    html = client.get(event.url).text
    assert online not in html.split("application/ld+json")[0]
    beside = html.split('class="countdown"')[1].split("<section")[0]
    assert event.registration_link not in beside
    assert "calendar.ics" not in beside
    time_machine.move_to("2026-12-05T23:59+01:00")
    assert event in client.get("/it/eventi/").context["upcoming"]
    time_machine.move_to("2026-12-06T00:00+01:00")
    assert event not in client.get("/it/eventi/").context["upcoming"]
    assert event.badge.code == "cancelled"


def test_nobody_is_invited_to_what_is_over(client, meeting, time_machine):
    event = change(meeting, online_link="https://diretta.example.org/", end_time=time(19))
    time_machine.move_to("2026-12-05T18:59+01:00")
    html = client.get(event.url).text
    assert event.registration_link in html and f'{event.url}calendar.ics"' in html
    time_machine.move_to("2026-12-05T19:00+01:00")
    html = client.get(event.url).text
    assert event.registration_link not in html and "Sign up" not in html and "calendar.ics" not in html
    assert event.online_link in html  # where it can be seen again
    assert client.get(f"{event.url}calendar.ics").status_code == 200  # whoever subscribed keeps it


def test_an_event_online_is_said_to_be_so_in_one_row(meeting):
    event = change(meeting, state="online", online_link="https://diretta.example.org/")
    rows = [fact for fact in event.facts if fact.url == event.online_link or "Online" in fact.values]
    assert [(fact.label, fact.values) for fact in rows] == [("Where", ("Online",))]


@pytest.mark.parametrize(("fields", "word"), CHANGES.values(), ids=CHANGES)
def test_the_search_finds_and_shows_it(meeting, fields, word, time_machine):
    now = datetime.fromisoformat("2026-11-28T12:00+01:00")
    time_machine.move_to(now)
    event = change(meeting, **fields)
    document = event.search_document()
    assert word in document.facts
    names = ("page_id", "type", "title", "url", "summary", "day", "moments", "flags")
    shown = {name: getattr(document, name) for name in names}
    with translation.override("it"):
        badge = presenters.badge_of(
            Hit(**shown, highlight=""), datetime.fromisoformat("2026-11-28T12:00+01:00")
        )
        assert badge == event.badge
        assert badge.label == word


def test_the_state_follows_the_italian_page_and_its_note_is_translated():
    fields = {field.field_name: field for field in get_translatable_fields(EventPage)}
    for name in ("state", "previous_start_day", "previous_start_time", "previous_end_day"):
        assert isinstance(fields[name], SynchronizedField), name
    assert not fields["state"].overridable
    assert not isinstance(fields["state_note"], SynchronizedField)
    assert "calendar_sequence" not in fields


def test_editors_find_it_in_a_tab_of_its_own(admin_client, meeting):
    html = admin_client.get(f"/admin/pages/{meeting.pk}/edit/").text
    assert "State of the event" in html or "Stato dell’evento" in html
    assert 'name="state"' in html


def test_the_api_tells_it(client, meeting):
    change(meeting, state="cancelled")
    found = client.get(f"/api/v2/pages/{meeting.pk}/").json()
    assert (found["state"], found["start_day"]) == ("cancelled", "2026-12-05")
