"""To publish a translation of which some texts are not translated: asked first, with the texts.

The library would publish those in the language of the original, and say so afterwards.
"""

from collections import Counter

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html, strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe
from wagtail.admin import messages
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views.edit_translation import TabHelper

from cms.formats.localized import language_in_sentence

from .queries import editable_translation, translation_of
from .targets import edit_address

AGREED = "half_translated"
MAX_TEXTS_SHOWN = 10


def ask_first(request: HttpRequest, instance: Model) -> HttpResponse | None:
    """For the hooks before an edit view, which publishes where the library's editor is shown."""
    if request.method == "POST" and AGREED in request.POST:
        # The library's name for it: a form with an input of this name has no address of its own for scripts.
        request.POST = request.POST.copy()
        request.POST["action"] = "publish"
        if translation := translation_of(instance, enabled=True):
            _tell_where(request, translation)
        return None
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = translation_of(instance, enabled=True)
    if translation is None or not missing(translation).exists():
        return None
    return redirect("portal_translation_publish", translation.pk)


def missing(translation: Translation) -> QuerySet[StringSegment]:
    """The texts that would be published in the original's language; a translation with a mistake is none."""
    segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
    return segments.filter(translation__isnull=True).select_related("string").order_by("order")


def _tell_where(request: HttpRequest, translation: Translation) -> None:
    """The tabs of the editor in which texts are missing: the first is open, and may be whole."""
    tabs = TabHelper(translation.source.get_source_instance())
    counts = Counter(
        str(tabs.get_field_tab(path.partition(".")[0]))
        for path in missing(translation).values_list("context__path", flat=True)
    )
    for tab, count in counts.items():
        text = ngettext(
            "Not translated yet: %(count)d text, in the tab “%(tab)s”.",
            "Not translated yet: %(count)d texts, in the tab “%(tab)s”.",
            count,
        )
        messages.warning(request, format_html("{}", text % {"count": count, "tab": tab}))


@require_safe
def question(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The texts, and a button that publishes nevertheless: it leads to the editor's own address."""
    translation, instance = editable_translation(request, translation_id, enabled=True)
    errors = _error_messages(translation)
    texts = [
        {"words": _plain(segment), "mistake": errors.get((segment.string_id, segment.context_id), "")}
        for segment in missing(translation)
    ]
    more = len(texts[MAX_TEXTS_SHOWN:])
    title = _("Publish with texts that are not translated?")
    context = {
        "page_title": title,
        "header_title": title,
        "breadcrumbs": [{"url": "", "label": title}],
        "title": str(instance),
        "source": language_in_sentence(translation.source.locale),
        "target": language_in_sentence(translation.target_locale),
        "count": len(texts),
        "total": translation.source.stringsegment_set.count(),
        "texts": texts[:MAX_TEXTS_SHOWN],
        "more": ngettext("and %(count)d more", "and %(count)d more", more) % {"count": more} if more else "",
        "agreed": AGREED,
        "edit_url": edit_address(request.user, instance) or reverse("wagtailadmin_home"),
    }
    return TemplateResponse(request, "portal_translation/publish.html", context)


def _error_messages(translation: Translation) -> dict[tuple[int, int], str]:
    """What is wrong with those that are written and cannot be published, by text and place."""
    wrong = StringTranslation.objects.filter(
        context__object_id=translation.source.object_id, locale=translation.target_locale, has_error=True
    )
    return {
        (text, place): why
        for text, place, why in wrong.values_list("translation_of", "context", "field_error")
    }


def _plain(segment: StringSegment) -> str:
    return Truncator(strip_tags(segment.string.data)).chars(120)
