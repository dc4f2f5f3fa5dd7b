"""What stands in the finder's typed fields: the value that is used, or what was given, to be corrected."""

from collections.abc import Iterable, Mapping

from search.amounts import amount_of

from .notices import contradiction, notices
from .parameters import AMOUNTS, DAY_PARAMETERS, FinderParameters, Problem

TYPED_FIELDS = (*AMOUNTS, *DAY_PARAMETERS)


def typed_fields(pairs: Iterable[tuple[str, str]], parameters: FinderParameters) -> dict[str, str]:
    """The text of each field, as an ``input`` takes it; an amount as it was typed."""
    given = {name: value.strip() for name, value in pairs if value.strip()}
    used = dict(parameters.pairs())
    typed = {name: used.get(name, given.get(name, "")) for name in TYPED_FIELDS}
    for name in AMOUNTS:
        if name in used and amount_of(given.get(name, "")) == getattr(parameters, name):
            typed[name] = given[name]
    return typed


def unused(typed: Mapping[str, str], parameters: FinderParameters) -> list[tuple[str, str]]:
    """The fields whose text could not be read."""
    used = dict(parameters.pairs())
    return [(name, text) for name, text in typed.items() if text and name not in used]


def field_errors(typed: Mapping[str, str], parameters: FinderParameters) -> dict[str, str]:
    """What to say beside each field of what stands there."""
    kinds = dict.fromkeys(DAY_PARAMETERS, "day") | dict.fromkeys(AMOUNTS, "amount")
    found = {
        name: notices([Problem(kinds[name], name, (text[:40],))])[0]
        for name, text in unused(typed, parameters)
    }
    return found | dict.fromkeys(parameters.contradiction or (), contradiction(parameters))
