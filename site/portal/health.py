"""Is the process alive, and can it serve?"""

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from search.engines import get_engine
from search.engines.base import EngineUnavailable


def live(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers; asks nothing of anybody."""
    return HttpResponse("ok", content_type="text/plain")


def ready(request: HttpRequest) -> JsonResponse:
    """``{"status", "database", "search"}``: 503 without a database; "degraded" (200) without an index."""
    parts = {"database": _database(), "search": _search()}
    if parts["database"] != "ok":
        return JsonResponse({"status": "unavailable", **parts}, status=503)
    return JsonResponse({"status": "ok" if parts["search"] == "ok" else "degraded", **parts})


def _database() -> str:
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unavailable"
    return "ok"


def _search() -> str:
    engine = get_engine()
    try:
        for language, _name in settings.LANGUAGES:
            engine.check(language)
    except EngineUnavailable as error:
        return str(error)
    return "ok"
