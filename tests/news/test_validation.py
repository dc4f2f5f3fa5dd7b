"""An editor's mistake is refused with a message that names the field and says what is expected."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError

from news.blocks import SessionBlock
from news.models import EventPage, ProjectPage
from tests.factories import pages

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def errors(page) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    return caught.value.message_dict


def session(**values):
    empty = {"day": None, "starts": None, "ends": None, "title": "Apertura", "text": "", "people": ""}
    return ("session", empty | values)


def event(tree, **fields) -> EventPage:
    return EventPage(title="Fiera", slug="fiera", path="x", depth=1, locale=tree.locale, **fields)


def project(tree, **fields) -> ProjectPage:
    return ProjectPage(
        title="Rete", slug="rete", path="x", depth=1, locale=tree.locale, **{"kind": "network"} | fields
    )


FIFTH, SEVENTH = date(2026, 12, 5), date(2026, 12, 7)
WRONG_EVENTS = [
    ({"start_day": SEVENTH, "end_day": FIFTH}, "end_day", "Last day: it must not come before"),
    ({"end_day": FIFTH}, "start_day", "First day: give the day"),
    ({"start_time": time(10)}, "start_day", "First day: give the day"),
    ({"start_day": FIFTH, "start_time": time(13), "end_time": time(10)}, "end_time", "later than 13:00"),
    ({"start_day": FIFTH, "start_time": time(13), "end_time": time(13)}, "end_time", "later than 13:00"),
    ({"start_day": FIFTH, "end_time": time(10)}, "start_time", "Starts at: give the hour"),
    (
        {"start_day": FIFTH, "end_day": SEVENTH, "programme": [session(), session(day=date(2026, 12, 9))]},
        "programme",
        "Programme: session 2 (“Apertura”) is on",
    ),
    ({"programme": [session(day=FIFTH)]}, "programme", "session 1 (“Apertura”) has a day"),
    ({"map_link": "piazza grande"}, "map_link", "Map: give a whole web address that starts with https://"),
    ({"online_link": "ftp://example.org"}, "online_link", "Online address: give a whole web address"),
    ({"registration_link": "javascript:alert(1)"}, "registration_link", "Registration: give a whole"),
]


@pytest.mark.parametrize(("fields", "field", "message"), WRONG_EVENTS)
def test_an_event_that_cannot_be_is_refused(tree, fields, field, message):
    found = errors(event(tree, **fields))
    assert list(found) == [field]
    assert message in found[field][0]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"start_day": FIFTH},
        {"start_day": FIFTH, "end_day": FIFTH, "start_time": time(10), "end_time": time(13)},
        # Over midnight: the hours are those of different days.
        {"start_day": FIFTH, "end_day": SEVENTH, "start_time": time(20), "end_time": time(9)},
        {"start_day": FIFTH, "end_day": SEVENTH, "programme": [session(day=FIFTH), session(day=SEVENTH)]},
        {"start_day": FIFTH, "programme": [session()]},
    ],
)
def test_an_event_that_can_be_is_taken(tree, fields):
    event(tree, **fields).full_clean()


@pytest.mark.parametrize(
    ("values", "field"),
    [({"starts": time(11), "ends": time(10)}, "ends"), ({"ends": time(10)}, "starts")],
)
def test_a_session_ends_after_it_starts(values, field):
    block = SessionBlock()
    with pytest.raises(ValidationError) as caught:
        block.clean(block.normalize(session(**values)[1]))
    assert list(caught.value.block_errors) == [field]


WRONG_PROJECTS = [
    (
        {"starts_on": date(2014, 1, 1), "ends_on": date(2012, 1, 1)},
        "ends_on",
        "End: it must not come before the start, January 2014.",
    ),
    ({"mission": "M1", "component": "M2C1"}, "component", "M2C1 belongs to mission M2; choose one of M1"),
    ({"cup": "b81i22000060001"}, "cup", "CUP: give 15 characters"),
    ({"cup": "B81I2200006000"}, "cup", "CUP: give 15 characters"),
    ({"cup": "B81I-2000060001"}, "cup", "CUP: give 15 characters"),
    ({"cup": "B81I2200006000١"}, "cup", "CUP: give 15 characters"),
    ({"duration_months": 0}, "duration_months", "Duration in months: give one month or more"),
    ({"regions": ["ITX9"]}, "regions", "ITX9"),
]


@pytest.mark.parametrize(("fields", "field", "message"), WRONG_PROJECTS)
def test_a_project_that_cannot_be_is_refused(tree, fields, field, message):
    found = errors(project(tree, **fields))
    assert list(found) == [field]
    assert message in found[field][0]


def test_a_component_brings_its_mission_along(tree):
    page = project(tree, component="M4C2", cup="B81I22000060001")
    page.full_clean()
    assert page.mission == "M4"


def test_the_form_shows_the_message_and_loses_nothing(tree, admin_client):
    page = pages.event(tree.events, title="Fiera", slug="fiera", start_day=SEVENTH)
    data = {
        "title": "Fiera nuova",
        "summary": "Una fiera.",
        "slug": "fiera",
        "start_day": "2026-12-07",
        "end_day": "2026-12-05",
        "map_link": "piazza",
        "body-count": 0,
        "programme-count": 0,
        "action-publish": "1",
    }
    for formset in ("topic_links", "related_links", "parties", "comments"):
        data |= {f"{formset}-TOTAL_FORMS": 0, f"{formset}-INITIAL_FORMS": 0}
    response = admin_client.post(f"/admin/pages/{page.pk}/edit/", data)
    form = response.context["form"]
    assert set(form.errors) == {"end_day", "map_link"}
    assert 'value="Fiera nuova"' in response.content.decode()
    assert 'value="piazza"' in response.content.decode()
    page.refresh_from_db()
    assert page.title == "Fiera"
