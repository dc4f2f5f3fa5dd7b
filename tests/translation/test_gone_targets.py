"""What a text points to may be deleted: the translator's editor says so, and everything else goes on."""

import json
import re
from html import unescape

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import SegmentOverride

from cms.models import Organisation, Topic
from news.models import EventPage
from tests.factories import media, pages
from tests.translation.test_every_field import PAGES, _edit_address, everything
from translation.publishing import AGREED
from translation.targets import model_of

pytestmark = pytest.mark.django_db

GONE = "No longer there: choose something else, or leave it empty."
CHOOSERS = {"image_chooser", "document_chooser", "page_chooser", "snippet_chooser"}


def shown(client, translation) -> dict:
    """What the translation editor is given in the browser."""
    answer = client.get(_edit_address(translation.get_target_instance()))
    assert answer.status_code == 200
    return json.loads(unescape(re.search(r'data-props="([^"]*)"', answer.content.decode())[1]))


def choosers(properties) -> list[dict]:
    widgets = [(each["location"]["widget"] or {}, each) for each in properties["segments"]]
    return [segment for widget, segment in widgets if widget.get("type") in CHOOSERS]


def delete_what_is_chosen(page, segments) -> set[str]:
    """Whatever may be deleted: not the page itself, nor an organisation that it names. The kinds of it."""
    kinds = set()
    for segment in segments:
        model = model_of(segment["location"]["widget"])
        chosen = model.objects.get(pk=segment["value"])
        own = isinstance(chosen, Page) and (chosen.pk == page.pk or page.is_descendant_of(chosen))
        if not own and model is not Organisation:
            chosen.delete()
            kinds.add(segment["location"]["widget"]["type"])
    for topic in Topic.objects.filter(locale=page.locale):
        topic.delete()
    return kinds


@pytest.fixture
def publish(admin, django_capture_on_commit_callbacks):
    """Publishes a translation from its editor; gives what the page or the snippet is then."""

    def publish(translation):
        target = translation.get_target_instance()
        with django_capture_on_commit_callbacks(execute=True):
            assert admin.post(_edit_address(target), {AGREED: "1"}).status_code == 302
        return type(target).objects.get(pk=target.pk)

    return publish


@pytest.fixture
def save(admin):
    """Chooses something for a segment, as the editor does."""
    return lambda segment, value: admin.put(
        segment["editUrl"],
        f'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n{value}\r\n--x--\r\n',
        content_type="multipart/form-data; boundary=x",
    )


@pytest.mark.parametrize("model", PAGES, ids=lambda model: model._meta.label)
def test_all_that_is_gone_says_so_and_the_page_is_published_without_it(model, tree, admin, submit, publish):
    source = everything(model, tree)
    translation = submit(source)
    deleted = delete_what_is_chosen(source, choosers(shown(admin, translation)))
    assert deleted >= {"image_chooser", "document_chooser"}
    gone = [each for each in choosers(shown(admin, translation)) if each.get("gone")]
    assert {each["location"]["widget"]["type"] for each in gone} == deleted
    assert all(each["value"] is None and GONE in each["location"]["subField"] for each in gone)
    assert publish(translation).live


@pytest.fixture
def event(tree, submit):
    """An event with a picture, and its translation."""
    picture = media.picture()
    event = pages.event(tree.events, title="Notte", slug="notte", picture=picture)
    return event, submit(EventPage.objects.get(pk=event.pk))


def test_it_can_be_replaced(event, admin, save, publish):
    source, translation = event
    source.picture.delete()
    (segment,) = choosers(shown(admin, translation))
    other = media.picture("other")
    assert save(segment, other.pk).status_code == 201
    (segment,) = choosers(shown(admin, translation))
    assert "gone" not in segment
    assert publish(translation).picture == other


def test_it_can_be_left_empty(event, admin, save, publish):
    source, translation = event
    source.picture.delete()
    (segment,) = choosers(shown(admin, translation))
    assert save(segment, "").status_code == 201
    (segment,) = choosers(shown(admin, translation))
    assert "gone" not in segment
    assert "Left empty" in segment["location"]["subField"]
    assert publish(translation).picture is None


def test_a_picture_can_be_left_out_of_the_translation_only(event, admin, save, publish):
    source, translation = event
    (segment,) = choosers(shown(admin, translation))
    save(segment, "")
    assert publish(translation).picture is None
    assert EventPage.objects.get(pk=source.pk).picture == source.picture


def test_a_replacement_that_is_gone_gives_way_to_the_original(event, admin, save, publish):
    source, translation = event
    other = media.picture("other")
    (segment,) = choosers(shown(admin, translation))
    save(segment, other.pk)
    other.delete()
    properties = shown(admin, translation)
    assert choosers(properties)[0]["value"] == source.picture.pk
    assert "no longer there: the version in Italian counts" in properties["initialOverrides"][0]["error"]
    assert publish(translation).picture == source.picture


def test_a_block_whose_picture_is_gone_can_have_another(tree, admin, submit, save, publish):
    picture = media.picture()
    body = [("picture", {"image": picture, "alt": "Una sala", "caption": "", "decorative": False})]
    translation = submit(pages.article(tree.news, title="Sala", slug="sala", body=body))
    picture.delete()
    (segment,) = choosers(shown(admin, translation))
    other = media.picture("other")
    save(segment, other.pk)
    assert publish(translation).body[0].value["image"] == other


def test_what_is_no_key_at_all_counts_as_gone(event, admin, save, publish):
    source, translation = event
    (segment,) = choosers(shown(admin, translation))
    save(segment, "undefined")
    assert publish(translation).picture == source.picture
    assert SegmentOverride.objects.get().data == "undefined"


@pytest.mark.parametrize("kind", ["images", "documents", "pages"])
def test_the_editor_is_answered_about_what_was_deleted_while_it_was_open(event, admin, kind):
    root = reverse("portal_translation_editor", args=[event[1].pk])
    answer = admin.get(f"{root}api/main/{kind}/4711/")
    assert answer.status_code == 200
    assert answer.json()["title"] == "No longer there"
    assert answer.json()["thumbnail"]["url"].startswith("data:image/")
