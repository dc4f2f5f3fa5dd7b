"""The regions as a map of tiles, each the checkbox that it would be in a list."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

from cms.constants import WHOLE_COUNTRY
from cms.list_page.choices import FacetChoices, Option
from funding.catalogue.facets import BY_NAME

FACET = "region"
LEVELS = 4
# By NUTS code, from north to south as one reads them. The places stand in `region_map.css`.
SHORT_NAMES = {
    "ITC2": pgettext_lazy("region on a map", "Aos"),
    "ITC1": pgettext_lazy("region on a map", "Pie"),
    "ITC3": pgettext_lazy("region on a map", "Lig"),
    "ITC4": pgettext_lazy("region on a map", "Lom"),
    "ITH1": pgettext_lazy("region on a map", "BZ"),
    "ITH2": pgettext_lazy("region on a map", "TN"),
    "ITH3": pgettext_lazy("region on a map", "Ven"),
    "ITH4": pgettext_lazy("region on a map", "FVG"),
    "ITH5": pgettext_lazy("region on a map", "E-R"),
    "ITI1": pgettext_lazy("region on a map", "Tus"),
    "ITI2": pgettext_lazy("region on a map", "Umb"),
    "ITI3": pgettext_lazy("region on a map", "Mar"),
    "ITI4": pgettext_lazy("region on a map", "Laz"),
    "ITF1": pgettext_lazy("region on a map", "Abr"),
    "ITF2": pgettext_lazy("region on a map", "Mol"),
    "ITF3": pgettext_lazy("region on a map", "Cam"),
    "ITF4": pgettext_lazy("region on a map", "Apu"),
    "ITF5": pgettext_lazy("region on a map", "Bas"),
    "ITF6": pgettext_lazy("region on a map", "Cal"),
    "ITG1": pgettext_lazy("region on a map", "Sic"),
    "ITG2": pgettext_lazy("region on a map", "Sar"),
}


@dataclass(frozen=True)
class Tile:
    """``level`` says how dark it is: 0 where there is nothing, otherwise 1 to ``LEVELS``."""

    option: Option
    short: str
    level: int


@dataclass(frozen=True)
class RegionMap:
    """``country`` are the calls for all of Italy, which every tile counts too; ``others`` lie on no map."""

    title: str
    country: tuple[Option, ...]
    tiles: tuple[Tile, ...]
    others: tuple[Option, ...]


def region_map(facets: Iterable[FacetChoices]) -> RegionMap | None:
    """Of the facet of regions, with a tile for every region; None where no call has any."""
    facet = next((one for one in facets if one.name == FACET), None)
    if facet is None:
        return None
    known = {option.value: option for option in facet.options}
    options = [known.get(code) or Option(code, BY_NAME[FACET].label(code, {}), 0) for code in SHORT_NAMES]
    counts = [option.count for option in options if option.count]
    return RegionMap(
        facet.title,
        tuple(option for option in facet.options if option.value == WHOLE_COUNTRY),
        tuple(Tile(one, str(SHORT_NAMES[one.value]), _level(one.count, counts)) for one in options),
        tuple(option for code, option in known.items() if code not in (*SHORT_NAMES, WHOLE_COUNTRY)),
    )


def _level(count: int, counts: list[int]) -> int:
    if not count:
        return 0
    least, most = min(counts), max(counts)
    return 1 + round((LEVELS - 1) * (count - least) / (most - least)) if most > least else 2
