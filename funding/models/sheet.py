"""The funding sheet ("scheda bando")."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail_localize.fields import BaseTranslatableField, SynchronizedField

from cms.pages import BasePage
from cms.presentation import Badge, Fact
from funding.domain import measures
from funding.domain.status import OVER
from funding.models import editions
from funding.models.validation import validation_errors
from funding.presentation import fact_tables
from funding.presentation import facts as sheet_facts
from funding.presentation.badges import badge_for
from funding.presentation.reopening import message_in_lists
from funding.presentation.status_line import days_in_short

from .form import SheetForm
from .parts import (
    AidPart,
    ApplicantsPart,
    ChangesPart,
    DatesPart,
    GrantorPart,
    IdentityPart,
    JudgingPart,
    PnrrPart,
    TrustPart,
)

# Text that is the same in every language: names and codes as the issuer writes them.
UNTRANSLATED = (
    "programme",
    "contact_phone",
    "municipalities",
    "sub_measure",
    "aid_regulation",
    "verified_by",
    "source_name",
    "source_licence",
)
# What a translator must not even replace by something else.
UNALTERED = ("official_title", "code", "ateco", "measure", "source_id")
TEXT_HELP = _(
    "What it is, whom it is for, what it pays, how to apply, questions and answers: below the facts, "
    "never instead of them."
)


class FundingSheet(
    IdentityPart,
    GrantorPart,
    DatesPart,
    ApplicantsPart,
    AidPart,
    JudgingPart,
    PnrrPart,
    TrustPart,
    ChangesPart,
    BasePage,
):
    """What one edition of one call says; ``funding.pages`` makes a page of it.

    ``title`` is our short title; the official one is carried unaltered.

    Amounts are euro, days and times Europe/Rome. What is not known stays empty and reads "not indicated".
    """

    search_type = "funding"
    search_label = _("Funding sheet")
    search_label_plural = _("Funding")
    search_keywords = {
        "it": "bando avviso finanziamento agevolazione incentivo",
        "en": "call funding incentive",
        "fr": "appel aide financement",
    }
    related_heading = _("Funding")
    related_heading_beside = {"funding": _("Other sheets")}
    related_order = 10
    home_section = "deadlines"
    schema_type = "GovernmentService"
    base_form_class = SheetForm
    hours_with_days = (("opens_at", "opens_on"), ("closes_at", "closes_on"))
    parent_page_types = ["funding.FundingIndexPage"]
    subpage_types = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in UNTRANSLATED),
        *(SynchronizedField(name, overridable=False) for name in UNALTERED),
        # Neither text to translate nor a fact to carry over: they go with one publication.
        BaseTranslatableField("change_note"),
        BaseTranslatableField("closing_change"),
    ]
    exclude_fields_in_copy = ["change_note", "closing_change"]
    edit_handler = TabbedInterface(
        [
            ObjectList([*BasePage.intro_panels, *IdentityPart.identity_panels], heading=_("Identity")),
            ObjectList(GrantorPart.grantor_panels, heading=_("Who gives")),
            ObjectList(DatesPart.dates_panels, heading=_("When")),
            ObjectList(ApplicantsPart.applicants_panels, heading=_("Who may apply")),
            ObjectList(AidPart.aid_panels, heading=_("What is paid")),
            ObjectList(JudgingPart.judging_panels, heading=_("How it is judged")),
            ObjectList(PnrrPart.pnrr_panels, heading=_("PNRR")),
            ObjectList([FieldPanel("body", help_text=TEXT_HELP)], heading=_("Text")),
            ObjectList([*TrustPart.trust_panels, *ChangesPart.changes_panels], heading=_("Trust")),
            *BasePage.last_tabs(),
        ]
    )

    class Meta:
        abstract = True

    @property
    def usable_application_link(self) -> str:
        """Where to apply; empty where nobody can any more. Depends on the clock."""
        return "" if self.status in OVER else self.application_link

    def clean(self):
        super().clean()
        if found := validation_errors(self):
            raise ValidationError(found)
        if self.measure:
            self.measure = measures.normalise(self.measure)
            self.component = self.component or measures.component_of(self.measure)
        if self.component:
            self.mission = self.mission or measures.mission_of(self.component)

    @classmethod
    def card_queryset(cls):
        return super().card_queryset().select_related("grantor")

    @classmethod
    def display_queryset(cls):
        related = ("grantor", "managing_body", "previous_edition__locale")
        return super().display_queryset().select_related(*related)

    @property
    def card_label(self) -> str:
        return str(self.get_kind_display())

    @property
    def card_meta(self) -> list[str]:
        who = sheet_facts.short(sheet_facts.beneficiaries(self))
        where = sheet_facts.short(sheet_facts.region_labels(self))
        return [text for text in (days_in_short(self), who, where, self.measure) if text]

    @property
    def card_day(self):
        return self.key_date

    @property
    def card_amount(self) -> str:
        return sheet_facts.amount(self)

    @property
    def opens_again(self) -> str:
        """What a list says of a further window that steps name; of sheets that were read for a list."""
        return message_in_lists(self, timezone.now()) if hasattr(self, "raw_steps") else ""

    @property
    def card_facts(self) -> list[Fact]:
        """For whom, where, how much, who gives: one line each."""
        return sheet_facts.card_facts(self)

    @property
    def badge(self) -> Badge:
        return badge_for(self.dates)

    @property
    def facts(self) -> list[Fact]:
        return sheet_facts.key_facts(self)

    @property
    def fact_tables(self) -> list[tuple[str, tuple[Fact, ...]]]:
        return fact_tables.fact_tables(self)

    def newer_edition(self) -> "FundingSheet | None":
        """The live sheet that takes this one's place, if there is one."""
        return editions.newer_edition(self)
