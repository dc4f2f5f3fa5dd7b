"""Sheets as the rules see them."""

from ..domain.eligibility.call import Call


def call_of(sheet) -> Call:
    """What ``sheet`` says that decides whether it fits."""
    return call_with(sheet, needed_texts(sheet.requirements))


def call_with(sheet, needed: tuple[str, ...]) -> Call:
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
        needed=needed,
    )


def needed_texts(requirements) -> tuple[str, ...]:
    """The texts of what an applicant must have, from a sheet's list; what is only preferred is left out."""
    return tuple(block.value["text"] for block in requirements if block.value["level"] == "needed")
