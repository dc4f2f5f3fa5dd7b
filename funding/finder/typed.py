"""What stands in the finder's typed fields: the value that is used, or what was given, to be corrected."""

from collections.abc import Iterable, Mapping

from .parameters import DAYS, FinderParameters

FIELDS = ("amount", *DAYS)


def typed_fields(pairs: Iterable[tuple[str, str]], parameters: FinderParameters) -> dict[str, str]:
    """The text of each field, as an ``input`` takes it."""
    given = {name: value.strip() for name, value in pairs if value.strip()}
    used = dict(parameters.pairs())
    return {name: used.get(name, given.get(name, "")) for name in FIELDS}


def unused(typed: Mapping[str, str], parameters: FinderParameters) -> list[tuple[str, str]]:
    """The fields whose text could not be read."""
    used = dict(parameters.pairs())
    return [(name, text) for name, text in typed.items() if text and name not in used]
