"""The address of a translated page is no text: nobody is asked for it, and what is no address is refused."""

from importlib import import_module

import pytest
from django.apps import apps
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    TranslationContext,
)

from news.models import ArticlePage
from tests.cms.open_forms import edit_address
from tests.factories import pages
from tests.translation.conftest import download
from tests.translation.test_gone_targets import shown
from tests.translation.test_half_translated import publish, translate  # noqa: F401
from tests.translation.test_saving import put
from translation.publishing import AGREED

pytestmark = pytest.mark.django_db


@pytest.fixture
def translation(tree, submit):
    page = pages.article(tree.news, title="Il forno di paese", slug="il-forno-di-paese", summary="Pane.")
    page.save_revision().publish()
    return submit(page)


@pytest.fixture
def segment(admin, translation):
    return lambda: next(
        each for each in shown(admin, translation)["segments"] if each["contentPath"] == "slug"
    )


def say(translation, path, text):
    """A translated text, without the editor."""
    segment = translation.source.stringsegment_set.get(context__path=path)
    place = {"translation_of": segment.string, "context": segment.context}
    StringTranslation.objects.update_or_create(
        **place, locale=translation.target_locale, defaults={"data": text}
    )


def test_it_is_no_text(admin, translation, segment):
    assert segment()["type"] == "synchronised_value"
    assert not translation.source.stringsegment_set.filter(context__path="slug").exists()
    assert b"il-forno-di-paese" not in download(admin, translation)


def test_it_is_made_from_the_title_and_nothing_is_asked(publish, translation):  # noqa: F811
    translate(translation)
    say(translation, "title", "The village bakery")
    page = translation.get_target_instance()
    assert "with missing translations" not in publish(page)
    page.refresh_from_db()
    assert (page.live, page.slug) == (True, "the-village-bakery")


def test_what_was_published_keeps_its_address(publish, translation):  # noqa: F811
    page = translation.get_target_instance()
    publish(page, AGREED)
    page.refresh_from_db()
    assert page.slug == "il-forno-di-paese"
    translate(translation)
    publish(page)
    page.refresh_from_db()
    assert (page.title, page.slug) == ("EN Il forno di paese", "il-forno-di-paese")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("Ciao mondo / ??", "Enter a valid “slug”"),
        ("", "An address cannot be empty."),
        ("-ciao-", "for example “ciao”"),
        ("vicino", "Another page at this place has the address “vicino” already."),
    ],
)
def test_what_is_no_address_is_refused_beside_it_and_kept(
    admin,
    tree,
    publish,  # noqa: F811
    translation,
    segment,
    typed,
    reason,
):
    pages.article(tree.english.news, slug="vicino")
    answer = put(admin, segment()["editUrl"], value=typed)
    assert reason in answer.json()["error"]
    assert answer.json()["data"] == typed
    override = shown(admin, translation)["initialOverrides"][0]
    assert (override["segment_id"], override["data"]) == (segment()["id"], typed)
    assert reason in override["error"]
    page = translation.get_target_instance()
    publish(page, AGREED)
    page.refresh_from_db()
    assert page.slug == "il-forno-di-paese"


def test_what_is_an_address_is_shown_as_it_is_stored(admin, publish, translation, segment):  # noqa: F811
    answer = put(admin, segment()["editUrl"], value=" The-Bakery ")
    assert (answer.json()["data"], answer.json()["error"]) == ("the-bakery", None)
    page = translation.get_target_instance()
    publish(page, AGREED)
    page.refresh_from_db()
    assert page.slug == "the-bakery"


def test_the_editor_says_what_becomes_of_it(admin, publish, translation, segment):  # noqa: F811
    assert segment()["value"] == ""
    assert segment()["instead"]["As in Italian"] == "Made from the title when the page is published"
    publish(translation.get_target_instance(), AGREED)
    assert segment()["value"] == "il-forno-di-paese"
    assert segment()["instead"]["As in Italian"] == "As it was published"


def test_numbers_of_texts_and_choices_are_apart(admin, translation):
    segments = shown(admin, translation)["segments"]
    assert len({each["id"] for each in segments}) == len(segments)
    assert all((each["id"] < 0) == (each["type"] == "synchronised_value") for each in segments)


def test_an_address_by_hand_is_taken_over(admin, translation):
    translation.enabled = False
    translation.save()
    page = ArticlePage.objects.get(pk=translation.get_target_instance().pk)
    page.slug = "by-hand"
    page.save_revision()
    admin.post(edit_address(page), {"localize-restart-translation": "1"})
    assert SegmentOverride.objects.get(context__path="slug").data == "by-hand"


def test_addresses_from_before_are_kept_and_asked_for_no_more(translation):
    source = translation.source
    chosen = OverridableSegment.objects.get(source=source, context__path="slug")
    context = TranslationContext.objects.get(pk=chosen.context_id)
    string = source.stringsegment_set.get(context__path="title").string
    chosen.delete()
    StringSegment.objects.create(source=source, context=context, string=string, order=2)
    StringTranslation.objects.create(
        translation_of=string, context=context, locale=translation.target_locale, data="The Bakery / ??"
    )
    import_module("translation.migrations.0001_addresses_are_no_texts").make_addresses(apps, None)
    assert SegmentOverride.objects.get(context=context).data == "the-bakery"
    assert OverridableSegment.objects.get(context=context).order == 2
    assert not StringTranslation.objects.exists()
    assert not StringSegment.objects.filter(context=context).exists()
