"""What a sheet says that decides whether it fits. No Django."""

from dataclasses import dataclass
from decimal import Decimal

from .applicant_types import NEW
from .requirements import Requirement, refused_by

NO_TERRITORY = "not-applicable"
ZONES = frozenset({"inner-areas", "special-economic-zone", "seismic-zone", "free-zone", "climate-emergency"})


@dataclass(frozen=True)
class Call:
    """Codes as the sheet keeps them; empty or None means not indicated. ``needed`` are the further
    requirements that an applicant must meet. ``whole_country`` stands beside ``regions``, ``municipalities``
    (places, in words) are those parts of the regions to which the call is limited."""

    beneficiaries: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    whole_country: bool = False
    regions: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    grant_min: Decimal | None = None
    grant_max: Decimal | None = None
    ateco: str = ""
    territories: tuple[str, ...] = ()
    municipalities: str = ""
    needed: tuple[Requirement, ...] = ()

    @property
    def zones(self) -> tuple[str, ...]:
        """The kinds of territory that narrow the call down: not all of them together."""
        if ZONES.issubset(self.territories):
            return ()
        return tuple(code for code in self.territories if code != NO_TERRITORY)

    @property
    def refused(self) -> frozenset[str]:
        """The answers with which nobody can meet the requirements."""
        return refused_by(self.needed)

    @property
    def takes_founders(self) -> bool:
        """Whether it names bodies that are still to be set up."""
        return not NEW.keys().isdisjoint(self.beneficiaries)

    @property
    def max_months(self) -> int | None:
        """How long ago a body may have been founded by any of the requirements."""
        return max((one.max_months for one in self.needed if one.max_months), default=None)

    @property
    def doubtful(self) -> frozenset[str]:
        """The answers that leave open whether a requirement is met."""
        return frozenset(code for one in self.needed for code in one.doubtful(self.takes_founders))

    @property
    def conditions(self) -> tuple[str, ...]:
        """Which further conditions there are that nobody but the applicant can check."""
        there = {
            "ateco": self.ateco.strip(),
            "territory": self.zones,
            "municipalities": self.municipalities.strip(),
            "requirement": any(one.is_open for one in self.needed),
        }
        return tuple(name for name, value in there.items() if value)
