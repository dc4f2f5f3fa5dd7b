"""An import that an editor has asked for: uploaded, looked at, confirmed, done."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils.translation import gettext_lazy as _


def private_storage() -> FileSystemStorage:
    """Beside the database, not under /media/: an uploaded file is nobody else's to fetch."""
    return FileSystemStorage(location=settings.DATA_DIR / "imports" / "uploads", base_url=None)


class ImportJob(models.Model):
    """``report`` is what the pages of the admin show: counts, and the first of each list."""

    class Source(models.TextChoices):
        INCENTIVI = "incentivi", "incentivi.gov.it"
        ITALIA_DOMANI = "italia-domani", "Italia Domani"
        PA_DIGITALE = "pa-digitale", "PA digitale 2026"

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        READING = "reading", _("Reading the file")
        PREVIEWED = "previewed", _("Ready to be confirmed")
        CONFIRMED = "confirmed", _("Confirmed")
        IMPORTING = "importing", _("Importing")
        DONE = "done", _("Done")
        FAILED = "failed", _("Failed")

    MOVING = (State.WAITING, State.READING, State.CONFIRMED, State.IMPORTING)

    source = models.CharField(_("source"), max_length=30, choices=Source.choices)
    file = models.FileField(_("file"), storage=private_storage)
    file_name = models.CharField(_("file name"), max_length=255)
    publish = models.BooleanField(_("publish at once"), default=False)
    state = models.CharField(_("state"), max_length=12, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(_("done"), default=0)
    total = models.PositiveIntegerField(_("total"), default=0)
    report = models.JSONField(_("report"), default=dict)
    message = models.TextField(_("message"), blank=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("user"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("created at"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at"]

    def __str__(self):
        return f"{self.get_source_display()}: {self.file_name}"

    @property
    def moving(self) -> bool:
        """Whether there is something to wait for."""
        return self.state in self.MOVING
