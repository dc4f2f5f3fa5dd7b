"""Messages are kept for as long as the privacy page says, and then deleted."""

from datetime import timedelta

from django.utils import timezone
from wagtail.contrib.forms.models import FormSubmission

RETENTION_DAYS = 365


def prune(days: int = RETENTION_DAYS) -> int:
    """Delete what came in more than ``days`` days ago; the number of messages."""
    old = FormSubmission.objects.filter(submit_time__lt=timezone.now() - timedelta(days=days))
    count = old.count()
    old.delete()
    return count
