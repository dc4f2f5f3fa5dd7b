"""A profile in an address: short names that the finder uses for nothing else. No Django."""

from decimal import Decimal

from funding.domain.eligibility.profile import NOT_FOUNDED, Profile

# Of the address, in the order of the form, and of the profile.
NAMES = {
    "kind": "kind",
    "form": "form",
    "home": "region",
    "people": "size",
    "years": "years",
    "women": "women",
    "young": "youth",
    "field": "sectors",
    "goal": "purposes",
    "need": "amount",
}
NEW = "new"
YES, NO = "yes", "no"


def profile_pairs(profile: Profile) -> list[tuple[str, str]]:
    """The shortest address of ``profile``, always in the same order."""
    return [(name, text) for name, attribute in NAMES.items() for text in _texts(getattr(profile, attribute))]


def _texts(value) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, bool):
        return [YES if value else NO]
    if isinstance(value, Decimal):
        return [f"{value:f}"]
    return [NEW if value == NOT_FOUNDED else str(value)]
