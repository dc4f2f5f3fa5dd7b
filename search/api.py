"""``/api/search/``: the search page as JSON, read-only."""

from dataclasses import asdict

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from delivery.limits import limited
from delivery.parameters import keep_known

from . import unavailable
from .counting.requests import mark_search
from .engines.base import EngineUnavailable
from .hints import elsewhere
from .labels import type_label
from .language.text import clean
from .language.words import MAX_LENGTH
from .query import Hit, SearchResults
from .question import KNOWN_PARAMETERS, Question, narrowing, pager
from .service import ask
from .suggestions import suggest


@require_safe
@limited("searches")
def search(request: HttpRequest) -> JsonResponse:
    """Takes what the search page takes, and ``lang``. What is not known is ignored with a notice."""
    keep_known(request, (*KNOWN_PARAMETERS, "lang"))
    requested, language = _language(request)
    known = requested == language
    with override(language):
        question = Question(request.GET, language)
        if not known:
            notice = _("There is no search in the language “%(code)s”: this is “%(language)s”.")
            question.params.notices.append(notice % {"code": requested[:20], "language": language})
        try:
            results = ask(question.query)
            payload = _payload(question, results)
        except EngineUnavailable:
            return _spoken(_unavailable(question), language)
        response = _spoken(JsonResponse(payload), language)
        mark_search(request, response, question, results)
        return response


@require_safe
@limited("suggestions")
def suggestions(request: HttpRequest) -> JsonResponse:
    """``?q=&lang=``: where somebody who is typing ``q`` may want to go. Any string is answered."""
    keep_known(request, ("q", "lang"))
    language, typed = _language(request)[1], clean(request.GET.get("q", ""))[:MAX_LENGTH]
    with override(language):
        try:
            found = suggest(language, typed)
        except EngineUnavailable:
            nothing = {"query": typed, "lang": language, "suggestions": []}
            return _spoken(JsonResponse(nothing, status=503), language)
        rows = [
            {"text": one.text, "url": one.url, "type": one.type, "type_label": type_label(one.type)}
            for one in found
        ]
    return _spoken(JsonResponse({"query": typed, "lang": language, "suggestions": rows}), language)


def _spoken(response: JsonResponse, language: str) -> JsonResponse:
    response["Content-Language"] = language
    return response


def _language(request: HttpRequest) -> tuple[str, str]:
    """The language asked for, and the one of ours that answers."""
    requested = request.GET.get("lang") or settings.LANGUAGE_CODE
    return requested, requested if requested in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _payload(question: Question, results: SearchResults) -> dict:
    where = pager(question, results)
    return {
        "query": str(question.words),
        "lang": question.language,
        "total": results.total,
        "page": where.page,
        "pages": where.pages,
        "did_you_mean": results.did_you_mean,
        "corrected": bool(results.corrected_from),
        "relaxed": results.relaxed,
        "notices": question.params.notices,
        "facets": {
            facet.name: [
                {"value": option.value, "label": option.label, "count": option.count}
                for option in facet.options
            ]
            for facet in narrowing(question, results).facets
        },
        "results": [_result(hit) for hit in results.hits],
        "elsewhere": [
            {"lang": offer.language, "total": offer.total, "label": offer.text, "url": offer.url}
            for offer in elsewhere(question, results)
        ],
    }


def _result(hit: Hit) -> dict:
    return {
        "url": hit.url,
        "title": hit.title,
        "type": hit.type,
        "type_label": type_label(hit.type),
        "summary": hit.summary,
        "highlight": hit.highlight,
        "date": hit.day.isoformat() if hit.day else None,
        "found_in": asdict(hit.found_in) if hit.found_in else None,
    }


def _unavailable(question: Question) -> JsonResponse:
    notices = [*question.params.notices, unavailable.notice()]
    payload = {"query": str(question.words), "lang": question.language, "notices": notices}
    return JsonResponse(payload, status=503, headers={"Retry-After": unavailable.RETRY_AFTER})
