"""Addresses of the finder: the same question, changed in one thing."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from urllib.parse import urlencode

from django.core.paginator import Paginator

from cms.list_page.choices import Chip, Pager

from .parameters import FinderParameters


def address(base: str, parameters: FinderParameters, unused: Iterable[tuple[str, str]] = ()) -> str:
    """The finder at ``base`` with ``parameters``, in one fixed order, without what goes without saying.
    ``unused`` are pairs that could not be read and are still to be corrected."""
    pairs = [*parameters.pairs(), *unused]
    return f"{base}?{urlencode(pairs)}" if pairs else base


def chips(base: str, parameters: FinderParameters, label: Callable[[str, str | None], str]) -> list[Chip]:
    """What is chosen, each with the address that drops it. ``label(name, value)`` names it. Two days that the
    closing lies between are one choice."""
    between = parameters.closes_before and parameters.closes_after and not parameters.contradiction
    made = []
    for name in parameters.active:
        if between and name == "closes_after":
            continue  # told with the other end
        for value in parameters.values(name) or (None,):
            without = parameters.without(name, value)
            without = without.without("closes_after") if between and name == "closes_before" else without
            made.append(Chip(label(name, value), address(base, without)))
    return made


def pager(base: str, parameters: FinderParameters, total: int) -> Pager:
    """The pages of a list of ``total`` sheets."""
    page = Paginator(range(total), parameters.per).get_page(parameters.page)
    return Pager(page, lambda number: address(base, replace(parameters, page=number)), around=2)
