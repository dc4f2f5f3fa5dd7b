"""The parameters of an address, by which visitors narrow a list down and page through it.

What an address asks for that does not exist is left out and told in a notice: never an error.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from urllib.parse import parse_qsl

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

MONTH = re.compile(r"[0-9]{4}-[0-9]{2}")
# Of an address: its parameters, the values of each, the characters of a value. A page links to it many times.
MAX_VALUES = 50
MAX_VALUE_LENGTH = 400


def query_pairs(request: HttpRequest) -> list[tuple[str, str]]:
    """Names and values of the address in its order, however many there are and however they are encoded.

    WSGI hands over bytes read as Latin-1: letters that a client did not encode are UTF-8 all the same.
    """
    return read_pairs(request.META.get("QUERY_STRING", ""))


def read_pairs(query_string: str) -> list[tuple[str, str]]:
    """The same of a query string as WSGI hands it over."""
    if query_string.isascii():
        return parse_qsl(query_string, keep_blank_values=True)
    raw = query_string.encode("latin-1", "replace").decode("utf-8", "replace")
    return parse_qsl(raw, keep_blank_values=True)


@dataclass
class ListParams:
    """The parameters of an address, read kindly; ``data`` holds no more of them than anybody can mean."""

    data: QueryDict
    notices: list[str] = field(default_factory=list)

    def __post_init__(self):
        given, self.data = self.data, QueryDict(mutable=True)
        for name, values in islice(given.lists(), MAX_VALUES):
            self.data.setlist(name, [value[:MAX_VALUE_LENGTH] for value in values[:MAX_VALUES]])
        if len(given) > MAX_VALUES or any(len(values) > MAX_VALUES for _name, values in given.lists()):
            self.notices.append(
                _("Too many values: only the first %(most)d are used.") % {"most": MAX_VALUES}
            )

    def values(self, name: str, known: Iterable[str]) -> list[str]:
        """The values of ``name`` that are known, each once."""
        known = set(known)
        values_given = [value for value in dict.fromkeys(self.data.getlist(name)) if value]
        unknown = [value for value in values_given if value not in known]
        if unknown:
            self.notices.append(
                _("“%(value)s” is not among the choices, so it was left out.") % {"value": unknown[0][:60]}
            )
        return [value for value in values_given if value in known]

    def month(self, name: str = "month") -> date | None:
        """A month written as 2026-12, as its first day."""
        text = self.data.get(name, "")
        if not text:
            return None
        try:
            # A month has a next one, so the very last year that a computer knows is none.
            if MONTH.fullmatch(text) and not text.startswith("9999"):
                return date.fromisoformat(f"{text}-01")
        except ValueError:
            pass
        self.notices.append(
            _("“%(value)s” is not a month: write it as 2026-12. All are shown.") % {"value": text[:60]}
        )
        return None

    def page(self, paginator: Paginator) -> Page:
        """The page asked for; the nearest one where it does not exist."""
        text = self.data.get("page", "1") or "1"
        number = int(text) if text.isdecimal() and text.isascii() and len(text) < 7 else 0
        nearest = min(max(number, 1), paginator.num_pages)
        if number != nearest:
            self.notices.append(
                _("There is no page “%(value)s”: this is page %(number)d.")
                % {"value": text[:60], "number": nearest}
            )
        return paginator.page(nearest)

    def url(self, **changes) -> str:
        """The address with ``changes``; None takes a parameter out, and paging starts again."""
        data = self.data.copy()
        data.pop("page", None)
        for name, value in changes.items():
            data.pop(name, None)
            if value is not None:
                data.setlist(name, value if isinstance(value, list) else [str(value)])
        return "?" + data.urlencode()

    def page_url(self, number: int) -> str:
        """The address of a page of the list."""
        return self.url(page=number if number > 1 else None)

    def query_string(self, *names: str) -> str:
        """The query string with only ``names``, for the feed beside the list."""
        pairs = QueryDict(mutable=True)
        for name in names:
            if values := [value for value in self.data.getlist(name) if value]:
                pairs.setlist(name, values)
        return f"?{pairs.urlencode()}" if pairs else ""
