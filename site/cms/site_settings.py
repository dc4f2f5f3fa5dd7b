"""What an administrator sets for the whole site."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from . import cache_version


@register_setting(icon="cog")
class PortalSettings(ClusterableModel, BaseSiteSetting):
    """Who runs the site and how to reach them, under which licence, when a deadline counts as near (days).

    What is left empty is shown nowhere. ``about_by_language`` is filled by ``of_site``.
    """

    about_by_language: dict[str, str] = {}

    owner = models.CharField(_("organisation that runs the site"), max_length=200, default="Intreccio")
    owner_link = models.URLField(_("web address of the organisation"), blank=True)
    postal_address = models.CharField(_("postal address"), max_length=200, blank=True)
    tax_code = models.CharField(_("tax code or VAT number"), max_length=40, blank=True)
    email = models.EmailField(_("public e-mail"), blank=True)
    pec = models.EmailField(_("certified e-mail (PEC)"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    accessibility_statement = models.URLField(
        _("address of the accessibility statement"),
        blank=True,
        help_text=_("The published one, such as that at form.agid.gov.it, where the law asks for it."),
    )
    accessibility_email = models.EmailField(
        _("e-mail for accessibility feedback"),
        blank=True,
        help_text=_("Where people write to who cannot use a page."),
    )
    accessibility_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page on accessibility"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shows the statement and the address for feedback, in every language."),
    )
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
        MultiFieldPanel(
            [
                FieldPanel("owner"),
                FieldPanel("owner_link"),
                FieldPanel("postal_address"),
                FieldPanel("tax_code"),
                FieldPanel("email"),
                FieldPanel("pec"),
                FieldPanel("phone"),
                InlinePanel("descriptions", label=_("What it is, in a sentence")),
            ],
            heading=_("Who stands behind the site"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("accessibility_statement"),
                FieldPanel("accessibility_email"),
                PageChooserPanel("accessibility_page", "home.StandardPage"),
            ],
            heading=_("Accessibility"),
        ),
        MultiFieldPanel([FieldPanel("licence_name"), FieldPanel("licence_url")], heading=_("Licence")),
        MultiFieldPanel(
            [FieldPanel("closing_days"), FieldPanel("verification_days")], heading=_("Funding sheets")
        ),
    ]

    class Meta:
        verbose_name = _("portal settings")

    @property
    def about(self) -> str:
        """What the organisation is, in the language being spoken; empty where nobody has written it."""
        return self.about_by_language.get(get_language() or "", "")

    @property
    def says_who(self) -> bool:
        """Whether there is more to say of the organisation than its name."""
        ways = (self.owner_link, self.postal_address, self.tax_code, self.email, self.pec, self.phone)
        return bool(self.about or any(ways))

    @classmethod
    def of_site(cls, site=None) -> "PortalSettings":
        """Those of ``site``, by default of the default one; unsaved defaults where nobody has set any.

        Read once a cache version and for all sites, and never written: a visit must not change the database.
        """
        known = cache_version.memoize("portal-settings", cls._read_all)
        if site is None:
            return next(iter(known.values()), None) or cls()
        return known.get(site.pk) or cls(site=site)

    @classmethod
    def _read_all(cls) -> dict[int, "PortalSettings"]:
        found = cls.objects.select_related("accessibility_page").order_by("-site__is_default_site", "pk")
        every = {each.site_id: each for each in found}
        for each in every.values():
            rows = OwnerDescription.objects.filter(settings=each)
            each.about_by_language = dict(rows.values_list("locale__language_code", "text"))
        return every


class OwnerDescription(models.Model):
    """What the organisation that runs the site is, in one language."""

    settings = ParentalKey(PortalSettings, on_delete=models.CASCADE, related_name="descriptions")
    locale = models.ForeignKey(
        "wagtailcore.Locale", verbose_name=_("language"), on_delete=models.CASCADE, related_name="+"
    )
    text = models.CharField(_("text"), max_length=300)

    panels = [FieldPanel("locale"), FieldPanel("text")]

    class Meta:
        verbose_name = _("description of the organisation")
        verbose_name_plural = _("descriptions of the organisation")
        constraints = [
            models.UniqueConstraint(
                fields=["settings", "locale"],
                name="one_description_a_language",
                violation_error_message=_("There is a text in this language already."),
            )
        ]

    def __str__(self):
        return self.text
