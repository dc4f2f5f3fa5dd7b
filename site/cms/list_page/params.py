"""Lists that visitors narrow down and page through by the parameters of the address.

What an address asks for that does not exist is left out and told in a notice: never an error.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
# Of an address: its parameters, the values of each, the characters of a value. A page links to it many times.
MAX_VALUES = 50
MAX_VALUE_LENGTH = 400


@dataclass(frozen=True)
class Option:
    """One value of a facet, with the number of pages that it would show."""

    value: str
    label: str
    count: int
    selected: bool = False


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
    def at_hand(self) -> list[Option]:
        """The first values, and whatever is chosen. A list that hides one or two values hides none."""
        if self.visible is None or len(self.options) <= self.visible + 2:
            return self.options
        return [*self.options[: self.visible], *(one for one in self.options[self.visible :] if one.selected)]

    @property
    def further(self) -> list[Option]:
        """All others."""
        at_hand = self.at_hand
        return [option for option in self.options if option not in at_hand]


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


@dataclass
class ListParams:
    """The parameters of an address, read kindly; ``data`` holds no more of them than anybody can mean."""

    data: QueryDict
    notices: list[str] = field(default_factory=list)

    def __post_init__(self):
        given, self.data = self.data, QueryDict(mutable=True)
        for name, values in islice(given.lists(), MAX_VALUES):
            self.data.setlist(name, [value[:MAX_VALUE_LENGTH] for value in values[:MAX_VALUES]])
        if len(given) > MAX_VALUES or any(len(values) > MAX_VALUES for _name, values in given.lists()):
            self.notices.append(
                _("Too many values: only the first %(most)d are used.") % {"most": MAX_VALUES}
            )

    def values(self, name: str, known: Iterable[str]) -> list[str]:
        """The values of ``name`` that are known, each once."""
        known = set(known)
        asked = [value for value in dict.fromkeys(self.data.getlist(name)) if value]
        unknown = [value for value in asked if value not in known]
        if unknown:
            self.notices.append(
                _("“%(value)s” is not among the choices, so it was left out.") % {"value": unknown[0][:60]}
            )
        return [value for value in asked if value in known]

    def month(self, name: str = "month") -> date | None:
        """A month written as 2026-12, as its first day."""
        text = self.data.get(name, "")
        if not text:
            return None
        try:
            # A month has a next one, so the very last year that a computer knows is none.
            if MONTH.fullmatch(text) and not text.startswith("9999"):
                return date.fromisoformat(f"{text}-01")
        except ValueError:
            pass
        self.notices.append(
            _("“%(value)s” is not a month: write it as 2026-12. All are shown.") % {"value": text[:60]}
        )
        return None

    def page(self, paginator: Paginator) -> Page:
        """The page asked for; the nearest one where it does not exist."""
        text = self.data.get("page", "1") or "1"
        number = int(text) if text.isdecimal() and text.isascii() and len(text) < 7 else 0
        nearest = min(max(number, 1), paginator.num_pages)
        if number != nearest:
            self.notices.append(
                _("There is no page “%(value)s”: this is page %(number)d.")
                % {"value": text[:60], "number": nearest}
            )
        return paginator.page(nearest)

    def url(self, **changes) -> str:
        """The address with ``changes``; None takes a parameter out, and paging starts again."""
        data = self.data.copy()
        data.pop("page", None)
        for name, value in changes.items():
            data.pop(name, None)
            if value is not None:
                data.setlist(name, value if isinstance(value, list) else [str(value)])
        return "?" + data.urlencode()

    def kept(self, *names: str) -> str:
        """The query string with only ``names``, for the feed beside the list."""
        pairs = QueryDict(mutable=True)
        for name in names:
            if values := [value for value in self.data.getlist(name) if value]:
                pairs.setlist(name, values)
        return f"?{pairs.urlencode()}" if pairs else ""


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


def chips(asked: ListParams, facets: Iterable[FacetChoices]) -> list[Chip]:
    """What is chosen, each with the address that lets it go."""
    found = []
    for each in facets:
        values = [option.value for option in each.selected]
        for option in each.selected:
            rest = [value for value in values if value != option.value]
            found.append(Chip(option.label, asked.url(**{each.name: rest or None})))
    return found


class Pager:
    """What the pagination component needs: where we are and where else one can go."""

    def __init__(self, page: Page, asked: ListParams):
        self.page = page.number
        self.pages = page.paginator.num_pages
        self.total = page.paginator.count
        self._asked = asked
        self.previous_url = self._url(self.page - 1) if page.has_previous() else ""
        self.next_url = self._url(self.page + 1) if page.has_next() else ""
        numbers = page.paginator.get_elided_page_range(self.page, on_each_side=1, on_ends=1)
        self.links = [self._link(number) for number in numbers]

    def _link(self, number) -> PageLink:
        if not isinstance(number, int):
            return PageLink(None)
        return PageLink(number, self._url(number), number == self.page)

    def _url(self, number: int) -> str:
        return self._asked.url(page=number if number > 1 else None)
