"""The head of a page speaks of the page shown: its title, its canonical address, its other languages."""

import re
from html import unescape

import pytest
from django.utils import translation

from tests.factories import pages

pytestmark = pytest.mark.django_db

SITE = "http://testserver"


def head(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    text = unescape(answer.content.decode().split("</head>")[0])
    canonical = re.findall(r'<link rel="canonical" href="([^"]+)">', text)
    return {
        "title": re.search("<title>(.*?) · Intreccio</title>", text)[1],
        "canonical": canonical[0] if canonical else None,
        "shared": re.findall('<meta property="og:url" content="([^"]+)">', text),
        "languages": set(re.findall('hreflang="([^"]+)"', text)),
    }


@pytest.fixture
def many(tree):
    """So many of each kind that their lists have a second page."""
    for number in range(21):
        pages.article(tree.news, title=f"Notizia {number}", slug=f"notizia-{number}")
        pages.sheet(tree.funding, title=f"Bando {number}", slug=f"bando-{number}")


@pytest.mark.parametrize("address", ["/it/notizie/", "/it/bandi/"])
def test_each_page_of_a_list_is_its_own(client, many, tree, address):
    first, second = head(client, address), head(client, f"{address}?page=2")
    assert (first["canonical"], second["canonical"]) == (f"{SITE}{address}", f"{SITE}{address}?page=2")
    assert second["shared"] == [second["canonical"]]
    assert second["title"] == f"{first['title']} (page 2)"
    assert first["languages"] == {"it", "en", "x-default"}
    assert second["languages"] == set()


def test_a_page_that_does_not_exist_is_known_by_the_one_that_is_shown(client, many, tree):
    assert head(client, "/it/notizie/?page=99")["canonical"] == f"{SITE}/it/notizie/?page=2"


@pytest.mark.parametrize("address", ["/it/notizie/", "/it/bandi/", "/it/cerca/"])
def test_parameters_that_mean_nothing_belong_to_no_address(client, tree, search_index, address):
    told = head(client, f"{address}?utm_source=mail&topic=nonsense&page=1")
    assert told["canonical"] == f"{SITE}{address}"
    assert told["languages"] == set()


def test_the_title_of_a_list_says_what_is_listed(client, tree, search_index):
    assert head(client, "/it/notizie/?kind=interview")["title"] == f"{tree.news.title}: Interview"
    asked = "/it/bandi/?q=sipario&region=ITC4&amount=50000&closes_before=2027-01-31&page=1"
    told = head(client, asked)
    assert told["title"].startswith(f"{tree.funding.title}: sipario, Lombardy, at least 50.000")
    assert told["canonical"] == SITE + asked.removesuffix("&page=1")


def test_words_that_are_read_as_a_filter_are_named_as_one(client, tree, search_index):
    told = head(client, "/it/bandi/?q=cultura&region=ITC4")
    assert told["title"] == f"{tree.funding.title}: Lombardy, Culture"
    assert told["canonical"] == f"{SITE}/it/bandi/?q=cultura&region=ITC4"


def test_a_month_of_events_has_its_name(client, tree):
    pages.event(tree.events, title="Concerto")
    with translation.override("it"):
        assert head(client, "/it/eventi/?month=2026-12")["title"] == f"{tree.events.title}: dicembre 2026"


def test_an_answer_of_the_search_is_its_own(client, tree, search_index):
    told = head(client, "/it/cerca/?sort=newest&q=teatro")
    assert told["canonical"] == f"{SITE}/it/cerca/?q=teatro&sort=newest"
    assert told["languages"] == set()
    assert head(client, "/it/cerca/")["languages"] == {"it", "en", "x-default"}


@pytest.mark.parametrize("address", ["/it/non-esiste/", "/it/notizie/non-esiste/", "/it/bandi/x/y/"])
def test_an_error_has_no_address(client, tree, address):
    told = head(client, address, status=404)
    assert (told["canonical"], told["shared"], told["languages"]) == (None, [], set())
