"""Each list can be followed in a feed reader, under the same choices."""

from datetime import date
from xml.etree import ElementTree

import pytest

from tests.factories import pages

from .conftest import topic

pytestmark = pytest.mark.django_db


def channel(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    return ElementTree.fromstring(response.content).find("channel")


def titles(client, address) -> list[str]:
    return [item.findtext("title") for item in channel(client, address).iter("item")]


def test_a_feed_says_its_language_and_whole_addresses(client, tree):
    page = pages.article(tree.news, title="Novità & altro", day=date(2026, 5, 2), summary="In breve <b>.")
    feed = channel(client, "/it/notizie/feed.rss")
    assert feed.findtext("language") == "it"
    assert feed.findtext("link") == "http://testserver/it/notizie/"
    (item,) = feed.iter("item")
    assert item.findtext("title") == "Novità & altro"
    assert item.findtext("link") == f"http://testserver{page.url}"
    assert item.findtext("description") == "In breve &lt;b&gt;."  # HTML to whoever reads it
    assert item.findtext("pubDate") == "Sat, 02 May 2026 00:00:00 +0200"


def test_a_feed_follows_the_choices_of_its_list(client, tree):
    interview = pages.article(tree.news, title="Intervista", kind="interview")
    pages.article(tree.news, title="Notizia")
    topic(interview, "cinema")
    assert titles(client, "/it/notizie/feed.rss?kind=interview") == ["Intervista"]
    assert titles(client, "/it/notizie/feed.rss?topic=cinema") == ["Intervista"]
    assert len(titles(client, "/it/notizie/feed.rss?kind=nulla")) == 2


def test_the_description_of_a_feed_names_the_choices_as_its_title_does(client, tree):
    topic(pages.article(tree.news, title="Intervista", kind="interview"), "cinema")
    tree.news.summary = "Le notizie della rete."
    tree.news.save()
    feed = channel(client, "/it/notizie/feed.rss?topic=cinema")
    name = feed.findtext("title").partition(": ")[2]
    assert name and feed.findtext("description") == f"Le notizie della rete. Only: {name}."
    assert channel(client, "/it/notizie/feed.rss").findtext("description") == "Le notizie della rete."


def test_the_list_leads_to_its_feed_with_the_same_choices(client, tree):
    html = client.get("/it/notizie/?kind=interview&page=1&other=x").content.decode()
    assert 'type="application/rss+xml"' in html
    assert 'href="/it/notizie/feed.rss?kind=interview"' in html


def test_events_say_when_and_where_in_the_feed(client, fair, mission):
    feed = channel(client, "/it/eventi/feed.rss?month=2026-12")
    (item,) = feed.iter("item")
    assert "2026" in item.findtext("description")
    assert "Bologna" in item.findtext("description")
    assert len(titles(client, "/it/eventi/feed.rss")) == 2


def test_projects_have_a_feed_in_each_language(client, tree, network):
    pages.translate(network, tree.english.locale, title="Working as a network", slug="network")
    assert titles(client, "/it/progetti/feed.rss") == ["Fare rete"]
    english = channel(client, "/en/projects/feed.rss")
    assert english.findtext("language") == "en"
    assert [item.findtext("title") for item in english.iter("item")] == ["Working as a network"]


def test_a_feed_stays_short_and_cheap_however_long_the_list(client, tree, django_assert_max_num_queries):
    for _number in range(35):
        pages.article(tree.news)
    client.get("/it/notizie/feed.rss")
    with django_assert_max_num_queries(8):
        assert len(titles(client, "/it/notizie/feed.rss")) == 30


def test_the_same_content_gives_the_same_feed(client, tree):
    assert client.get("/it/notizie/feed.rss").content == client.get("/it/notizie/feed.rss").content


def test_a_feed_that_is_cut_says_so(client, tree):
    cut = "The 30 newest entries; the list on the site has more."
    for number in range(30):
        pages.article(tree.news, title=f"Notizia {number}")
    assert cut not in channel(client, "/it/notizie/feed.rss").findtext("description")
    pages.article(tree.news, title="Notizia in più")
    feed = channel(client, "/it/notizie/feed.rss")
    assert feed.findtext("description").endswith(cut)
    assert len(list(feed.iter("item"))) == 30


def test_an_event_that_is_over_is_told_as_such(client, tree, time_machine):
    pages.event(tree.events, title="Incontro", start_day=date(2026, 12, 5), summary="Insieme.")
    time_machine.move_to("2026-12-05T12:00+01:00")
    (item,) = channel(client, "/it/eventi/feed.rss").iter("item")
    assert "Concluded" not in item.findtext("description")
    time_machine.move_to("2026-12-06T00:01+01:00")
    (item,) = channel(client, "/it/eventi/feed.rss").iter("item")
    assert item.findtext("description").startswith("Concluded, ")


def test_the_months_of_the_events_begin_with_this_one(client, tree, time_machine):
    time_machine.move_to("2026-11-28T12:00+01:00")
    for month in ((2025, 6), (2026, 3), (2026, 11), (2027, 1)):
        pages.event(tree.events, title=f"Incontro {month}", start_day=date(*month, 2))
    months = [one["machine"] for one in client.get("/it/eventi/").context["months"]]
    assert months == ["2026-11", "2027-01", "2026-03", "2025-06"]
