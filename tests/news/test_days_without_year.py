"""The form of an event whose source does not give the year neither shows one nor asks for one."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation
from wagtail.test.utils.form_data import querydict_from_html

from news.blocks import SessionBlock
from news.days import PLACEHOLDER, DayField
from news.models import EventPage

pytestmark = pytest.mark.django_db

FIFTH, SEVENTH = date(PLACEHOLDER, 12, 5), date(PLACEHOLDER, 12, 7)


@pytest.fixture
def saved(admin_client, mission):
    """Sends the form of the mission as it stands, with some fields filled in otherwise."""
    address = reverse("wagtailadmin_pages:edit", args=[mission.pk])

    def save(**fields):
        data = querydict_from_html(admin_client.get(address).text, form_id="page-edit-form").dict()
        data |= {"body-count": 0, "programme-count": 0} | fields
        answer = admin_client.post(address, data)
        if answer.status_code == 302:
            return EventPage.objects.get(pk=mission.pk).get_latest_revision_as_object()
        return answer.context["form"]

    return save


def test_the_fields_show_what_is_known(admin_client, mission):
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[mission.pk])).text
    assert 'value="05/12"' in html and 'value="07/12"' in html
    assert f"05/12/{PLACEHOLDER}" not in html


def test_saving_the_form_as_it_is_changes_no_day(saved):
    event = saved()
    assert (event.start_day, event.end_day, event.year_known) == (FIFTH, SEVENTH, False)


def test_an_end_after_new_year_is_of_the_year_after(saved):
    event = saved(start_day="30/12", end_day="2/1")
    assert (event.start_day, event.end_day) == (date(PLACEHOLDER, 12, 30), date(PLACEHOLDER + 1, 1, 2))


def test_with_a_year_known_the_year_is_asked_for_beside_each_day(saved):
    with translation.override("en"):
        form = saved(year_known="on")
    assert {"start_day", "end_day"} == set(form.errors)
    assert "Give the year as well" in str(form.errors["start_day"])
    event = saved(year_known="on", start_day="05/12/2026", end_day="07/12/2026")
    assert (event.start_day, event.year_known) == (date(2026, 12, 5), True)


@pytest.mark.parametrize(
    ("typed", "day"), [("5/12", FIFTH), ("05.12", FIFTH), ("29/2", date(PLACEHOLDER, 2, 29))]
)
def test_a_day_is_read_without_its_year(typed, day):
    assert DayField().clean(typed) == day
    assert DayField().clean("05/12/2026") == date(2026, 12, 5)
    for wrong in ("31/2", "5/13", "5"):
        with pytest.raises(ValidationError):
            DayField().clean(wrong)


def test_sessions_are_within_the_days_by_day_and_month(mission):
    block = EventPage._meta.get_field("programme").stream_block
    values = {"starts": None, "ends": None, "title": "Apertura", "text": "", "people": ""}

    def refused(*days) -> bool:
        mission.programme = block.to_python(
            [{"type": "session", "value": values | {"day": day.isoformat()}} for day in days]
        )
        try:
            mission.clean()
        except ValidationError as error:
            return "programme" in error.message_dict
        return False

    assert not refused(FIFTH, SEVENTH, date(2019, 12, 6))
    assert refused(date(PLACEHOLDER, 12, 8))
    mission.start_day, mission.end_day = date(PLACEHOLDER, 12, 30), date(PLACEHOLDER + 1, 1, 2)
    assert not refused(date(PLACEHOLDER, 1, 1), date(PLACEHOLDER, 12, 31)) and refused(FIFTH)


def test_the_day_of_a_session_shows_no_year_either():
    day = SessionBlock().child_blocks["day"]
    assert day.get_form_state(FIFTH) == "05/12"
    assert day.get_form_state(date(2026, 12, 5)) == "05/12/2026"
    assert day.deconstruct()[0] == "wagtail.blocks.DateBlock"
