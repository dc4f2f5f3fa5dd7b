"""Asks a site all its public addresses."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from django.http import Http404
from django.test import Client
from django.utils.translation import override
from wagtail.models import Page

from cms.querysets import visible

_LINK = re.compile(
    rb"(?:href|src|action|url|link)[\"']?\s*[=:>]\s*[\"']?(?:http://testserver|http://127\.0\.0\.1:\d+)?(/[^\"'<>\s]*)"
)
_LEFT_OUT = ("/static/", "/media/", "/admin/", "/catalog.")
# Of the finder's and the lists' own parameters: each makes a further choice of the same.
MAX_QUERIES = 25
BELOW = (
    "feed.rss",
    "calendar.ics",
    "export.csv",
    "export.json",
    "export-schema.json",
    "confronta/",
    "compare/",
)
BELOW = (*BELOW, "fa-per-noi/", "does-it-fit/")
FIXED = (
    *("/", "/it/", "/en/", "/sitemap.xml", "/robots.txt", "/catalog.ttl", "/catalog.jsonld"),
    *("/api/openapi.json", "/it/api/", "/en/api/", "/it/manca/", "/en/missing/", "/it/notizie/manca/"),
    *("/it/cerca/", "/it/cerca/?q=officina", "/it/cerca/?q=officina&type=funding", "/it/cerca/?q=oficina"),
    *("/en/search/?q=officina", "/it/cerca/?topic=artigianato", "/it/cerca/?q=titolo"),
    *("/api/search/?q=officina&lang=it", "/api/search/?q=officina&lang=en", "/api/search/?q=oficina&lang=it"),
    *(
        "/api/search/suggest?q=qz&lang=it",
        "/api/search/suggest?q=te&lang=it",
        "/api/search/suggest?q=en&lang=it",
    ),
    *("/api/v2/pages/?limit=20", "/api/v2/pages/?limit=20&offset=20", "/api/v2/pages/?fields=*&limit=20"),
    *(
        "/api/v2/pages/?type=funding.FundingSheetPage&fields=*",
        "/api/v2/pages/?type=stories.StoryPage&fields=*",
    ),
    *("/api/v2/pages/?search=officina", "/api/v2/pages/?locale=it&order=title", "/api/v2/images/?limit=20"),
    *("/api/v2/documents/?limit=20",),
    *("/it/bandi/?status=any", "/it/bandi/?grantor=telaio", "/it/bandi/feed.rss?status=any"),
    *(
        "/it/bandi/export.csv?status=any",
        "/it/bandi/export.json?status=any",
        "/it/bandi/calendar.ics?status=any",
    ),
    *("/it/bandi/?q=officina", "/it/notizie/?topic=artigianato", "/it/notizie/feed.rss?topic=artigianato"),
)


def public_answers(client: Client, also: Iterable[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Address and body of everything that an anonymous visitor reaches: fixed addresses, the routes
    of each page that everybody may see, and what all these link, as far as it goes."""
    waiting, asked, queries = [*FIXED, *also], set(), 0
    waiting += [address for page in visible(Page.objects.all()).specific() for address in own_addresses(page)]
    while waiting:
        address = waiting.pop(0)
        if address in asked or (address.startswith(_LEFT_OUT) and address not in FIXED):
            continue
        asked.add(address)
        if urlsplit(address).query and address not in FIXED:
            queries += 1
            if queries > MAX_QUERIES:
                continue
        response = client.get(address)
        assert response.status_code < 500, address
        yield address, body_of(response)
        waiting += [link.decode().replace("&amp;", "&") for link in _LINK.findall(body_of(response))]


def body_of(response) -> bytes:
    """Also of an answer that is sent in parts."""
    if response.streaming:
        response.content_read = getattr(response, "content_read", None) or response.getvalue()
        return response.content_read
    return response.content


def own_addresses(page: Page) -> list[str]:
    """The address of a page, and the routes below it."""
    routes = [below for below in BELOW if _answers(page, below)]
    return [page.url + below for below in ("", *routes)] if page.url else []


def _answers(page: Page, below: str) -> bool:
    try:
        with override(page.locale.language_code):
            return hasattr(page, "resolve_subpage") and bool(page.resolve_subpage(f"/{below.rstrip('/')}/"))
    except Http404:
        return False


def told(answers: Iterable[tuple[str, bytes]], *words: str) -> list[str]:
    """The addresses whose answers hold one of ``words``."""
    return [address for address, body in answers if any(word.encode() in body.lower() for word in words)]
