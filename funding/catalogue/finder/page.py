"""What the template of the finder shows."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.translation import gettext as _

from cms.formats.structured_data import breadcrumbs, graph
from cms.formats.structured_data import page as schema_page
from cms.list_page.params import query_pairs
from delivery.expiry import expires_at, expires_at_midnight, no_store
from funding.catalogue.answers import sheet_answer
from funding.catalogue.eligibility.cards import add_verdicts
from funding.catalogue.eligibility.finder import applicant_summary, sorts
from funding.models.queries import next_status_change

from .addresses import address, chips, pager
from .files import file_links
from .filters.deadline_months import deadline_months
from .filters.facet_choices import facet_choices
from .filters.pnrr import plan
from .filters.quick_filters import quick_filters
from .filters.region_map import region_map
from .finder import FinderResult, find
from .labels import SORT_TITLES, TITLES
from .list_title import chip_label, finder_name
from .looser_search import LooserSearch
from .parameters import PAGE_SIZES, UNSTATED, FinderParameters
from .picked_sheets import picked_sheets
from .query import AMOUNT, UNKNOWN
from .row_news import add_news
from .typed_fields import field_errors, typed_fields, unused
from .values import FIRST_DAY, LAST_DAY
from .word_filters import filter_label, heard_chips


def finder_context(index, request) -> dict[str, Any]:
    """Everything on the page, from the address in ``request``."""
    now = timezone.now()
    base = index.get_url(request) or ""
    pairs = query_pairs(request)
    result = find(pairs, index.locale, now)
    expires_at_midnight(request)
    expires_at(request, next_status_change(index.locale, now))
    parameters, results = result.parameters, result.results
    typed, today = typed_fields(pairs, parameters), timezone.localdate(now)
    if parameters.profile:
        no_store(request)
        add_verdicts(result.sheets, parameters.profile)
    if parameters.picked:
        no_store(request)  # there is no end of choices
    request.canonical_query = urlencode(replace(parameters, picked=()).pairs())

    add_news(result.sheets, today)
    facets = facet_choices(results.facets, parameters, result.names)

    def label(name: str, value: str | None) -> str:
        return chip_label(parameters, name, value, result.names)

    return {
        "result": result,
        "shown_title": finder_name(index.seo_title or index.title, parameters, result.names),
        "parameters": parameters,
        "typed": typed,
        "picked": picked_sheets(base, parameters, result.sheets),
        "field_errors": field_errors(typed, parameters),
        "filled": any(typed.values()) or parameters.deadline,
        "first_day": FIRST_DAY,
        "last_day": LAST_DAY,
        "notices": result.notices,
        "sheets": result.sheets,
        "total": results.total,
        "relaxed": results.relaxed and results.total,
        "address": address(base, parameters, unused(typed, parameters)),
        "share_url": address(base, replace(parameters, picked=())),
        "facets": facets,
        "region_map": region_map(facets),
        "plan": plan(results.facets, parameters),
        "quick_filters": quick_filters(base, parameters, results, today),
        "answer": sheet_answer(parameters.words, index.locale.language_code) if parameters.words else None,
        "heard": heard_chips(base, parameters),
        "deadline_months": deadline_months(base, parameters, results, today),
        "chips": chips(base, parameters, label),
        "files": file_links(base, parameters) if result.query else [],
        "calendar_url": address(f"{base}calendar.ics", parameters.to_follow()) if result.query else "",
        "feed_url": address(f"{base}feed.rss", parameters.to_follow()),
        "clear_url": address(base, _everything(parameters)),
        "applicant": applicant_summary(base, parameters),
        "unstated": _unstated(base, result),
        "pager": pager(base, parameters, results.total),
        "sorts": _sorts(parameters),
        "sizes": [(size, size == parameters.per) for size in PAGE_SIZES],
        "suggestions": _suggestions(base, result),
        "loose_words": parameters.meant.words if result.loose and results.total else "",
        "structured_data": graph(schema_page(index), breadcrumbs(request)),
        "did_you_mean": results.did_you_mean,
        "did_you_mean_url": _other_words(base, parameters, results.did_you_mean),
    }


def _everything(parameters: FinderParameters) -> FinderParameters:
    """The whole list, for the same visitor."""
    everything = FinderParameters(profile=parameters.profile, picked=parameters.picked)
    chosen = parameters.sort != parameters.default_sort
    return replace(everything, sort=parameters.sort) if chosen else everything


def _sorts(parameters: FinderParameters) -> list[tuple]:
    """The orders to choose from; without words no call is more relevant than another."""
    names = (name for name in sorts(parameters) if name != "relevance" or parameters.words)
    usual = parameters.default_sort
    names = sorted(names, key=lambda name: name != usual)
    # The usual one has no value: once words are typed or taken out, it is another one.
    offered = [("" if name == usual else name, SORT_TITLES[name], name == parameters.sort) for name in names]
    if parameters.sort == "relevance" and not parameters.words:
        offered.append(("relevance", SORT_TITLES["relevance"], True))
    return offered


def _suggestions(base: str, result: FinderResult) -> list[dict[str, Any]]:
    return [
        {"text": _suggested(one), "total": one.total, "url": address(base, one.parameters)}
        for one in result.suggestions
    ]


def _suggested(one: LooserSearch) -> str:
    if one.closed:
        return _("closed calls too")
    if one.as_words and not one.heard:
        return _("“%(words)s” as plain words") % {"words": one.parameters.words}
    if one.heard and one.as_words:
        return _("“%(words)s” as words, not as a filter") % {"words": one.heard.said}
    title = filter_label(one.heard) if one.heard else TITLES[one.name]
    return _("without “%(title)s”") % {"title": title}


def _unstated(base: str, result: FinderResult) -> dict[str, Any] | None:
    """How many calls do not say their amount, and where they are listed too; None where nobody asks."""
    counts = {one.value: one.count for one in result.results.facets.get(AMOUNT, ())}
    if not counts.get(UNKNOWN):
        return None
    shown = bool(result.parameters.unstated)
    other = replace(result.parameters, unstated=None if shown else UNSTATED[0], page=1)
    return {"total": counts[UNKNOWN], "shown": shown, "url": address(base, other)}


def _other_words(base: str, parameters: FinderParameters, words: str) -> str:
    if not words:
        return ""
    return address(base, parameters.with_words(words))
