"""How alike two sheets are. No Django here: codes in, a number out."""

from collections.abc import Mapping

Codes = Mapping[str, frozenset]

# What makes another call worth a look, by the facet's name; the more telling, the heavier.
WEIGHTS = {
    "topic": 3.0,
    "purpose": 3.0,
    "sector": 2.0,
    "beneficiary": 2.0,
    "region": 2.0,
    "grantor": 1.0,
    "measure": 1.0,
    "aid": 0.5,
}
# Less than this is chance.
MIN_SCORE = 1.5


def likeness(one: Codes, other: Codes) -> float:
    """The weighted share of codes that both have, facet by facet; what is unknown of one counts nothing."""
    return sum(weight * _shared(one.get(name), other.get(name)) for name, weight in WEIGHTS.items())


def _shared(one: frozenset | None, other: frozenset | None) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
