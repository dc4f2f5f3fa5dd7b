"""Facets as the page shows them: values with counts, what is chosen always among them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from funding.presentation.search_document import WHOLE_COUNTRY
from search.query import FacetCount

from .labels import TITLES, value_label
from .parameters import ANY, FILTERS, FinderParameters
from .question import IN_TIME

OPEN_FACETS = ("status", "beneficiary", "region")
NESTED = ("mission", "component", "measure")  # shown by ``pnrr``, one within the other
VISIBLE_OPTIONS = 7
MAX_SHOWN = 50


@dataclass(frozen=True)
class Option:
    """A value that can be chosen, and how many sheets that would give."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Facet:
    """The values of one filter. ``collapsed`` ones open by a click, or when something in them is chosen."""

    name: str
    title: str
    options: tuple[Option, ...]
    collapsed: bool

    @property
    def selected(self) -> bool:
        return any(option.selected for option in self.options)

    @property
    def at_hand(self) -> tuple[Option, ...]:
        """The first values, and whatever is chosen."""
        few = len(self.options) <= VISIBLE_OPTIONS + 2
        return tuple(
            option
            for rank, option in enumerate(self.options)
            if few or rank < VISIBLE_OPTIONS or option.selected
        )

    @property
    def further(self) -> tuple[Option, ...]:
        """All others."""
        at_hand = set(self.at_hand)
        return tuple(option for option in self.options if option not in at_hand)


def facets(
    counts: Mapping[str, Iterable[FacetCount]], parameters: FinderParameters, names: Mapping[str, Mapping]
) -> list[Facet]:
    """The facets that have anything to choose; ``names`` are those of the open lists by filter."""
    made = []
    for name in (name for name in FILTERS if name not in NESTED):
        options = _options(name, counts.get(name, ()), parameters.values(name), names.get(name, {}))
        if options:
            made.append(Facet(name, str(TITLES[name]), options, collapsed=name not in OPEN_FACETS))
    return made


def _options(
    name: str, counts: Iterable[FacetCount], chosen: tuple[str, ...], names: Mapping[str, str]
) -> tuple[Option, ...]:
    by_value = {one.value: one.count for one in counts if one.value != IN_TIME}
    values = _in_order(by_value)
    values += [value for value in chosen if value not in by_value and value != ANY]
    if name == "status":
        by_value[ANY] = sum(by_value.values())
        values.append(ANY)
    return tuple(
        Option(value, value_label(name, value, names), by_value.get(value, 0), value in chosen)
        for value in [*values[:MAX_SHOWN], *(value for value in values[MAX_SHOWN:] if value in chosen)]
    )


def _in_order(counts: Mapping[str, int]) -> list[str]:
    """The whole country first, all else by count."""
    return sorted(counts, key=lambda value: value != WHOLE_COUNTRY)
