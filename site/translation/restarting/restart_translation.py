"""Starting a synchronised translation again: what was written by hand meanwhile is taken over.

A text goes where the original has a text at the same place. What has no place, a block that was added or a
picture that was changed, is named, and nothing is done before the translator has agreed.
"""

from collections import defaultdict

from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.compare import FieldComparison, StreamFieldComparison
from wagtail.admin.panels import get_edit_handler
from wagtail.models import DraftStateMixin
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import validate_translation_links

from .. import addresses
from ..queries import editable_translation, translation_of
from .lost_blocks import lost_blocks

RESTART_BUTTON = "localize-restart-translation"  # the library's button


def ask_first(request: HttpRequest, instance: Model) -> HttpResponse | None:
    """For the hooks before an edit view: the library would start at once."""
    if request.method != "POST" or RESTART_BUTTON not in request.POST:
        return None
    translation = translation_of(instance, enabled=False)
    if translation is None:
        return None
    if going(request, translation):
        return redirect("portal_translation_restart", translation.pk)
    return _start(request, translation)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Names what goes; starts again where that is agreed to."""
    translation, instance = editable_translation(request, translation_id, enabled=False)
    if request.method == "POST":
        return _start(request, translation)
    title = _("Start the synchronised translation again")
    context = {
        "page_title": title,
        "header_title": title,
        "breadcrumbs": [{"url": "", "label": title}],
        "title": str(instance),
        "going": going(request, translation),
        "edit_url": _edit_url(request, instance),
    }
    return TemplateResponse(request, "portal_translation/restart.html", context)


def going(request: HttpRequest, translation: Translation) -> list[tuple[str, str]]:
    """What of the text by hand has no place in a translation of the original: labels of fields, and how they
    differ, as markup. Nothing is changed."""
    written = _written(translation)
    with transaction.atomic():
        take_over(translation, written, request.user)
        fresh = translation.source.get_ephemeral_translated_instance(translation.target_locale, fallback=True)
        panel = get_edit_handler(type(written)).get_bound_panel(request=request, instance=written, form=None)
        compared = [compare(written, fresh) for compare in panel.get_comparison()]
        found = [(capfirst(str(each.field_label())), _going(each)) for each in compared]
        transaction.set_rollback(True)
    return [(label, markup) for label, markup in found if markup is not None]


def _going(compared: FieldComparison) -> str | None:
    """How a field differs, as markup; None where it does not. Rows such as topics have no text to show."""
    if isinstance(compared, StreamFieldComparison):
        return lost_blocks(compared.val_a, compared.val_b) or None
    if not compared.has_changed():
        return None
    return compared.htmldiff() if compared.is_field else ""


@transaction.atomic
def _start(request: HttpRequest, translation: Translation) -> HttpResponse:
    written = _written(translation)
    count = take_over(translation, written, request.user)
    translation.enabled = True
    translation.save(update_fields=["enabled"])
    text = ngettext(
        "Synchronised again; %(count)d text written by hand was taken over as a translation.",
        "Synchronised again; %(count)d texts written by hand were taken over as translations.",
        count,
    )
    messages.success(request, text % {"count": count} if count else _("Synchronised again."))
    return redirect(_edit_url(request, written))


def take_over(translation: Translation, written: Model, user) -> int:
    """Keep the texts of ``written`` as the translations of those at the same places; how many are new."""
    theirs = defaultdict(list)
    for value in extract_segments(written):
        if isinstance(value, StringSegmentValue):
            theirs[value.path].append(value.string.data)
    ours = defaultdict(list)
    segments = translation.source.stringsegment_set.select_related("context", "string").order_by("order")
    for segment in segments:
        ours[segment.context.path].append(segment)
    addresses.keep(translation, written, user)
    count = 0
    for path, some in ours.items():
        texts = theirs.get(path, [])
        if len(texts) == len(some):
            count += sum(_keep(translation, *pair, user) for pair in zip(some, texts, strict=True))
    return count


def _keep(translation: Translation, segment: StringSegment, text: str, user) -> bool:
    """Whether ``text`` is kept: it is new, and has no link of its own that the original lacks. What a
    form still has in the language of the original translates nothing."""
    lookup = {
        "translation_of": segment.string,
        "context": segment.context,
        "locale": translation.target_locale,
    }
    known = StringTranslation.objects.filter(**lookup).first()
    if not text or text in (segment.string.data, known and known.data):
        return False
    try:
        validate_translation_links(segment.string.data, text)
    except ValueError:
        return False
    values = {
        "data": text,
        "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
        "tool_name": "",
        "last_translated_by": user,
        "has_error": False,
        "field_error": "",
    }
    StringTranslation.objects.update_or_create(**lookup, defaults=values)
    return True


def _written(translation: Translation) -> Model:
    """The target as it was saved last, published or not."""
    instance = translation.get_target_instance()
    if isinstance(instance, DraftStateMixin):
        return instance.get_latest_revision_as_object()
    return instance


def _edit_url(request: HttpRequest, instance: Model) -> str:
    return AdminURLFinder(request.user).get_edit_url(instance) or reverse("wagtailadmin_home")
