"""The page "System": what ``/health/ready`` sees, in words, for administrators."""

import json

from django.core.exceptions import PermissionDenied
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from .accounts.locks import may_unlock
from .admin_page import AdminPageView
from .jobs.models import JobRun

# By name: it lies in a layer above this one.
HEALTH = "portal.health.ready"
# Of the answer, what is no part of the site.
NO_PARTS = {"status", "mend"}
WELL = "ok"
UNAVAILABLE, DEGRADED = "unavailable", "degraded"
STATES = {
    WELL: _("Everything works."),
    DEGRADED: _("The site answers, but something has to be mended."),
    UNAVAILABLE: _("The site cannot answer: its database is away."),
}
# Each with its title, what it does, and what its failure means for those who work here.
PARTS = {
    "database": (_("Database"), _("keeps pages, accounts and messages"), _("Nothing can be read or saved.")),
    "search": (
        _("Site search"),
        _("answers the search page and the finder"),
        _("The search page says that it does not answer, or misses the latest changes. Publishing goes on."),
    ),
    "cache": (
        _("Shared cache"),
        _("keeps finished pages for all processes"),
        _("Pages take longer. Nothing is lost."),
    ),
    "jobs": (
        _("Scheduled jobs"),
        _("publish, expire, check links and tidy up at their hour"),
        _("What is planned may not be published or taken offline at its hour."),
    ),
    "worker": (
        _("Background worker"),
        _("imports calls, makes sizes of pictures and reads documents"),
        _("Imports, new sizes of pictures and the text of documents wait."),
    ),
    "disk": (_("Disk"), _("keeps uploads and the index"), _("Uploads and changes may fail.")),
    "clock": (
        _("Clock"),
        _("decides when calls open and close"),
        _("Calls may open and close at the wrong moment."),
    ),
}
# Those that health always looks at; of others it tells trouble only.
ALWAYS = ("database", "search", "cache", "jobs", "worker", "disk", "clock")
COMMANDS = {
    "publish_scheduled": _("Publish and expire what is planned"),
    "sync_search": _("Bring the search up to date"),
    "prune_messages": _("Delete old messages of the contact form"),
    "prune_search_counts": _("Delete old counts of searches"),
    "prune_db_task_results": _("Delete results of background tasks"),
    "clearsessions": _("Delete sessions that have ended"),
    "prune_imports": _("Delete old files of imports"),
    "prune_attempts": _("Delete old counts of wrong passwords"),
    "check_links": _("Check links to other sites"),
}


class SystemView(AdminPageView):
    template_name = "wagtailadmin/system.html"
    page_title = _("System")
    header_icon = "cogs"

    def dispatch(self, request, *args, **kwargs):
        if not may_unlock(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        told = json.loads(import_string(HEALTH)(self.request).content)
        state = told.get("status", WELL)
        return super().get_context_data(**kwargs) | {
            "state": STATES.get(state, state),
            "well": state == WELL,
            "mend": told.get("mend", ""),
            "parts": _parts(told),
            "jobs": [_job(run) for run in JobRun.objects.order_by("command")],
        }


def _parts(told: dict) -> list[dict]:
    """Those that are always looked at, and each further one that the answer names; those in trouble first."""
    names = list(dict.fromkeys([*ALWAYS, *(name for name in told if name not in NO_PARTS)]))
    parts = []
    for name in names:
        title, does, means = PARTS.get(name, (name, "", ""))
        trouble = str(told.get(name, WELL))
        well = trouble == WELL
        detail = "" if well else trouble
        parts.append({"title": title, "does": does, "means": means, "well": well, "detail": detail})
    return sorted(parts, key=lambda part: part["well"])


def _job(run: JobRun) -> dict:
    title = COMMANDS.get(run.command.split()[0], run.command)
    running = bool(run.started_at and not run.ended_at)
    return {"title": title, "run": run, "failed": run.succeeded is False, "running": running}
