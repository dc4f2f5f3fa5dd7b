"""Rows that say that something public has changed: with one more, what was computed before is out of date."""

from django.db import models
from django.db.models import Count, Max, Q
from django.utils.translation import gettext_lazy as _

KEPT_ROWS = 1000


class PublicChange(models.Model):
    """A change, written in its own transaction, so that whoever sees the change sees its row as well.

    Rows are added and never changed: transactions that publish at the same time do not wait for one another.
    """

    # Something is public no longer: unpublished, deleted, restricted. What was kept before must not be shown.
    withdraws = models.BooleanField(_("withdraws something"), default=False)
    made_at = models.DateTimeField(_("made at"), auto_now_add=True)

    class Meta:
        verbose_name = _("public change")
        verbose_name_plural = _("public changes")

    def __str__(self):
        return str(self.pk)

    @classmethod
    def note(cls, withdraws: bool) -> None:
        row = cls.objects.create(withdraws=withdraws)
        if row.pk % KEPT_ROWS == 0:
            cls.objects.filter(pk__lte=row.pk - KEPT_ROWS).delete()

    @classmethod
    def state(cls) -> tuple[str, str]:
        """Two values to compare: of all changes, and of those that withdraw something.

        Numbers are given before a transaction is committed, so a row may appear below the highest: the number
        of rows tells it.
        """
        hard = Q(withdraws=True)
        row = cls.objects.aggregate(
            last=Max("pk"), rows=Count("pk"), hard=Max("pk", filter=hard), hards=Count("pk", filter=hard)
        )
        return f"{row['last'] or 0}-{row['rows']}", f"{row['hard'] or 0}-{row['hards']}"
