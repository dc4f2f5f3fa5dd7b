"""What the template of the finder shows."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from portal.core import formats
from portal.core.freshness import counts_days, never_cached, true_until
from portal.core.structured_data import breadcrumbs, graph
from portal.core.structured_data import page as schema_page

from funding.fit.cards import add_verdicts
from funding.fit.finder import for_whom, sorts
from funding.fit.profile import NOTHING_SAID
from funding.queries import next_status_change

from .addresses import address, chips, pager, read_pairs
from .facets import facets
from .files import file_links
from .finder import Answer, Suggestion, find
from .labels import SORT_TITLES, TITLES, value_label
from .parameters import PAGE_SIZES, SORTS, FinderParameters
from .picks import picks
from .pnrr import plan


def finder_context(index, request) -> dict[str, Any]:
    """Everything on the page, from the address in ``request``."""
    now = timezone.now()
    base = index.get_url(request) or ""
    answer = find(read_pairs(request.META.get("QUERY_STRING", "")), index.locale, now)
    counts_days(request)
    true_until(request, next_status_change(index.locale, now))
    parameters, results = answer.parameters, answer.results
    if parameters.profile:
        never_cached(request)
        add_verdicts(answer.sheets, parameters.profile)

    def label(name: str, value: str | None) -> str:
        return chip_label(parameters, name, value, answer.names)

    return {
        "answer": answer,
        "parameters": parameters,
        "notices": answer.notices,
        "sheets": answer.sheets,
        "total": results.total,
        "relaxed": results.relaxed and results.total,
        "address": address(base, parameters),
        "facets": facets(results.facets, parameters, answer.names),
        "plan": plan(results.facets, parameters),
        "picks": picks(base, parameters, timezone.localdate(now)),
        "chips": chips(base, parameters, label),
        "files": file_links(base, parameters) if answer.query else [],
        "feed_url": address(
            f"{base}feed.rss", replace(parameters.whole_list(), profile=NOTHING_SAID, sort=SORTS[0])
        ),
        "clear_url": address(base, FinderParameters(profile=parameters.profile, sort=parameters.sort)),
        "for_whom": for_whom(base, parameters),
        "pager": pager(base, parameters, results.page, results.pages),
        "sorts": [(name, SORT_TITLES[name], name == parameters.sort) for name in sorts(parameters)],
        "sizes": [(size, size == parameters.per) for size in PAGE_SIZES],
        "suggestions": _suggestions(base, answer),
        "structured_data": graph(schema_page(index), breadcrumbs(request)),
        "did_you_mean": results.did_you_mean,
        "did_you_mean_url": _other_words(base, parameters, results.did_you_mean),
    }


def chip_label(parameters: FinderParameters, name: str, value: str | None, names: Mapping) -> str:
    """A chosen filter in a few words."""
    if name == "q":
        return _("“%(text)s”") % {"text": parameters.words}
    if name == "amount":
        return _("at least %(amount)s") % {"amount": formats.euro(parameters.amount)}
    if value is None:
        return f"{TITLES[name]} {formats.short_date(getattr(parameters, name))}"
    return value_label(name, value, names.get(name, {}))


def _suggestions(base: str, answer: Answer) -> list[dict[str, Any]]:
    return [
        {"text": _suggested(one), "total": one.total, "url": address(base, one.parameters)}
        for one in answer.suggestions
    ]


def _suggested(one: Suggestion) -> str:
    if one.closed:
        return _("closed calls too")
    return _("without “%(title)s”") % {"title": TITLES[one.name]}


def _other_words(base: str, parameters: FinderParameters, words: str) -> str:
    if not words:
        return ""
    return address(base, replace(parameters, words=words, page=1))
