"""Where nothing is found: which part of the question to drop, and what that would find."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.timezone import localdate

from funding.catalogue.facets import ANY
from funding.catalogue.understanding.reading import Filter
from search.engines import get_engine
from search.query import SearchQuery

from .heard import as_words, counting, left_out, with_reading
from .parameters import FinderParameters
from .query import only_total
from .resolved_query import build_query, total

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
    for one in counting(parameters)[:MAX_HEARD]:
        others.append(LooserSearch("q", 0, left_out(parameters, one), heard=one))
    counted = [replace(one, total=total(one.parameters, query)) for one in others]
    counted += _as_words(parameters, query)
    return tuple(sorted((one for one in counted if one.total), key=lambda one: -one.total))


def _as_words(parameters: FinderParameters, query: SearchQuery) -> Iterator[LooserSearch]:
    """With one of the filters turned back into the words that it was read from."""
    for one in counting(parameters)[:MAX_HEARD]:
        literal = with_reading(as_words(parameters, one), query.language, localdate(query.now))
        found = get_engine().search(only_total(build_query(literal, query.language, query.now)))
        if not found.relaxed:
            yield LooserSearch("q", found.total, literal, heard=one, as_words=True)
