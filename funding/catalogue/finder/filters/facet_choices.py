"""Facets as the page shows them: values with counts, what is chosen always among them."""

from collections.abc import Iterable, Mapping

from cms.constants import WHOLE_COUNTRY
from cms.list_page.choices import FacetChoices, Option
from funding.catalogue.facets import ANY, FACETS, Facet
from search.query import FacetCount

from ..parameters import FinderParameters
from ..query import IN_TIME

VISIBLE_OPTIONS = 7
MAX_SHOWN = 50


def facet_choices(
    counts: Mapping[str, Iterable[FacetCount]], parameters: FinderParameters, names: Mapping[str, Mapping]
) -> list[FacetChoices]:
    """The facets that have anything to choose; ``names`` are those of the open lists by filter."""
    made, meant = [], parameters.meant
    for facet in (facet for facet in FACETS if not facet.nested):
        name = facet.name
        values = counts.get(name, ())
        heard = meant.values(name) if not parameters.values(name) else ()
        options = _options(facet, values, parameters.values(name), heard, names.get(name, {}))
        if options:
            made.append(FacetChoices(name, str(facet.title), options, not facet.opened, VISIBLE_OPTIONS))
    return made


def _options(
    facet: Facet,
    counts: Iterable[FacetCount],
    chosen: tuple[str, ...],
    heard: tuple[str, ...],
    names: Mapping[str, str],
) -> list[Option]:
    """``heard`` are in force like those ``chosen``, by the words of the question."""
    kept = (*chosen, *heard)
    by_value = {one.value: one.count for one in counts if one.value != IN_TIME}
    values = [value for value in dict.fromkeys((*list(by_value)[:MAX_SHOWN], *kept)) if value != ANY]
    labels = {value: facet.label(value, names) for value in values}
    values.sort(key=lambda value: _place(facet, value, labels[value]))
    if facet.name == "status":
        by_value[ANY] = sum(by_value.values())
        labels[ANY] = facet.label(ANY, names)
        values.append(ANY)
    return [
        Option(value, labels[value], by_value.get(value, 0), value in chosen, value in heard)
        for value in values
    ]


def _place(facet: Facet, value: str, label: str) -> tuple:
    """Choices stay where they are, whatever is chosen: the whole country first, then as the vocabulary has
    them; organisations and topics by name."""
    known = facet.vocabulary.codes if facet.vocabulary else ()
    return value != WHOLE_COUNTRY, known.index(value) if value in known else len(known), label.casefold()
