"""What a sheet says first: who, how much, where, until when, from whom; and the words for it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.constants import ABROAD
from cms.formats import localized
from cms.presentation import Fact
from cms.vocabularies import BENEFICIARIES, COSTS, FACTS, REGIONS, Vocabulary

from .day_words import closing_hour, closing_words, hour_unknown, opening_words, placeholder_words
from .long_lists import short_labels

ITALIAN_REGIONS = Vocabulary("region", REGIONS.source, [term for term in REGIONS if term.code != ABROAD])


def key_facts(sheet) -> list[Fact]:
    """What is asked first, for cards and previews."""
    return [
        Fact(_("Who may apply"), beneficiaries(sheet)),
        amount_fact(sheet),
        Fact(_("For which costs"), tuple(COSTS.labels(sheet.costs))),
        Fact(_("Where"), region_labels(sheet)),
        closing_fact(sheet),
        Fact(_("Who gives"), some(sheet.public_grantor)),
    ]


def card_facts(sheet) -> list[Fact]:
    """What a list tells of a sheet, each in one line."""
    grantor = sheet.public_grantor
    sources = (
        (_("For whom"), short(beneficiaries(sheet))),
        (_("Where"), short(region_labels(sheet))),
        (_("How much"), amount(sheet)),
        (_("Who gives"), (grantor.short_name or grantor.name) if grantor else ""),
    )
    return [Fact(label, some(text)) for label, text in sources]


def fact(key: str, values: tuple[str, ...], **more) -> Fact:
    """A line under its own label of the list of facts."""
    return Fact(FACTS.label(key), values, key=key, **more)


def amount_fact(sheet) -> Fact:
    """How much, and which share of the spending that is."""
    return fact("amount", some(amount(sheet)), note=share(sheet))


def opening_fact(sheet) -> Fact:
    """The opening, as far as it is known."""
    return fact("opens", some(opening_words(sheet.dates)))


def closing_fact(sheet, extended_from: str = "") -> Fact:
    """The deadline; ``extended_from`` is the one before an extension."""
    dates = sheet.dates
    if dates.without_deadline:
        return fact("closes", (_("No deadline"),))
    notes = [placeholder_words(dates), extension(extended_from)]
    if dates.closing_day and not closing_hour(dates):
        notes.insert(0, hour_unknown(sheet))
    return fact("closes", some(closing_words(dates)), note="; ".join(note for note in notes if note))


def extension(extended_from: str) -> str:
    """That there is more time than there was; empty when there is not."""
    return _("extended: was %(moment)s") % {"moment": extended_from} if extended_from else ""


def beneficiaries(sheet) -> tuple[str, ...]:
    """Kinds of body that may apply, in words."""
    return tuple(short_labels(BENEFICIARIES, sheet.beneficiaries, _("All kinds of body")))


def amount(sheet) -> str:
    """What one applicant can get: "up to 250.000 €"; empty when not known."""
    return localized.euro_range(sheet.grant_min, sheet.grant_max)


def short(labels: tuple[str, ...], max_labels: int = 2) -> str:
    """Some labels in one line, and how many more there are."""
    shown, more = ", ".join(labels[:max_labels]), len(labels) - max_labels
    if more <= 0:
        return shown
    return ngettext("%(shown)s and %(count)d more", "%(shown)s and %(count)d more", more) % {
        "shown": shown,
        "count": more,
    }


def region_labels(sheet) -> tuple[str, ...]:
    """The whole country, or the regions, in words."""
    abroad = REGIONS.labels([ABROAD]) if ABROAD in sheet.regions else []
    named = {code for code in sheet.regions if code != ABROAD}
    regions = (*short_labels(ITALIAN_REGIONS, named, _("All regions")), *abroad)
    return (_("The whole country"), *regions) if sheet.whole_country else regions


def share(sheet) -> str:
    """How much of the spending is paid; empty when not known. A least share of nought is none."""
    low, high = sheet.intensity_min, sheet.intensity_max
    if high is None:
        return _("at least %(low)s%% of the spending") % {"low": localized.number(low)} if low else ""
    if low is not None and low == high:
        return _("%(share)s%% of the spending") % {"share": localized.number(high)}
    if low:
        values = {"low": localized.number(low), "high": localized.number(high)}
        return _("from %(low)s%% to %(high)s%% of the spending") % values
    return _("at most %(high)s%% of the spending") % {"high": localized.number(high)}


def some(value) -> tuple[str, ...]:
    """The value as the values of a fact: none when there is nothing."""
    return (str(value),) if value else ()
