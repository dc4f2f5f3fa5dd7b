"""Puts the finder's question to the search."""

from dataclasses import replace
from datetime import datetime

from funding.catalogue.facets import ANY, BY_NAME
from funding.catalogue.understanding.reading import NOTHING_READ, Filter
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.language.words import ParsedWords
from search.query import SearchQuery
from search.service import resolve_words
from search.understanding import expand

from .parameters import FinderParameters
from .query import only_total, question


def build_query(parameters: FinderParameters, language: str, now: datetime) -> SearchQuery:
    """The query for ``parameters``, with their words as typed, as corrected, or with any of them: the first
    that some sheet answers. Where filters were heard in the words, that sheet passes these; where none does
    that has any of the other words, those are not needed (``is_loose``).

    That is settled by the words alone: if chosen filters had a say, a count would be true of other words than
    the list that it leads to. Raises ``EngineUnavailable``.
    """
    resolved = _resolved(parameters, language, now)
    expanded = _with_heard(resolved.expanded, parameters, language)
    query = question(parameters, language, now)
    return replace(query, words=resolved.words, expanded=expanded, any_word=resolved.any_word)


def figures_first(parameters: FinderParameters, language: str, now: datetime) -> FinderParameters:
    """The question, in which an amount alone is looked for where sheets name it; where none does, it is the
    least grant wanted."""
    if not parameters.reading.bare_amount:
        return parameters
    as_words = replace(parameters, reading=replace(NOTHING_READ, rest=parameters.words))
    try:
        query = _everywhere(as_words, language, now)
        query = replace(query, expanded=expand(query.words, language), any_word=False)
        named = get_engine().search(only_total(query))
    except EngineUnavailable:
        return parameters
    return as_words if named.total else parameters


def is_loose(query: SearchQuery) -> bool:
    """Whether there are words which no sheet has that passes the filters heard beside them."""
    return bool(query.words and query.expanded and not query.expanded.given)


def _resolved(parameters: FinderParameters, language: str, now: datetime) -> SearchQuery:
    resolved = resolve_words(only_total(_everywhere(parameters, language, now)))
    heard = bool(parameters.reading.filters and resolved.parsed_words.required)
    if heard and resolved.any_word is not False and not get_engine().search(resolved).total:
        return replace(resolved, expanded=replace(resolved.parsed_words, clauses=(), given=False))
    return resolved


def _everywhere(parameters: FinderParameters, language: str, now: datetime) -> SearchQuery:
    """The words, and what was heard in them, without anything that is chosen."""
    said = parameters.said if parameters.reading.filters else FinderParameters()
    filters = {**said.filters, "status": said.values("status") or (ANY,)}
    return question(replace(said, words=parameters.meant.words, filters=filters), language, now)


def _with_heard(words: ParsedWords | None, parameters: FinderParameters, language: str) -> ParsedWords | None:
    """Words that were read as filters are not needed in a sheet: those that have them come first."""
    if words is None or not parameters.reading.filters:
        return words
    said = parameters.words
    for one in parameters.reading.filters:
        if not _is_worded(one):
            said = said.replace(one.said, " ", 1)
    whole = expand(said, language)
    needed = {clause.words for clause in words.required}
    return replace(
        words,
        should=tuple(clause for clause in whole.required + whole.should if clause.words not in needed),
    )


def _is_worded(one: Filter) -> bool:
    """Whether sheets have it in words; days and amounts are figures."""
    return any(name in BY_NAME and BY_NAME[name].worded for name, _code in one.pairs)


def total(parameters: FinderParameters, resolved: SearchQuery) -> int:
    """How many sheets answer ``parameters``, whose words are those of ``resolved`` or none; nothing else.
    Raises ``EngineUnavailable``."""
    query = question(parameters, resolved.language, resolved.now)
    expanded = resolved.expanded if query.words else None
    return (
        get_engine().search(only_total(replace(query, expanded=expanded, any_word=resolved.any_word))).total
    )
