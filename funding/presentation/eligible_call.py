"""Sheets as the rules see them."""

from ..domain.eligibility.call import Call
from ..domain.eligibility.requirements import Requirement


def call_of(sheet) -> Call:
    """What ``sheet`` says that decides whether it fits."""
    return call_with(sheet, needed(sheet.requirements))


def call_with(sheet, requirements: tuple[Requirement, ...]) -> Call:
    """The same where the requirements are at hand, so that the page need not be asked for them."""
    return Call(
        beneficiaries=tuple(sheet.beneficiaries),
        sizes=tuple(sheet.sizes),
        sectors=tuple(sheet.sectors),
        whole_country=sheet.whole_country,
        regions=tuple(sheet.regions),
        purposes=tuple(sheet.purposes),
        grant_min=sheet.grant_min,
        grant_max=sheet.grant_max,
        ateco=sheet.ateco,
        territories=tuple(sheet.territories),
        municipalities=sheet.municipalities,
        needed=requirements,
    )


def needed(requirements) -> tuple[Requirement, ...]:
    """What an applicant must have, from a sheet's list; what is only preferred is left out."""
    values = (block.value for block in requirements)
    return tuple(_requirement(value) for value in values if value["level"] == "needed")


def _requirement(value) -> Requirement:
    """Whoever writes a sheet in code, as an import does, may leave out what the text alone says."""
    return Requirement(
        text=value["text"],
        about=tuple(value.get("about") or ()),
        forms=tuple(value.get("legal_forms") or ()),
        min_months=value.get("min_months"),
        max_months=value.get("max_months"),
        in_fields=bool(value.get("in_fields")),
    )
