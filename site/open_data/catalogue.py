"""``/catalog.jsonld`` and ``/catalog.ttl``: what open data there is, for the catalogues that collect such."""

import json
from collections.abc import Iterator

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse

from cms.addresses import absolute
from delivery.navigation import Navigation, get_navigation
from funding.catalogue.open_data import files
from funding.models import FundingIndexPage, FundingSheetPage
from open_data.dcat import document


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


def finders(navigation: Navigation | None) -> Iterator[FundingIndexPage]:
    """The finder in each language in which everybody may see it."""
    for pages in navigation.children.values() if navigation else ():
        for page in pages:
            if page.specific_class is FundingIndexPage and not page.restricted:
                yield page.specific


def _text(request: HttpRequest) -> str:
    navigation = get_navigation(request)
    found = list(finders(navigation))
    if not found:
        raise Http404
    latest = FundingSheetPage.objects.visible().aggregate(latest=Max("last_published_at"))["latest"]
    modified = latest or max(finder.last_published_at for finder in found)
    pages = [absolute(finder.url) for finder in found]
    held = [file for finder in found for file in files(finder)]
    return json.dumps(
        document(navigation.settings, pages, held, modified.date()), ensure_ascii=False, indent=1
    )
