"""The parameters of an address that a page knows. All others are taken out before the page is made: they cost
nothing, stand in no link, and the page cache keeps one copy for all of them."""

from collections.abc import Iterable
from urllib.parse import unquote_plus

from django.http import HttpRequest, QueryDict

MAX_NAME_LENGTH = 100


def known_only(query: str, names: Iterable[str]) -> str:
    """The query string with only what belongs to ``names``, byte for byte and in its order."""
    names = set(names)
    return "&".join(part for part in query.split("&") if part and _name(part) in names)


def keep_known(request: HttpRequest, names: Iterable[str]) -> None:
    """Take everything else out of the address of ``request``, and note for the page cache what counts."""
    request.known_parameters = tuple(names)
    query = request.META.get("QUERY_STRING", "")
    known = known_only(query, request.known_parameters)
    if known != query:
        request.META["QUERY_STRING"] = known
        # Read already by some middleware, or read later: the same for both.
        request.GET = QueryDict(known.encode("latin-1", "replace"), encoding=request.encoding)


def _name(part: str) -> str:
    return unquote_plus(part.partition("=")[0][:MAX_NAME_LENGTH])
