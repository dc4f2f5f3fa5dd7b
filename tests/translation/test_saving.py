"""What a translator saves text by text: kept, or refused with a reason; never over somebody else's."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from news.models import ArticlePage
from tests.factories import pages
from tests.translation.test_gone_targets import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(tree, submit):
    return submit(pages.article(tree.news, title="Concerto", slug="concerto", summary="In <piazza>."))


@pytest.fixture
def address(admin, translation):
    """Where the title is saved."""
    segments = shown(admin, translation)["segments"]
    return next(each["editUrl"] for each in segments if each["contentPath"] == "title")


@pytest.fixture
def other(admin):
    """A second translator."""
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("anna", "anna@example.org", "x"))
    return client


def put(client, address, **fields):
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    ]
    body = "".join([*parts, "--x--\r\n"])
    return client.put(address, body, content_type="multipart/form-data; boundary=x")


def text():
    return StringTranslation.objects.get(context__path="title").data


def test_a_text_is_saved_changed_and_taken_back(admin, address):
    assert put(admin, address, value="A concert").status_code == 201
    assert put(admin, address, value="The concert").json()["data"] == "The concert"
    assert text() == "The concert"
    assert admin.delete(address).status_code == 200
    assert not StringTranslation.objects.exists()


def test_to_empty_what_is_empty_is_answered_quietly(admin, address):
    assert admin.delete(address).status_code == 200


def test_the_second_of_two_translators_is_told_and_may_insist(admin, other, address):
    put(admin, address, value="A concert", known="")
    refused = put(other, address, value="Concerto", known="")
    assert refused.status_code == 409
    assert "admin has meanwhile written “A concert”" in refused.json()["detail"]
    assert text() == "A concert"
    assert put(other, address, value="Concerto", known=refused.json()["known"]).status_code == 200
    assert text() == "Concerto"


def test_what_one_has_written_oneself_is_no_conflict(admin, address):
    put(admin, address, value="A concert", known="")
    assert put(admin, address, value="The concert", known="A concert").status_code == 200


@pytest.mark.parametrize("value", ["   ", None])
def test_nothing_is_no_translation(admin, address, value):
    answer = put(admin, address, value=value) if value else put(admin, address, other="1")
    assert answer.status_code == 400
    assert str(answer.json()["detail"]).startswith("Not saved")


def test_broken_markup_is_kept_and_named(admin, address, translation):
    said = put(admin, address, value="A <b>concert").json()
    assert (said["data"], said["error"]) == ("A <b>concert", "<b> is not closed.")
    first = shown(admin, translation)["initialStringTranslations"][0]
    assert first["error"] == "<b> is not closed."


def test_a_stopped_translation_takes_no_text(admin, address, translation):
    translation.enabled = False
    translation.save()
    answer = put(admin, address, value="A concert")
    assert answer.status_code == 409
    assert "was stopped meanwhile" in answer.json()["detail"]


def test_a_text_that_the_original_no_longer_has_is_not_lost_in_silence(admin, address, translation):
    source = ArticlePage.objects.get(translation_key=translation.source.object_id, locale__language_code="it")
    source.title = "Mostra"
    source.save_revision().publish()
    admin.post(reverse("wagtail_localize:update_translations", args=[translation.source_id]), {})
    answer = put(admin, address, value="A concert")
    assert answer.status_code == 410
    assert "no longer has this text" in answer.json()["detail"]


def test_an_update_of_the_original_keeps_what_was_typed(admin, address, translation):
    put(admin, address, value="A concert")
    source = ArticlePage.objects.get(translation_key=translation.source.object_id, locale__language_code="it")
    source.summary = "Al coperto."
    source.save_revision().publish()
    admin.post(reverse("wagtail_localize:update_translations", args=[translation.source_id]), {})
    assert [each["data"] for each in shown(admin, translation)["initialStringTranslations"]] == ["A concert"]


def test_who_is_logged_out_saves_nothing(address, client, db):
    answer = client.put(address, "", HTTP_X_REQUESTED_WITH="XMLHttpRequest")
    assert answer.status_code in (302, 403)
