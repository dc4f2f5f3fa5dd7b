"""Italy's recovery plan as people know it: missions, their components, the measures of each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cms.list_page.choices import Option
from cms.vocabularies import COMPONENTS, MISSIONS
from funding.catalogue.facets import BY_NAME, FACETS
from funding.domain.measures import component_of, mission_of
from search.query import FacetCount

from ..parameters import FinderParameters

MAX_MEASURES = 200


@dataclass(frozen=True)
class Branch:
    """A mission, component or measure that can be chosen, and what lies below it."""

    name: str
    option: Option
    branches: tuple["Branch", ...] = ()

    @property
    def options(self) -> tuple[Option]:
        """Itself, as the values of a facet are shown."""
        return (self.option,)

    @property
    def opened(self) -> bool:
        """Whether anything below is chosen, and so must be seen."""
        return any(branch.option.selected or branch.opened for branch in self.branches)


@dataclass(frozen=True)
class PnrrTree:
    """The missions that hold a call or a choice; ``opened`` when anything is chosen."""

    missions: tuple[Branch, ...]

    @property
    def opened(self) -> bool:
        return any(mission.option.selected or mission.opened for mission in self.missions)


def plan(counts: Mapping[str, Iterable[FacetCount]], parameters: FinderParameters) -> PnrrTree:
    """Each level's counts are those of all other filters, as everywhere."""
    levels = _Levels(counts, parameters)
    missions = _known_first(MISSIONS.codes, map(mission_of, levels.codes))
    return PnrrTree(
        tuple(levels.branch("mission", mission, _components(levels, mission)) for mission in missions)
    )


def _components(levels: "_Levels", mission: str) -> tuple[Branch, ...]:
    below = (component_of(code) for code in levels.codes if len(code) > 2 and mission_of(code) == mission)
    return tuple(
        levels.branch("component", component, _measures(levels, component))
        for component in _known_first(COMPONENTS.codes, below)
    )


def _measures(levels: "_Levels", component: str) -> tuple[Branch, ...]:
    codes = (code for code in levels.counts["measure"] if component_of(code) == component)
    return tuple(levels.branch("measure", code) for code in sorted(codes, key=_by_number))


class _Levels:
    """What was counted and what was chosen, by level."""

    def __init__(self, counts: Mapping[str, Iterable[FacetCount]], parameters: FinderParameters):
        self.parameters = parameters
        self.counts: dict[str, dict[str, int]] = {}
        for name in (facet.name for facet in FACETS if facet.nested):
            found = tuple(counts.get(name, ()))[:MAX_MEASURES]
            chosen = dict.fromkeys(parameters.values(name), 0)
            self.counts[name] = chosen | {one.value: one.count for one in found}
        self.codes = {code for level in self.counts.values() for code in level}

    def branch(self, name: str, code: str, branches: tuple[Branch, ...] = ()) -> Branch:
        chosen = code in self.parameters.values(name)
        option = Option(code, BY_NAME[name].label(code, {}), self.counts[name].get(code, 0), chosen)
        return Branch(name, option, branches)


def _known_first(order: tuple[str, ...], codes: Iterable[str]) -> list[str]:
    codes = set(codes)
    return [code for code in order if code in codes] + sorted(codes - set(order))


def _by_number(code: str) -> list:
    """Investment 1.10 after 1.9; reforms after investments."""
    return [int(part) if part.isdigit() else part for part in re.split(r"(\d+)", code)]
