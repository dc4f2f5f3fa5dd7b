"""Which organisations take part in which projects: threads that cross."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language

from cms.constants import ABROAD
from cms.models import Organisation
from cms.vocabularies import ROLES

from .parties import public_parties

MIN_THREADS = 2  # fewer projects or organisations make no cloth


@dataclass(frozen=True)
class Crossing:
    """An organisation beside a project; ``roles`` is empty where it takes no part."""

    organisation: Organisation
    roles: str

    @property
    def italian(self) -> bool:
        """Whether its name is Italian on a page that is not: names are not translated."""
        return self.organisation.region != ABROAD and get_language() != settings.LANGUAGE_CODE

    @property
    def name(self) -> str:
        return self.organisation.short_name or self.organisation.name


@dataclass(frozen=True)
class Thread:
    """A project with one crossing for each organisation of the weave."""

    project: object
    crossings: tuple[Crossing, ...]


@dataclass(frozen=True)
class ProjectWeave:
    """``heads`` name the organisations, in the order in which the projects bring them in."""

    heads: tuple[Crossing, ...]
    threads: tuple[Thread, ...]


def weave(projects: Iterable) -> ProjectWeave | None:
    """The weave of ``projects``, which come with their parties; None where there is little to see."""
    roles = {project: _roles(project) for project in projects}
    roles = {project: found for project, found in roles.items() if found}
    organisations = list(dict.fromkeys(body for found in roles.values() for body in found))
    if min(len(roles), len(organisations)) < MIN_THREADS:
        return None
    threads = tuple(
        Thread(project, tuple(Crossing(body, found.get(body, "")) for body in organisations))
        for project, found in roles.items()
    )
    return ProjectWeave(tuple(Crossing(body, "") for body in organisations), threads)


def _roles(project) -> dict[Organisation, str]:
    found: dict[Organisation, list[str]] = {}
    for party in public_parties(project):
        found.setdefault(party.organisation, []).append(str(ROLES.label(party.role)))
    return {body: ", ".join(names) for body, names in found.items()}
