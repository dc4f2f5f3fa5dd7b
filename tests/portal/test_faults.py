"""A service that is away is told as such: 503, when to come again, one line, JSON where it is asked for."""

import errno
import json
import logging

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

from portal.logs import JsonLines, RequestId
from portal.request_ids import RequestIds

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


def fail_with(monkeypatch, error, where="delivery.routing.get_navigation"):
    def fail(*args, **kwargs):
        raise error

    monkeypatch.setattr(where, fail)


AWAY = [
    OperationalError("the server closed the connection\n\tunexpectedly"),
    InterfaceError("connection already closed"),
    OSError(errno.ENOSPC, "No space left on device"),
    OSError(errno.EROFS, "Read-only file system"),
]


@pytest.mark.parametrize("error", AWAY, ids=["gone", "closed", "full", "read-only"])
@pytest.mark.parametrize("path", ["/it/", "/it/notizie/feed.rss", "/it/bandi/export.csv"])
def test_what_will_pass_is_503_with_when_to_come_again(visitor, tree, monkeypatch, error, path):
    fail_with(monkeypatch, error)
    answer = visitor.get(path)
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "no-cache" in answer["Cache-Control"]
    assert "being restarted" in answer.content.decode()


def test_a_middleware_that_fails_is_answered_in_the_same_way(visitor, tree, monkeypatch):
    fail_with(monkeypatch, AWAY[0], "delivery.routing.find_site")
    assert visitor.get("/it/").status_code == 503


@pytest.mark.parametrize(
    ("path", "accept"), [("/it/bandi/export.json", ""), ("/it/", "application/json"), ("/api/v2/pages/", "")]
)
def test_programs_are_answered_in_json(visitor, tree, monkeypatch, path, accept):
    fail_with(monkeypatch, AWAY[0], "delivery.routing.find_site")
    answer = visitor.get(path, headers={"accept": accept} if accept else {})
    assert answer.status_code == 503
    assert set(answer.json()) == {"error", "request"}


def test_a_fault_of_the_code_is_500_and_names_the_request(visitor, tree, monkeypatch):
    fail_with(monkeypatch, ValueError("a mistake"))
    answer = visitor.get("/it/", headers={"x-request-id": "abc-123-def"})
    assert answer.status_code == 500
    assert "abc-123-def" in answer.content.decode()
    assert "Retry-After" not in answer


def record(error=None):
    info = (type(error), error, None) if error else None
    return logging.LogRecord("django.request", logging.ERROR, "", 1, "%s: %s", ("Oh", "/it/"), info)


def test_a_database_that_is_away_is_one_line_of_the_log_and_a_mistake_keeps_its_traceback():
    away, mistake = record(AWAY[0]), record(ValueError("a mistake"))
    for each in (away, mistake):
        RequestId().filter(each)
    assert logging.Formatter().format(away) == "Oh: /it/: the server closed the connection unexpectedly"
    assert "ValueError: a mistake" in logging.Formatter().format(mistake)


def test_a_line_of_json_holds_what_is_searched_for():
    each = record(ValueError("a mistake"))
    RequestId().filter(each)
    told = json.loads(JsonLines().format(each))
    assert told["level"] == "ERROR" and told["message"] == "Oh: /it/" and "ValueError" in told["traceback"]
    assert told["request"] == "-"


def call(environ=None, **settings):
    sent = {}

    def application(environ, start_response):
        start_response("200 OK", [("A", "b")])
        return [b"x"]

    ids = RequestIds(application)
    body = ids(environ or {}, lambda status, headers, exc_info=None: sent.update(headers))
    list(body)
    if hasattr(body, "close"):
        body.close()
    return sent["X-Request-ID"]


@pytest.mark.parametrize(
    ("given", "kept"), [("abcdef12-34", True), ("short", False), ("a b\r\nc" * 3, False), ("x" * 65, False)]
)
def test_an_id_of_the_proxy_is_kept_if_it_is_one(given, kept):
    number = call({"HTTP_X_REQUEST_ID": given})
    assert (number == given) == kept
    assert len(number) >= 8


def test_the_access_log_tells_path_status_and_time_but_nothing_that_was_asked(settings, caplog):
    settings.ACCESS_LOG = True
    with caplog.at_level(logging.INFO, "portal.access"):
        call({"REQUEST_METHOD": "GET", "PATH_INFO": "/it/cerca/", "QUERY_STRING": "q=mario+rossi"})
    line = caplog.records[-1]
    assert line.getMessage().startswith("GET /it/cerca/ 200 ")
    assert "mario" not in line.getMessage()
    assert line.fields["status"] == 200


def test_without_the_setting_there_is_no_access_log(settings, caplog):
    settings.ACCESS_LOG = False
    with caplog.at_level(logging.INFO, "portal.access"):
        call({"REQUEST_METHOD": "GET", "PATH_INFO": "/it/"})
    assert not caplog.records


@pytest.mark.parametrize("host", ["evil.test", "", "a b", "[::1", "www.example.org:99999999", "é.example"])
@pytest.mark.parametrize("path", ["/it/", "/admin/", "/api/v2/pages/", "/sitemap.xml", "/nowhere"])
def test_a_host_that_is_not_ours_is_400_and_never_500(visitor, tree, settings, host, path):
    settings.ALLOWED_HOSTS = ["www.example.org"]
    answer = visitor.get(path, HTTP_HOST=host)
    # A port of a host that is ours is nobody's business.
    assert answer.status_code < 500 if host.startswith("www") else answer.status_code == 400


@pytest.mark.parametrize("host", ["evil.test", "", "a b", "10.0.0.7:8000"])
def test_health_answers_whatever_the_host(visitor, tree, settings, search_index, host):
    search_index.rebuild()
    settings.ALLOWED_HOSTS, settings.SECURE_SSL_REDIRECT = ["www.example.org"], True
    assert visitor.get("/health/live", HTTP_HOST=host).status_code == 200
    ready = visitor.get("/health/ready", HTTP_HOST=host)
    assert ready.json()["status"] == "ok"
    assert "no-store" in ready["Cache-Control"]
