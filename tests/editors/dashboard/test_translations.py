"""What a language lacks, or has as it once was."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from wagtail.rich_text import RichText
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.admin.permissions import source_locale
from cms.models import GlossaryTerm, Topic
from editors.reports.outstanding import BY_HAND, MISSING, OUTDATED, untranslated
from tests.factories import pages

from .test_reports import address, rows

pytestmark = pytest.mark.django_db


def states(site) -> dict[str, str]:
    found = untranslated(source_locale(), site.english.locale)
    return {page.title: page.state for page in found if page.depth > 3}


def later(page, **fields):
    """Publish ``page`` again, an hour from now."""
    for name, value in fields.items():
        setattr(page, name, value)
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        page.save_revision().publish()


@pytest.fixture
def submitted(site):
    """The story, translated by its texts."""
    site.story.summary = "Una frase."
    site.story.save_revision().publish()
    source, _created = TranslationSource.get_or_create_from_instance(site.story)
    translation = Translation.objects.create(source=source, target_locale=site.english.locale)
    _translate_all(source, site.english.locale)
    translation.save_target()
    page = site.story.get_translation(site.english.locale)
    page.save_revision().publish()
    return source


def _translate_all(source, locale):
    for segment in source.stringsegment_set.all():
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=locale,
            defaults={"data": f"en {segment.string.data}"},
        )


def test_a_page_without_a_version_is_told(site):
    assert states(site) == {"Storia": MISSING}


def test_a_version_that_nobody_published_is_told(site):
    site.story.copy_for_translation(site.english.locale)
    assert states(site)["Storia"] == BY_HAND


def test_a_finished_translation_is_not_told(site, submitted):
    assert "Storia" not in states(site)


def test_a_source_that_was_published_since_is_told_until_it_is_taken_over(site, submitted):
    later(site.story, summary="Altro.")
    assert states(site)["Storia"] == OUTDATED
    submitted.last_updated_at = timezone.now() + timedelta(hours=2)
    submitted.save()
    assert "Storia" not in states(site)


def test_a_new_text_is_told_until_it_is_translated(site, submitted):
    site.story.summary = "Una frase nuova."
    site.story.save()
    submitted.update_from_db()
    assert states(site)["Storia"] == OUTDATED
    _translate_all(submitted, site.english.locale)
    assert "Storia" not in states(site)


def test_a_version_written_by_itself_is_out_of_date_when_the_source_is_newer(site):
    later(site.article, summary="Nuovo.")
    assert states(site)["Notizia"] == OUTDATED


def test_the_translator_is_led_to_the_place_of_work(translator, site):
    told = rows(translator, "translations-to-do", "language=en")
    assert ("Storia", "not translated") in {(row["Title"], row["State"]) for row in told}
    html = translator.get(address("translations-to-do")).content.decode()
    assert f"/localize/submit/page/{site.story.pk}/" in html
    later(site.article, summary="Nuovo.")
    html = translator.get(address("translations-to-do", "state=outdated")).content.decode()
    assert f"/pages/{site.english_article.pk}/edit/" in html
    assert "Storia" not in html


def test_drafts_of_the_source_wait_for_nobody(site):
    pages.article(site.news, title="Bozza", live=False)
    assert "Bozza" not in states(site)


def english_story(site):
    return site.story.get_translation(site.english.locale)


def state_told(translator, title: str) -> str:
    return next(row["State"] for row in rows(translator, "translations-to-do") if row["Title"] == title)


def test_how_far_a_translation_has_come_is_told(translator, site, submitted):
    english_story(site).unpublish()
    assert state_told(translator, "Storia") == "translated, not published"
    total = submitted.stringsegment_set.count()
    first, *others = StringTranslation.objects.order_by("pk")
    for each in others:
        each.delete()
    assert state_told(translator, "Storia") == f"begun: 1 of {total} texts"
    assert [row["State"] for row in rows(translator, "translations-to-do", "state=begun")] == [
        f"begun: 1 of {total} texts"
    ]
    StringTranslation.objects.all().update(has_error=True)
    assert state_told(translator, "Storia") == "to be begun"
    first.delete()
    assert state_told(translator, "Storia") == "to be begun"


def test_what_is_out_of_date_tells_how_many_texts_wait(translator, site, submitted):
    StringTranslation.objects.first().delete()
    total = submitted.stringsegment_set.count()
    assert state_told(translator, "Storia") == f"out of date: 1 of {total} texts to translate"


def test_a_source_that_is_published_again_unchanged_keeps_its_translation(site, submitted):
    site.story.unpublish()
    later(type(site.story).objects.get(pk=site.story.pk))
    assert "Storia" not in states(site)


def test_keys_that_a_form_gives_to_paragraphs_change_no_translation(site, submitted):
    text = [("text", RichText("<p>Prima.</p><p>Seconda.</p>"))]
    later(site.story, body=text)
    submitted.update_from_db()
    _translate_all(submitted, site.english.locale)
    keyed = submitted.get_source_instance()
    keyed.body[0].value = RichText('<p data-block-key="a1">Prima.</p><p data-block-key="b2">Seconda.</p>')
    TranslationSource.objects.update(last_updated_at=timezone.now() + timedelta(hours=1))
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        later(keyed)
    assert "Storia" not in states(site)
    with time_machine.travel(timezone.now() + timedelta(hours=4), tick=False):
        keyed.body[0].value = RichText("<p>Prima.</p><h3>Seconda.</h3>")
        later(keyed)
    assert states(site)["Storia"] == OUTDATED


def test_another_address_of_the_source_changes_no_translation(site, submitted):
    later(site.story, slug="altro-indirizzo")
    assert "Storia" not in states(site)


def test_a_version_written_by_itself_outlives_the_same_words(site):
    later(site.article, summary="Nuovo.")
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        site.english_article.save_revision().publish()
    assert "Notizia" not in states(site)
    page = type(site.article).objects.get(pk=site.article.pk)
    with time_machine.travel(timezone.now() + timedelta(hours=3), tick=False):
        page.unpublish()
        page.save_revision().publish(changed=False)
    assert "Notizia" not in states(site)
    with time_machine.travel(timezone.now() + timedelta(hours=4), tick=False):
        page.save_revision(log_action=True, changed=True)
    assert "Notizia" not in states(site)
    with time_machine.travel(timezone.now() + timedelta(hours=5), tick=False):
        page.get_latest_revision().publish(changed=False)
    assert states(site)["Notizia"] == OUTDATED


@pytest.mark.parametrize(
    ("model", "fields"),
    [(Topic, {"name": "Teatro"}), (GlossaryTerm, {"term": "Teatro", "explanation": "Una parola."})],
)
def test_entries_of_lists_are_told_and_lead_to_the_place_of_work(translator, site, model, fields):
    entry = model.objects.create(slug="teatro", locale=site.locale, **fields)
    entry.save_revision().publish()
    assert state_told(translator, "Teatro") == "not translated"
    begin = reverse(
        "wagtail_localize:submit_snippet_translation", args=["core", model._meta.model_name, entry.pk]
    )
    assert begin in translator.get(address("translations-to-do")).content.decode()
    assert begin in translator.get(reverse("wagtailadmin_home")).content.decode()
    assert translator.post(begin, {"locales": [site.english.locale.pk]}).status_code == 302
    assert state_told(translator, "Teatro") == "to be begun"
    version = entry.get_translation(site.english.locale)
    edit = reverse(model.snippet_viewset.get_url_name("edit"), args=[version.pk])
    assert edit in translator.get(address("translations-to-do")).content.decode()
    source = TranslationSource.objects.get(object_id=entry.translation_key)
    _translate_all(source, site.english.locale)
    assert state_told(translator, "Teatro") == "translated, not published"
    version.save_revision().publish()
    assert "Teatro" not in {row["Title"] for row in rows(translator, "translations-to-do")}


def test_the_list_of_entries_tells_which_are_translated(translator, site):
    for name in ("Ballo", "Canto", "Danza"):
        Topic.objects.create(name=name, slug=name.lower(), locale=site.locale)
    Topic.objects.get(name="Danza").copy_for_translation(site.english.locale).save()
    begun = Topic.objects.get(name="Canto")
    address = reverse("wagtail_localize:submit_snippet_translation", args=["core", "topic", begun.pk])
    translator.post(address, {"locales": [site.english.locale.pk]})
    table = translator.get(reverse("wagtailsnippets_core_topic:list") + "?locale=it").context["table"]
    told = {str(row.instance): row.instance.translation_states for row in table.rows}
    assert (told["Ballo"], told["Canto"], told["Danza"]) == (
        "English: not translated",
        "English: to be begun",
        "English: published",
    )


def test_each_filter_has_its_own_name(translator, site):
    form = translator.get(address("translations-to-do")).context["filters"].form
    labels = [str(field.label) for field in form]
    assert labels == ["Language of the translation", "State"]
