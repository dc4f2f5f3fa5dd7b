"""What an export tells of a sheet: the one list that the table, the data and their schema are made from."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.addresses import absolute
from cms.vocabularies import (
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
from funding.domain.status import CAN_APPLY, Status, days_left, status_of
from funding.models.sheet import FundingSheet as Sheet
from funding.presentation.badges import LABELS
from funding.presentation.day_words import closing_hour, opening_hour

from . import kinds
from .kinds import FieldType


@dataclass(frozen=True)
class Clock:
    """The one moment of a whole export, and how near a deadline counts as closing (days)."""

    now: datetime
    closing_days: int

    def status(self, sheet: Sheet) -> Status:
        return status_of(sheet.dates, self.now, self.closing_days)

    def days_left(self, sheet: Sheet) -> int | None:
        """Days to the deadline while one can apply."""
        return days_left(sheet.dates, self.now) if self.status(sheet) in CAN_APPLY else None


@dataclass(frozen=True)
class Field:
    """One thing that is told; read from the sheet's field of the same name unless ``read`` says otherwise."""

    name: str
    title: str | Promise
    kind: FieldType
    read: Callable[[Sheet, Clock], Any] | None = None

    def value(self, sheet: Sheet, clock: Clock) -> Any:
        """As JSON."""
        return self.kind.value(self.read(sheet, clock) if self.read else getattr(sheet, self.name))


def _month(sheet: Sheet) -> date | None:
    """The month of opening, where no day is known."""
    return sheet.opens_on if sheet.opens_on and sheet.opening_month_only else None


EXPORT_FIELDS = (
    Field("title", _("Title"), kinds.TEXT),
    Field("status", _("Status"), kinds.one_of(LABELS.items()), lambda sheet, clock: clock.status(sheet)),
    Field("days_left", _("Days left"), kinds.COUNT, lambda sheet, clock: clock.days_left(sheet)),
    Field("opens_on", _("Opens on"), kinds.DAY, lambda sheet, _clock: sheet.dates.opening_day),
    Field("opens_at", _("Opens at (Italian time)"), kinds.HOUR, lambda sheet, _c: opening_hour(sheet.dates)),
    Field("opening_month", _("Opens in the month"), kinds.MONTH, lambda sheet, _clock: _month(sheet)),
    Field("closes_on", _("Closes on"), kinds.DAY, lambda sheet, _clock: sheet.dates.closing_day),
    Field(
        "closes_at", _("Closes at (Italian time)"), kinds.HOUR, lambda sheet, _c: closing_hour(sheet.dates)
    ),
    Field(
        "no_deadline", _("No deadline"), kinds.YES_OR_NO, lambda sheet, _clock: sheet.dates.without_deadline
    ),
    Field("beneficiaries", _("Who may apply"), kinds.some_of(BENEFICIARIES)),
    Field("sizes", _("Company size"), kinds.some_of(SIZES)),
    Field("sectors", _("Sector"), kinds.some_of(SECTORS)),
    Field("whole_country", _("The whole country"), kinds.YES_OR_NO),
    Field("regions", _("Region"), kinds.some_of(REGIONS)),
    Field("territories", _("Territory"), kinds.some_of(TERRITORIES)),
    Field("municipalities", _("Municipalities"), kinds.TEXT),
    Field("grant_min", _("Least grant (euro)"), kinds.EURO),
    Field("grant_max", _("Highest grant (euro)"), kinds.EURO),
    Field("intensity_min", _("Least share of the spending (%)"), kinds.PERCENT),
    Field("intensity_max", _("Highest share of the spending (%)"), kinds.PERCENT),
    Field("spend_min", _("Least eligible spending (euro)"), kinds.EURO),
    Field("spend_max", _("Highest eligible spending (euro)"), kinds.EURO),
    Field("budget", _("Budget of the call (euro)"), kinds.EURO),
    Field("budget_left", _("Budget left (euro)"), kinds.EURO),
    Field("budget_left_on", _("Budget left, as of"), kinds.DAY),
    Field("purposes", _("What for"), kinds.some_of(PURPOSES)),
    Field("aid_forms", _("Form of aid"), kinds.some_of(AID_FORMS)),
    Field("costs", _("Eligible costs"), kinds.some_of(COSTS)),
    Field("grantor", _("Grantor"), kinds.BODY, lambda sheet, clock: sheet.public_grantor),
    Field("managing_body", _("Managed by"), kinds.BODY, lambda sheet, clock: sheet.public_managing_body),
    Field("programme", _("Fund or programme"), kinds.TEXT),
    Field("summary", _("Summary"), kinds.TEXT),
    Field("official_title", _("Official title"), kinds.TEXT),
    Field("kind", _("Kind"), kinds.one_of(Sheet.Kind.choices)),
    Field("code", _("Code of the call"), kinds.TEXT),
    Field("announced_on", _("Announced on"), kinds.DAY),
    Field("closed_early_on", _("Closed early on"), kinds.DAY),
    Field("suspended_reason", _("Why it is suspended"), kinds.TEXT),
    Field("results_published_on", _("Results published on"), kinds.DAY),
    Field("results_link", _("Address of the results"), kinds.ADDRESS),
    Field("dates_note", _("Note on dates"), kinds.TEXT),
    Field("ateco", _("ATECO codes"), kinds.TEXT),
    Field("cumulation", _("Together with other aid"), kinds.one_of(Sheet.Cumulation.choices)),
    Field("cumulation_note", _("Note on other aid"), kinds.TEXT),
    Field("aid_regime", _("State aid rules"), kinds.one_of(Sheet.AidRegime.choices)),
    Field("aid_regulation", _("Regulation"), kinds.TEXT),
    Field("procedure", _("Procedure"), kinds.one_of(PROCEDURES.choices)),
    Field("mission", _("PNRR mission"), kinds.one_of(MISSIONS.choices)),
    Field("component", _("PNRR component"), kinds.one_of(COMPONENTS.choices)),
    Field("measure", _("PNRR measure"), kinds.TEXT),
    Field("sub_measure", _("PNRR sub-measure"), kinds.TEXT),
    Field("dnsh", _("DNSH: no significant harm"), kinds.one_of(Sheet.YesNo.choices)),
    Field("cup_by", _("CUP given by"), kinds.one_of(Sheet.CupGiver.choices)),
    Field(
        "topics",
        _("Topics"),
        kinds.TOPICS,
        lambda sheet, _clock: [link.topic for link in sheet.topic_links.all()],
    ),
    Field("application_link", _("Where to apply"), kinds.ADDRESS),
    Field("official_page", _("Official page"), kinds.ADDRESS),
    Field("contact_office", _("Office to ask"), kinds.TEXT),
    Field("contact_email", _("E-mail"), kinds.TEXT),
    Field("contact_phone", _("Telephone"), kinds.TEXT),
    Field("verified_on", _("Checked on the official page on"), kinds.DAY),
    Field("verified_by", _("Checked by"), kinds.TEXT),
    Field("source_name", _("Source"), kinds.TEXT),
    Field("source_licence", _("Licence of the source"), kinds.TEXT),
    Field("source_link", _("Address of the source"), kinds.ADDRESS),
    Field("source_id", _("Identifier in the source"), kinds.TEXT),
    Field("source_updated_on", _("Updated by the source on"), kinds.DAY),
    Field("imported_at", _("Imported at"), kinds.MOMENT),
    Field("updated_at", _("Updated here at"), kinds.MOMENT, lambda sheet, _clock: sheet.last_published_at),
    Field("identifier", _("Identifier"), kinds.TEXT, lambda sheet, _clock: sheet.translation_key),
    Field("address", _("Address of this sheet"), kinds.ADDRESS, lambda sheet, _clock: absolute(sheet.url)),
)
