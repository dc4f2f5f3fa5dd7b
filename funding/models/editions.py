"""Editions of one call: each is a sheet, linked to the one before.

The link is entered in one language and carried to the others as it is, so it is always read by translation
key: each language shows its own page of the edition, or none.
"""

from collections import defaultdict
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from cms import cache_version
from cms.querysets import is_visible


def previous_edition(sheet):
    """The sheet of the same language that ``sheet`` follows, if there is one."""
    linked = sheet.previous_edition
    if linked is None:
        return None
    if linked.locale_id == sheet.locale_id:
        return linked if is_visible(linked) else None
    return _visible(sheet).filter(translation_key=linked.translation_key).first()


def newer_edition(sheet):
    """The live sheet of the same language that takes the place of ``sheet``, if there is one."""
    key = _later(sheet).get(sheet.translation_key) if sheet.pk else None
    return _visible(sheet).filter(translation_key=key).first() if key else None


def newest_edition(newer):
    """The end of the line that ``newer`` stands in: who comes to an edition of years ago wants today's."""
    later = _later(newer)
    key, seen = newer.translation_key, set()
    while key in later and key not in seen:
        seen.add(key)
        key = later[key]
    if key == newer.translation_key:
        return newer
    return _visible(newer).filter(translation_key=key).first() or newer


def mistake_in(sheet, previous) -> str:
    """Why ``previous`` cannot be the edition before ``sheet``; empty if it can."""
    if previous.translation_key == sheet.translation_key:
        return _("A sheet cannot be its own previous edition.")
    links = dict(_links(type(sheet)))
    key, seen = previous.translation_key, set()
    while key is not None and key not in seen:
        if key == sheet.translation_key:
            return _("“%(title)s” is a later edition of this sheet: expected an earlier one.") % {
                "title": previous.title
            }
        seen.add(key)
        key = links.get(key)
    return ""


def edition_keys(sheet) -> set[UUID]:
    """The translation keys of all editions of the same call, this one included."""
    neighbours = cache_version.memoize("editions", lambda: _neighbours(type(sheet)))
    found, waiting = set(), [sheet.translation_key]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting += neighbours.get(key, ())
    return found


def _visible(sheet):
    return type(sheet).objects.visible().filter(locale_id=sheet.locale_id).select_related("locale")


def _later(sheet) -> dict[UUID, UUID]:
    """The live edition after each, in the language of ``sheet``; of two, the one that opens later."""
    visible = _visible(sheet).filter(previous_edition__isnull=False)
    ordered = visible.order_by(F("opens_on").asc(nulls_first=True), "pk")
    pairs = ordered.values_list("previous_edition__translation_key", "translation_key")
    return cache_version.memoize(f"later-editions-{sheet.locale_id}", lambda: dict(pairs))


def _links(model):
    """Pairs of translation keys: an edition and the one before it."""
    linked = model.objects.filter(previous_edition__isnull=False)
    return linked.values_list("translation_key", "previous_edition__translation_key").distinct()


def _neighbours(model) -> dict[UUID, set[UUID]]:
    found = defaultdict(set)
    for later, earlier in _links(model):
        found[later].add(earlier)
        found[earlier].add(later)
    return found
