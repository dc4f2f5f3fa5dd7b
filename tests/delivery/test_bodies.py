"""Bodies are refused before they are read or parsed, whatever address they are sent to."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.test import Client

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
