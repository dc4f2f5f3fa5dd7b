"""Rows of lists in a translation: what the original takes away goes at once, what it adds is told, and what
is the same in every language cannot be another one."""

from datetime import date, time

import pytest
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield
from wagtail_localize.models import Translation, TranslationSource

from tests.cms.conftest import anna, login_as  # noqa: F401
from tests.cms.open_forms import edit_address, opened
from tests.factories import pages
from tests.funding.conftest import make_sheet, ministry, today  # noqa: F401

from .conftest import anew, publish
from .test_by_hand import sent

pytestmark = pytest.mark.django_db

FIRST, SECOND, OTHER = date(2027, 1, 12), date(2027, 2, 1), date(2027, 3, 3)
KINDS = ["synchronised", "stopped", "by_hand"]
MORE = "The original has more entries under:"


def steps(*rows) -> list[tuple]:
    return [("step", {"title": title, "day": day}) for title, day in rows]


def paper(link: str, **more) -> tuple:
    return ("document", {"title": "Testo", "file": None, "link": link, "day": FIRST, "language": "it"} | more)


@pytest.fixture
def call(make_sheet):  # noqa: F811
    sheet = make_sheet(title="Bando cori", slug="cori", steps=steps(("Apertura", FIRST), ("Esito", SECOND)))
    return publish(sheet)


def told(version) -> list[tuple]:
    return [(row.value["title"], row.value["day"]) for row in version.steps]


def without_row(call, number: int):
    draft = anew(call)
    del draft.steps[number]
    return publish(call, steps=draft.steps)


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_is_taken_away_goes_from_row_and_draft_at_once(call, request, kind, client):
    english = request.getfixturevalue(kind)(call)
    row = anew(english)
    row.steps[1].value["title"] = "Result"
    english = publish(english, steps=row.steps)
    without_row(call, 0)
    row = anew(english)
    assert told(row) == told(row.get_latest_revision_as_object()) == [("Result", SECOND)]
    assert MORE not in client.get(row.url).content.decode()


def test_a_translator_does_not_bring_a_row_back(call, synchronised, django_capture_on_commit_callbacks):
    english = synchronised(call)
    without_row(call, 0)
    translation = Translation.objects.get(source__object_id=english.translation_key)
    with django_capture_on_commit_callbacks(execute=True):
        translation.save_target(publish=True)
    assert [day for _title, day in told(anew(english))] == [SECOND]
    assert len(TranslationSource.objects.get(object_id=call.translation_key).as_instance().steps) == 1


def test_a_row_of_its_own_in_a_version_by_hand_stays(call, by_hand):
    english = by_hand(call)
    row = anew(english)
    row.steps.append(("step", {"title": "Our meeting", "day": OTHER}))
    english = publish(english, steps=row.steps)
    without_row(call, 0)
    assert [title for title, _day in told(anew(english))] == ["Esito", "Our meeting"]


def test_paragraphs_wait_for_the_translator(call, by_hand):
    call = publish(call, body=[("text", "<p>Uno.</p>"), ("text", "<p>Due.</p>")])
    english = by_hand(call)
    draft = anew(call)
    del draft.body[0]
    publish(call, body=draft.body)
    assert len(anew(english).body) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_row_that_is_added_the_translation_says_that_the_original_has_it(call, request, kind, client):
    english = request.getfixturevalue(kind)(call)
    assert MORE not in client.get(anew(english).url).content.decode()
    draft = anew(call)
    draft.steps.append(("step", {"title": "Pagamento", "day": OTHER}))
    call = publish(call, steps=draft.steps)
    text = client.get(anew(english).url).content.decode()
    assert f"{MORE} Steps." in text
    assert f'<a href="{call.url}" hreflang="it">' in text
    assert '<span lang="it">Bando cori</span>' in text
    assert MORE not in client.get(call.url).content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_a_day_inside_a_row_is_the_originals_whoever_publishes_another(call, request, kind):
    english = request.getfixturevalue(kind)(call)
    row = anew(english)
    row.steps[0].value["day"] = OTHER
    english = publish(english, steps=row.steps)
    assert [day for _title, day in told(english)] == [FIRST, SECOND]
    assert [day for _title, day in told(english.get_latest_revision_as_object())] == [FIRST, SECOND]


def test_another_day_from_before_an_upgrade_is_put_right_with_the_next_publication(call, by_hand):
    english = by_hand(call)
    row = anew(english)
    row.steps[0].value["day"] = OTHER
    type(row).objects.filter(pk=row.pk).update(steps=row.steps)
    publish(call)
    assert [day for _title, day in told(anew(english))] == [FIRST, SECOND]


def test_an_hour_of_a_session_is_the_originals_too(tree, by_hand):
    session = {"day": None, "starts": time(10), "ends": time(11), "title": "Saluti", "text": "", "people": ""}
    event = publish(pages.event(tree.events, title="Incontro", slug="incontro", start_day=FIRST))
    event = publish(event, programme=[("session", session)])
    english = by_hand(event)
    row = anew(english)
    row.programme[0].value |= {"starts": time(9), "title": "Welcome"}
    english = publish(english, programme=row.programme)
    value = english.programme[0].value
    assert (value["starts"], value["title"]) == (time(10), "Welcome")


def test_another_paper_keeps_its_own_day_and_language(call, by_hand):
    call = publish(call, documents=[paper("https://mic.example/it.pdf")])
    english = by_hand(call)
    row = anew(english)
    own = {"link": "https://mic.example/en.pdf", "day": OTHER, "language": "en"}
    row.documents[0].value.update(own)
    english = publish(english, documents=row.documents)
    publish(call, closes_on=date(2027, 1, 10))
    assert {name: anew(english).documents[0].value[name] for name in own} == own


def step_rows(version, **changes) -> dict:
    """The steps as a form sends them; ``changes`` are those of the first."""
    rows = [{"title": row.value["title"], "day": row.value["day"].isoformat()} for row in version.steps]
    rows[0] |= changes
    data = nested_form_data({"steps": streamfield([("step", row) for row in rows])})
    return data | {f"steps-{number}-id": row.id for number, row in enumerate(version.steps)}


def test_another_day_is_refused_beside_it_and_nothing_typed_is_lost(anna, call, by_hand):  # noqa: F811
    english = by_hand(call, title="Choirs", slug="choirs", summary="For choirs.")
    data = sent(english) | step_rows(english, title="Opening", day="2027-03-03") | opened(anna, english)
    answer = anna.post(edit_address(english), data | {"action-publish": "1"})
    errors = answer.context["form"].errors["steps"].as_data()[0].block_errors
    assert errors[0].block_errors["day"].message == (
        "The version in Italian says: 12 January 2027. It is the same in every language."
    )
    text = answer.content.decode()
    assert "Opening" in text and "2027-03-03" in text
    right = data | step_rows(english, title="Opening")
    assert anna.post(edit_address(english), right | {"action-publish": "1"}).status_code == 302
    assert told(anew(english)) == [("Opening", FIRST), ("Esito", SECOND)]


def test_who_was_writing_when_a_day_changed_is_not_refused(anna, call, by_hand):  # noqa: F811
    english = by_hand(call, title="Choirs", slug="choirs", summary="For choirs.")
    page = anna.get(edit_address(english)).content.decode()
    seen = querydict_from_html(page, form_id="page-edit-form")["shared_seen"]
    data = sent(english, shared_seen=seen) | step_rows(english, title="Opening") | opened(anna, english)
    draft = anew(call)
    draft.steps[0].value["day"] = OTHER
    publish(call, steps=draft.steps)
    assert anna.post(edit_address(english), data).status_code == 302
    draft = anew(english).get_latest_revision_as_object()
    assert told(draft) == [("Opening", OTHER), ("Esito", SECOND)]
