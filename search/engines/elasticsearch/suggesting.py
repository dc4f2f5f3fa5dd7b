"""Suggestions while somebody is typing."""

from elasticsearch.dsl import query as dsl
from elasticsearch.dsl.query import Bool

from search.engines.prefixes import FIELD, OPENS, query_terms
from search.query import Suggestion

from .fetch import Fetcher
from .order import RELEVANCE


def suggest(asking: Fetcher, typed: str, limit: int) -> tuple[Suggestion, ...]:
    """See ``Engine.suggest``."""
    needed, title_start = query_terms(typed)
    if not needed or limit < 1:
        return ()
    begins_so = dsl.ConstantScore(filter=dsl.Term(FIELD, {"value": title_start}), boost=OPENS)
    query = Bool(must=[dsl.Term(FIELD, {"value": term}) for term in needed], should=[begins_so])
    found = asking.search(query, RELEVANCE, size=limit, _source=["card"])
    cards = [hit["_source"]["card"] for hit in found.hits]
    return tuple(Suggestion(card["title"], card["url"], card["type"], card["flags"]) for card in cards)
