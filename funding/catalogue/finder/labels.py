"""What filters and their values are called, in the visitor's language."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

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
)
from funding.domain.status import Status
from funding.presentation.badges import LABELS as STATUS_LABELS
from funding.presentation.search_document import WHOLE_COUNTRY

from .parameters import ANY
from .values import measure_or_none, slug_or_none

VOCABULARIES = {
    "beneficiary": BENEFICIARIES,
    "region": REGIONS,
    "size": SIZES,
    "sector": SECTORS,
    "purpose": PURPOSES,
    "aid": AID_FORMS,
    "cost": COSTS,
    "territory": TERRITORIES,
    "mission": MISSIONS,
    "component": COMPONENTS,
}
TITLES = {
    "q": gettext_lazy("Words"),
    "status": gettext_lazy("Status"),
    "beneficiary": gettext_lazy("Who may apply"),
    "region": gettext_lazy("Region"),
    "size": gettext_lazy("Company size"),
    "sector": gettext_lazy("Sector"),
    "purpose": gettext_lazy("What for"),
    "aid": gettext_lazy("Form of aid"),
    "cost": gettext_lazy("Eligible costs"),
    "territory": gettext_lazy("Territory"),
    "mission": gettext_lazy("PNRR mission"),
    "component": gettext_lazy("PNRR component"),
    "measure": gettext_lazy("PNRR measure"),
    "grantor": gettext_lazy("Grantor"),
    "topic": gettext_lazy("Topic"),
    "amount": gettext_lazy("Amount"),
    "closes_before": gettext_lazy("Closes by"),
    "closes_after": gettext_lazy("Closes from"),
    "opens_after": gettext_lazy("Opens from"),
    "deadline": gettext_lazy("Without deadline"),
    "sort": gettext_lazy("Order"),
    "per": gettext_lazy("Results a page"),
    "page": gettext_lazy("Page"),
}
SORT_TITLES = {
    "deadline": gettext_lazy("by deadline"),
    "relevance": gettext_lazy("by relevance"),
    "newest": gettext_lazy("newest first"),
    "amount": gettext_lazy("by amount"),
    "title": gettext_lazy("by title"),
    "fit": gettext_lazy("by what fits"),
}
# Told apart by their code, which people know and look for.
CODED = ("mission", "component")


def _one_of(codes: Iterable[str]):
    known = {code.casefold(): code for code in codes}
    return lambda value: known.get(value.casefold())


READERS = {
    "status": _one_of([*Status, ANY]),
    "measure": measure_or_none,
    "grantor": slug_or_none,
    "topic": slug_or_none,
    **{name: _one_of(vocabulary.codes) for name, vocabulary in VOCABULARIES.items()},
    "region": _one_of([*REGIONS.codes, WHOLE_COUNTRY]),
}


def value_label(name: str, value: str, names: Mapping[str, str]) -> str:
    """``names`` are those of the open lists, by slug; what has no name reads as itself."""
    if name == "status":
        return _("All, closed ones too") if value == ANY else str(STATUS_LABELS[Status(value)])
    if name == "region" and value == WHOLE_COUNTRY:
        return _("The whole country")
    if name in CODED:
        return f"{value}, {VOCABULARIES[name].label(value)}"
    if name in VOCABULARIES:
        return VOCABULARIES[name].label(value)
    return names.get(value, value)


def open_names(name: str, slugs: Iterable[str], locale) -> dict[str, str]:
    """The names of organisations or topics by slug, in one query; none for the closed lists."""
    slugs = set(slugs)
    if not slugs or name not in ("grantor", "topic"):
        return {}
    if name == "topic":
        return dict(
            Topic.objects.filter(locale=locale, slug__in=slugs, live=True).values_list("slug", "name")
        )
    rows = Organisation.objects.filter(slug__in=slugs, live=True).values_list("slug", "name", "short_name")
    return {slug: short_name or name for slug, name, short_name in rows}
