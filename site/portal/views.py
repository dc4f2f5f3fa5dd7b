"""Pages that belong to no section: the way in, robots.txt, and what is not translated."""

from posixpath import normpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language, get_language_from_request, override
from django.views.static import serve
from wagtail.models import Page


def root(request: HttpRequest) -> HttpResponse:
    """From ``/`` to the visitor's language: Accept-Language, then the source language."""
    with override(get_language_from_request(request)):
        response = redirect(reverse("wagtail_serve", args=[""]))
    patch_vary_headers(response, ["Accept-Language"])
    patch_cache_control(response, public=True, max_age=0, s_maxage=60)
    return response


def untranslated(request: HttpRequest, page_id: int) -> HttpResponse:
    """Says that a page does not exist in the active language, and links to the one that does.

    Leads straight to the translation once there is one; 404 for what is not public.
    """
    source = get_object_or_404(Page.objects.filter(live=True).select_related("locale"), pk=page_id)
    if source.get_view_restrictions().exists():
        raise Http404
    versions = Page.objects.filter(translation_key=source.translation_key, live=True).select_related("locale")
    here = next((page for page in versions if page.locale.language_code == get_language()), None)
    if here:
        return redirect(here.get_url(request))
    return render(request, "untranslated.html", {"source": source.specific, "versions": versions})


def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the editors' side."""
    lines = ["User-agent: *", "Disallow: /admin/", "", f"Sitemap: {settings.BASE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def media(request: HttpRequest, path: str) -> HttpResponse:
    """Uploaded pictures, where no web server in front serves them.

    Wagtail never writes another content to a name that it has used, so a browser may keep what it has.
    Documents are given out at their own address, which knows who may read them.
    """
    if normpath(path).lstrip("/").startswith("documents/"):
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    response["X-Content-Type-Options"] = "nosniff"
    return response
