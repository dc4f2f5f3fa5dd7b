"""Suggestions while somebody is typing."""

from elasticsearch.dsl import query as dsl
from elasticsearch.dsl.query import Bool

from search.engines.prefixes import FIELD, OPENS, terms_asked
from search.query import Suggestion

from .fetch import Asking
from .order import RELEVANCE


def suggest(asking: Asking, typed: str, limit: int) -> tuple[Suggestion, ...]:
    """See ``Engine.suggest``."""
    needed, opening = terms_asked(typed)
    if not needed or limit < 1:
        return ()
    begins_so = dsl.ConstantScore(filter=dsl.Term(FIELD, {"value": opening}), boost=OPENS)
    query = Bool(must=[dsl.Term(FIELD, {"value": term}) for term in needed], should=[begins_so])
    found = asking.search(query, RELEVANCE, size=limit, _source=["card"])
    cards = [hit["_source"]["card"] for hit in found.hits]
    return tuple(Suggestion(card["title"], card["url"], card["type"], card["flags"]) for card in cards)
