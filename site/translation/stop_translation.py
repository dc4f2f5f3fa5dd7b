"""Stopping a synchronised translation: asked first, with what happens.

What is translated so far goes into the page or entry as a draft: from then on it is written by hand there.
"""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.models import RevisionMixin
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from cms.formats.localized import language_in_sentence

from .queries import editable_translation
from .targets import edit_address

AGREED = "agreed"


@require_POST
def stop(request: HttpRequest, translation_id: int) -> HttpResponse:
    """The library's button leads here by POST; so does the answer to the question."""
    translation, instance = editable_translation(request, translation_id, enabled=True)
    if AGREED in request.POST:
        return _stop(request, translation)
    title = _("Stop the synchronised translation?")
    context = {
        "page_title": title,
        "header_title": title,
        "breadcrumbs": [{"url": "", "label": title}],
        "title": str(instance),
        "source": language_in_sentence(translation.source.locale),
        "agreed": AGREED,
        "next": request.POST.get("next", ""),
        "edit_url": edit_address(request.user, instance) or reverse("wagtailadmin_home"),
    }
    return TemplateResponse(request, "portal_translation/stop.html", context)


@transaction.atomic
def _stop(request: HttpRequest, translation: Translation) -> HttpResponse:
    source, locale = translation.source, translation.target_locale
    draft = source.get_ephemeral_translated_instance(locale, fallback=True)
    if isinstance(draft, RevisionMixin) and translation.get_progress()[1]:
        draft.save_revision(user=request.user, changed=False, clean=False)
    return edit_translation.stop_translation(request, translation.pk)
