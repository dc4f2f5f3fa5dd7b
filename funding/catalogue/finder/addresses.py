"""Addresses of the finder: the same question, changed in one thing."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode

from .parameters import FinderParameters


def read_pairs(query_string: str) -> list[tuple[str, str]]:
    """Names and values of a query string, however many there are and however they are encoded.

    WSGI hands over bytes read as Latin-1: letters that a client did not encode are UTF-8 all the same.
    """
    if query_string.isascii():
        return parse_qsl(query_string, keep_blank_values=True)
    raw = query_string.encode("latin-1", "replace").decode("utf-8", "replace")
    return parse_qsl(raw, keep_blank_values=True)


def address(base: str, parameters: FinderParameters, unused: Iterable[tuple[str, str]] = ()) -> str:
    """The finder at ``base`` with ``parameters``, in one fixed order, without what goes without saying.
    ``unused`` are pairs that could not be read and are still to be corrected."""
    pairs = [*parameters.pairs(), *unused]
    return f"{base}?{urlencode(pairs)}" if pairs else base


def chips(base: str, parameters: FinderParameters, label) -> list[dict[str, str]]:
    """What is chosen, each with the address that drops it. ``label(name, value)`` names it."""
    made = []
    for name in parameters.active:
        for value in parameters.values(name) or (None,):
            made.append(
                {
                    "label": label(name, value),
                    "remove_url": address(base, parameters.without(name, value)),
                }
            )
    return made


def pager(base: str, parameters: FinderParameters, page: int, pages: int) -> dict:
    """Neighbours of ``page``, the first and the last; a gap is a link without a number."""

    def url(number: int) -> str:
        return address(base, replace(parameters, page=number))

    shown = sorted({1, pages, *range(max(1, page - 2), min(pages, page + 2) + 1)})
    links = []
    for number in shown:
        if links and number > links[-1]["number"] + 1:
            links.append({"number": None})
        links.append({"number": number, "url": url(number), "current": number == page})
    return {
        "page": page,
        "pages": pages,
        "links": links,
        "previous_url": url(page - 1) if page > 1 else "",
        "next_url": url(page + 1) if page < pages else "",
    }
