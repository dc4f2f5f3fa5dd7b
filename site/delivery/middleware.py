"""Cache headers for the public pages, from what the views noted in ``expiry``; and their language."""

from datetime import timedelta

from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers, patch_cache_control

MAX_CACHE_AGE = timedelta(days=1)
EXPIRES_AT = "X-Expires-At"
# What a listener is told each time the response has been sent, from the page cache too.
AFTER_RESPONSE = "X-After-Response"
# These never leave the server.
# The names of the parameters that the page knows, joined by commas.
KNOWN_PARAMETERS = "X-Known-Parameters"
INTERNAL_HEADERS = {EXPIRES_AT, AFTER_RESPONSE, KNOWN_PARAMETERS}
ADMIN = "/admin/"
WITHOUT_LANGUAGE = (ADMIN, "/documents/")
# Their language is that of the content, whoever asks.
FOR_PROGRAMS = ("/api/", "/catalog.", "/health/", "/media/", "/robots.txt", "/sitemap", "/.well-known/")


def cache_headers(get_response):
    """Middleware. Tells the page cache, by an internal header, until when (epoch seconds) a page is true."""

    def middleware(request):
        response = get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if _keeps(request, response):
            now = timezone.now()
            until = min(getattr(request, "_expires_at", None) or now + MAX_CACHE_AGE, now + MAX_CACHE_AGE)
            response[EXPIRES_AT] = str(until.timestamp())
            # The page cache says for how long others may keep it.
            patch_cache_control(response, public=True, max_age=0)
            if (known := getattr(request, "known_parameters", None)) is not None:
                response[KNOWN_PARAMETERS] = ",".join(known)
        else:
            add_never_cache_headers(response)
        return response

    return middleware


def _keeps(request, response) -> bool:
    return (
        request.method == "GET"
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not getattr(request, "_no_store", False)
        and not getattr(request, "is_preview", False)
    )


def modern_headers(get_response):
    """Middleware. What Django has no setting for. The files of the site are there for other sites, too: its
    pictures, feeds and data may be shown elsewhere."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        return response

    return middleware


def admin_policy(get_response):
    """Middleware. The content security policy of the admin, and in report-only the one that Wagtail does not
    allow yet."""

    def middleware(request):
        response = get_response(request)
        if request.path_info.startswith(ADMIN):
            response._csp_config = settings.ADMIN_POLICY
            response._csp_config_ro = settings.ADMIN_POLICY_WISHED
        return response

    return middleware


def editors_language(get_response):
    """Middleware. The admin answers in the language that the editor has chosen also where Wagtail's views are
    not yet, or no longer, at work: refusals, and what is not there."""

    def middleware(request):
        user = request.user if request.path_info.startswith(ADMIN) else None
        if user and user.is_authenticated and hasattr(user, "wagtail_userprofile"):
            translation.activate(user.wagtail_userprofile.get_preferred_language())
        return get_response(request)

    return middleware


class LanguageMiddleware(LocaleMiddleware):
    """Django's, but for what programs ask for: its language is the content's, never the visitor's.

    Such an answer says ``Content-Language`` itself where its text has one, and varies by no header.
    Django would also look for whatever is not there among the public pages of a language: what the admin or a
    program has asked for is not there either.
    """

    def process_request(self, request):
        if not request.path_info.startswith(FOR_PROGRAMS):
            return super().process_request(request)
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE
        return None

    def process_response(self, request, response):
        if request.path_info.startswith(FOR_PROGRAMS):
            return response
        if response.status_code == 404 and request.path_info.startswith(WITHOUT_LANGUAGE):
            return response
        return super().process_response(request, response)
