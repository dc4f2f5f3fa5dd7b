"""Which translations no longer say what their source says."""

from django.db.models import Model
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource


def behind(page: Page) -> list[Translation]:
    """The synchronised translations of a source page that were made from an older version of it."""
    if page.last_published_at is None:
        return []
    return list(
        Translation.objects.filter(
            source__object_id=page.translation_key,
            source__locale_id=page.locale_id,
            source__last_updated_at__lt=page.last_published_at,
            enabled=True,
        ).select_related("source", "target_locale")
    )


def translation_of(instance: Model, enabled: bool) -> Translation | None:
    """The translation whose target is ``instance``; ``enabled``: synchronised, not written by hand."""
    return Translation.objects.filter(
        source__object_id=getattr(instance, "translation_key", None),
        target_locale_id=getattr(instance, "locale_id", None),
        enabled=enabled,
    ).first()


def source_of(page: Page) -> TranslationSource | None:
    """What a translated page is translated from; None for a page that stands for itself."""
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale_id=page.locale_id, enabled=True
    ).select_related("source")
    return next((each.source for each in translation), None)


def offline(page: Page) -> list[Page]:
    """The versions in other languages that the public could read once, and cannot now."""
    versions = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    away = versions.filter(live=False, first_published_at__isnull=False)
    return list(away.select_related("locale").order_by("locale__language_code"))
