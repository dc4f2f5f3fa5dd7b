"""The calls ticked for a comparison, as they travel with the list: in its address and in its form."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from funding.catalogue.comparison.choice import FROM_LIST, MAX_COMPARED, compare_url

from .addresses import address
from .parameters import FinderParameters


@dataclass(frozen=True)
class PickedSheets:
    """``number`` are ticked, ``elsewhere`` those that are not on this page of the list; ``clear_url`` is the
    list without any. More than ``most`` can be ticked, not compared: nothing is cut without a word."""

    number: int
    elsewhere: tuple[str, ...]
    compare_url: str
    clear_url: str
    page: int
    name: str = FROM_LIST
    most: int = MAX_COMPARED

    @property
    def too_many(self) -> bool:
        return self.number > self.most


def picked_sheets(base: str, parameters: FinderParameters, sheets: Iterable) -> PickedSheets:
    """Those that the address of the list at ``base`` names; each of ``sheets`` is told whether it is one."""
    slugs = parameters.picked
    for sheet in sheets:
        sheet.is_picked = sheet.slug in slugs
    here = {sheet.slug for sheet in sheets}
    return PickedSheets(
        number=len(slugs),
        elsewhere=tuple(slug for slug in slugs if slug not in here),
        compare_url=compare_url(base),
        clear_url=address(base, replace(parameters, picked=())),
        page=parameters.page,
    )
