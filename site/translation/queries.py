"""Which translations a page or snippet has, which are behind their source, which somebody may edit."""

from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views.edit_translation import user_can_edit_instance


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


def editable_translation(request: HttpRequest, pk: int, enabled: bool) -> tuple[Translation, Model]:
    """The translation and its target, which the user may edit; else ``Http404`` or ``PermissionDenied``."""
    translations = Translation.objects.select_related("source__locale", "target_locale")
    translation = get_object_or_404(translations, pk=pk, enabled=enabled)
    instance = translation.get_target_instance()
    if not user_can_edit_instance(request.user, instance):
        raise PermissionDenied
    return translation, instance


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
