"""Servers that mean no good: one deadline ends every exchange, and no more is read than is of use."""

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager, suppress
from socketserver import BaseRequestHandler, ThreadingTCPServer

import pytest

from editors.links.checking import LinkChecker
from editors.links.fetch import MAX_READ, FetchError, fetch
from editors.links.results import CERTIFICATE, LOOP, NONSENSE, TIMEOUT, LinkCheck
from tests.factories.serving import serving

SECONDS = 0.4
MAX_SECONDS = 10 * SECONDS  # it either ends by itself or never
HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture(autouse=True)
def this_machine(settings):
    settings.LINK_CHECK_LOOPBACK = True


@contextmanager
def server(answer, context=None):
    """The address of a server that gives every connection to ``answer(connection, path)``."""

    class Handler(BaseRequestHandler):
        def handle(self):
            with suppress(OSError):
                connection = self.request
                if context:
                    connection = context.wrap_socket(connection, server_side=True)
                answer(connection, connection.recv(4096).split(b" ")[1].decode())

    class Server(ThreadingTCPServer):
        daemon_threads = True

    running = Server(("127.0.0.1", 0), Handler)
    with serving(running):
        yield f"{'https' if context else 'http'}://127.0.0.1:{running.server_address[1]}"


def drip(connection, data: bytes, pause: float = 0.05) -> None:
    """A byte now and then, for longer than any test waits."""
    for _round in range(1000):
        connection.sendall(data)
        time.sleep(pause)


def dripping(start: bytes, data: bytes):
    def answer(connection, path):
        connection.sendall(start)
        drip(connection, data)

    return answer


SLOW = {
    "silence": lambda connection, path: time.sleep(MAX_SECONDS),
    "status": dripping(b"HTTP/1.1 2", b"0"),
    "headers": dripping(HEAD + b"X-Slow: ", b"x"),
    "many headers": dripping(HEAD, b"X-Slow: x\r\n"),
    "continue": dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
}
SLOW_BODIES = {
    "body": dripping(HEAD + b"Content-Length: 100000\r\n\r\n", b"x"),
    "endless body": dripping(HEAD + b"\r\n", b"x"),
    "chunks": dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "chunk": dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\nffff\r\n", b"x"),
    "trailers": dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: x\r\n"),
}


def problem_of(url: str, read: bool) -> str:
    began = time.monotonic()
    with pytest.raises(FetchError) as failure:
        fetch(url, "GET", SECONDS, read=read)
    assert time.monotonic() - began < MAX_SECONDS
    return failure.value.problem


@pytest.mark.parametrize("kind", SLOW)
def test_slow_headers_end_in_time(kind):
    with server(SLOW[kind]) as address:
        # A hundred headers are too many for the client; that may come first.
        assert problem_of(address, read=False) in (TIMEOUT, NONSENSE if kind == "many headers" else TIMEOUT)


@pytest.mark.parametrize("kind", SLOW_BODIES)
def test_a_slow_body_ends_in_time(kind):
    with server(SLOW_BODIES[kind]) as address:
        assert problem_of(address, read=True) == TIMEOUT


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    if not shutil.which("openssl"):
        pytest.skip("makes a certificate with openssl")
    folder = tmp_path_factory.mktemp("certificate")
    key, made = folder / "key.pem", folder / "cert.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext"
    options = ["subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", made]
    subprocess.run([*command.split(), *options], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    return context, made


@pytest.mark.parametrize("answer", [SLOW["headers"], SLOW_BODIES["body"]])
def test_the_deadline_holds_within_tls(certificate, monkeypatch, answer):
    context, made = certificate
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    with server(answer, context) as address:
        assert problem_of(address, read=True) == TIMEOUT


def test_a_good_answer_within_tls_is_read(certificate, monkeypatch):
    context, made = certificate
    monkeypatch.setenv("SSL_CERT_FILE", str(made))
    with server(lambda connection, path: connection.sendall(HEAD + b"\r\nbody"), context) as address:
        assert fetch(address, "GET", 5, read=True).text == "body"


def test_a_certificate_that_nobody_vouches_for_is_told(certificate):
    with server(SLOW["silence"], certificate[0]) as address:
        assert problem_of(address, read=False) == CERTIFICATE


@pytest.mark.parametrize("data", [b"\x16\x03\x03\x40\x00", b""])
def test_a_handshake_that_never_ends_is_given_up(data):
    """A record is announced and dripped, or nothing comes."""
    listener = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def work():
        connection, _address = listener.accept()
        with connection, suppress(OSError):
            connection.sendall(data)
            while not ended.wait(0.05):
                connection.sendall(b"\x02" if data else b"")

    thread = threading.Thread(target=work)
    thread.start()
    try:
        assert problem_of(f"https://127.0.0.1:{listener.getsockname()[1]}/", read=False) == TIMEOUT
    finally:
        ended.set()
        thread.join()
        listener.close()


def test_the_deadline_is_one_for_all_redirects():
    def answer(connection, path):
        time.sleep(SECONDS / 3)
        connection.sendall(f"HTTP/1.1 302 Found\r\nLocation: {path}x\r\n\r\n".encode())

    with server(answer) as address:
        began = time.monotonic()
        outcome = LinkChecker(0, seconds=SECONDS).check(f"{address}/a")
        assert outcome.problem == TIMEOUT
        assert outcome.redirects < 4
        assert time.monotonic() - began < MAX_SECONDS


def test_quick_redirects_end_as_well():
    def answer(connection, path):
        connection.sendall(f"HTTP/1.1 302 Found\r\nLocation: {path}x\r\n\r\n".encode())

    with server(answer) as address:
        assert LinkChecker(0).check(f"{address}/a").problem == LOOP


def test_a_slow_robots_txt_counts_too_and_the_next_server_is_asked(web):
    web.pages["/da"] = 200
    with server(SLOW["headers"]) as address:
        outcomes = dict(LinkChecker(0, seconds=SECONDS).check_all([f"{address}/a", f"{web.address}/da"]))
    assert outcomes == {f"{address}/a": LinkCheck(problem=TIMEOUT), f"{web.address}/da": LinkCheck(200)}


def test_pauses_do_not_count_against_the_deadline(web):
    web.pages["/da"] = 200
    assert LinkChecker(2.5, seconds=2).check(f"{web.address}/da") == LinkCheck(200)


def test_no_more_than_a_bounded_part_is_read():
    def answer(connection, path):
        connection.sendall(HEAD + b"\r\n")
        for _round in range(40):
            connection.sendall(b"x" * 100_000)

    with server(answer) as address:
        assert len(fetch(address, "GET", 30, read=True).text) == MAX_READ


@pytest.mark.parametrize("coding", ["gzip", "br", "deflate"])
def test_a_compressed_body_is_never_unpacked(coding):
    bomb = gzip.compress(bytes(50_000_000))
    head = HEAD + f"Content-Encoding: {coding}\r\nContent-Length: {len(bomb)}\r\n\r\n".encode()
    with server(lambda connection, path: connection.sendall(head + bomb)) as address:
        assert len(fetch(address, "GET", 30, read=True).text) <= len(bomb)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"220 mail.example.org ESMTP\r\n",
        b"HTTP/1.1 9999 Who\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[x/\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: ftp://example.org/\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://exa mple.org:99999/\r\n\r\n",
        HEAD + b"X: " + b"x" * 70_000 + b"\r\n\r\n",
        HEAD + b"".join(b"X-%d: x\r\n" % number for number in range(200)) + b"\r\n",
    ],
)
def test_nonsense_is_told(answer):
    with server(lambda connection, path: connection.sendall(answer)) as address:
        assert LinkChecker(0).check(f"{address}/a").problem in (NONSENSE, "unreachable")
