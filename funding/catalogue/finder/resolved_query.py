"""Puts the finder's question to the search."""

from dataclasses import replace
from datetime import datetime

from funding.catalogue.facets import ANY
from search.engines import get_engine
from search.query import SearchQuery
from search.service import resolve_words

from .parameters import FinderParameters
from .query import only_total, question


def build_query(parameters: FinderParameters, language: str, now: datetime) -> SearchQuery:
    """The query for ``parameters``, with their words as typed, as corrected, or with any of them: the first
    that some sheet answers.

    That is settled by the words alone: if filters had a say, a count would be true of other words than the
    list that it leads to. Raises ``EngineUnavailable``.
    """
    everywhere = FinderParameters(words=parameters.meant.words, filters={"status": (ANY,)})
    resolved = resolve_words(only_total(question(everywhere, language, now)))
    query = question(parameters, language, now)
    return replace(query, words=resolved.words, expanded=resolved.expanded, any_word=resolved.any_word)


def total(parameters: FinderParameters, resolved: SearchQuery) -> int:
    """How many sheets answer ``parameters``, whose words are those of ``resolved`` or none; nothing else.
    Raises ``EngineUnavailable``."""
    query = question(parameters, resolved.language, resolved.now)
    expanded = resolved.expanded if query.words else None
    return (
        get_engine().search(only_total(replace(query, expanded=expanded, any_word=resolved.any_word))).total
    )
