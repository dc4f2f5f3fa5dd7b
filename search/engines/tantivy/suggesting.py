"""Titles while somebody is typing: every beginning of every word of a title is a term of its own."""

import json

from tantivy import Occur, Query, Schema, Searcher

from search.query import Suggestion
from search.text import beginnings_of, typed_words

FIELD = "beginnings"
LONGEST_WORD = 20
LONGEST_OPENING = 40
_OPENING = "^"


def terms_of(title: str) -> str:
    """What the index holds of a title: beginnings of its words, and of the whole."""
    words = typed_words(title)
    terms = {start for word in words for start in beginnings_of(word, LONGEST_WORD)}
    opening = "_".join(words)
    return " ".join(
        [*sorted(terms), *(_OPENING + start for start in beginnings_of(opening, LONGEST_OPENING))]
    )


def suggest(searcher: Searcher, schema: Schema, typed: str, limit: int) -> tuple[Suggestion, ...]:
    """See ``Engine.suggest``. What the index holds is cut to the same lengths as what is asked."""
    words = typed_words(typed)
    if not words or limit < 1:
        return ()
    needed = dict.fromkeys(word[:LONGEST_WORD] for word in words)
    parts = [(Occur.Must, Query.term_query(schema, FIELD, word)) for word in needed]
    opening = Query.term_query(schema, FIELD, _OPENING + "_".join(words)[:LONGEST_OPENING])
    parts.append((Occur.Should, Query.const_score_query(opening, 100.0)))
    found = searcher.search(Query.boolean_query(parts), limit, False).hits
    cards = [json.loads(bytes(searcher.doc(address).get_first("card"))) for _, address in found]
    return tuple(Suggestion(card["title"], card["url"], card["type"]) for card in cards)
