"""Answers one request to the finder."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from funding.catalogue.eligibility.answers import Answers
from funding.catalogue.facets import BY_NAME, OPEN_LISTS
from funding.models.extensions import with_extensions
from funding.models.queries import sheets_by_id
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.query import SearchQuery, SearchResults

from .filters.facet_choices import MAX_SHOWN
from .looser_search import LooserSearch, as_plain_words, looser_searches
from .notices import about_words, beyond, contradiction, notices, without_words
from .parameters import FIT, FinderParameters, Problem, parse
from .resolved_query import build_query, figures_first, is_loose
from .without_search import find_without_search
from .word_filters import impossible, overruled, with_reading


@dataclass(frozen=True)
class FinderResult:
    """What was asked, what was found, and what there is to say about it; ``query`` is what the search was
    asked, None where it did not answer. ``loose``: the calls pass the filters heard in the words; none has
    any of the other words."""

    parameters: FinderParameters
    results: SearchResults
    sheets: list
    names: dict[str, dict[str, str]]
    notices: list[str]
    suggestions: tuple[LooserSearch, ...] = ()
    query: SearchQuery | None = None
    loose: bool = False


def find(pairs: list[tuple[str, str]], locale, now: datetime) -> FinderResult:
    """Read the parameters, ask the search, load the sheets of this page. No question makes it fail."""
    parameters, names, messages = read(pairs, locale, now)
    suggestions: tuple[LooserSearch, ...] = ()
    query: SearchQuery | None = None
    loose = False
    try:
        query = build_query(parameters, locale.language_code, now)
        results = get_engine().search(query)
        messages += about_words(parameters.meant.words, query.words)
        ids = [hit.page_id for hit in results.hits]
        if query.words != parameters.meant.words:
            corrected = parameters.with_words(query.words)
        else:
            corrected = parameters
        loose = is_loose(query)
        if not results.total:
            suggestions = looser_searches(corrected, query)
        elif loose:
            suggestions = tuple(as_plain_words(parameters, query))
    except EngineUnavailable:
        query, parameters = None, replace(parameters.with_words(""), page=parameters.page)
        messages.append(_("The search is being repaired: until then no words can be looked for."))
        if parameters.sort == FIT:
            parameters = replace(parameters, sort=parameters.default_sort)
            messages.append(_("Nor can the calls be ordered by what fits: they come by deadline."))
        results, ids = find_without_search(parameters, locale, now)
    for name in OPEN_LISTS:
        slugs = {one.value for one in results.facets.get(name, ())[:MAX_SHOWN]} - set(names[name])
        names[name] |= BY_NAME[name].names(slugs, locale)
    if parameters.page > results.pages:
        messages.append(beyond(parameters.page, results.pages))
    sheets = with_extensions(sheets_by_id(ids))
    lacking = {hit.page_id: hit.lacking for hit in results.hits}
    for sheet in sheets:
        sheet.lacking = lacking.get(sheet.pk, ())
    return FinderResult(
        parameters=replace(parameters, page=results.page),
        results=results,
        sheets=sheets,
        names=names,
        notices=messages,
        suggestions=suggestions,
        query=query,
        loose=loose,
    )


def read(
    pairs: list[tuple[str, str]], locale, now: datetime
) -> tuple[FinderParameters, dict[str, dict[str, str]], list[str]]:
    """What an address asks for, the names of what it chooses, and what to say about what was ignored."""
    answers = Answers.of(pairs)
    parameters, problems = parse(pairs, answers.profile)
    parameters, names, more = _known_names(parameters, locale)
    parameters = with_reading(parameters, locale.language_code, localdate(now))
    parameters = figures_first(parameters, locale.language_code, now)
    about_reading = [*overruled(parameters), *impossible(parameters)]
    messages = [
        *notices((*problems, *more)),
        contradiction(parameters.meant),
        without_words(parameters.words),
        *about_reading,
        *answers.notices,
    ]
    return parameters, names, [text for text in messages if text]


def _known_names(parameters: FinderParameters, locale):
    """Names of the chosen organisations and topics; those that do not exist are dropped, and told."""
    names, problems = {}, []
    for name in OPEN_LISTS:
        chosen = parameters.values(name)
        names[name] = BY_NAME[name].names(chosen, locale)
        unknown = [slug for slug in chosen if slug not in names[name]]
        for slug in unknown:
            parameters = replace(parameters.without(name, slug), page=parameters.page)
        if unknown:
            problems.append(Problem("unknown", name, tuple(unknown[:3])))
    return parameters, names, problems
