"""Addresses that belong to no section: the way in, robots.txt, uploaded pictures."""

from datetime import timedelta
from posixpath import normpath

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language_from_request, override
from django.views.defaults import page_not_found
from django.views.static import serve

from delivery.navigation import get_navigation
from delivery.refusals import wants_json

SECURITY_DAYS = timedelta(days=180)  # RFC 9116 wants less than a year


def root(request: HttpRequest) -> HttpResponse:
    """From ``/`` to a language that has a home page: the one chosen before, Accept-Language, the source.

    Kept by nobody on the way: some shared caches do not look at ``Vary``.
    """
    navigation, wanted = get_navigation(request), get_language_from_request(request)
    with override(wanted if navigation and navigation.home(wanted) else settings.LANGUAGE_CODE):
        response = redirect(reverse("wagtail_serve", args=[""]))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    patch_cache_control(response, private=True, max_age=0)
    return response


def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the editors' side."""
    lines = ["User-agent: *", "Disallow: /admin/", "", f"Sitemap: {settings.BASE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def security_txt(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a hole (RFC 9116); 404 where nobody is named. It is true for ``SECURITY_DAYS`` days."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    contact = settings.SECURITY_CONTACT
    contact = contact if ":" in contact else f"mailto:{contact}"
    expires = (timezone.now() + SECURITY_DAYS).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(code for code, _name in settings.LANGUAGES)}",
        f"Canonical: {settings.BASE_URL.rstrip('/')}/.well-known/security.txt",
        *([f"Policy: {settings.SECURITY_POLICY}"] if settings.SECURITY_POLICY else []),
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Django's, but for what answers JSON."""
    if not wants_json(request):
        return page_not_found(request, exception)
    return JsonResponse({"message": "Not found."}, status=404)


def media(request: HttpRequest, path: str) -> HttpResponse:
    """Uploaded pictures, where no web server in front serves them.

    Wagtail never writes another content to a name that it has used, so a browser may keep what it has.
    Documents are given out at their own address, which knows who may read them.
    """
    if normpath(path).lstrip("/").startswith("documents/"):
        raise Http404
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except (OSError, ValueError) as reason:  # a name that no file can have
        raise Http404 from reason
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    response["X-Content-Type-Options"] = "nosniff"
    return response
