"""English versions of many sheets at once, translated text by text; every third lacks one."""

import uuid
from collections.abc import Sequence

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationSource,
)

from funding.models import FundingSheetPage

from .many_pages import CHUNK, insert

TEXTS = 6


def translate(sheets: Sequence[FundingSheetPage], parent: Page) -> None:
    """Live versions of ``sheets`` below ``parent``, and what wagtail-localize keeps of them."""
    parent = Page.objects.get(pk=parent.pk)
    versions = [_version(sheet, parent, number) for number, sheet in enumerate(sheets)]
    for start in range(0, len(versions), CHUNK):
        insert(FundingSheetPage, versions[start : start + CHUNK])
    Page.objects.filter(pk=parent.pk).update(numchild=len(versions))
    _keep_texts(sheets, _sources(sheets, parent.locale), parent.locale)


def _version(sheet: FundingSheetPage, parent: Page, number: int) -> FundingSheetPage:
    names = [field.attname for field in FundingSheetPage._meta.concrete_fields]
    version = FundingSheetPage(**{name: getattr(sheet, name) for name in names if name not in OWN})
    version.locale, version.depth, version.slug = parent.locale, parent.depth + 1, f"call-{number}"
    version.path = FundingSheetPage._get_path(parent.path, version.depth, number + 1)
    version.live, version.first_published_at = True, timezone.now()
    version.last_published_at = version.first_published_at
    version.set_url_path(parent)
    return version


OWN = {"id", "page_ptr_id", "path", "latest_revision_id", "live_revision_id", "has_unpublished_changes"}


def _sources(sheets: Sequence[FundingSheetPage], target: Locale) -> list[TranslationSource]:
    kinds = ContentType.objects.get_for_models(FundingSheetPage, Page)
    objects = [
        TranslatableObject(translation_key=sheet.translation_key, content_type=kinds[Page])
        for sheet in sheets
    ]
    TranslatableObject.objects.bulk_create(objects, batch_size=CHUNK)
    sources = TranslationSource.objects.bulk_create(
        (
            TranslationSource(
                object_id=sheet.translation_key,
                specific_content_type=kinds[FundingSheetPage],
                locale_id=sheet.locale_id,
                object_repr=sheet.title,
                content_json="{}",
                last_updated_at=timezone.now(),
            )
            for sheet in sheets
        ),
        batch_size=CHUNK,
    )
    translations = [Translation(source=source, target_locale=target) for source in sources]
    Translation.objects.bulk_create(translations, batch_size=CHUNK)
    return sources


def _keep_texts(sheets, sources: Sequence[TranslationSource], target: Locale) -> None:
    strings = String.objects.bulk_create(
        (
            String(locale_id=sheet.locale_id, data_hash=uuid.uuid4(), data=f"{sheet.title} {place}")
            for sheet in sheets
            for place in range(TEXTS)
        ),
        batch_size=CHUNK,
    )
    places = TranslationContext.objects.bulk_create(
        (
            TranslationContext(
                object_id=sheet.translation_key,
                path_id=uuid.uuid4(),
                path=f"text.{n}",
                field_path=f"text.{n}",
            )
            for sheet in sheets
            for n in range(TEXTS)
        ),
        batch_size=CHUNK,
    )
    owners = [source for source in sources for _place in range(TEXTS)]
    whole = list(zip(strings, places, owners, strict=True))
    StringSegment.objects.bulk_create(
        [
            StringSegment(source=source, context=place, string=string, order=number)
            for number, (string, place, source) in enumerate(whole)
        ],
        batch_size=CHUNK,
    )
    done = [pair for number, pair in enumerate(whole) if number % (3 * TEXTS)]
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(translation_of=string, context=place, locale=target, data=f"EN {string.data}")
            for string, place, _source in done
        ],
        batch_size=CHUNK,
    )
