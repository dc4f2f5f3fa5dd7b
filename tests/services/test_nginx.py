"""The shipped nginx file: unfinished, slow and huge requests of one address hold nobody else."""

import json
import re
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from tests.services.proxy import SHIPPED, proxy
from tests.services.web import WebServer, web_server

HALF_OPEN = 120
OTHER = "127.0.0.2"


class Asked(WebServer):
    """A request through the proxy, from an address of the loopback."""

    def __init__(self, port: int):
        self.port = port

    def connect(self, source: str = "127.0.0.1") -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=30, source_address=(source, 0))

    def answer(self, head: str, body: bytes = b"", source: str = OTHER) -> bytes:
        with self.connect(source) as connection:
            connection.sendall(
                f"{head}\r\nHost: 127.0.0.1\r\nConnection: close\r\n".encode() + b"\r\n" + body
            )
            answer = b""
            try:
                while piece := connection.recv(65536):
                    answer += piece
            except ConnectionResetError:
                pass
        return answer


@pytest.fixture(scope="module")
def asked(tmp_path_factory, django_db_setup):
    folder = tmp_path_factory.mktemp("nginx")
    with web_server(folder) as server, proxy(folder, server.port) as port:
        asked = Asked(port)
        asked.folder = folder
        yield asked


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


@pytest.mark.parametrize(
    "begun",
    [
        b"GET /it/ HTTP/1.1\r\nHost: 127.0.0.1\r\nX-a: ",
        b"POST /it/contatti/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\nname=",
        b"POST /admin/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nna",
    ],
    ids=["head", "body", "chunks"],
)
def test_unfinished_requests_of_one_address_hold_nobody_else(asked, begun):
    with ExitStack() as opened:
        for _ in range(HALF_OPEN):
            opened.enter_context(asked.connect()).sendall(begun)
        for _ in range(5):
            assert status(asked.answer("GET /health/live HTTP/1.1")) == 200


def test_a_body_of_50_megabytes_is_refused_before_it_is_read(asked):
    length = 50 * 1024 * 1024
    assert status(asked.answer(f"POST /it/ HTTP/1.1\r\nContent-Length: {length}")) == 413


def test_an_address_of_more_than_64_kilobytes_is_414(asked):
    assert status(asked.answer(f"GET /health/live?q={'a' * 60_000} HTTP/1.1")) == 200
    assert status(asked.answer(f"GET /health/live?q={'a' * 70_000} HTTP/1.1")) == 414


def test_costly_questions_of_one_address_are_limited_and_others_are_not(asked):
    line = "GET /api/search/?q=museo HTTP/1.1"
    with ThreadPoolExecutor(30) as many:
        found = list(many.map(lambda _: status(asked.answer(line, source="127.0.0.1")), range(60)))
        assert 429 in found
    assert status(asked.answer(line)) != 429


def test_a_few_costly_questions_at_once_are_answered_the_later_ones_a_little_later(asked):
    line = "GET /api/search/?q=museo HTTP/1.1"
    with ThreadPoolExecutor(15) as office:
        found = list(office.map(lambda _: status(asked.answer(line, source="127.0.0.4")), range(15)))
    assert 429 not in found


def test_files_of_the_release_are_given_out_by_the_proxy_with_all_their_headers(asked):
    answer = asked.answer("GET /static/staticfiles.json HTTP/1.1")
    head = answer.partition(b"\r\n\r\n")[0].decode().lower()
    assert status(answer) == 200
    assert "cache-control: public, immutable" in head
    assert "x-content-type-options: nosniff" in head
    assert b"404" in asked.answer("GET /media/documents/a.pdf HTTP/1.1").splitlines()[0]


def cached(asked, name: str, **headers: str) -> str:
    """What the log says of a request: whether the page was kept."""
    lines = "".join(f"\r\n{key}: {value}" for key, value in headers.items())
    answer = asked.answer(f"GET /robots.txt?{name} HTTP/1.1{lines}")
    assert status(answer) == 200
    asked.last = answer.lower()
    log = (asked.folder / "intreccio.log").read_text().splitlines()
    return json.loads(log[-1])["cache"]


def test_a_page_is_kept_for_others_and_not_for_who_is_logged_in(asked):
    assert cached(asked, "a") == "MISS"
    assert cached(asked, "a") == "HIT"
    assert b"s-maxage=" in asked.last
    assert cached(asked, "a", Cookie="sessionid=abc") == "BYPASS"
    assert cached(asked, "b", Cookie="sessionid=abc") == "BYPASS"
    assert cached(asked, "b") == "MISS"


def test_a_page_that_was_kept_has_the_id_of_its_request(asked):
    headers = {"X-Request-ID": "of-the-cdn-2"}
    cached(asked, "c")
    assert cached(asked, "c", **headers) == "HIT"
    assert asked.last.count(b"x-request-id:") == 1
    assert b"x-request-id: of-the-cdn-2" in asked.last


def test_a_page_is_kept_for_no_longer_than_the_site_allows():
    """Each of these would: without a limit in time, or for answers that say nothing."""
    text = re.sub(r"^ *#.*", "", SHIPPED.read_text(), flags=re.MULTILINE)
    assert "proxy_cache_valid" not in text and "use_stale" not in text and "ignore_headers" not in text


def test_the_request_has_the_same_id_in_front_and_behind(asked):
    answer = asked.answer("GET /health/live HTTP/1.1\r\nX-Request-ID: of-the-cdn-1")
    assert b"x-request-id: of-the-cdn-1" in answer.lower()
