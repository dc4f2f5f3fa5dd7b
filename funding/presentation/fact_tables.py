"""The whole sheet as tables of facts: what is left of it for those who do not read its language."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from cms.formats import localized
from cms.presentation import Fact

from . import fact_groups
from .facts import some


def fact_tables(sheet) -> list[tuple[str, tuple[Fact, ...]]]:
    """Headings with their lines, in the order of the sheet's own page; empty tables are left out."""
    tables = [(group.title, group.facts) for group in fact_groups.groups(sheet)]
    tables += [
        (_("Requirements"), fact_groups.requirements(sheet)),
        (_("Steps"), tuple(_steps(sheet))),
        (_("Documents"), tuple(_documents(sheet.documents, "title"))),
        (_("Legal basis"), tuple(_documents(sheet.legal_basis, "act"))),
        (_("Where this comes from"), fact_groups.trust(sheet)),
    ]
    return [(title, facts) for title, facts in tables if facts]


def _steps(sheet) -> Iterable[Fact]:
    for step in sheet.steps:
        day = step.value["day"]
        yield Fact(step.value["title"], some(day and localized.long_date(day)))


def _documents(stream, name: str) -> Iterable[Fact]:
    """Each paper with where it is, ours or the issuer's."""
    for block in stream:
        file = block.value.get("file")
        address = file.url if file else block.value["link"]
        where = _("File") if file else urlsplit(address).netloc
        yield Fact(block.value[name], some(where), url=address)
