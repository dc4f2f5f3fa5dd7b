"""What a language lacks, or has as it once was."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from cms.admin.permissions import source_locale
from editors.reports.translations import DRAFT, MISSING, OUTDATED, untranslated
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
    page.save_revision().publish()
    type(page).objects.filter(pk=page.pk).update(last_published_at=timezone.now() + timedelta(hours=1))


@pytest.fixture
def submitted(site):
    """The story, translated by its texts."""
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
    assert states(site)["Storia"] == DRAFT


def test_a_finished_translation_is_not_told(site, submitted):
    assert "Storia" not in states(site)


def test_a_source_that_was_published_since_is_told_until_it_is_taken_over(site, submitted):
    later(site.story, body=[])
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
    assert ("Storia", "not translated") in {(row["Page"], row["State"]) for row in told}
    html = translator.get(address("translations-to-do")).content.decode()
    assert f"/localize/submit/page/{site.story.pk}/" in html
    later(site.article, summary="Nuovo.")
    html = translator.get(address("translations-to-do", "state=outdated")).content.decode()
    assert f"/pages/{site.english_article.pk}/edit/" in html
    assert "Storia" not in html


def test_drafts_of_the_source_wait_for_nobody(site):
    pages.article(site.news, title="Bozza", live=False)
    assert "Bozza" not in states(site)
