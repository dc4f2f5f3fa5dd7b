"""Is the process alive, and can it serve?"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import add_never_cache_headers

from editors.jobs.checks import troubles

from .faults import RETRY_AFTER


def answer_first(get_response):
    """Middleware. Health is asked by machines that know no name of the site and have no session: whatever the
    host, before anything that needs one or the database."""
    views = {"/health/live": live, "/health/ready": ready}

    def middleware(request):
        view = views.get(request.path_info)
        return view(request) if view else get_response(request)

    return middleware


def live(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers; asks nothing of anybody."""
    response = HttpResponse("ok", content_type="text/plain")
    add_never_cache_headers(response)
    return response


def ready(request: HttpRequest) -> JsonResponse:
    """``{"status", "database", "search"}``: 503 and "unavailable" without a database.

    "degraded" with 200 when anything else is wrong, since the site serves: "search" or a further part
    ("cache", "jobs", "worker", "disk", "clock") says what, and ``mend`` what puts the first of them right.
    """
    found = list(troubles())
    told = {trouble.part: trouble.message for trouble in found}
    if "database" in told:
        response = JsonResponse({"status": "unavailable", "search": "unknown", **told}, status=503)
        response["Retry-After"] = RETRY_AFTER
    else:
        status = {"status": "degraded" if found else "ok", "database": "ok", "search": "ok"}
        response = JsonResponse(status | told | ({"mend": found[0].mend} if found else {}))
    add_never_cache_headers(response)
    return response
