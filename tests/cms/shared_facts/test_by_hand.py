"""The form of a translation that is written by hand: its facts are shown, and come from the other version."""

from datetime import date

import pytest
from wagtail.test.utils.form_data import querydict_from_html

from tests.cms.conftest import anna, login_as  # noqa: F401
from tests.cms.open_forms import edit_address, opened
from tests.funding.conftest import make_sheet, ministry, today  # noqa: F401
from tests.funding.test_admin import form_data

from .conftest import anew, publish

pytestmark = pytest.mark.django_db

OLD, NEW = date(2026, 12, 3), date(2026, 12, 17)
LINK, NEW_LINK = "https://domande.example/1", "https://domande.example/2"


@pytest.fixture
def call(make_sheet):  # noqa: F811
    return publish(make_sheet(title="Bando cori", slug="cori", closes_on=OLD, application_link=LINK))


@pytest.fixture
def english(call, by_hand):
    return by_hand(call, title="Choirs", slug="choirs", summary="For choirs.")


def sent(english, **changes) -> dict:
    """What a browser sends: nothing of a field that cannot be filled in."""
    texts = {"title": "Choirs", "slug": "choirs", "summary": "For choirs."}
    form = form_data(**texts, application_link=LINK, grantor=str(english.grantor_id))
    for name in ("opens_on", "closes_on", "kind"):
        form.pop(name)
    return form | changes


def test_facts_are_shown_and_lead_to_the_version_that_they_come_from(anna, call, english):  # noqa: F811
    answer = anna.get(edit_address(english))
    form = answer.context["form"]
    assert form.fields["closes_on"].disabled
    assert not form.fields["title"].disabled
    assert not form.fields["application_link"].disabled
    text = answer.content.decode()
    assert "Facts such as days and amounts come from the version in Italian" in text
    assert f'href="{edit_address(call)}"' in text
    assert "As in the version in Italian." in text


def test_the_version_that_others_follow_has_a_form_as_ever(anna, call, english):  # noqa: F811
    answer = anna.get(edit_address(call))
    assert not answer.context["form"].fields["closes_on"].disabled
    assert "come from the version" not in answer.content.decode()


def test_a_fact_that_is_sent_all_the_same_is_not_taken(anna, english):  # noqa: F811
    data = sent(english, closes_on="2027-05-05") | opened(anna, english) | {"action-publish": "1"}
    assert anna.post(edit_address(english), data).status_code == 302
    assert anew(english).closes_on == OLD


def test_who_was_writing_when_facts_changed_is_not_told_of_a_conflict(anna, call, english):  # noqa: F811
    known = opened(anna, english)
    page = anna.get(edit_address(english)).content.decode()
    seen = querydict_from_html(page, form_id="page-edit-form")["shared_seen"]
    publish(call, closes_on=NEW, application_link=NEW_LINK)
    data = sent(english, summary="For choirs of all kinds.", shared_seen=seen) | known
    answer = anna.post(edit_address(english), data | {"action-publish": "1"})
    assert answer.status_code == 302
    english = anew(english)
    assert (english.closes_on, english.summary) == (NEW, "For choirs of all kinds.")
    assert english.application_link == NEW_LINK


def test_a_link_that_was_typed_meanwhile_stays(anna, call, english):  # noqa: F811
    known = opened(anna, english)
    page = anna.get(edit_address(english)).content.decode()
    seen = querydict_from_html(page, form_id="page-edit-form")["shared_seen"]
    publish(call, application_link=NEW_LINK)
    own = "https://apply.example/en"
    data = sent(english, application_link=own, shared_seen=seen) | known | {"action-publish": "1"}
    assert anna.post(edit_address(english), data).status_code == 302
    assert anew(english).application_link == own


def test_without_a_public_original_a_version_has_facts_of_its_own(anna, call, english):  # noqa: F811
    call.unpublish()
    form = anna.get(edit_address(english)).context["form"]
    assert not form.fields["closes_on"].disabled
    publish(english, closes_on=NEW)
    assert anew(english).closes_on == NEW
    publish(call)  # with its old day: both say the same again
    assert anew(english).closes_on == OLD
