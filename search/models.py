"""The outbox: which pages the index has still to hear of; the counts of searches; what
editors keep to steer it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .counting.models import SearchCount
from .curation import BestBet, Pin, SynonymGroup

__all__ = ["BestBet", "OutboxEntry", "Pin", "SearchCount", "SynonymGroup"]


class OutboxEntry(models.Model):
    """One changed page in one language. Written in the transaction of the change, removed once indexed."""

    page_id = models.PositiveBigIntegerField(_("page"))
    language = models.CharField(_("language"), max_length=10)
    queued_at = models.DateTimeField(_("queued at"), auto_now_add=True)

    class Meta:
        verbose_name = _("search outbox entry")
        verbose_name_plural = _("search outbox entries")
        ordering = ["pk"]

    def __str__(self):
        return f"{self.language}:{self.page_id}"
