"""No nonsense in a parameter or an address is answered by 500, and what answers JSON refuses in JSON."""

import random
from urllib.parse import quote

import pytest
from django.test import Client

from funding.catalogue.eligibility.address import NAMES
from funding.catalogue.facets import FILTERS
from funding.catalogue.finder.parameters import TYPED
from tests.factories import pages
from tests.factories.media import attachment

pytestmark = pytest.mark.django_db
SEED = 17
NONSENSE = [
    *(
        "",
        "x",
        "0",
        "-1",
        "99999999999999999999",
        "1e999",
        "NaN",
        "3.5",
        "true",
        "null",
        "[]",
        "{}",
        "*",
        ",",
    ),
    *("%s", "2026-99-99", "0001-01-01", "9999-12-31", "10000-01-01", "٣", "à" * 400, "../../etc/passwd"),
    *(
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "\x00",
        "a\x00b",
        "\r\nX-A: b",
        "\ufeff",
        "\u202e",
        "𝒜",
        "()",
    ),
    *("a:b", "-", "__proto__"),
]
# Already encoded: bytes that are no UTF-8, half a character, an escape that is none.
RAW = ["%ff%fe", "%c3", "%ED%A0%80", "%zz", "%", "%00", "%u0041", "+"]
COMMON = ("page", "per", "sort", "q", "topic", "year", "type", "utm_source")
FINDER = ("q", *FILTERS, *TYPED, *NAMES, "page", "per", "sort", "call", "id")
API = (
    "offset",
    "limit",
    "fields",
    "order",
    "search",
    "search_operator",
    "type",
    "child_of",
    "ancestor_of",
    "descendant_of",
    "translation_of",
    "locale",
    "site",
    "slug",
    "id",
    "title",
    "first_published_at",
    "show_in_menus",
    "tags",
    "nothing",
)
SEARCH = ("q", "lang", "type", "topic", "year", "page", "sort", "per")
LISTS = (
    "/it/",
    "/it/notizie/",
    "/it/eventi/",
    "/it/progetti/",
    "/it/storie/",
    "/it/cerca/",
    "/",
    "/en/news/",
)
FEEDS = ("/it/notizie/feed.rss", "/it/eventi/feed.rss", "/it/eventi/calendar.ics", "/it/storie/feed.rss")
FUNDING = tuple(
    "/it/bandi/" + each
    for each in (
        *("", "feed.rss", "calendar.ics", "export.csv", "export.json", "export.xlsx", "export-schema.json"),
        *("confronta/", "fa-per-noi/", "bando/", "bando/fa-per-noi/"),
    )
)
ENDPOINTS = ("/api/v2/pages/", "/api/v2/images/", "/api/v2/documents/", "/api/v2/pages/find/")
QUESTIONS = {
    **dict.fromkeys(LISTS + FEEDS, COMMON),
    **dict.fromkeys(FUNDING, FINDER),
    **dict.fromkeys(ENDPOINTS, (*API, "html_path")),
    **dict.fromkeys(("/api/search/", "/api/search/suggest"), SEARCH),
    **dict.fromkeys(
        ("/sitemap.xml", "/robots.txt", "/catalog.ttl", "/catalog.jsonld", "/api/openapi.json"), COMMON
    ),
}
PLACES = (
    *(
        "/it/{}/",
        "/it/notizie/{}",
        "/it/notizie/{}/",
        "/it/bandi/{}/fa-per-noi/",
        "/it/non-tradotta/{}/",
        "/{}",
    ),
    *("/documents/{}/x.pdf", "/documents/1/{}", "/media/{}", "/static/{}", "/admin/{}", "/.well-known/{}"),
    *("/api/v2/pages/{}/", "/api/v2/images/{}/", "/api/{}", "/sitemap-{}.xml"),
    *("/it/_util/authenticate_with_password/{}/1/", "/documents/authenticate_with_password/{}/"),
)


@pytest.fixture
def site(tree, search_index, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    pages.article(tree.news, title="Notizia", slug="notizia")
    pages.sheet(tree.funding, title="Bando", slug="bando")
    attachment(content=b"x")
    return tree


def asked(client, address):
    answer = client.get(address)
    b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code < 500, address
    if answer.status_code >= 400 and (address.startswith("/api/v2/") or "search" in address[:11]):
        assert "json" in answer["Content-Type"], address
        answer.json()
    return answer


# The short form asks each address for every third value, and others than the address before.
STEPS = pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.long)], ids=["third", "all"])
VALUES = [*map(quote, NONSENSE), *RAW]


@STEPS
@pytest.mark.parametrize("address", QUESTIONS)
def test_no_parameter_breaks_an_address(site, address, step):
    client = Client(raise_request_exception=False)
    names, chance, values = QUESTIONS[address], random.Random(SEED), VALUES
    for value in values[list(QUESTIONS).index(address) % step :: step]:
        asked(client, f"{address}?{'&'.join(f'{name}={value}' for name in names)}")
    several = (60 if address in ENDPOINTS else 20) // step
    for _number in range(several):
        chosen = chance.sample(names, k=min(len(names), chance.choice((1, 1, 1, 2, 3))))
        pairs = [
            f"{name}={chance.choice(values)}" for name in chosen for _time in range(chance.choice((1, 1, 2)))
        ]
        asked(client, f"{address}?{'&'.join(pairs)}")


@STEPS
@pytest.mark.parametrize("name", API)
@pytest.mark.parametrize("address", ENDPOINTS[:3])
def test_no_parameter_of_the_api_breaks_it(site, address, name, step):
    client = Client(raise_request_exception=False)
    first = API.index(name) + ENDPOINTS.index(address)
    for value in VALUES[first % step :: step]:
        asked(client, f"{address}?{name}={value}")


@STEPS
@pytest.mark.parametrize("place", PLACES)
def test_no_part_of_an_address_breaks_it(site, place, step):
    client = Client(raise_request_exception=False)
    values = [*(quote(each, safe="") for each in NONSENSE), *RAW]
    for value in values[PLACES.index(place) % step :: step]:
        asked(client, place.format(value))


OURS = ("testserver.", "TESTSERVER", "testserver:99999999")
HOSTS = (
    *("", "x y", "testserver:x", "testserver:", "[::1]", "[::1", "a" * 300, "töst", "-", ".."),
    *("evil.example", "testserver@evil.example", *OURS),
)


@pytest.mark.parametrize("host", HOSTS)
def test_no_host_breaks_it(site, settings, host):
    settings.ALLOWED_HOSTS = ["testserver"]
    client = Client(raise_request_exception=False)
    for address in ("/it/", "/api/v2/pages/", "/it/nowhere/", "/admin/login/"):
        answer = client.get(address, HTTP_HOST=host)
        assert answer.status_code in (200, 301, 302, 400, 404), (host, address)
        if host not in OURS:
            assert answer.status_code == 400
