"""Is the process alive, and can it serve?"""

from datetime import timedelta

from django.conf import settings
from django.core.cache import caches
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from delivery.shared_cache import SharedCache
from editors.jobs.models import JobRun
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.models import OutboxEntry

# A change that the search has not heard of for so long waits for something to be mended.
LATE = timedelta(minutes=10)


def live(request: HttpRequest) -> HttpResponse:
    """200 as long as the process answers; asks nothing of anybody."""
    return HttpResponse("ok", content_type="text/plain")


def ready(request: HttpRequest) -> JsonResponse:
    """``{"status", "database", "search"}``: 503 and "unavailable" without a database.

    "degraded" with 200 when the search does not answer or lags behind, a shared cache does not answer (told
    as "cache"), or a job of the clock has not run or has failed (told as "jobs"), since the rest of the site
    serves as before; then ``mend`` is what puts it right.
    """
    if (database := _database()) != "ok":
        return JsonResponse({"status": "unavailable", "database": database, "search": "unknown"}, status=503)
    trouble, mend = _search()
    if trouble:
        return JsonResponse({"status": "degraded", "database": "ok", "search": trouble, "mend": mend})
    if not _cache_answers():
        told = {
            "cache": "The shared cache does not answer.",
            "mend": "start it again, or put CACHE_URL right",
        }
        return JsonResponse({"status": "degraded", "database": "ok", "search": "ok", **told})
    if late := _jobs():
        told = {
            "jobs": late,
            "mend": "run manage.py run_due --loop, or run_due each minute; its log says more",
        }
        return JsonResponse({"status": "degraded", "database": "ok", "search": "ok", **told})
    return JsonResponse({"status": "ok", "database": "ok", "search": "ok"})


def _database() -> str:
    try:
        connection.ensure_connection()
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return "unavailable"
    return "ok"


def _cache_answers() -> bool:
    cache = caches["default"]
    return not isinstance(cache, SharedCache) or cache.answers()


def _jobs() -> str:
    """What is wrong with the jobs of the clock, in a line; nothing where they have never been run here."""
    if late := JobRun.objects.filter(due_at__lt=timezone.now() - LATE).order_by("due_at").first():
        return f"{late.command} has been due since {late.due_at:%Y-%m-%d %H:%M} UTC."
    failed = JobRun.objects.filter(succeeded=False).order_by("-ended_at").first()
    return f"{failed.command} failed: {failed.message}" if failed else ""


def _search() -> tuple[str, str]:
    """What is wrong with the search and what mends it, each in a line; empty when nothing is."""
    try:
        engine = get_engine()
        for language, _name in settings.LANGUAGES:
            engine.check(language)
    except EngineUnavailable as reason:
        return str(reason), reason.remedy
    late = OutboxEntry.objects.filter(queued_at__lt=timezone.now() - LATE).count()
    return (
        (f"{late} changes have been waiting for more than ten minutes.", EngineUnavailable.remedy)
        if late
        else ("", "")
    )
