"""Where nothing is found: which part of the question to drop, and what that would find."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.timezone import localdate

from funding.catalogue.facets import ANY
from funding.catalogue.understanding.reading import NOTHING_READ, Filter
from search.engines import get_engine
from search.query import SearchQuery, SearchResults

from .parameters import FinderParameters
from .query import only_total
from .resolved_query import build_query, total
from .word_filters import as_words, counting, left_out, with_reading

# So many filters that were read from the words are tried one by one.
MAX_HEARD = 4


@dataclass(frozen=True)
class LooserSearch:
    """Another question that is answered: without the filter ``name``, or (``closed``) with closed calls;
    without what is ``heard`` in the words, or with it as words."""

    name: str
    total: int
    parameters: FinderParameters
    closed: bool = False
    heard: Filter | None = None
    as_words: bool = False


def looser_searches(parameters: FinderParameters, query: SearchQuery) -> tuple[LooserSearch, ...]:
    """Those that find anything, the most promising first; ``query`` is the one that found nothing. Raises
    ``EngineUnavailable``."""
    others = [LooserSearch(name, 0, parameters.without(name)) for name in parameters.active]
    if not parameters.meant.values("status"):
        with_closed = replace(parameters, filters={**parameters.filters, "status": (ANY,)}, page=1)
        others.append(LooserSearch("status", 0, with_closed, closed=True))
    counted = [replace(one, total=total(one.parameters, query)) for one in others]
    for one in counting(parameters)[:MAX_HEARD]:
        left = left_out(parameters, one)
        counted.append(LooserSearch("q", _found(left, query).total, left, heard=one))
    counted += [*_as_words(parameters, query), *as_plain_words(parameters, query)]
    return tuple(sorted((one for one in counted if one.total), key=lambda one: -one.total))


def as_plain_words(parameters: FinderParameters, query: SearchQuery) -> Iterator[LooserSearch]:
    """The whole question as words, where something answers it. Raises ``EngineUnavailable``."""
    if heard := counting(parameters):
        refused = (*parameters.literal, *(one.words for one in heard))
        plain = replace(parameters, literal=refused, reading=NOTHING_READ, page=1)
        plain = with_reading(plain, query.language, localdate(query.now))
        if found := _found(plain, query).total:
            yield LooserSearch("q", found, plain, as_words=True)


def _as_words(parameters: FinderParameters, query: SearchQuery) -> Iterator[LooserSearch]:
    """With one of several filters turned back into the words that it was read from."""
    heard = counting(parameters)
    for one in heard[:MAX_HEARD] if len(heard) > 1 else ():
        literal = with_reading(as_words(parameters, one), query.language, localdate(query.now))
        found = _found(literal, query)
        if not found.relaxed:
            yield LooserSearch("q", found.total, literal, heard=one, as_words=True)


def _found(parameters: FinderParameters, query: SearchQuery) -> SearchResults:
    """What other words find: which of them are needed follows from what is heard in them."""
    return get_engine().search(only_total(build_query(parameters, query.language, query.now)))
