"""``/catalog.jsonld`` and ``/catalog.ttl``: what open data there is, for the catalogues that collect such."""

import json
from collections.abc import Iterator

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse

from funding.models import FundingIndexPage, FundingSheetPage
from funding.open_data import files
from portal.core.addresses import absolute
from portal.dcat import document
from portal.frame import Frame, get_frame


def jsonld(request: HttpRequest) -> HttpResponse:
    """As JSON-LD."""
    return _in_all_languages(HttpResponse(_text(request), content_type="application/ld+json"))


def turtle(request: HttpRequest) -> HttpResponse:
    """The same as Turtle."""
    # Imported late: nothing else needs it, and it is slow to come.
    import rdflib

    graph = rdflib.Graph().parse(data=_text(request), format="json-ld")
    text = graph.serialize(format="turtle")
    return _in_all_languages(HttpResponse(text, content_type="text/turtle; charset=utf-8"))


def _in_all_languages(response: HttpResponse) -> HttpResponse:
    response["Content-Language"] = ", ".join(code for code, _name in settings.LANGUAGES)
    return response


def finders(frame: Frame | None) -> Iterator[FundingIndexPage]:
    """The finder in each language in which everybody may see it."""
    for pages in frame.children.values() if frame else ():
        for page in pages:
            if page.specific_class is FundingIndexPage and not page.restricted:
                yield page.specific


def _text(request: HttpRequest) -> str:
    frame = get_frame(request)
    found = list(finders(frame))
    if not found:
        raise Http404
    latest = FundingSheetPage.objects.visible().aggregate(latest=Max("last_published_at"))["latest"]
    modified = latest or max(finder.last_published_at for finder in found)
    pages = [absolute(finder.url) for finder in found]
    held = [file for finder in found for file in files(finder)]
    return json.dumps(document(frame.settings, pages, held, modified.date()), ensure_ascii=False, indent=1)
