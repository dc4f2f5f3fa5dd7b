"""What a sheet says that decides whether it fits. No Django."""

from dataclasses import dataclass
from decimal import Decimal

NO_TERRITORY = "not-applicable"


@dataclass(frozen=True)
class Call:
    """Codes as the sheet keeps them; empty or None means not indicated. ``needed`` are the texts of the
    further requirements that an applicant must meet. ``whole_country`` stands beside ``regions``."""

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
    needed: tuple[str, ...] = ()

    @property
    def zones(self) -> tuple[str, ...]:
        """The kinds of territory that narrow the call down."""
        return tuple(code for code in self.territories if code != NO_TERRITORY)

    @property
    def conditions(self) -> tuple[str, ...]:
        """Which further conditions there are that nobody but the applicant can check."""
        there = {
            "ateco": self.ateco.strip(),
            "territory": self.zones,
            "municipalities": self.municipalities.strip(),
            "requirement": self.needed,
        }
        return tuple(name for name, value in there.items() if value)
