"""Every field of a sheet: how files tell it, which line of the page and of the comparison shows it, how its
change is logged. Exports, their schema and the change log are made from this table."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.addresses import absolute
from cms.vocabularies import (
    AID_FORMS,
    COMPONENTS,
    COSTS,
    FACTS,
    MISSIONS,
    PROCEDURES,
    PURPOSES,
    REGIONS,
    SECTORS,
    SIZES,
    TERRITORIES,
)
from cms.vocabularies import BENEFICIARIES as BENEFICIARY_VOCABULARY

from . import choices
from .badges import LABELS
from .day_words import closing_hour, opening_hour
from .field_types import (
    ADDRESS,
    BODY,
    COUNT,
    DAY,
    EURO,
    HOUR,
    MOMENT,
    MONTH,
    PERCENT,
    TEXT,
    TOPICS,
    YES_OR_NO,
    FieldType,
    one_of,
    some_of,
)

# What a logged change is about, in the order in which the changes of one publication are told.
DATES, AMOUNTS, BENEFICIARIES, DOCUMENTS = "dates", "amounts", "beneficiaries", "documents"
CHANGE_KINDS = (DATES, AMOUNTS, BENEFICIARIES, DOCUMENTS)


@dataclass(frozen=True)
class SheetField:
    """``name`` is the column, or stands for what several columns say; ``title`` heads it in a table.

    ``fact`` is the line of the page and of the comparison that shows it, a code of ``FACTS``. ``logged`` says
    under which kind its changes are told, titled as the line is unless it has a ``change_title``. ``read``
    gives an export the value from a sheet and a clock; without it, the column does.
    """

    name: str
    title: str | Promise
    kind: FieldType
    fact: str = ""
    logged: str = ""
    change_title: str | Promise = ""
    read: Callable[[Any, Any], Any] | None = None
    exported: bool = True

    @property
    def change_label(self) -> str:
        """What the change log calls it."""
        return str(self.change_title) or (FACTS.label(self.fact) if self.fact else str(self.title))

    def value(self, sheet, clock) -> Any:
        """As JSON."""
        return self.kind.value(self.read(sheet, clock) if self.read else getattr(sheet, self.name))


def _month(sheet) -> date | None:
    """The month of opening, where no day is known."""
    return sheet.opens_on if sheet.opens_on and sheet.opening_month_only else None


# In the order of the exports.
SHEET_FIELDS = (
    SheetField("closes", _("Closes"), TEXT, fact="closes", logged=DATES, exported=False),
    SheetField("opens", _("Opens"), TEXT, fact="opens", logged=DATES, exported=False),
    SheetField("title", _("Title"), TEXT),
    SheetField("status", _("Status"), one_of(LABELS.items()), read=lambda sheet, clock: clock.status(sheet)),
    SheetField("days_left", _("Days left"), COUNT, read=lambda sheet, clock: clock.days_left(sheet)),
    SheetField("opens_on", _("Opens on"), DAY, fact="opens", read=lambda sheet, _c: sheet.dates.opening_day),
    SheetField(
        "opens_at",
        _("Opens at (Italian time)"),
        HOUR,
        fact="opens",
        read=lambda sheet, _c: opening_hour(sheet.dates),
    ),
    SheetField(
        "opening_month", _("Opens in the month"), MONTH, fact="opens", read=lambda sheet, _c: _month(sheet)
    ),
    SheetField(
        "closes_on", _("Closes on"), DAY, fact="closes", read=lambda sheet, _c: sheet.dates.closing_day
    ),
    SheetField(
        "closes_at",
        _("Closes at (Italian time)"),
        HOUR,
        fact="closes",
        read=lambda sheet, _c: closing_hour(sheet.dates),
    ),
    SheetField(
        "no_deadline",
        _("No deadline"),
        YES_OR_NO,
        fact="closes",
        read=lambda sheet, _c: sheet.dates.without_deadline,
    ),
    SheetField(
        "beneficiaries",
        _("Who may apply"),
        some_of(BENEFICIARY_VOCABULARY),
        fact="beneficiary",
        logged=BENEFICIARIES,
    ),
    SheetField("sizes", _("Company size"), some_of(SIZES), fact="size", logged=BENEFICIARIES),
    SheetField("sectors", _("Sector"), some_of(SECTORS), fact="sector", logged=BENEFICIARIES),
    SheetField("whole_country", _("The whole country"), YES_OR_NO, fact="region"),
    SheetField("regions", _("Region"), some_of(REGIONS), fact="region", logged=BENEFICIARIES),
    SheetField("territories", _("Territory"), some_of(TERRITORIES), fact="territory", logged=BENEFICIARIES),
    SheetField("municipalities", _("Only in these places"), TEXT, fact="municipality", logged=BENEFICIARIES),
    SheetField(
        "grant_min",
        _("Minimum grant (euro)"),
        EURO,
        fact="amount",
        logged=AMOUNTS,
        change_title=_("Minimum grant"),
    ),
    SheetField(
        "grant_max",
        _("Maximum grant (euro)"),
        EURO,
        fact="amount",
        logged=AMOUNTS,
        change_title=_("Maximum grant"),
    ),
    SheetField(
        "intensity_min",
        _("Minimum share of the spending (%)"),
        PERCENT,
        fact="amount",
        logged=AMOUNTS,
        change_title=_("Minimum share of the spending"),
    ),
    SheetField(
        "intensity_max",
        _("Maximum share of the spending (%)"),
        PERCENT,
        fact="amount",
        logged=AMOUNTS,
        change_title=_("Maximum share of the spending"),
    ),
    SheetField(
        "spend_min",
        _("Minimum eligible spending (euro)"),
        EURO,
        fact="spend",
        logged=AMOUNTS,
        change_title=_("Minimum eligible spending"),
    ),
    SheetField(
        "spend_max",
        _("Maximum eligible spending (euro)"),
        EURO,
        fact="spend",
        logged=AMOUNTS,
        change_title=_("Maximum eligible spending"),
    ),
    SheetField("budget", _("Budget of the call (euro)"), EURO, fact="budget", logged=AMOUNTS),
    SheetField("budget_left", _("Budget left (euro)"), EURO, fact="budget-left", logged=AMOUNTS),
    SheetField("budget_left_on", _("Budget left, as of"), DAY, fact="budget-left"),
    SheetField("purposes", _("What for"), some_of(PURPOSES), fact="purpose"),
    SheetField("aid_forms", _("Form of aid"), some_of(AID_FORMS), fact="aid"),
    SheetField("costs", _("Eligible costs"), some_of(COSTS), fact="cost"),
    SheetField("grantor", _("Grantor"), BODY, fact="grantor", read=lambda sheet, _c: sheet.public_grantor),
    SheetField(
        "managing_body",
        _("Managed by"),
        BODY,
        fact="managing-body",
        read=lambda sheet, _c: sheet.public_managing_body,
    ),
    SheetField("programme", _("Fund or programme"), TEXT, fact="programme"),
    SheetField("summary", _("Summary"), TEXT),
    SheetField("official_title", _("Official title"), TEXT, fact="official-title"),
    SheetField("kind", _("Kind"), one_of(choices.SheetKind.choices)),
    SheetField("code", _("Code of the call"), TEXT, fact="code"),
    SheetField("announced_on", _("Announced on"), DAY, fact="announced", logged=DATES),
    SheetField(
        "closed_early_on",
        _("Closed early on"),
        DAY,
        fact="closed-early",
        logged=DATES,
        read=lambda sheet, _clock: sheet.dates.early,
    ),
    SheetField("suspended_reason", _("Why it is suspended"), TEXT, fact="suspended"),
    SheetField("results_published_on", _("Results published on"), DAY, fact="results", logged=DATES),
    SheetField("results_link", _("Address of the results"), ADDRESS, fact="results"),
    SheetField("dates_note", _("Note on dates"), TEXT, fact="dates-note"),
    SheetField("ateco", _("ATECO codes"), TEXT, fact="ateco", logged=BENEFICIARIES),
    SheetField(
        "cumulation", _("Together with other aid"), one_of(choices.Cumulation.choices), fact="cumulation"
    ),
    SheetField("cumulation_note", _("Note on other aid"), TEXT, fact="cumulation"),
    SheetField("aid_regime", _("State aid rules"), one_of(choices.AidRegime.choices), fact="aid-regime"),
    SheetField("aid_regulation", _("Regulation"), TEXT, fact="aid-regime"),
    SheetField("procedure", _("Procedure"), one_of(PROCEDURES.choices), fact="procedure"),
    SheetField("mission", _("PNRR mission"), one_of(MISSIONS.choices), fact="mission"),
    SheetField("component", _("PNRR component"), one_of(COMPONENTS.choices), fact="component"),
    SheetField("measure", _("PNRR measure"), TEXT, fact="measure"),
    SheetField("sub_measure", _("PNRR sub-measure"), TEXT, fact="measure"),
    SheetField("dnsh", _("DNSH: no significant harm"), one_of(choices.YesNo.choices), fact="dnsh"),
    SheetField("cup_by", _("CUP given by"), one_of(choices.CupIssuer.choices), fact="cup"),
    SheetField(
        "topics", _("Topics"), TOPICS, read=lambda sheet, _c: [link.topic for link in sheet.topic_links.all()]
    ),
    SheetField("application_link", _("Where to apply"), ADDRESS, fact="application"),
    SheetField("official_page", _("Official page"), ADDRESS, fact="official-page"),
    SheetField("contact_office", _("Office to ask"), TEXT, fact="contact"),
    SheetField("contact_email", _("E-mail"), TEXT, fact="contact"),
    SheetField("contact_phone", _("Telephone"), TEXT, fact="contact"),
    SheetField("verified_on", _("Checked on"), DAY, fact="verified"),
    SheetField("verified_by", _("Checked by"), TEXT, fact="verified"),
    SheetField("source_name", _("Source"), TEXT, fact="source"),
    SheetField("source_licence", _("Licence of the source"), TEXT, fact="source-licence"),
    SheetField("source_link", _("Address of the source"), ADDRESS, fact="source"),
    SheetField("source_id", _("Identifier in the source"), TEXT, fact="source-id"),
    SheetField("source_updated_on", _("Updated by the source on"), DAY, fact="source-updated"),
    SheetField("imported_at", _("Imported at"), MOMENT, fact="imported"),
    SheetField("updated_at", _("Updated here at"), MOMENT, read=lambda sheet, _c: sheet.last_published_at),
    SheetField("identifier", _("Identifier"), TEXT, read=lambda sheet, _c: sheet.translation_key),
    SheetField("address", _("Address of this sheet"), ADDRESS, read=lambda sheet, _c: absolute(sheet.url)),
    SheetField("concluded", _("Concluded"), YES_OR_NO, logged=DATES, exported=False),
    SheetField("suspended", _("Suspended"), YES_OR_NO, fact="suspended", logged=DATES, exported=False),
    SheetField("documents", _("Documents"), TEXT, logged=DOCUMENTS, exported=False),
)
EXPORT_FIELDS = tuple(field for field in SHEET_FIELDS if field.exported)
LOGGED_FIELDS = {
    field.name: field
    for field in sorted(
        (field for field in SHEET_FIELDS if field.logged), key=lambda field: CHANGE_KINDS.index(field.logged)
    )
}


def names_of(kind: FieldType) -> tuple[str, ...]:
    """The columns that hold values of a kind, such as all amounts in euro."""
    return tuple(field.name for field in SHEET_FIELDS if field.kind is kind and not field.read)
