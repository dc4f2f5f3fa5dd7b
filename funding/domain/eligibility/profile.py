"""What a body says of itself. Everything may be left unsaid. No Django."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

NOT_FOUNDED = -1
# Addresses of earlier versions say 5 for "5 years or more": such a body may be older.
OPEN_YEARS = 5
MAX_YEARS = 6  # "more than 5 years": what calls ask of age is rarely beyond 60 months

# Kinds of beneficiary that are an enterprise of which something more is said.
KIND_SAYS: dict[str, dict[str, Any]] = {
    "women-enterprise": {"women": True},
    "youth-enterprise": {"youth": True},
    "new-enterprise": {"years": NOT_FOUNDED},
    "new-women-enterprise": {"years": NOT_FOUNDED, "women": True},
    "new-youth-enterprise": {"years": NOT_FOUNDED, "youth": True},
}


@dataclass(frozen=True)
class Profile:
    """Codes of the closed lists; empty or None means that it was not said.

    ``kind`` is a code of the beneficiaries, ``form`` one of the legal forms, ``region`` NUTS 2 or ``EXT``,
    ``years`` the whole years since founding or ``NOT_FOUNDED``, ``women`` and ``youth`` whether they are the
    majority, ``amount`` the grant needed in euro.
    """

    kind: str = ""
    form: str = ""
    size: str = ""
    region: str = ""
    sectors: tuple[str, ...] = ()
    years: int | None = None
    women: bool | None = None
    youth: bool | None = None
    purposes: tuple[str, ...] = ()
    amount: Decimal | None = None

    def __bool__(self) -> bool:
        """Whether anything was said."""
        return self != NOTHING_SAID

    @property
    def expanded(self) -> "Profile":
        """The same with what the kind of body says by itself; what was said outright stays."""
        said = KIND_SAYS.get(self.kind)
        if said is None:
            return self
        known = {name: value for name, value in said.items() if getattr(self, name) is None}
        return replace(self, kind="enterprise", **known)


NOTHING_SAID = Profile()
