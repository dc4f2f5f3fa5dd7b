"""What an administrator sets for the whole site."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from . import cache_version


@register_setting(icon="cog")
class PortalSettings(BaseSiteSetting):
    """Who runs the site, under which licence, and when a deadline counts as near (days)."""

    owner = models.CharField(_("organisation that runs the site"), max_length=200, default="Intreccio")
    email = models.EmailField(_("public e-mail"), blank=True)
    licence_name = models.CharField(_("licence of the content"), max_length=80, default="CC BY 4.0")
    licence_url = models.URLField(
        _("address of the licence"), default="https://creativecommons.org/licenses/by/4.0/"
    )
    closing_days = models.PositiveSmallIntegerField(
        _("days before a deadline in which a call counts as closing"),
        default=14,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
    )
    verification_days = models.PositiveSmallIntegerField(
        _("days after which a call that was not checked again says so"),
        default=60,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
    )

    panels = [
        FieldPanel("owner"),
        FieldPanel("email"),
        FieldPanel("licence_name"),
        FieldPanel("licence_url"),
        FieldPanel("closing_days"),
        FieldPanel("verification_days"),
    ]

    class Meta:
        verbose_name = _("portal settings")

    @classmethod
    def of_site(cls, site=None) -> "PortalSettings":
        """Those of ``site``, by default of the default one; unsaved defaults where nobody has set any.

        Read once a generation and for all sites, and never written: a visit must not change the database.
        """
        known = cache_version.memoize("portal-settings", cls._read_all)
        if site is None:
            return next(iter(known.values()), None) or cls()
        return known.get(site.pk) or cls(site=site)

    @classmethod
    def _read_all(cls) -> dict[int, "PortalSettings"]:
        return {each.site_id: each for each in cls.objects.order_by("-site__is_default_site", "pk")}
