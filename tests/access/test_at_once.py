"""A restriction that is set or lifted holds from the next request on, whatever was kept or under way."""

from datetime import date

import pytest
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import RequestFactory
from wagtail.models import PageViewRestriction

from cms import cache_version
from delivery.navigation import get_navigation
from delivery.page_cache import PageCache
from funding.catalogue.exports import batches as export_batches
from tests.factories.pages import article, sheet, story

from .hidden import WORDS, restrict

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("search_index")]


@pytest.fixture
def visit(db):
    """Asks through the page cache, as a visitor does. Returns status, headers and body."""
    application = PageCache(get_wsgi_application())

    def ask(address, **headers):
        answer = []
        environ = RequestFactory().get(address, **headers).environ
        body = application(environ, lambda status, pairs, exc_info=None: answer.extend((status, dict(pairs))))
        return answer[0], answer[1], b"".join(body).decode()

    return ask


@pytest.fixture
def at_once(django_capture_on_commit_callbacks):
    """Does what it is given as a request of the admin does, with what follows the commit."""

    def do(act, *arguments):
        with django_capture_on_commit_callbacks(execute=True):
            return act(*arguments)

    return do


ADDRESSES = ("/it/", "/it/storie/", "/it/storie/feed.rss", "/sitemap.xml", "/api/v2/pages/?limit=20")
ADDRESSES = (*ADDRESSES, "/it/cerca/?q=qzwxparola%20titolo", "/api/search/?q=titolo&lang=it")


def test_set_and_lifted(tree, visit, at_once, search_index):
    page = story(tree.stories, title=f"{WORDS} titolo", slug="segreta", summary=WORDS)
    search_index.rebuild()
    shown = {address: visit(address) for address in (*ADDRESSES, page.url)}
    told = [address for address, (_status, _headers, body) in shown.items() if "segreta" in body]
    assert told == [*ADDRESSES, page.url]
    restriction = at_once(restrict, page, PageViewRestriction.LOGIN)
    for address in ADDRESSES:
        assert "/storie/segreta/" not in visit(address)[2]
    status, headers, body = visit(page.url)
    assert (status[:3], WORDS in body) == ("302", False)
    assert "no-store" in headers["Cache-Control"]
    at_once(restriction.delete)
    for address in (*ADDRESSES, page.url):
        assert "segreta" in visit(address)[2]


def test_a_feed_reader_that_has_seen_the_feed_gets_it_anew(tree, visit, at_once):
    page = story(tree.stories, title=f"{WORDS} titolo", summary=WORDS)
    story(tree.stories, title="Un'altra")
    status, headers, body = visit("/it/storie/feed.rss")
    assert WORDS in body
    etag = {"HTTP_IF_NONE_MATCH": headers["ETag"]}
    assert visit("/it/storie/feed.rss", **etag)[0][:3] == "304"
    at_once(restrict, page, PageViewRestriction.PASSWORD)
    status, headers, body = visit("/it/storie/feed.rss", **etag)
    assert (status[:3], WORDS in body, "altra" in body) == ("200", False, True)
    at_once(restrict, tree.stories, PageViewRestriction.PASSWORD)
    status, headers, body = visit("/it/storie/feed.rss", **etag)
    assert status[:3] == "200"
    assert "<rss" not in body
    assert "no-store" in headers["Cache-Control"]


def test_an_export_under_way_leaves_out_what_has_just_been_shut(tree, client, monkeypatch, search_index):
    monkeypatch.setattr(export_batches, "BATCH", 1)
    sheets = [
        sheet(tree.funding, title=f"{WORDS} {number}", closes_on=date(2030, 1, number))
        for number in (1, 2, 3)
    ]
    search_index.rebuild()
    response = client.get("/it/bandi/export.csv?status=any")
    parts = iter(response.streaming_content)
    begun = b""
    while f"{WORDS} 1".encode() not in begun:
        begun += next(parts)
    restrict(sheets[2], PageViewRestriction.GROUPS)
    rest = begun + b"".join(parts)
    assert f"{WORDS} 1".encode() in rest
    assert f"{WORDS} 3".encode() not in rest


def test_a_restriction_that_comes_while_the_frame_is_read_is_not_overlooked(tree, rf):
    page = article(tree.news)

    def set_meanwhile(execute, sql, *arguments):
        result = execute(sql, *arguments)
        if "any_restriction" in sql and not PageViewRestriction.objects.exists():
            restrict(page, PageViewRestriction.LOGIN)
        return result

    cache_version.bump()
    with connection.execute_wrapper(set_meanwhile):
        get_navigation(rf.get("/"))
    assert PageViewRestriction.objects.exists()
    assert not type(page).objects.visible().filter(pk=page.pk).exists()


def test_a_page_moved_into_a_private_section_is_private(tree, client, at_once):
    page = article(tree.news, title=f"{WORDS} titolo")
    restrict(tree.stories, PageViewRestriction.LOGIN)
    client.get("/it/notizie/")
    at_once(page.move, tree.stories, "last-child")
    for address in ("/it/notizie/", "/it/", "/sitemap.xml", "/it/notizie/feed.rss", "/en/"):
        assert WORDS not in client.get(address).content.decode()


def test_an_alias_is_as_private_as_its_source(tree, visit, at_once, search_index):
    page = story(tree.stories, title=f"{WORDS} titolo", slug="segreta", summary=WORDS)
    alias = at_once(lambda: page.create_alias(parent=tree.stories, update_slug="segreta-due"))
    english = at_once(lambda: page.copy_for_translation(tree.english.locale, alias=True))
    search_index.rebuild()
    assert "/storie/segreta-due/" in visit("/it/storie/")[2]
    restriction = at_once(restrict, page, PageViewRestriction.PASSWORD)
    for address in (*ADDRESSES, "/en/", "/en/stories/", "/en/stories/feed.rss"):
        assert alias.url not in visit(address)[2]
        assert english.url not in visit(address)[2]
    for address in (alias.url, english.url):
        assert WORDS not in visit(address)[2]
        assert "no-store" in visit(address)[1]["Cache-Control"]
    at_once(restriction.delete)
    for address in ("/it/storie/", "/it/storie/feed.rss", "/api/search/?q=titolo&lang=it"):
        assert "/storie/segreta-due/" in visit(address)[2]
