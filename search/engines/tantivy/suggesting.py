"""Suggestions while somebody is typing."""

import json

from tantivy import Occur, Query, Schema, Searcher

from search.engines.prefixes import FIELD, OPENS, query_terms
from search.query import Suggestion


def suggest(searcher: Searcher, schema: Schema, typed: str, limit: int) -> tuple[Suggestion, ...]:
    """See ``Engine.suggest``."""
    needed, title_start = query_terms(typed)
    if not needed or limit < 1:
        return ()
    parts = [(Occur.Must, Query.term_query(schema, FIELD, term)) for term in needed]
    begins_so = Query.const_score_query(Query.term_query(schema, FIELD, title_start), OPENS)
    query = Query.boolean_query([*parts, (Occur.Should, begins_so)])
    found = searcher.search(query, limit, False).hits
    cards = [json.loads(bytes(searcher.doc(address).get_first("card"))) for _, address in found]
    return tuple(Suggestion(card["title"], card["url"], card["type"], card["flags"]) for card in cards)
