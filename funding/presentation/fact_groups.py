"""The whole sheet, as lines of label and value under headings.

A line that people ask for stays even when nothing is known; the others are left out then.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cms.formats import localized
from cms.formats.large_amounts import large_amount
from cms.formats.plain_text import lines
from cms.presentation import Fact
from cms.vocabularies import (
    AID_FORMS,
    COMPONENTS,
    COSTS,
    MISSIONS,
    PROCEDURES,
    PURPOSES,
    SECTORS,
    SIZES,
    TERRITORIES,
)

from ..domain.status import Status
from .facts import amount_fact, beneficiaries, closing_fact, fact, opening_fact, region_labels, some
from .long_lists import short_labels

PNRR = ("mission", "component", "measure", "sub_measure", "dnsh", "cup_by")


@dataclass(frozen=True)
class FactGroup:
    """Some lines under a heading."""

    title: str
    facts: tuple[Fact, ...]


def groups(sheet, extended_from: str = "") -> list[FactGroup]:
    """The whole sheet, in the order in which people decide; ``extended_from`` is the deadline as it was."""
    made = [
        FactGroup(_("Who may apply"), _known(_applicants(sheet))),
        FactGroup(_("What is paid"), _known(_aid(sheet))),
        FactGroup(_("When"), _known(_when(sheet, extended_from))),
        FactGroup(_("Who gives"), _known(_grantor(sheet))),
        FactGroup(_("How it is judged"), _known(_judging(sheet))),
        FactGroup(_("PNRR"), _known(_pnrr(sheet))),
    ]
    return [group for group in made if group.facts]


def requirements(sheet) -> tuple[Fact, ...]:
    """What an applicant must have, and what only helps; nothing where neither is known."""
    by_level: dict[str, list[str]] = {"needed": [], "preferred": []}
    for block in sheet.requirements:
        by_level[block.value["level"]].append(block.value["text"])
    return _known(_if_known(level, tuple(texts)) for level, texts in by_level.items())


def trust(sheet) -> tuple[Fact, ...]:
    """Who checked it when, and where it comes from."""
    verified = some(sheet.verified_on and localized.long_date(sheet.verified_on))
    by = _verified_by(sheet.verified_by) if sheet.verified_by else ""
    updated = sheet.source_updated_on
    lines = [
        fact("verified", verified, note=by),
        fact("official-title", some(sheet.official_title), language=_source_language(sheet)),
        _if_known("code", some(sheet.code)),
        fact("source", some(sheet.source_name), url=sheet.source_link),
        fact("source-licence", some(sheet.source_licence)),
        _if_known("source-id", some(sheet.source_id)),
        fact("source-updated", some(updated and localized.long_date(updated))),
        _if_known("imported", some(sheet.imported_at and localized.long_date(sheet.imported_at))),
    ]
    return _known(lines)


def _applicants(sheet) -> Iterable[Fact | None]:
    yield fact("beneficiary", beneficiaries(sheet))
    yield fact("size", tuple(short_labels(SIZES, sheet.sizes, _("All sizes"))))
    yield fact("sector", tuple(short_labels(SECTORS, sheet.sectors, _("All sectors"))))
    yield _if_known("ateco", some(sheet.ateco))
    yield fact("region", region_labels(sheet))
    yield _if_known("territory", tuple(TERRITORIES.labels(sheet.territories)))
    yield _if_known("municipality", lines(sheet.municipalities))


def _aid(sheet) -> Iterable[Fact | None]:
    yield amount_fact(sheet)
    yield _if_known("spend", some(localized.euro_range(sheet.spend_min, sheet.spend_max)))
    yield fact("aid", tuple(AID_FORMS.labels(sheet.aid_forms)))
    yield fact("purpose", tuple(PURPOSES.labels(sheet.purposes)))
    yield fact("cost", tuple(COSTS.labels(sheet.costs)))
    yield _amount("budget", sheet.budget)
    as_of = sheet.budget_left_on and _("on %(day)s") % {"day": localized.long_date(sheet.budget_left_on)}
    if sheet.budget_left is not None:
        yield _amount("budget-left", sheet.budget_left, as_of or "")
    yield fact("cumulation", some(sheet.get_cumulation_display()), note=sheet.cumulation_note)
    regime, regulation = some(sheet.get_aid_regime_display()), sheet.aid_regulation
    yield _if_known("aid-regime", regime or some(regulation), note=regulation if regime else "")


def _source_language(sheet) -> str:
    """That of the official title, which no translator may touch; empty where it is the language spoken."""
    foreign = get_language() != settings.LANGUAGE_CODE
    return settings.LANGUAGE_CODE if foreign and sheet.official_title else ""


def _verified_by(name: str) -> str:
    """Who checked a sheet is written once, in the site's own language: other pages say which one that is."""
    words = _("by %(name)s")
    if get_language() == settings.LANGUAGE_CODE:
        return words % {"name": name}
    before, after = words.split("%(name)s")
    return format_html('{}<span lang="{}">{}</span>{}', before, settings.LANGUAGE_CODE, name, after)


def _when(sheet, extended_from: str) -> Iterable[Fact | None]:
    yield _if_known("announced", _day(sheet.announced_on))
    yield opening_fact(sheet)
    yield closing_fact(sheet, extended_from)
    yield _if_known("closed-early", _day(sheet.dates.early), note=sheet.closed_early_reason)
    if sheet.suspended:
        yield fact("suspended", (sheet.suspended_reason or _("Yes"),))
    yield _if_known("results", _results(sheet), url=sheet.results_link)
    yield _if_known("dates-note", some(sheet.dates_note))


def _results(sheet) -> tuple[str, ...]:
    """The day of the results, or that there are some, or that they are still to come."""
    if sheet.results_published_on or sheet.results_link:
        return _day(sheet.results_published_on) or (_("Day not indicated"),)
    if not sheet.results_awaited:
        return ()
    return (_("Awaited") if sheet.status is Status.EVALUATION else _("To come after the deadline"),)


def _grantor(sheet) -> Iterable[Fact | None]:
    grantor = sheet.public_grantor
    yield fact("grantor", some(grantor), url=grantor.website if grantor else "")
    yield _if_known("managing-body", some(sheet.public_managing_body))
    yield _if_known("programme", some(sheet.programme))
    yield fact(
        "official-page", (_("The issuer’s page"),) if sheet.official_page else (), url=sheet.official_page
    )
    link = sheet.usable_application_link
    if link or not sheet.application_link:
        yield fact("application", (_("Portal for applications"),) if link else (), url=link)
    office = (sheet.contact_office, sheet.contact_email, sheet.contact_phone)
    yield _if_known("contact", tuple(line for line in office if line))


def _judging(sheet) -> Iterable[Fact | None]:
    yield fact("procedure", some(sheet.procedure and PROCEDURES.label(sheet.procedure)))
    rows = [(block.value["name"], block.value["weight"]) for block in sheet.criteria]
    yield _if_known("criteria", tuple(f"{name}: {weight}" if weight else name for name, weight in rows))


def _pnrr(sheet) -> Iterable[Fact | None]:
    if not any(getattr(sheet, name) for name in PNRR):
        return
    measure, part = some(sheet.measure), sheet.sub_measure
    yield _if_known("measure", measure or some(part), note=part if measure else "")
    if sheet.component:
        yield fact("component", (f"{sheet.component}, {COMPONENTS.label(sheet.component)}",))
    if sheet.mission:
        yield fact("mission", (f"{sheet.mission}, {MISSIONS.label(sheet.mission)}",))
    yield fact("dnsh", some(sheet.get_dnsh_display()))
    yield fact("cup", some(sheet.get_cup_by_display()))


def _amount(key: str, value, note: str = "") -> Fact:
    """An amount; one of millions as people say it, the exact one beside it."""
    large = large_amount(value)
    if large:
        return fact(key, (str(large),), note=", ".join(filter(None, (large.exact, note))))
    return fact(key, () if value is None else (localized.euro(value),), note=note)


def _day(day: date | None) -> tuple[str, ...]:
    return (localized.long_date(day),) if day else ()


def _if_known(key: str, values: tuple[str, ...], **more) -> Fact | None:
    return fact(key, values, **more) if values else None


def _known(facts: Iterable[Fact | None]) -> tuple[Fact, ...]:
    return tuple(one for one in facts if one)
