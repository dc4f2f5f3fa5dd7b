"""Answers that grow with the content hold no thread: made whole, compressed, one at a time for a visitor."""

import gzip
import os
from io import BytesIO

import pytest
from django.db import OperationalError
from django.http import FileResponse, StreamingHttpResponse

from delivery import long_answers
from delivery.long_answers import LongAnswers

pytestmark = pytest.mark.django_db  # the end of an answer looks at the connections


class Site:
    """An application whose answer is that of a function, as Django's handler gives it."""

    def __init__(self, make):
        self.make, self.meanwhile = make, None
        self.answers = LongAnswers(self)

    def __call__(self, environ, start_response):
        response = self.make()
        start_response("200 OK", list(response.items()))
        return response

    def ask(self, **environ):
        told = {}

        def start(status, headers, exc_info=None):
            told.update(status=status, headers=dict(headers))

        request = {"REQUEST_METHOD": "GET", "REMOTE_ADDR": "192.0.2.1"} | environ
        told["body"] = self.answers(request, start)
        return told


def streamed(*pieces, kind="text/csv"):
    return lambda: StreamingHttpResponse(iter(pieces), content_type=kind)


def test_it_is_handed_over_whole_and_compressed():
    answer = Site(streamed(b"a,b\r\n" * 1000, b"c")).ask(HTTP_ACCEPT_ENCODING="br, gzip")
    assert isinstance(answer["body"], list)
    assert gzip.decompress(answer["body"][0]) == b"a,b\r\n" * 1000 + b"c"
    assert answer["headers"]["Content-Encoding"] == "gzip"
    assert answer["headers"]["Vary"] == "Accept-Encoding"
    assert answer["headers"]["Content-Length"] == str(len(answer["body"][0]))


@pytest.mark.parametrize("accepted", ["", "gzip;q=0", "br"])
def test_whoever_does_not_take_it_compressed_gets_it_as_it_is(accepted):
    answer = Site(streamed(b"abc", b"def")).ask(HTTP_ACCEPT_ENCODING=accepted)
    assert answer["body"] == [b"abcdef"]
    assert "Content-Encoding" not in answer["headers"]


@pytest.mark.parametrize("asked", [{"REQUEST_METHOD": "HEAD"}, {long_answers.HEAD_ALONE: True}])
def test_for_its_head_nothing_is_made(asked):
    def rows():
        raise AssertionError("The body was read.")
        yield b""

    answer = Site(lambda: StreamingHttpResponse(rows(), content_type="text/csv")).ask(**asked)
    assert answer["headers"]["Content-Type"] == "text/csv"


def test_an_archive_is_not_compressed_again():
    answer = Site(streamed(b"PK", kind="application/zip")).ask(HTTP_ACCEPT_ENCODING="gzip")
    assert answer["body"] == [b"PK"]


def test_one_at_a_time_for_a_visitor_and_the_next_one_after_it():
    site, found = None, []

    def pieces():
        found.append(site.ask(REMOTE_ADDR="192.0.2.1")["status"])  # the same visitor, meanwhile
        yield b"x"

    made = [streamed(b"other"), lambda: StreamingHttpResponse(pieces())]
    site = Site(lambda: made.pop()())
    assert site.ask()["status"] == "200 OK"
    assert found == ["429 Too Many Requests"]
    made.append(streamed(b"y"))
    assert site.ask()["body"] == [b"y"]


def test_no_more_are_made_at_once_than_leaves_threads_for_others():
    site = Site(streamed(b"x"))
    site.answers._makers |= {f"192.0.2.{number}" for number in range(10, 10 + long_answers.MAX_MADE)}
    refused = site.ask()
    assert refused["status"].startswith("503")
    assert refused["headers"]["Retry-After"] == "5"


def test_what_is_longer_is_sent_by_few_threads_from_disk():
    long = os.urandom(long_answers.MAX_AT_ONCE_BYTES + 1)
    site = Site(streamed(long, kind="application/octet-stream"))
    slow = [site.ask() for _ in range(long_answers.MAX_SLOW)]
    assert site.ask()["status"].startswith("503")
    assert b"".join(slow[0]["body"]) == long
    slow[0]["body"].close()
    slow[0]["body"].close()
    assert site.ask()["status"] == "200 OK"
    assert site.ask()["status"].startswith("503")


@pytest.mark.parametrize(("length", "at_once"), [(1000, True), (long_answers.MAX_AT_ONCE_BYTES + 1, False)])
def test_so_are_files(length, at_once):
    site = Site(lambda: FileResponse(BytesIO(b"x" * length), content_type="image/png"))
    answers = [site.ask() for _ in range(long_answers.MAX_SLOW + 1)]
    assert isinstance(answers[0]["body"], list) == at_once
    assert (answers[-1]["status"] == "200 OK") == at_once


def test_a_database_that_goes_away_meanwhile_is_told_and_no_half_file_is_sent(caplog):
    def pieces():
        yield b"half"
        raise OperationalError("server closed the connection\nunexpectedly")

    answer = Site(lambda: StreamingHttpResponse(pieces())).ask()
    assert answer["status"].startswith("503")
    assert b"half" not in answer["body"][0]
    assert len(caplog.records) == 1


def test_other_answers_go_through_untouched():
    class Plain:
        streaming = False

        def items(self):
            return [("A", "b")]

    plain = Plain()
    assert Site(lambda: plain).ask()["body"] is plain
