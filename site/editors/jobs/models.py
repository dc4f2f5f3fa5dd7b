"""When each job of the clock is due, and what came of its last run; and which workers are at work."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .table import Job


class JobRun(models.Model):
    """The state of one job, shared by all machines. A run without an end is under way, or was killed."""

    command = models.CharField(_("command"), max_length=120, unique=True)
    due_at = models.DateTimeField(_("due at"))
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    ended_at = models.DateTimeField(_("ended at"), null=True, blank=True)
    succeeded = models.BooleanField(_("succeeded"), null=True, blank=True)
    message = models.TextField(_("message"), blank=True)

    class Meta:
        verbose_name = _("scheduled job")
        verbose_name_plural = _("scheduled jobs")

    def __str__(self):
        return self.command


class WorkerHeartbeat(models.Model):
    """When a worker for background tasks was last heard of. One that ends properly takes its row away."""

    worker_id = models.CharField(_("worker"), max_length=64, unique=True)
    host = models.CharField(_("machine"), max_length=255, blank=True)
    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    seen_at = models.DateTimeField(_("last seen at"), db_index=True)

    class Meta:
        verbose_name = _("worker heartbeat")
        verbose_name_plural = _("worker heartbeats")

    def __str__(self):
        return self.worker_id


def claim(job: Job, now: datetime) -> bool:
    """Whether ``job`` is due at ``now`` (aware) and nobody else runs it; then it counts as begun.

    What is due once a day waits for its hour when it is seen for the first time.
    """
    first = now if job.at is None else job.next_due(now)
    JobRun.objects.get_or_create(command=job.command, defaults={"due_at": first})
    free = Q(started_at=None) | Q(ended_at__isnull=False) | Q(started_at__lte=now - job.limit)
    # One statement decides: of two machines that ask at once, one changes the row.
    due = JobRun.objects.filter(free, command=job.command, due_at__lte=now)
    begun = {
        "due_at": job.next_due(now),
        "started_at": now,
        "ended_at": None,
        "succeeded": None,
        "message": "",
    }
    return due.update(**begun) == 1


def note_end(job: Job, now: datetime, failure: str = "") -> None:
    """Keep what came of a run: nothing, or why it failed."""
    JobRun.objects.filter(command=job.command).update(ended_at=now, succeeded=not failure, message=failure)
