"""Stopping a synchronised translation is asked first, and loses nothing that was translated."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from news.models import ArticlePage
from tests.cms.open_forms import edit_address
from tests.factories import pages
from tests.translation.test_half_translated import translate
from translation.stop_translation import AGREED

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(tree, submit):
    page = pages.article(tree.news, title="Concerto", slug="concerto", summary="In piazza.")
    page.save_revision().publish()
    return submit(page)


def press(client, translation, **more):
    page = translation.get_target_instance()
    address = reverse("wagtail_localize:stop_translation", args=[translation.pk])
    return client.post(address, {"next": edit_address(page), **more})


def test_the_button_asks_and_says_what_happens(admin, translation):
    html = press(admin, translation).content.decode()
    assert "Stop the synchronised translation?" in html
    assert "Changes of the texts in Italian no longer arrive here by themselves" in html
    translation.refresh_from_db()
    assert translation.enabled


def test_who_agrees_goes_on_in_the_form_with_what_is_translated(admin, translation):
    translate(translation, missing=["In piazza."])
    answer = press(admin, translation, **{AGREED: "1"})
    page = ArticlePage.objects.get(pk=translation.get_target_instance().pk)
    assert answer.url == edit_address(page)
    translation.refresh_from_db()
    assert not translation.enabled
    draft = page.get_latest_revision_as_object()
    assert (draft.title, draft.summary) == ("EN Concerto", "In piazza.")
    assert page.title == "Concerto"
    assert "EN Concerto" in admin.get(edit_address(page)).content.decode()


def test_started_again_no_translation_gives_way_to_the_original(admin, translation):
    translation.enabled = False
    translation.save()
    translate(translation)
    admin.post(edit_address(translation.get_target_instance()), {"localize-restart-translation": "1"})
    assert "EN In piazza." in StringTranslation.objects.values_list("data", flat=True)


def test_who_may_not_translate_stops_nothing(translation, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("x", "x@example.org", "x"))
    assert press(client, translation, **{AGREED: "1"}).status_code in (302, 403)
    translation.refresh_from_db()
    assert translation.enabled
