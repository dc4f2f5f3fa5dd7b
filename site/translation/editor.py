"""What the library's translation editor is given to show: only things that are there, only links that open.

The editor is a program in the browser that cannot be changed here; it shows what its properties say.
"""

import json
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.constants import TRANSLATE
from cms.formats.localized import language_in_sentence

from . import addresses
from .deleted_references import EMPTY
from .targets import edit_address, find, model_of


def properties(user, translation: Translation, theirs: str) -> str:
    """The library's properties of its editor, as JSON, made fit for this person."""
    found = json.loads(theirs)
    # Where the editor asks what a segment points to, and where it leads to.
    found["adminBaseUrl"] = reverse("portal_translation_editor", args=[translation.pk])
    # A copy in the source's language would stand under the address of another one.
    found["links"]["convertToAliasUrl"] = None
    source, target = (
        language_in_sentence(translation.source.locale),
        language_in_sentence(translation.target_locale),
    )
    found["sourceLocale"]["displayName"], found["locale"]["displayName"] = source, target
    found["words"] = _words()
    overrides = {each["segment_id"]: each for each in found["initialOverrides"]}
    page = translation.get_target_instance()
    for segment in found["segments"]:
        if segment["type"] == "related_object":
            _related(user, translation, segment)
        elif segment["contentPath"] == addresses.PATH and isinstance(page, Page):
            _address(segment, overrides.get(segment["id"]), page, source)
        elif segment["type"] == "synchronised_value":
            _chosen(user, segment, overrides.get(segment["id"]), source)
    _tell_apart(found)
    return json.dumps(found)


def _tell_apart(found: dict) -> None:
    """The editor opens fields by number alone, and a text may have the number of a choice."""
    for segment in found["segments"]:
        if segment["type"] == "synchronised_value":
            segment["id"] *= -1
    for override in found["initialOverrides"]:
        override["segment_id"] *= -1


def links(user, translation: Translation, instance) -> dict[str, Any]:
    """What stands above the editor: the original to read and to edit, and the other translations."""
    source = translation.source.get_source_instance()
    edit = edit_address(user, source)
    is_page = isinstance(source, Page)
    others = instance.get_translations().exclude(pk=source.pk).select_related("locale")
    return {
        "read": reverse("portal_translation_source", args=[translation.pk]) if is_page else "",
        "edit": edit,
        "source": language_in_sentence(translation.source.locale),
        "others": [
            (each.locale.get_display_name(), address)
            for each in others
            if (address := edit_address(user, each))
        ],
    }


def _words() -> dict[str, str]:
    """For ``translation-editor.js``."""
    return {
        "more": _("More actions"),
        "empty": _("Leave it empty"),
        "saved": _("Saved as it stands; you may go on."),
        "emptied": _("Left empty in this translation."),
        "unreachable": _(
            "Not saved: the site cannot be reached. What you wrote is still here: save it again in a moment."
        ),
        "loggedOut": _(
            "Not saved: you are no longer logged in, or may no longer translate this text. What you wrote is "
            "still here: log in again in another window, then save it."
        ),
        "fault": _(
            "Not saved: something went wrong on the site. What you wrote is still here: save it again."
        ),
    }


def _related(user, translation: Translation, segment: dict) -> None:
    """A translated thing: links to it only for those who may follow them."""
    if not user.has_perm(TRANSLATE) and segment["source"]:
        segment["source"].pop("createTranslationRequestUrl", None)
    related = translation.source.relatedobjectsegment_set.select_related("object").get(pk=segment["id"])
    for name, locale in (("source", translation.source.locale), ("dest", translation.target_locale)):
        if segment[name]:
            instance = related.object.get_instance_or_none(locale)
            segment[name]["editUrl"] = edit_address(user, instance) if instance else ""


def _address(segment: dict, override: dict | None, page: Page, language: str) -> None:
    """What the page has while nobody writes it an address; the editor's own words for that speak of the
    original."""
    is_final = bool(page.first_published_at)
    segment["value"] = page.slug if is_final else ""
    if is_final:
        theirs, back = _("As it was published"), _("Leave it as it was published")
    else:
        theirs, back = _("Made from the title when the page is published"), _("Leave it to the title")
    segment["instead"] = {
        gettext("As in %s") % language: theirs,
        gettext("Go back to the version in %s") % language: back,
    }


def _chosen(user, segment: dict, override: dict | None, language: str) -> None:
    """A thing that is chosen: one that is gone is never looked for, and the segment says so."""
    model = model_of(segment["location"].get("widget"))
    if model is None:
        return
    own = find(user, model, override["data"]) if override else None
    original = find(user, model, segment["value"])
    if override and override["data"] == EMPTY:
        segment["value"] = None
        _say(segment, _("Left empty in this translation."))
        return
    if override and own is None:
        override |= {
            "data": None,
            "error": _("What was chosen here is no longer there: the version in %(language)s counts.")
            % {"language": language},
        }
    if original is None:
        segment["value"] = None
        if own is None:
            segment["gone"] = True
            _say(segment, _("No longer there: choose something else, or leave it empty."))
    elif not (own or original).readable:
        segment["value"] = None
        if own:
            override["data"] = None
        _say(segment, _("A page that is not public: it is shown once it is published."))


def _say(segment: dict, note: str) -> None:
    """Beside the segment's own name, where the editor has a place for words."""
    name = segment["location"]["subField"]
    segment |= {"name": name, "note": note}
    segment["location"]["subField"] = f"{name} · {note}" if name else note
