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
    """What is chosen, each with the address that drops it. ``label(name, value)`` names it."""
    return [
        Chip(label(name, value), address(base, parameters.without(name, value)))
        for name in parameters.active
        for value in parameters.values(name) or (None,)
    ]


def pager(base: str, parameters: FinderParameters, total: int) -> Pager:
    """The pages of a list of ``total`` sheets."""
    page = Paginator(range(total), parameters.per).get_page(parameters.page)
    return Pager(page, lambda number: address(base, replace(parameters, page=number)), around=2)
