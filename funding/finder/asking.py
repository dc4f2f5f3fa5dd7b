"""Puts the finder's question to the search."""

from dataclasses import replace
from datetime import datetime

from search.engines import get_engine
from search.query import SearchQuery
from search.words import parse_words

from .parameters import ANY, FinderParameters
from .question import only_total, question


def asked(parameters: FinderParameters, language: str, now: datetime) -> SearchQuery:
    """The query for ``parameters``, with all of their words, or any where no sheet at all has all.

    That is settled by the words alone: if filters had a say, a count would be true of other words than the
    list that it leads to. Raises ``EngineUnavailable``.
    """
    query = question(parameters, language, now)
    if len(parse_words(parameters.words).wanted) < 2:
        return query
    everywhere = FinderParameters(words=parameters.words, filters={"status": (ANY,)})
    return replace(query, any_word=not total(everywhere, language, now))


def total(parameters: FinderParameters, language: str, now: datetime, any_word: bool | None = False) -> int:
    """How many sheets answer, and nothing else. Raises ``EngineUnavailable``."""
    query = replace(question(parameters, language, now), any_word=any_word)
    return get_engine().search(only_total(query)).total
