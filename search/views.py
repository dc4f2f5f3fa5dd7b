"""The search page."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms.formats.quotes import without_quotes
from cms.list_page.names import list_name
from cms.presentation import Badge, with_state
from delivery import expiry
from delivery.limits import limited
from delivery.parameters import keep_known

from . import presenters, unavailable
from .counting.requests import mark_search
from .engines.base import EngineUnavailable
from .hints import advice
from .labels import SORTS, shows_day, type_label
from .query import Hit
from .question import KNOWN_PARAMETERS, Question, canonical_query, narrowing, pager
from .section_offers import SectionOffer, section_offers
from .service import ask


@dataclass(frozen=True)
class Result:
    """One line of the list. The badge is not shown where the title begins with the same word, the day only
    where it is the page's own and the badge does not tell it."""

    hit: Hit
    type_label: str
    title: str
    badge: Badge | None
    day: date | None


@require_safe
@limited("searches")
def search(request: HttpRequest) -> HttpResponse:
    """Answer any words at all with results or with help."""
    keep_known(request, KNOWN_PARAMETERS)
    question = Question(request.GET, get_language())
    try:
        results = ask(question.query)
        offers = advice(question, results)
    except EngineUnavailable:
        return _unavailable(request, question)
    now = timezone.now()
    _note_changes(request, results.hits, now)
    sections = _section_offers(request, question, now)
    context = {
        **_head(question, results.page),
        "results": results,
        "searched": without_quotes(results.did_you_mean if results.corrected_from else str(question.words)),
        "hits": [_result(hit, now) for hit in results.hits],
        "narrowing": narrowing(question, results),
        "pager": pager(question, results),
        "sorts": _sorts(question),
        "advice": offers,
        "section_offers": sections,
        "notices": question.params.notices,
    }
    request.canonical_query = canonical_query(question, results)
    response = render(request, "search/search.html", context)
    mark_search(request, response, question, results)
    return response


def _head(question: Question, page: int = 1) -> dict[str, Any]:
    """The question, and a title such as "Search: cinema (page 2)"."""
    title = _("Search: %(words)s") % {"words": question.words} if question.words.clauses else _("Search")
    described = _("Search news, events, projects, funding and success stories.")
    return {
        "question": question,
        "shown_title": list_name(title, [], page),
        "shown_description": described,
    }


def _result(hit: Hit, now: datetime) -> Result:
    word, badge = presenters.word_before(hit.type, hit.flags), presenters.badge_of(hit, now)
    title = with_state(hit.title, word)
    shown = badge if badge and badge.label != word else None
    day = hit.day if shows_day(hit.type) and (hit.type == "event" or not shown) else None
    return Result(hit, type_label(hit.type), title, shown, day)


def _section_offers(request: HttpRequest, question: Question, now: datetime) -> list[SectionOffer]:
    """What sections offer beside the first page of an answer that nobody has narrowed down."""
    if not question.words.required or question.narrowed or question.query.page > 1:
        return []
    offers = section_offers(question.text, question.language, now)
    for offer in offers:
        expiry.expires_at_midnight(request)
        expiry.expires_at(request, offer.until)
    return offers


def _unavailable(request: HttpRequest, question: Question) -> HttpResponse:
    """The site stays up without its search."""
    expiry.no_store(request)
    context = _head(question) | {"notices": [*question.params.notices, unavailable.notice()]}
    response = render(request, "search/search.html", context, status=503)
    response["Retry-After"] = unavailable.RETRY_AFTER
    return response


def _sorts(question: Question) -> list[dict]:
    """The orders to choose from. Without words nothing is more relevant than the rest."""
    if not question.words.required:
        return []
    return [
        {"label": label, "url": question.params.url(sort=sort.value), "current": sort is question.sort}
        for sort, label in SORTS.items()
    ]


def _note_changes(request: HttpRequest, hits: tuple[Hit, ...], now: datetime) -> None:
    """Badges follow the clock and count days: a kept copy of this page is true until the next of them
    changes."""
    if any(hit.moments or hit.flags for hit in hits):
        expiry.expires_at_midnight(request)
        expiry.expires_at(request, presenters.next_change(hits, now))
