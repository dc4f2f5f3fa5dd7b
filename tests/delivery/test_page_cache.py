"""The page cache answers fast, never for long, and never a page that is no longer true."""

import gzip
from datetime import UTC, datetime

import brotli
import pytest
import time_machine

from cms import cache_version
from delivery.long_answers import HEAD_ALONE
from delivery.middleware import AFTER_RESPONSE, EXPIRES_AT
from delivery.page_cache import PageCache


class Application:
    """A WSGI application that counts its calls and says until when its page is true."""

    def __init__(self, until: datetime | None):
        self.calls = 0
        self.until = until

    def __call__(self, environ, start_response):
        self.calls += 1
        headers = [("Content-Type", "text/html; charset=utf-8"), ("Vary", "Cookie")]
        if self.until:
            headers.append((EXPIRES_AT, str(self.until.timestamp())))
        start_response("200 OK", headers)
        return [b"<p>intreccio</p>" * 50]


def ask(cache, path="/it/", **environ):
    answer = {}

    def start_response(status, headers, exc_info=None):
        answer.update(status=status, headers=dict(headers))

    request = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "", "HTTP_HOST": "testserver"}
    answer["body"] = b"".join(cache(request | environ, start_response))
    return answer


def page_cache(application, **options):
    """With a site for each host, whatever the database holds."""
    return PageCache(application, site_key=lambda environ: environ.get("HTTP_HOST", ""), **options)


@pytest.fixture
def noon(db):
    with time_machine.travel(datetime(2026, 11, 23, 12, tzinfo=UTC), tick=False) as clock:
        yield clock


def test_the_second_visitor_is_answered_without_the_application(noon):
    application = Application(datetime(2026, 11, 23, 13, tzinfo=UTC))
    cache = page_cache(application)
    assert ask(cache)["body"] == ask(cache)["body"]
    assert application.calls == 1


@pytest.mark.parametrize("first", ["GET", "HEAD"])
def test_head_has_the_headers_of_get_and_no_body(noon, first):
    application = Application(datetime(2026, 11, 23, 13, tzinfo=UTC))
    cache = page_cache(application)
    ask(cache, REQUEST_METHOD=first)
    head, got = ask(cache, REQUEST_METHOD="HEAD"), ask(cache)
    assert (head["body"], head["status"], head["headers"]) == (b"", got["status"], got["headers"])
    assert got["body"] and application.calls == 1


def test_head_of_what_is_not_kept_reads_no_body_and_closes_it(noon):
    class Body(list):
        closed = False

        def close(self):
            self.closed = True

    body = Body([b"much"])

    def application(environ, start_response):
        assert environ[HEAD_ALONE]
        start_response("200 OK", [("Content-Type", "text/csv")])
        return body

    answer = page_cache(application)(
        {"REQUEST_METHOD": "HEAD", "HTTP_HOST": "testserver"}, lambda *told: None
    )
    assert (list(answer), body.closed) == ([], False)
    answer.close()
    assert body.closed


def test_what_the_admin_is_asked_by_head_stays_so(noon):
    asked = []

    def application(environ, start_response):
        asked.append(environ["REQUEST_METHOD"])
        start_response("200 OK", [])
        return []

    ask(page_cache(application), path="/admin/", REQUEST_METHOD="HEAD")
    assert asked == ["HEAD"]


def test_a_page_dies_at_the_moment_at_which_it_stops_being_true(noon):
    application = Application(datetime(2026, 11, 23, 13, tzinfo=UTC))
    cache = page_cache(application)
    ask(cache)
    noon.move_to(datetime(2026, 11, 23, 13, tzinfo=UTC))
    ask(cache)
    assert application.calls == 2


def test_any_publishing_empties_the_cache(noon, db):
    application = Application(datetime(2026, 11, 23, 13, tzinfo=UTC))
    cache = page_cache(application)
    ask(cache)
    cache_version.bump()
    ask(cache)
    assert application.calls == 2


@pytest.mark.parametrize(
    "environ",
    [
        {"HTTP_COOKIE": "sessionid=x"},
        {"REQUEST_METHOD": "POST"},
        {"PATH_INFO": "/admin/"},
        {"QUERY_STRING": "q=" + "x" * 600},
    ],
)
def test_editors_forms_and_oddities_always_reach_the_application(noon, environ):
    application = Application(datetime(2026, 11, 23, 13, tzinfo=UTC))
    cache = page_cache(application)
    ask(cache, **environ)
    ask(cache, **environ)
    assert application.calls == 2


def test_what_the_application_does_not_vouch_for_is_not_kept(noon):
    application = Application(None)
    cache = page_cache(application)
    ask(cache)
    ask(cache)
    assert application.calls == 2


def test_pages_travel_compressed_and_unchanged(noon):
    cache = page_cache(Application(datetime(2026, 11, 23, 13, tzinfo=UTC)))
    plain = ask(cache)
    squeezed = ask(cache, HTTP_ACCEPT_ENCODING="gzip")
    smaller = ask(cache, HTTP_ACCEPT_ENCODING="gzip, deflate, br")
    assert gzip.decompress(squeezed["body"]) == brotli.decompress(smaller["body"]) == plain["body"]
    assert smaller["headers"]["Content-Encoding"] == "br"
    assert plain["headers"]["Vary"] == "Accept-Encoding"
    assert EXPIRES_AT not in plain["headers"]


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", None),
        ("gzip;q=0", None),
        ("gzip;q=0, br;q=0.0", None),
        ("identity", None),
        ("gzip", "gzip"),
        ("GZIP", "gzip"),
        ("x-gzip", "gzip"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("gzip;q=0.5, br;q=1.0", "br"),
        ("gzip, br", "br"),
        ("*", "br"),
        ("br;q=0, *", "gzip"),
        ("*;q=0", None),
        ("identity;q=1, gzip;q=0.5", None),
        ("identity;q=0.5, gzip;q=0.8", "gzip"),
        ("gzip ; q=0.2", "gzip"),
        ("bgzip, abr", None),
        ("gzip;q=two", None),
        ("gzip;q=-1, ,;", None),
        ("gzip;q=nan", None),
    ],
)
def test_the_coding_is_the_one_that_the_client_likes_best(noon, accepted, coding):
    cache = page_cache(Application(datetime(2026, 11, 23, 13, tzinfo=UTC)))
    assert ask(cache, HTTP_ACCEPT_ENCODING=accepted)["headers"].get("Content-Encoding") == coding


def _changed(etag):
    return etag[:-2] + ("0" if etag[-2] != "0" else "1") + '"'


@pytest.mark.parametrize(
    ("header", "current"),
    [
        (lambda etag: etag.removeprefix("W/"), True),
        (lambda etag: f'"other", {etag}', True),
        (lambda etag: "*", True),
        (lambda etag: " * ", True),
        (_changed, False),
        (lambda etag: etag.strip('W/"'), False),
        (lambda etag: f'"x{etag.strip(chr(34))}', False),
        (lambda etag: "", False),
        (lambda etag: '"', False),
    ],
)
def test_what_a_client_has_is_compared_as_a_whole(noon, header, current):
    cache = page_cache(Application(datetime(2026, 11, 23, 13, tzinfo=UTC)))
    etag = ask(cache)["headers"]["ETag"]
    answer = ask(cache, HTTP_IF_NONE_MATCH=header(etag))
    assert answer["status"].startswith("304" if current else "200")


def test_a_known_page_is_not_sent_again(noon):
    cache = page_cache(Application(datetime(2026, 11, 23, 13, tzinfo=UTC)))
    etag = ask(cache)["headers"]["ETag"]
    again = ask(cache, HTTP_IF_NONE_MATCH=etag)
    assert again["status"] == "304 Not Modified"
    assert again["body"] == b""


@pytest.mark.parametrize("kept", [True, False])
def test_a_listener_hears_of_each_response_once_it_has_been_sent(noon, kept):
    """Also of one that the cache gives again."""
    heard, sent = [], []

    def application(environ, start_response):
        until = str(datetime(2026, 11, 23, 13, tzinfo=UTC).timestamp())
        start_response("200 OK", [(AFTER_RESPONSE, "museo"), *([(EXPIRES_AT, until)] if kept else [])])
        return [b"<p>"]

    cache = page_cache(application, after_response=lambda *told: heard.append(told))
    request = {"REQUEST_METHOD": "GET", "PATH_INFO": "/it/", "HTTP_USER_AGENT": "Lynx"}
    for number in range(2):
        body = cache(request, lambda status, headers, exc_info=None: sent.extend(headers))
        assert list(body) == [b"<p>"]
        assert len(heard) == number
        body.close()
        assert heard[number:] == [("museo", "Lynx")]
    assert AFTER_RESPONSE not in dict(sent)
