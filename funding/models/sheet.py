"""The funding sheet ("scheda bando")."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from portal.core.fields import CodesField
from portal.core.pages import BasePage
from portal.core.vocabularies import (
    AID_FORMS,
    BENEFICIARIES,
    COMPONENTS,
    COSTS,
    MISSIONS,
    PROCEDURES,
    PURPOSES,
    REGIONS,
    SECTORS,
    SIZES,
    TERRITORIES,
)
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField


def euro(label, **kwargs):
    """An amount in euro, to the cent; empty means not indicated."""
    return models.DecimalField(label, max_digits=15, decimal_places=2, null=True, blank=True, **kwargs)


class LegalActBlock(blocks.StructBlock):
    act = blocks.CharBlock(label=_("Act"), max_length=500)
    link = blocks.URLBlock(label=_("Link"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Act")


class SheetDocumentBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=200)
    file = DocumentChooserBlock(label=_("File"), required=False)
    link = blocks.URLBlock(label=_("Link"), required=False)
    day = blocks.DateBlock(label=_("Day"), required=False)
    language = blocks.CharBlock(label=_("Language"), required=False, max_length=10)

    class Meta:
        icon = "doc-full"
        label = _("Document")


class RequirementBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Requirement"))
    level = blocks.ChoiceBlock(
        label=_("Level"), choices=[("needed", _("Needed")), ("preferred", _("Preferred"))], default="needed"
    )

    class Meta:
        icon = "check"
        label = _("Requirement")


class CriterionBlock(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Criterion"), max_length=250)
    weight = blocks.CharBlock(label=_("Weight or points"), required=False, max_length=40)

    class Meta:
        icon = "list-ol"
        label = _("Criterion")


class SheetStepBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Step"), max_length=200)
    day = blocks.DateBlock(label=_("Day"), required=False)

    class Meta:
        icon = "date"
        label = _("Step")


class FundingSheetPage(BasePage):
    """One edition of one call. ``title`` is our short title; the official one is carried unaltered.

    Amounts are euro, days and times Europe/Rome. What is not known stays empty and reads "not indicated".
    """

    search_type = "funding"
    schema_type = "GovernmentService"

    class Kind(models.TextChoices):
        CALL = "call", _("Call")
        NOTICE = "notice", _("Public notice")
        INCENTIVE = "incentive", _("Incentive")
        PNRR = "pnrr", _("PNRR measure")
        PRIZE = "prize", _("Prize")
        EU_CALL = "eu-call", _("European call")

    class Cumulation(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")
        PARTLY = "partly", _("Partly")

    class AidRegime(models.TextChoices):
        DE_MINIMIS = "de-minimis", _("De minimis")
        EXEMPTION = "exemption", _("Block exemption")
        NOTIFIED = "notified", _("Notified aid")
        NONE = "none", _("Not State aid")

    class YesNo(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")

    class CupGiver(models.TextChoices):
        APPLICANT = "applicant", _("The applicant")
        ADMINISTRATION = "administration", _("The administration")

    # Identity
    official_title = models.TextField(_("official title"), blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.CALL)
    code = models.CharField(_("code given by the issuer"), max_length=80, blank=True)

    # Who gives
    grantor = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("grantor"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="granted_sheets",
    )
    managing_body = models.ForeignKey(
        "core.Organisation",
        verbose_name=_("managing body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="managed_sheets",
    )
    programme = models.CharField(_("fund or programme"), max_length=200, blank=True)
    legal_basis = StreamField([("act", LegalActBlock())], verbose_name=_("legal basis"), blank=True)
    official_page = models.URLField(_("official page"), max_length=500, blank=True)
    application_link = models.URLField(_("where to apply"), max_length=500, blank=True)
    contact_office = models.CharField(_("office"), max_length=200, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("telephone"), max_length=60, blank=True)
    documents = StreamField([("document", SheetDocumentBlock())], verbose_name=_("documents"), blank=True)

    # When
    announced_on = models.DateField(_("announced on"), null=True, blank=True)
    opens_on = models.DateField(_("opens on"), null=True, blank=True)
    opens_at = models.TimeField(_("at (opening)"), null=True, blank=True)
    closes_on = models.DateField(_("closes on"), null=True, blank=True)
    closes_at = models.TimeField(_("at (closing)"), null=True, blank=True)
    no_deadline = models.BooleanField(_("no deadline"), default=False)
    closed_early_on = models.DateField(_("closed early on"), null=True, blank=True)
    closed_early_reason = models.CharField(_("why it closed early"), max_length=250, blank=True)
    concluded = models.BooleanField(
        _("concluded, day not given by the source"),
        default=False,
        help_text=_("For a call that is known to be over although no source tells when it closed."),
    )
    suspended = models.BooleanField(_("suspended"), default=False)
    suspended_reason = models.CharField(_("why it is suspended"), max_length=250, blank=True)
    results_awaited = models.BooleanField(_("results awaited after the deadline"), default=False)
    results_published_on = models.DateField(_("results published on"), null=True, blank=True)
    results_link = models.URLField(_("results"), max_length=500, blank=True)
    dates_note = models.TextField(_("note on dates"), blank=True)

    # Who may apply
    beneficiaries = CodesField(_("who may apply"), vocabulary=BENEFICIARIES)
    sizes = CodesField(_("company size"), vocabulary=SIZES)
    sectors = CodesField(_("sectors"), vocabulary=SECTORS)
    ateco = models.CharField(_("ATECO codes"), max_length=500, blank=True)
    whole_country = models.BooleanField(_("the whole country"), default=False)
    regions = CodesField(_("regions"), vocabulary=REGIONS)
    territories = CodesField(_("territories"), vocabulary=TERRITORIES)
    municipalities = models.TextField(_("municipalities"), blank=True)
    requirements = StreamField(
        [("requirement", RequirementBlock())], verbose_name=_("further requirements"), blank=True
    )

    # What is paid
    purposes = CodesField(_("purposes"), vocabulary=PURPOSES)
    aid_forms = CodesField(_("forms of aid"), vocabulary=AID_FORMS)
    costs = CodesField(_("eligible costs"), vocabulary=COSTS)
    intensity_min = models.DecimalField(
        _("intensity from (%)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    intensity_max = models.DecimalField(
        _("intensity to (%)"), max_digits=5, decimal_places=2, null=True, blank=True
    )
    grant_min = euro(_("least grant"))
    grant_max = euro(_("highest grant"))
    spend_min = euro(_("least eligible spending"))
    spend_max = euro(_("highest eligible spending"))
    budget = euro(_("budget"))
    budget_left = euro(_("budget left"))
    budget_left_on = models.DateField(_("budget left, as of"), null=True, blank=True)
    cumulation = models.CharField(_("cumulation"), max_length=8, choices=Cumulation.choices, blank=True)
    cumulation_note = models.CharField(_("note on cumulation"), max_length=250, blank=True)
    aid_regime = models.CharField(_("State aid regime"), max_length=12, choices=AidRegime.choices, blank=True)
    aid_regulation = models.CharField(_("regulation"), max_length=200, blank=True)

    # How it is judged
    procedure = models.CharField(_("procedure"), max_length=12, choices=PROCEDURES.choices, blank=True)
    criteria = StreamField([("criterion", CriterionBlock())], verbose_name=_("criteria"), blank=True)
    steps = StreamField([("step", SheetStepBlock())], verbose_name=_("steps"), blank=True)

    # PNRR
    mission = models.CharField(_("PNRR mission"), max_length=2, choices=MISSIONS.choices, blank=True)
    component = models.CharField(_("PNRR component"), max_length=4, choices=COMPONENTS.choices, blank=True)
    measure = models.CharField(_("PNRR measure"), max_length=16, blank=True, help_text=_("Such as M1C3I1.3."))
    sub_measure = models.CharField(_("sub-measure"), max_length=80, blank=True)
    dnsh = models.CharField(_("DNSH needed"), max_length=3, choices=YesNo.choices, blank=True)
    cup_by = models.CharField(_("CUP given by"), max_length=16, choices=CupGiver.choices, blank=True)

    # Trust
    verified_on = models.DateField(_("verified on"), null=True, blank=True)
    verified_by = models.CharField(_("verified by"), max_length=120, blank=True)
    source_name = models.CharField(_("source"), max_length=120, blank=True)
    source_link = models.URLField(_("address of the source"), max_length=500, blank=True)
    source_licence = models.CharField(_("licence of the source"), max_length=80, blank=True)
    source_id = models.CharField(_("identifier in the source"), max_length=120, blank=True)
    source_updated_on = models.DateField(_("updated by the source on"), null=True, blank=True)
    imported_at = models.DateTimeField(_("imported at"), null=True, blank=True, editable=False)
    previous_edition = models.ForeignKey(
        "self",
        verbose_name=_("previous edition"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="next_editions",
    )

    parent_page_types = ["funding.FundingIndexPage"]
    subpage_types = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(
            SynchronizedField(name)
            for name in (
                "official_title",
                "code",
                "programme",
                "contact_phone",
                "ateco",
                "municipalities",
                "measure",
                "sub_measure",
                "aid_regulation",
                "verified_by",
                "source_name",
                "source_licence",
                "source_id",
            )
        ),
    ]

    class Meta:
        verbose_name = _("funding sheet")
        verbose_name_plural = _("funding sheets")
