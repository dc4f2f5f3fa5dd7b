"""A page costs a dozen queries at most, whatever it holds and however much there is beside it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms import cache_version
from tests.factories import pages
from tests.factories.media import picture

from .conftest import party, relate, topic

pytestmark = pytest.mark.django_db
BUDGET = 12
GLOSSARY = 2  # its terms, and where its page is
TOPICS = 1  # their names, for a list that can be narrowed down by them
FRAME = 3  # site, settings, and the fixed pages with the question whether any is restricted


@pytest.fixture
def crowd(tree):
    """Makes a page of each kind and many beside it, all linked with each other, with topics and parties."""

    def crowd(number):
        made = []
        for n in range(number):
            cloth = picture(f"cloth-{n}", size=(30, 20))
            made += [
                pages.article(tree.news, picture=cloth, day=date(2026, 5, 1 + n)),
                pages.event(tree.events, picture=cloth, start_day=date(2026 + n % 2, 1 + n % 12, 5)),
                pages.project(tree.projects, picture=cloth, state="running", regions=["ITC4"]),
                pages.sheet(tree.funding, picture=cloth),
                pages.story(tree.stories, picture=cloth),
            ]
        for n, page in enumerate(made):
            topic(page, f"topic-{n % 4}")
            relate(page, *made)
            if hasattr(page, "year_known") or hasattr(page, "cup"):
                for role in ("promoter", "partner", "funder"):
                    party(page, f"Ente {n} {role}", role)
        return made[:5]

    return crowd


LISTS = [
    "/it/notizie/",
    "/it/notizie/?kind=news&topic=topic-0",
    "/it/eventi/",
    "/it/eventi/?month=2026-01",
    "/it/progetti/",
    "/it/progetti/?kind=programme&state=running&topic=topic-2",
    "/it/storie/",
    "/it/eventi/calendar.ics",
    "/it/progetti/feed.rss",
]


@pytest.mark.parametrize("number", [1, 6])
def test_every_page_and_list_stays_within_its_queries(client, crowd, number, django_assert_max_num_queries):
    made = crowd(number)
    client.get("/it/")
    for address in [*LISTS, *(page.url for page in made if page.search_type != "funding")]:
        with django_assert_max_num_queries(BUDGET, info=address):
            assert client.get(address).status_code == 200


def test_the_first_request_after_a_change_costs_the_frame_besides(client, crowd):
    made = crowd(2)
    for address in ["/it/", *LISTS, *(page.url for page in made)]:
        client.get(address)
        with CaptureQueriesContext(connection) as warm:
            client.get(address)
        cache_version.bump()
        with CaptureQueriesContext(connection) as first:
            client.get(address)
        assert len(first) <= len(warm) + FRAME + GLOSSARY + TOPICS, address
