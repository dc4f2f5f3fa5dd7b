"""What is private or not live is named nowhere: no address that anybody may ask holds a word of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageViewRestriction

from cms import cache_version
from home.models import ContactPage, GlossaryPage
from tests.search.fixtures import index_of_pages

from .asking import body_of, own_addresses, public_answers, told
from .hidden import SLUG, WORDS, HiddenSite, hidden_site, restrict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]


@pytest.fixture(scope="module")
def site(standing_db) -> HiddenSite:
    return hidden_site()


@pytest.fixture(scope="module")
def standing_index(site, tmp_path_factory):
    return index_of_pages(tmp_path_factory)


def api_addresses(pages):
    for page in pages:
        yield f"/api/v2/pages/{page.pk}/"
        yield f"/api/v2/pages/?child_of={page.pk}"
        yield f"/en/not-translated/{page.pk}/"
        yield f"/it/non-tradotta/{page.pk}/"


def test_no_public_address_tells_of_hidden_pages(site, client):
    hidden = [*site.private, *site.not_live]
    answers = list(public_answers(client, also=api_addresses(hidden)))
    assert told(answers, WORDS, SLUG) == []
    # The same addresses do tell of what is public, so nothing above was empty.
    tell_of_public = told(answers, "officina")
    for address in (
        *("/it/", "/it/notizie/", "/it/notizie/feed.rss", "/it/eventi/calendar.ics", "/it/cerca/?q=officina"),
        *(
            "/it/bandi/",
            "/it/bandi/export.csv?status=any",
            "/it/bandi/feed.rss",
            "/it/storie/",
            "/it/progetti/",
        ),
        *("/api/v2/pages/?fields=*&limit=20", "/api/search/?q=officina&lang=it", "/it/bandi/calendar.ics"),
    ):
        assert address in tell_of_public
    public_article = next(body for address, body in answers if address == site.public[0].url)
    assert b"legame" in public_article
    assert b"Avanti" not in public_article


def test_without_the_restrictions_the_same_addresses_would_tell(site, client, search_index):
    for restriction in PageViewRestriction.objects.all():
        restriction.delete()
    search_index.rebuild()
    addresses = (
        *("/it/", "/it/notizie/", "/it/notizie/feed.rss", "/it/eventi/", "/it/eventi/calendar.ics"),
        *("/it/progetti/", "/it/storie/", "/it/storie/feed.rss", "/it/bandi/", "/it/cerca/?q=officina"),
        *("/it/bandi/export.csv?status=any", "/it/bandi/export.json?status=any", "/it/bandi/feed.rss"),
        *("/it/bandi/calendar.ics", "/api/search/?q=officina&lang=it", "/api/search/suggest?q=qz&lang=it"),
        *("/api/v2/pages/?fields=*&limit=20", "/api/v2/pages/?type=stories.StoryPage&fields=*"),
        *(page.url for page in site.public if not isinstance(page, ContactPage | GlossaryPage)),
    )
    answers = [(address, body_of(client.get(address))) for address in addresses]
    assert told(answers, WORDS) == list(addresses)


def test_private_sections_are_named_nowhere_either(site, client, search_index):
    sections = [getattr(site.tree, name) for name in ("news", "events", "projects", "funding", "stories")]
    for section in [*sections, site.tree.english.home]:
        Page.objects.filter(pk=section.pk).update(title=f"{WORDS} sezione", slug=f"{SLUG}-{section.pk}")
    for section, kind in zip(sections, 2 * ("password", "login", "groups"), strict=False):
        restrict(section, kind)
    restrict(site.tree.english.home, "login")
    search_index.rebuild()
    answers = list(public_answers(client))
    assert told(answers, WORDS, SLUG) == []
    assert told(answers, "officina")  # the standard page


def test_the_address_of_a_private_page_tells_nothing_and_is_kept_by_nobody(site, client):
    for page in site.private:
        for address in own_addresses(page):
            for ask in (client.get, client.head, client.post, client.options):
                response = ask(address)
                assert WORDS not in body_of(response).decode()
                assert not response.has_header("ETag")
                cached = response.headers["Cache-Control"]
                assert "no-store" in cached, (address, cached)
                assert "public" not in cached
                assert WORDS not in str(response.headers)
                if address == page.url and ask == client.get:
                    assert response.status_code in (200, 302)
                elif address != page.url:
                    assert response.status_code in (200, 302, 404)


def test_while_nothing_is_restricted_nothing_more_is_asked(site, client):
    PageViewRestriction.objects.all().delete()
    client.get("/it/")
    cache_version.bump()
    with CaptureQueriesContext(connection) as queries:
        for address in (
            "/it/",
            "/it/notizie/",
            "/it/storie/feed.rss",
            "/it/bandi/export.csv",
            site.public[3].url,
        ):
            assert body_of(client.get(address))
    asked = [query["sql"] for query in queries if "viewrestriction" in query["sql"]]
    # Once, with the frame, until something is published; and in passing by the query that finds the page.
    assert not [sql for sql in asked if ' AS "restricted"' not in sql]


def test_where_something_is_restricted_a_list_asks_no_more_often(site, client, django_assert_num_queries):
    client.get("/it/storie/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/it/storie/")
    PageViewRestriction.objects.all().delete()
    client.get("/it/storie/")
    with CaptureQueriesContext(connection) as unrestricted:
        client.get("/it/storie/")
    # Whether the list itself is restricted.
    assert len(queries) <= len(unrestricted) + 1
