"""Asks the engine what people mean: the search page, its API and the funding finder all ask here."""

from dataclasses import replace

from .engines import get_engine
from .query import SearchQuery, SearchResults
from .understanding import expand
from .understanding.editors_words import pinned


def ask(query: SearchQuery) -> SearchResults:
    """The answer to ``query``, led by the pages pinned for it; where its words find nothing, the answer to
    their correction, and it says so.

    Raises ``EngineUnavailable``.
    """
    results = _search(query)
    if not results.did_you_mean or (results.total and not results.relaxed):
        return results
    corrected = _search(replace(query, words=results.did_you_mean))
    # Some of the words as typed beat some of the words as corrected; all of them beat both.
    if not corrected.total or (corrected.relaxed and results.total):
        return results
    return replace(corrected, did_you_mean=results.did_you_mean, corrected_from=str(query.parsed_words))


def resolve_words(query: SearchQuery) -> SearchQuery:
    """The query with the first words that find anything: all as typed, all as corrected, any as typed.

    Raises ``EngineUnavailable``.
    """
    all_words = replace(_expanded(query), any_word=False)
    if not all_words.parsed_words.required:
        return all_words
    results = get_engine().search(all_words)
    if results.total:
        return all_words
    if results.did_you_mean:
        corrected = _expanded(replace(all_words, words=results.did_you_mean))
        if get_engine().search(corrected).total:
            return corrected
    return replace(all_words, any_word=True)


def total(query: SearchQuery) -> int:
    """How many pages answer ``query``. Raises ``EngineUnavailable``."""
    return _search(replace(query, facets=(), page=1, per=1)).total


def _search(query: SearchQuery) -> SearchResults:
    query = _expanded(query)
    return get_engine().search(replace(query, pinned=pinned(query.parsed_words, query.language)))


def _expanded(query: SearchQuery) -> SearchQuery:
    return replace(query, expanded=expand(query.words, query.language))
