"""The facets of the finder: parameters, labels, search documents, counts, rows and the API read them here."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.core.checks import CheckMessage, Error
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from cms.constants import ABROAD, WHOLE_COUNTRY
from cms.models import Organisation, Topic
from cms.vocabularies import (
    AID_FORMS,
    BENEFICIARIES,
    COMPONENTS,
    COSTS,
    MISSIONS,
    PURPOSES,
    REGIONS,
    SECTORS,
    SIZES,
    TERRITORIES,
    Term,
    Vocabulary,
)
from funding.domain.measures import normalise
from funding.presentation.badges import LABELS as STATUS_LABELS

Codes = tuple[str, ...]

ANY = "any"  # every status, closed ones too
STATUSES = Vocabulary(
    "status",
    "Intreccio",
    [
        *(Term(status.value, label) for status, label in STATUS_LABELS.items()),
        Term(ANY, _("All, closed ones too")),
    ],
)
ALL_REGIONS = Vocabulary("region", REGIONS.source, [*REGIONS, Term(WHOLE_COUNTRY, _("The whole country"))])
_SLUG = re.compile(r"[A-Za-z0-9_-]{1,120}", re.ASCII)


@dataclass(frozen=True)
class Facet:
    """A filter with the count of each value; ``name`` is the parameter of the address.

    The values are those of ``vocabulary``. Without one ``parse`` reads a value of an address, None where it
    makes no sense, and ``names`` gives the names of slugs in a language. ``of_sheet`` gives the codes of a
    sheet from ``columns`` of its table; without it they come from elsewhere. ``nested`` values are shown
    within those of the facet before. ``worded`` labels are words by which a sheet is found.
    """

    name: str
    title: str | Promise
    vocabulary: Vocabulary | None = None
    parse: Callable[[str], str | None] | None = None
    names: Callable[[Iterable[str], object], Mapping[str, str]] | None = None
    columns: tuple[str, ...] = ()
    of_sheet: Callable[[object], Codes] | None = None
    nested: bool = False
    worded: bool = False
    opened: bool = False

    def read(self, value: str) -> str | None:
        """The code that an address means by ``value``, in capitals or not; None for what is unknown."""
        if self.parse:
            return self.parse(value)
        return {code.casefold(): code for code in self.vocabulary.codes}.get(value.casefold())

    def label(self, value: str, names: Mapping[str, str]) -> str:
        """``names`` are those of an open list, by slug; what has no name reads as itself."""
        label = self.vocabulary.label(value) if self.vocabulary else names.get(value, value)
        # Told apart by their code, which people know and look for.
        return f"{value}, {label}" if self.nested and self.vocabulary else label


def measure_or_none(text: str) -> str | None:
    """The code of a PNRR measure, however it is padded."""
    try:
        return normalise(text) if len(text) <= 40 else None
    except ValueError:
        return None


def slug_or_none(text: str) -> str | None:
    """Something that could be the slug of an organisation or a topic."""
    return text if _SLUG.fullmatch(text) else None


def _topics(slugs: Iterable[str], locale) -> Mapping[str, str]:
    return dict(Topic.objects.filter(locale=locale, slug__in=slugs, live=True).values_list("slug", "name"))


def _organisations(slugs: Iterable[str], _locale) -> Mapping[str, str]:
    rows = Organisation.objects.filter(slug__in=slugs, live=True).values_list("slug", "name", "short_name")
    return {slug: short_name or name for slug, name, short_name in rows}


def _regions(sheet) -> Codes:
    """A national call is found under every region, and under the whole country."""
    if not sheet.whole_country:
        return tuple(sheet.regions)
    abroad = [ABROAD] if ABROAD in sheet.regions else []
    return (WHOLE_COUNTRY, *(code for code in REGIONS.codes if code != ABROAD), *abroad)


def _grantor(sheet) -> Codes:
    return (sheet.public_grantor.slug,) if sheet.public_grantor else ()


def _several(name: str, title: Promise, vocabulary: Vocabulary, column: str, **more) -> Facet:
    """A facet of a column that holds a list of codes."""
    return Facet(
        name,
        title,
        vocabulary,
        columns=(column,),
        of_sheet=lambda sheet: tuple(getattr(sheet, column)),
        worded=True,
        **more,
    )


def _one(name: str, title: Promise, vocabulary: Vocabulary | None = None, **more) -> Facet:
    """A facet of the column of its name, which holds one code or nothing."""
    return Facet(
        name,
        title,
        vocabulary,
        columns=(name,),
        of_sheet=lambda sheet: tuple(filter(None, [getattr(sheet, name)])),
        worded=vocabulary is not None,
        **more,
    )


# In the order of the page and of addresses.
FACETS = (
    Facet("status", _("Status"), STATUSES, opened=True),
    _several("beneficiary", _("Who may apply"), BENEFICIARIES, "beneficiaries", opened=True),
    Facet(
        "region",
        _("Region"),
        ALL_REGIONS,
        columns=("regions", "whole_country"),
        of_sheet=_regions,
        opened=True,
    ),
    _several("size", _("Company size"), SIZES, "sizes"),
    _several("sector", _("Sector"), SECTORS, "sectors"),
    _several("purpose", _("What for"), PURPOSES, "purposes"),
    _several("aid", _("Form of aid"), AID_FORMS, "aid_forms"),
    _several("cost", _("Eligible costs"), COSTS, "costs"),
    _several("territory", _("Territory"), TERRITORIES, "territories"),
    _one("mission", _("PNRR mission"), MISSIONS, nested=True),
    _one("component", _("PNRR component"), COMPONENTS, nested=True),
    _one("measure", _("PNRR measure"), parse=measure_or_none, nested=True),
    Facet(
        "grantor",
        _("Grantor"),
        parse=slug_or_none,
        names=_organisations,
        columns=("grantor__slug", "grantor__live"),
        of_sheet=_grantor,
    ),
    Facet("topic", _("Topic"), parse=slug_or_none, names=_topics),
)
BY_NAME = {facet.name: facet for facet in FACETS}
FILTERS = tuple(BY_NAME)
OPEN_LISTS = tuple(facet.name for facet in FACETS if facet.names)
# A status follows from the clock, topics are kept beside the sheet.
FROM_ELSEWHERE = ("status", "topic")


def facets_of(sheet) -> dict[str, Codes]:
    """The codes and slugs of ``sheet``, by facet."""
    return {facet.name: facet.of_sheet(sheet) for facet in FACETS if facet.of_sheet}


def check_facets(facets: Iterable[Facet] = FACETS, **_kwargs) -> list[CheckMessage]:
    """A system check: every facet says all that its readers need."""
    return [Error(text, id="funding.E001") for facet in facets for text in _missing(facet)]


def _missing(facet: Facet) -> Iterator[str]:
    if not facet.title:
        yield f"The facet “{facet.name}” has no title."
    if facet.vocabulary is None and facet.parse is None:
        yield f"The facet “{facet.name}” has neither a vocabulary nor a function that reads its values."
    if facet.of_sheet is None and facet.name not in FROM_ELSEWHERE:
        yield f"The facet “{facet.name}” does not say which values a sheet has."
