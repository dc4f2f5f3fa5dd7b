"""Who takes part in an event or a project, and as what."""

from django.db.models import Prefetch, QuerySet

from cms.models import PageParty
from cms.vocabularies import ROLES


def with_parties(queryset: QuerySet) -> QuerySet:
    """The pages with their parties, in one more query."""
    return queryset.prefetch_related(
        Prefetch("parties", queryset=PageParty.objects.select_related("organisation"))
    )


def public_parties(page) -> list[PageParty]:
    """Those whose organisation is published, in the editor's order."""
    return [party for party in page.parties.all() if party.organisation.live]


def grouped(page) -> list[tuple[str, list]]:
    """Organisations by role, in the order of the list of roles."""
    groups: dict[str, list] = {}
    for party in public_parties(page):
        groups.setdefault(party.role, []).append(party.organisation)
    return [(ROLES.label(role), groups[role]) for role in ROLES.codes if role in groups]


def names(page, *roles: str) -> list[str]:
    """The short names of those who take part in ``roles``, each once, in the editor's order."""
    found = [party.organisation for party in public_parties(page) if party.role in roles]
    return list(dict.fromkeys(body.short_name or body.name for body in found))
