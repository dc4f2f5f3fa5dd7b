"""How far a branch that was submitted for translation has come; a page that reloads by itself."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale, Page

from cms.constants import TRANSLATE

from .tasks import translate_branch
from .tree import progress

REFRESH = 3  # seconds


@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, page_id: int, locale_id: int) -> HttpResponse:
    """The count, and a button that takes up what was left."""
    if not request.user.has_perm(TRANSLATE):
        raise PermissionDenied
    page = get_object_or_404(Page, pk=page_id, depth__gt=1)
    locale = get_object_or_404(Locale, pk=locale_id)
    if request.method == "POST":
        translate_branch.enqueue(page.pk, [locale.pk], request.user.pk)
    done, total = progress(page, locale)
    title = _("Submitting for translation")
    context = {
        "page": page,
        "locale": locale,
        "done": done,
        "total": total,
        "page_title": title,
        "header_title": title,
        "breadcrumbs": [{"url": "", "label": title}],
        "list_url": reverse("wagtailadmin_explore", args=[page.pk]),
    }
    response = TemplateResponse(request, "portal_translation/progress.html", context)
    if done < total:
        response["Refresh"] = str(REFRESH)
    return response
