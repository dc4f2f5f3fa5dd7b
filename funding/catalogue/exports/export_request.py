"""What an export is asked for: the finder's own parameters, put to the search once."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils import timezone

from cms.addresses import absolute
from cms.list_page.params import query_pairs
from funding.catalogue.facets import ANY
from funding.catalogue.finder.addresses import address
from funding.catalogue.finder.finder import read
from funding.catalogue.finder.list_title import Names, choices, finder_name
from funding.catalogue.finder.parameters import FinderParameters
from funding.catalogue.finder.query import NOT_CLOSED
from funding.catalogue.finder.resolved_query import build_query
from funding.domain.status import CAN_APPLY, Status
from funding.presentation.calendar_entries import RETENTION
from funding.presentation.closing_threshold import closing_days
from search.engines import get_engine
from search.query import Range

from .clock import Clock


def with_closed(parameters: FinderParameters) -> FinderParameters:
    """The same question, closed calls included where those that one can apply for are asked for."""
    chosen = parameters.meant.values("status") or NOT_CLOSED
    if ANY in chosen or not {*chosen} & {*CAN_APPLY}:
        return parameters
    statuses = tuple(dict.fromkeys((*chosen, Status.EVALUATION.value, Status.CLOSED.value)))
    return replace(parameters, filters={**parameters.filters, "status": statuses})


@dataclass(frozen=True)
class ExportRequest:
    """The sheets below ``index`` that answer ``parameters`` at the moment of ``clock``."""

    index: object
    parameters: FinderParameters
    notices: tuple[str, ...]
    clock: Clock
    names: Names

    @classmethod
    def of(cls, index, request) -> "ExportRequest":
        """Read from the address of ``request``; what cannot be read is left out, with a notice."""
        pairs = query_pairs(request)
        now = timezone.now()
        parameters, names, notices = read(pairs, index.locale, now)
        return cls(index, parameters, tuple(notices), Clock(now, closing_days()), names)

    @property
    def language(self) -> str:
        return self.index.locale.language_code

    def ids(self) -> Iterator[int]:
        """Raises ``EngineUnavailable`` at once when the search cannot answer."""
        return get_engine().ids(build_query(self.parameters, self.language, self.clock.now))

    def calendar_ids(self) -> Iterator[int]:
        """The same for a calendar, which keeps what has closed lately. Raises ``EngineUnavailable`` at
        once."""
        query = build_query(with_closed(self.parameters), self.language, self.clock.now)
        lately = Range("ends", low=self.clock.now - RETENTION)
        return get_engine().ids(replace(query, ranges=(*query.ranges, lately)))

    @cached_property
    def list_address(self) -> str:
        """The finder's page with the same list."""
        return absolute(address(self.index.url, self.parameters.whole_list()))

    @property
    def choices(self) -> list[str]:
        """What narrows the list, in words of the active language."""
        return choices(self.parameters, self.names)

    @property
    def name(self) -> str:
        """What the list is called."""
        return finder_name(self.index.title, self.parameters.whole_list(), self.names)

    @cached_property
    def calendar_address(self) -> str:
        """The calendar of the same list."""
        return absolute(address(f"{self.index.url}calendar.ics", self.parameters.to_follow()))

    def filters(self) -> dict[str, list[str]]:
        """What narrows the list, by parameter; the statuses also where they go without saying."""
        found: dict[str, list[str]] = {}
        for name, value in self.parameters.meant.whole_list().pairs():
            if name != "sort":
                found.setdefault(name, []).append(value)
        if "status" not in found:
            found["status"] = list(NOT_CLOSED)
        return found
