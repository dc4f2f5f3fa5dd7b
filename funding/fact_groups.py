"""The whole sheet, as lines of label and value under headings.

A line that people ask for stays even when nothing is known; the others are left out then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from portal.core import formats
from portal.core.presentation import Fact
from portal.core.vocabularies import (
    AID_FORMS,
    COMPONENTS,
    COSTS,
    MISSIONS,
    PROCEDURES,
    PURPOSES,
    SECTORS,
    SIZES,
    TERRITORIES,
    Vocabulary,
)

from .facts import amount_fact, beneficiaries, closing_fact, day_and_hour, places, some


@dataclass(frozen=True)
class FactGroup:
    """Some lines under a heading."""

    title: str
    facts: tuple[Fact, ...]


def groups(sheet) -> list[FactGroup]:
    """The whole sheet, in the order in which people decide."""
    made = [
        FactGroup(_("Who may apply"), _known(_applicants(sheet))),
        FactGroup(_("What is paid"), _known(_aid(sheet))),
        FactGroup(_("When"), _known(_when(sheet))),
        FactGroup(_("Who gives"), _known(_giver(sheet))),
        FactGroup(_("How it is judged"), _known(_judging(sheet))),
        FactGroup(_("PNRR"), _known(_pnrr(sheet))),
    ]
    return [group for group in made if group.facts]


def trust(sheet) -> tuple[Fact, ...]:
    """Who checked it when, and where it comes from."""
    verified = some(sheet.verified_on and formats.long_date(sheet.verified_on))
    by = _("by %(name)s") % {"name": sheet.verified_by} if verified and sheet.verified_by else ""
    updated = sheet.source_updated_on
    lines = [
        Fact(_("Checked on the official page"), verified, note=by),
        Fact(_("Official title"), some(sheet.official_title)),
        _if_known(_("Code of the call"), some(sheet.code)),
        Fact(_("Source"), some(sheet.source_name), url=sheet.source_link),
        Fact(_("Licence of the source"), some(sheet.source_licence)),
        _if_known(_("Identifier in the source"), some(sheet.source_id)),
        Fact(_("Updated by the source"), some(updated and formats.long_date(updated))),
    ]
    return _known(lines)


def _applicants(sheet) -> Iterable[Fact | None]:
    yield Fact(_("Kind of body"), beneficiaries(sheet))
    yield Fact(_("Size"), _labels(SIZES, sheet.sizes, _("All sizes")))
    yield Fact(_("Sector"), _labels(SECTORS, sheet.sectors, _("All sectors")))
    yield _if_known(_("ATECO codes"), some(sheet.ateco))
    yield Fact(_("Where"), places(sheet))
    yield _if_known(_("Territories"), tuple(TERRITORIES.labels(sheet.territories)))
    yield _if_known(_("Municipalities"), some(sheet.municipalities))


def _aid(sheet) -> Iterable[Fact | None]:
    yield amount_fact(sheet)
    yield _if_known(_("Eligible spending"), some(formats.euro_range(sheet.spend_min, sheet.spend_max)))
    yield Fact(_("Form of aid"), tuple(AID_FORMS.labels(sheet.aid_forms)))
    yield Fact(_("What for"), tuple(PURPOSES.labels(sheet.purposes)))
    yield Fact(_("For which costs"), tuple(COSTS.labels(sheet.costs)))
    yield Fact(_("Budget of the call"), _euro(sheet.budget))
    as_of = sheet.budget_left_on and _("on %(day)s") % {"day": formats.long_date(sheet.budget_left_on)}
    yield _if_known(_("Budget left"), _euro(sheet.budget_left), note=as_of or "")
    yield Fact(_("Together with other aid"), some(sheet.get_cumulation_display()), note=sheet.cumulation_note)
    yield _if_known(_("State aid rules"), some(sheet.get_aid_regime_display()), note=sheet.aid_regulation)


def _when(sheet) -> Iterable[Fact | None]:
    yield _if_known(_("Announced"), _day(sheet.announced_on))
    yield Fact(_("Opens"), some(day_and_hour(sheet.opens_on, sheet.opens_at)))
    yield closing_fact(sheet)
    yield _if_known(_("Closed early"), _day(sheet.closed_early_on), note=sheet.closed_early_reason)
    if sheet.suspended:
        yield Fact(_("Suspended"), (sheet.suspended_reason or _("Yes"),))
    yield _if_known(_("Results published"), _day(sheet.results_published_on), url=sheet.results_link)
    yield _if_known(_("Good to know"), some(sheet.dates_note))


def _giver(sheet) -> Iterable[Fact | None]:
    yield Fact(_("Grantor"), some(sheet.grantor), url=sheet.grantor.website if sheet.grantor else "")
    yield _if_known(_("Managed by"), some(sheet.managing_body))
    yield _if_known(_("Fund or programme"), some(sheet.programme))
    yield Fact(
        _("Official page"), (_("Page of the issuer"),) if sheet.official_page else (), url=sheet.official_page
    )
    yield Fact(
        _("Where to apply"),
        (_("Portal for applications"),) if sheet.application_link else (),
        url=sheet.application_link,
    )
    office = (sheet.contact_office, sheet.contact_email, sheet.contact_phone)
    yield _if_known(_("Contact"), tuple(line for line in office if line))


def _judging(sheet) -> Iterable[Fact | None]:
    yield Fact(_("Procedure"), some(sheet.procedure and PROCEDURES.label(sheet.procedure)))
    rows = [(block.value["name"], block.value["weight"]) for block in sheet.criteria]
    yield _if_known(_("Criteria"), tuple(f"{name}: {weight}" if weight else name for name, weight in rows))


def _pnrr(sheet) -> Iterable[Fact | None]:
    if not (sheet.mission or sheet.component or sheet.measure):
        return
    yield _if_known(_("Measure"), some(sheet.measure), note=sheet.sub_measure)
    if sheet.component:
        yield Fact(_("Component"), (f"{sheet.component}, {COMPONENTS.label(sheet.component)}",))
    if sheet.mission:
        yield Fact(_("Mission"), (f"{sheet.mission}, {MISSIONS.label(sheet.mission)}",))
    yield Fact(_("DNSH: no significant harm"), some(sheet.get_dnsh_display()))
    yield Fact(_("CUP given by"), some(sheet.get_cup_by_display()))


def _labels(vocabulary: Vocabulary, codes: list[str], everything: str) -> tuple[str, ...]:
    labels = tuple(vocabulary.labels(codes))
    return (everything,) if len(labels) >= len(vocabulary) else labels


def _euro(value) -> tuple[str, ...]:
    return (formats.euro(value),) if value is not None else ()


def _day(day: date | None) -> tuple[str, ...]:
    return (formats.long_date(day),) if day else ()


def _if_known(label: str, values: tuple[str, ...], **more) -> Fact | None:
    return Fact(label, values, **more) if values else None


def _known(facts: Iterable[Fact | None]) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact)
