"""What a page shows of a list that can be narrowed down: facets with their options, chips, the pager."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.core.paginator import Page

from .params import ListParams


@dataclass(frozen=True)
class Option:
    """One value of a facet, with the number of pages that it would show; ``heard`` is in force because the
    words of the question say it."""

    value: str
    label: str
    count: int
    selected: bool = False
    heard: bool = False


@dataclass(frozen=True)
class FacetChoices:
    """The values of one filter, as a page shows them; ``name`` is the parameter of the address.

    ``collapsed`` ones open by a click, or when something in them is chosen. Of many values the first
    ``visible`` are shown and the others open by a click; None shows all.
    """

    name: str
    title: str
    options: list[Option]
    collapsed: bool = False
    visible: int | None = None

    @property
    def selected(self) -> list[Option]:
        return [option for option in self.options if option.selected]

    @property
    def in_force(self) -> list[Option]:
        """What is chosen, and what the words say."""
        return [option for option in self.options if option.selected or option.heard]

    @property
    def at_hand(self) -> list[Option]:
        """The first values. A list that hides one or two values hides none."""
        if self.visible is None or len(self.options) <= self.visible + 2:
            return self.options
        return self.options[: self.visible]

    @property
    def further(self) -> list[Option]:
        """All others; they stay there when they are chosen, so that nothing moves under the finger."""
        return self.options[len(self.at_hand) :]

    @property
    def opened(self) -> bool:
        """Whether the others are shown: something among them is in force."""
        return any(option.selected or option.heard for option in self.further)


@dataclass(frozen=True)
class Chip:
    """A chosen value, and the address of the list without it."""

    label: str
    remove_url: str


@dataclass(frozen=True)
class PageLink:
    """A link of the pager; without a number it is a gap."""

    number: int | None
    url: str = ""
    current: bool = False


def facet(
    name: str, title: str, labels: Mapping[str, str], counts: Mapping[str, int], chosen: Iterable[str]
) -> FacetChoices:
    """The values that the list holds, in the order of ``labels``; chosen ones also where they are empty."""
    chosen = set(chosen)
    options = [
        Option(value, str(label), counts.get(value, 0), value in chosen)
        for value, label in labels.items()
        if counts.get(value) or value in chosen
    ]
    return FacetChoices(name, title, options)


def chips(params: ListParams, facets: Iterable[FacetChoices]) -> list[Chip]:
    """What is chosen, each with the address that lets it go."""
    found = []
    for each in facets:
        values = [option.value for option in each.selected]
        for option in each.selected:
            others = [value for value in values if value != option.value]
            found.append(Chip(option.label, params.url(**{each.name: others or None})))
    return found


class Pager:
    """What the pagination component needs: where we are and where else one can go. ``url`` gives the address
    of a page by its number; so many pages ``around`` the present one are named."""

    def __init__(self, page: Page, url: Callable[[int], str], around: int = 1):
        self.page = page.number
        self.pages = page.paginator.num_pages
        self.total = page.paginator.count
        self.previous_url = url(self.page - 1) if page.has_previous() else ""
        self.next_url = url(self.page + 1) if page.has_next() else ""
        numbers = page.paginator.get_elided_page_range(self.page, on_each_side=around, on_ends=1)
        self.links = [
            PageLink(number, url(number), number == self.page) if isinstance(number, int) else PageLink(None)
            for number in numbers
        ]
