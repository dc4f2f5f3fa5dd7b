"""Files of imports are kept for a while: what was uploaded, and the lists of refused rows."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from funding.models import ImportJob

DAYS = 90
_STATE = ImportJob.State


def prune(days: int = DAYS) -> tuple[int, int]:
    """Delete imports that nobody has confirmed, files of those that are over, and lists of refused rows, when
    they are older than ``days``; how many uploads and lists."""
    before = timezone.now() - timedelta(days=days)
    uploads = 0
    for job in ImportJob.objects.filter(changed_at__lt=before).exclude(file=""):
        job.file.delete(save=False)
        uploads += 1
        if job.state in (_STATE.DONE, _STATE.FAILED):
            ImportJob.objects.filter(pk=job.pk).update(file="")
        else:
            job.delete()
    lists = [path for path in _lists() if path.stat().st_mtime < before.timestamp()]
    for path in lists:
        path.unlink(missing_ok=True)
    return uploads, len(lists)


def _lists() -> list[Path]:
    return list((Path(settings.DATA_DIR) / "imports").glob("*-refused*.csv"))
