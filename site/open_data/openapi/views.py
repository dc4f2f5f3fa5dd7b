"""``/api/openapi.json`` and the page that shows the same to people."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import override

from cms.models import PortalSettings
from delivery.navigation import get_navigation
from open_data.catalogue import finders

from .document import document
from .reading import sections

LANGUAGE = "en"


def as_json(request: HttpRequest) -> JsonResponse:
    """In English unless ``?lang=`` says otherwise."""
    asked = request.GET.get("lang", LANGUAGE)
    language = asked if asked in dict(settings.LANGUAGES) else LANGUAGE
    with override(language):
        response = JsonResponse(_document(request), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Language"] = language
    return response


def as_page(request: HttpRequest) -> HttpResponse:
    """In the visitor's language."""
    described = _document(request)
    return render(request, "api.html", {"info": described["info"], "sections": sections(described)})


def _document(request: HttpRequest) -> dict:
    navigation = get_navigation(request)
    return document(navigation.settings if navigation else PortalSettings(), list(finders(navigation)))
