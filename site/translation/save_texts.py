"""What a translator saves, text by text: said in words where it cannot be, and never over somebody else's.

The editor sends a text with PUT, and DELETE where it was emptied. Answers are JSON; one that is not 200 or
201 has ``detail``, a sentence for the translator.
"""

import json

from django.utils.translation import gettext as _
from rest_framework import status
from rest_framework.authentication import SessionAuthentication
from rest_framework.decorators import api_view, authentication_classes, permission_classes
from rest_framework.exceptions import APIException, PermissionDenied, ValidationError
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from wagtail.models import Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
)
from wagtail_localize.views.edit_translation import (
    SegmentOverrideSerializer,
    StringTranslationSerializer,
    user_can_edit_instance,
)

from . import addresses, link_addresses
from .markup import mistake


class GoneError(APIException):
    """The text, or its translation, is no longer there."""

    status_code = status.HTTP_410_GONE


class ConflictError(APIException):
    """Somebody else was quicker; ``known`` is what stands there now."""

    status_code = status.HTTP_409_CONFLICT


def _api(view):
    """What the library's own addresses ask of their visitors."""
    for decorate in (
        permission_classes([IsAuthenticated]),
        authentication_classes([SessionAuthentication]),
    ):
        view = decorate(view)
    return api_view(["PUT", "DELETE"])(view)


@_api
def save_string(request, translation_id: int, string_segment_id: int) -> Response:
    """A translated text."""
    translation = _translation(request, translation_id)
    segment = _segment(StringSegment, translation, string_segment_id)
    lookup = {
        "translation_of_id": segment.string_id,
        "locale_id": translation.target_locale_id,
        "context_id": segment.context_id,
    }
    before = StringTranslation.objects.filter(**lookup).first()
    known = before.data if before else ""
    if request.method == "DELETE":
        return _emptied(before, StringTranslationSerializer, translation)
    value = _value(request)
    if not value.strip():
        raise ValidationError({"detail": _("Not saved: the text is made of spaces only.")})
    _not_over_others(request, before, known, value)
    wrong = mistake(segment.string.data, value)
    text, created = StringTranslation.objects.update_or_create(
        **lookup,
        defaults={
            "data": value,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": "",
            "last_translated_by": request.user,
            "has_error": bool(wrong),
            "field_error": wrong,
        },
    )
    return _saved(text, StringTranslationSerializer, translation, created)


@_api
def save_override(request, translation_id: int, overridable_segment_id: int) -> Response:
    """What stands in the translation in place of the original's thing or address; empty for nothing."""
    translation = _translation(request, translation_id)
    segment = _segment(OverridableSegment, translation, overridable_segment_id)
    lookup = {"locale_id": translation.target_locale_id, "context_id": segment.context_id}
    before = SegmentOverride.objects.filter(**lookup).first()
    if request.method == "DELETE":
        return _emptied(before, SegmentOverrideSerializer, translation)
    value = _value(request)
    _not_over_others(request, before, str(before.data) if before else "", value)
    wrong = ""
    page = translation.get_target_instance()
    if segment.context.path == addresses.PATH and isinstance(page, Page):
        wrong = addresses.mistake(page, addresses.written(value))
        value = value if wrong else addresses.written(value)
    elif link_addresses.is_web_address(segment.data):
        value, wrong = link_addresses.cleaned(value)
    data = {"data_json": json.dumps(value), "last_translated_by": request.user}
    data |= {"has_error": bool(wrong), "field_error": wrong}
    override, created = SegmentOverride.objects.update_or_create(**lookup, defaults=data)
    return _saved(override, SegmentOverrideSerializer, translation, created)


def _translation(request, pk: int) -> Translation:
    translation = Translation.objects.select_related("source", "target_locale").filter(pk=pk).first()
    if translation is None:
        raise GoneError(_("Not saved: this translation was deleted. Copy what you wrote."))
    if not user_can_edit_instance(request.user, translation.get_target_instance()):
        raise PermissionDenied(_("Not saved: you may not translate this text."))
    if not translation.enabled:
        raise ConflictError(
            _(
                "Not saved: the synchronised translation was stopped meanwhile. Copy what you wrote, and "
                "open the page again."
            )
        )
    return translation


def _segment(model, translation: Translation, pk: int):
    """A text of this translation's original."""
    found = model.objects.filter(pk=pk, source=translation.source).select_related("context").first()
    if found is None:
        raise GoneError(
            _(
                "Not saved: the original was changed meanwhile and no longer has this text. Copy what you "
                "wrote, and open the page again."
            )
        )
    return found


def _value(request) -> str:
    value = request.data.get("value")
    if not isinstance(value, str):
        raise ValidationError({"detail": _("Not saved: nothing was sent.")})
    return value


def _not_over_others(request, before, there: str, value: str) -> None:
    """``known`` is what the editor showed before; a program that does not send it is not asked."""
    known = request.data.get("known")
    if known is None or before is None or there in (known, value):
        return
    who = before.last_translated_by
    name = (who and (who.get_full_name() or who.get_username())) or _("Somebody")
    sentence = _(
        "Not saved: %(name)s has meanwhile written “%(text)s”. Save again to put yours in its place."
    )
    raise ConflictError({"detail": sentence % {"name": name, "text": there}, "known": there})


def _saved(row, serializer, translation: Translation, created: bool) -> Response:
    data = serializer(row, context={"translation_source": translation.source}).data
    return Response(data, status=status.HTTP_201_CREATED if created else status.HTTP_200_OK)


def _emptied(row, serializer, translation: Translation) -> Response:
    """Emptied twice is emptied."""
    if row is None:
        return Response({})
    row.delete()
    return _saved(row, serializer, translation, created=False)
