"""The address of a translated page. It is no text: nobody waits for it, and it is never the original's.

A translator may write one. Until then the page that was public keeps its own, and one that was not gets it
from its translated title.
"""

import json
from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize import models as theirs
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

PATH = "slug"
LANGUAGE_ROOTS = 2  # the depth of the pages that have a language's first page; their address is "/"


def install() -> None:
    """The library copies what is not translated; it has no hook between that and saving."""
    theirs.ingest_segments = _with_own_address(theirs.ingest_segments)


def _with_own_address(ingest: Callable) -> Callable:
    def _ingest(original, translated, source_locale, target_locale, segments) -> None:
        ingest(original, translated, source_locale, target_locale, segments)
        is_written = any(segment.path == PATH for segment in segments)
        if isinstance(translated, Page) and not is_written:
            translated.slug = proposed(original, translated)

    return _ingest


def proposed(original: Page, translated: Page) -> str:
    """The address of ``translated``, for which nobody has written one."""
    own = Page.objects.values_list("slug", flat=True).get(pk=translated.pk)
    is_final = translated.first_published_at or translated.depth <= LANGUAGE_ROOTS
    if is_final or translated.title == original.title:
        return own
    max_length = Page._meta.get_field("slug").max_length
    return slugify(translated.title)[:max_length].strip("-") or own


def written(value: str) -> str:
    """As it is stored; capitals count for nothing in an address."""
    return value.strip().lower()


def mistake(page: Page, value: str) -> str:
    """Why ``value`` cannot be the address of ``page``, for its writer; empty where it can."""
    if not value:
        return _("An address cannot be empty.")
    try:
        Page._meta.get_field("slug").formfield().clean(value)
    except ValidationError as error:
        return " ".join(error.messages)
    if slugify(value) != value:
        return _("Only letters without accents, digits and hyphens: for example “%(example)s”.") % {
            "example": slugify(value) or "ciao-mondo"
        }
    if not Page._slug_is_available(value, page.get_parent(), page):
        return _("Another page at this place has the address “%(address)s” already.") % {"address": value}
    return ""


def keep(translation: Translation, by_hand: Model, user) -> None:
    """The address of a page that was written by hand stands in its translation as well."""
    if not isinstance(by_hand, Page):
        return
    segment = OverridableSegment.objects.filter(source=translation.source, context__path=PATH).first()
    if segment is None:
        return
    lookup = {"context": segment.context, "locale": translation.target_locale}
    values = {"last_translated_by": user, "has_error": False, "field_error": ""}
    values["data_json"] = json.dumps(by_hand.slug)
    SegmentOverride.objects.update_or_create(**lookup, defaults=values)
