"""The counts, in the database: the same for all processes, and there after a restart."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from .rules import Rule

KEPT = timedelta(days=1)  # no rule remembers for longer


class AttemptCount(models.Model):
    """What was tried for one account, or from one address. ``subject`` is a digest: what is typed as the name
    of an account may be a password. ``shown`` is the address, where there is one."""

    kind = models.CharField(_("kind"), max_length=20)
    subject = models.CharField(_("subject"), max_length=64)
    shown = models.CharField(_("shown"), max_length=60, blank=True)
    failures = models.PositiveIntegerField(_("failures"), default=0)
    last_at = models.DateTimeField(_("last at"), db_index=True)
    locked_until = models.DateTimeField(_("locked until"), null=True, blank=True)

    class Meta:
        verbose_name = _("count of attempts")
        verbose_name_plural = _("counts of attempts")
        constraints = [models.UniqueConstraint(fields=["kind", "subject"], name="one_count_a_subject")]

    def __str__(self):
        return f"{self.kind} {self.shown}".strip()

    def wait(self, rule: Rule, now: datetime) -> timedelta:
        """How long until the next attempt; nothing, or less, if it may be now."""
        until = self.last_at + rule.pause(self.failures) if self.failures else now
        return max(until, self.locked_until or now) - now


def digest(text: str) -> str:
    """What stands for ``text`` in the table."""
    return salted_hmac("attempts", text, algorithm="sha256").hexdigest()


def take(rule: Rule, subject: str, shown: str = "") -> timedelta:
    """Count one attempt as a wrong one before it is looked at, so that many at once are counted as well.

    How long it must wait instead, in which case it is neither counted nor to be looked at.
    """
    now = timezone.now()
    with transaction.atomic():
        new = {"last_at": now, "shown": shown}
        rows = AttemptCount.objects.select_for_update()
        row, _made = rows.get_or_create(kind=rule.kind, subject=digest(subject), defaults=new)
        if (wait := row.wait(rule, now)) > timedelta(0):
            return wait
        if row.locked_until or now - row.last_at > rule.memory:
            row.failures, row.locked_until = 0, None
        row.failures, row.last_at = row.failures + 1, now
        if row.failures >= rule.limit:
            row.locked_until = now + rule.lock
        row.save()
    return timedelta(0)


def take_back(rule: Rule, subject: str) -> None:
    """One attempt was right after all."""
    with transaction.atomic():
        row = AttemptCount.objects.select_for_update().filter(kind=rule.kind, subject=digest(subject)).first()
        if row and row.failures:
            row.failures, row.locked_until = row.failures - 1, None
            row.save()


def forget(rule: Rule, subject: str) -> None:
    """All that was tried for ``subject``."""
    AttemptCount.objects.filter(kind=rule.kind, subject=digest(subject)).delete()


def locked() -> models.QuerySet:
    """What is locked now, the newest first."""
    return AttemptCount.objects.filter(locked_until__gt=timezone.now()).order_by("-locked_until")


def prune() -> int:
    """Delete what no rule remembers any more; the number of rows."""
    now = timezone.now()
    free = Q(locked_until=None) | Q(locked_until__lt=now)
    return AttemptCount.objects.filter(free, last_at__lt=now - KEPT).delete()[0]
