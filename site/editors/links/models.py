"""External links of live pages, and what came of checking them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ExternalLink(models.Model):
    """One address. ``status`` is what HTTP answered last, ``problem`` why nothing did (a code of
    ``results.PROBLEMS``); ``first_failed_at`` the first of the failures that have not ended since."""

    url = models.URLField(_("address"), max_length=2000, unique=True)
    status = models.PositiveSmallIntegerField(_("status"), null=True, blank=True)
    problem = models.CharField(_("problem"), max_length=20, blank=True)
    redirects = models.PositiveSmallIntegerField(_("redirects"), default=0)
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True)
    first_failed_at = models.DateTimeField(_("failing since"), null=True, blank=True)
    broken = models.BooleanField(_("broken"), default=False, db_index=True)

    class Meta:
        verbose_name = _("external link")
        verbose_name_plural = _("external links")

    def __str__(self):
        return self.url


class LinkUse(models.Model):
    """A live page that has the link, as it was when links were last checked."""

    link = models.ForeignKey(ExternalLink, on_delete=models.CASCADE, related_name="uses")
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("use of a link")
        verbose_name_plural = _("uses of links")
        constraints = [models.UniqueConstraint(fields=["link", "page"], name="one_use_a_link_and_page")]

    def __str__(self):
        return f"{self.page_id}: {self.link_id}"
