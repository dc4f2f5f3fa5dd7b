"""Bodies are refused before they are read or parsed, whatever address they are sent to."""

import io
import threading
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import Client

from delivery import bodies
from portal import server

pytestmark = pytest.mark.django_db
MIB = 1024 * 1024
FORM, PARTS = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
ADDRESSES = (
    "/it/",
    "/it/contatti/",
    "/it/cerca/",
    "/api/search/",
    "/admin/login/",
    "/admin/pages/add/",
    "/nowhere/",
)


class Unread(io.RawIOBase):
    """A body that nobody may read."""

    def read(self, *args):
        raise AssertionError("The body was read.")


def fields(number: int, kind: str) -> bytes:
    if kind == FORM:
        return b"&".join([b"a=b"] * number)
    part = b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'
    return part * number + b"--x--\r\n"


@pytest.fixture
def editor(tree):
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("ada", "ada@example.org", "x"))
    return client


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("method", ["POST", "GET", "PUT"])
def test_fifty_megabytes_are_refused_unread(tree, client, address, method):
    answer = client.generic(
        method, address, b"", FORM, CONTENT_LENGTH=str(50 * MIB), **{"wsgi.input": Unread()}
    )
    assert answer.status_code == 413
    if "api" in address:
        assert answer.json()["message"].startswith("Too large.")
    else:
        assert "Too large" in answer.content.decode() and "site-foot" in answer.content.decode()


@pytest.mark.parametrize("length", ["9" * 40, "-1", "x", "1e9", "٣"])
def test_a_length_that_is_none_is_refused(tree, client, length):
    answer = client.generic(
        "POST", "/it/contatti/", b"", FORM, CONTENT_LENGTH=length, **{"wsgi.input": Unread()}
    )
    assert answer.status_code in (400, 413)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("kind", [FORM, PARTS], ids=["form", "parts"])
def test_many_fields_are_refused_unparsed(tree, client, address, kind, monkeypatch):
    def parse(*args, **kwargs):
        raise AssertionError("The fields were parsed.")

    monkeypatch.setattr("django.http.request.MultiPartParser", parse)
    answer = client.generic("POST", address, fields(6_000, kind), kind)
    assert answer.status_code == 400
    assert "not be understood" in answer.content.decode()


def test_a_hundred_thousand_fields_are_refused_in_the_look_of_the_site(tree, client):
    answer = client.generic("POST", "/it/contatti/", fields(100_000, FORM), FORM)
    assert answer.status_code == 400
    assert "This request could not be understood" in answer.content.decode()
    assert "site-foot" in answer.content.decode()


def test_an_editor_s_form_has_thousands(editor):
    assert editor.generic("POST", "/admin/account/", fields(20_000, FORM), FORM).status_code == 200
    assert editor.generic("POST", "/admin/account/", fields(41_000, FORM), FORM).status_code == 400
    assert editor.generic("POST", "/it/", fields(2_000, FORM), FORM).status_code == 400


def test_a_form_whose_session_has_ended_is_given_back(tree, client):
    assert client.generic("POST", "/admin/pages/add/", fields(3_000, FORM), FORM).status_code == 302


class Slow(io.RawIOBase):
    """A body whose sender waits before its end."""

    def __init__(self, content: bytes):
        self.content, self.begun, self.over = content, threading.Event(), threading.Event()

    def read(self, *args):
        self.begun.set()
        self.over.wait(20)
        return self.content


@pytest.fixture
def sending(rf, db):
    """Begins bodies, each from the address that is given; they come to their end with the test."""
    taken = bodies.bodies(lambda request: HttpResponse(request.POST["a"]))
    threads, slow = [], []

    def ask(address, content=b"a=1", length=None):
        body = content if isinstance(content, io.RawIOBase) else io.BytesIO(content)
        told = {"REMOTE_ADDR": address, "CONTENT_TYPE": FORM, "CONTENT_LENGTH": str(length or 3)}
        return taken(rf.generic("POST", "/it/contatti/", b"", **told, **{"wsgi.input": body}))

    def begin(address):
        slow.append(Slow(b"a=1"))
        threads.append(threading.Thread(target=ask, args=(address, slow[-1])))
        threads[-1].start()
        assert slow[-1].begun.wait(20)

    def end():
        for each in slow:
            each.over.set()
        for thread in threads:
            thread.join()

    yield SimpleNamespace(ask=ask, begin=begin, end=end)
    end()


def test_a_sender_of_slow_bodies_is_refused_and_others_are_not(sending):
    for _ in range(bodies.MAX_COMING_OF_ONE):
        sending.begin("192.0.2.1")
    refused = sending.ask("192.0.2.1", Unread())
    assert (refused.status_code, "Retry-After" in refused) == (429, True)
    assert sending.ask("192.0.2.2").content == b"1"
    sending.end()
    assert sending.ask("192.0.2.1").content == b"1"


def test_slow_bodies_of_many_senders_hold_a_part_of_the_threads_only(sending):
    for number in range(bodies.MAX_COMING):
        sending.begin(f"192.0.2.{number}")
    refused = sending.ask("192.0.2.99", Unread())
    assert (refused.status_code, refused["Retry-After"]) == (503, "5")
    sending.end()
    assert sending.ask("192.0.2.99").content == b"1"
    assert bodies.MAX_COMING < server.THREADS


def test_what_its_sender_has_broken_off_is_not_taken(sending):
    assert sending.ask("192.0.2.1", b"a=1", length=30).status_code == 400
