"""What search engines read agrees with the page and says nothing that the source does not."""

from datetime import date

import pytest
from django.utils import timezone

from tests.factories import pages

from .conftest import graph, node

pytestmark = pytest.mark.django_db


def test_an_article(client, tree):
    page = pages.article(
        tree.news,
        title='Un titolo con </script> e "virgolette"',
        day=date(2026, 5, 2),
        author="Ufficio stampa",
        summary="In breve.",
    )
    told = node(client.get(page.url), "NewsArticle")
    assert told["headline"] == 'Un titolo con </script> e "virgolette"'
    assert told["datePublished"] == "2026-05-02"
    assert told["author"] == {"name": "Ufficio stampa"}
    assert told["inLanguage"] == "it"
    assert told["url"] == f"http://testserver{page.url}"


def test_an_article_without_day_bears_that_of_its_publication(client, tree):
    told = node(client.get(pages.article(tree.news).url), "NewsArticle")
    assert told["datePublished"] == timezone.localdate().isoformat()
    assert "author" not in told


def test_an_event(client, fair):
    told = node(client.get(fair.url), "Event")
    assert told["startDate"] == "2026-12-05T10:00:00+01:00"
    assert told["endDate"] == "2026-12-07T13:00:00+01:00"
    assert told["eventStatus"] == "https://schema.org/EventScheduled"
    assert told["organizer"][0]["name"] == "Ente Fiera"
    (place,) = told["location"]
    assert place["name"] == "Sala Grande"
    assert place["address"]["streetAddress"] == "Via Roma 1"


def test_an_event_in_summer_has_the_offset_of_summer(client, tree, fair):
    fair.start_day = fair.end_day = date(2026, 7, 5)
    fair.programme = []
    fair.save_revision().publish()
    assert node(client.get(fair.url), "Event")["startDate"] == "2026-07-05T10:00:00+02:00"


def test_an_event_whose_year_nobody_tells_has_no_date(client, mission):
    told = node(client.get(mission.url), "Event")
    assert "startDate" not in told
    assert "endDate" not in told
    assert "2012" not in str(told)
    assert "eventStatus" not in told


def test_an_event_without_place_and_link_tells_no_way_to_take_part(client, tree):
    told = node(client.get(pages.event(tree.events).url), "Event")
    assert "eventAttendanceMode" not in told
    assert "location" not in told


def test_an_event_online(client, tree):
    page = pages.event(tree.events, online_link="https://live.example.org")
    told = node(client.get(page.url), "Event")
    assert told["eventAttendanceMode"].endswith("/OnlineEventAttendanceMode")
    assert told["location"] == [{"@type": "VirtualLocation", "url": "https://live.example.org"}]


def test_a_project(client, network):
    told = node(client.get(network.url), "Project")
    assert [body["name"] for body in told["member"]] == ["Consorzio Uno"]
    assert [body["name"] for body in told["funder"]] == ["Fondazione Due"]
    assert told["foundingDate"] == "2012-01"
    assert told["identifier"]["value"] == "B81I22000060001"


def test_the_way_from_the_home_page(client, fair):
    (crumbs,) = [each for each in graph(client.get(fair.url)) if each["@type"] == "BreadcrumbList"]
    assert [item["name"] for item in crumbs["itemListElement"]] == ["Inizio", "Eventi", "Fiera della rete"]
    assert crumbs["itemListElement"][1]["item"] == "http://testserver/it/eventi/"


@pytest.mark.parametrize("address", ["/it/notizie/", "/it/eventi/", "/it/progetti/"])
def test_a_list_tells_where_its_pages_are(client, tree, fair, network, address):
    pages.article(tree.news)
    items = node(client.get(address), "CollectionPage")["mainEntity"]["itemListElement"]
    assert len(items) == 1
    assert items[0]["url"].startswith(f"http://testserver{address}")
