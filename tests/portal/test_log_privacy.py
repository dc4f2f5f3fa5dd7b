"""No log and no report of an error holds a link that opens something, or what a visitor has sent."""

import logging

import pytest
import sentry_sdk
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.core import signing
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client, RequestFactory
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from sentry_sdk.transport import Transport

from home.models import ContactPage
from portal.log_privacy import HideSecrets, hide_secrets, sentry_options
from tests.factories import pages

pytestmark = pytest.mark.django_db


def test_links_that_open_something_are_hidden(tree):
    user = get_user_model().objects.create_user("ada")
    number, token = urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)
    for secret, line in (
        (token, f"Not Found: /admin/password_reset/confirm/{number}/{token}/"),
        (f"/{number}/", f"Not Found: /admin/password_reset/confirm/{number}/set-password/"),
        (signed := signing.dumps({"a": 1}), f'"GET /it/aggiornamenti/{signed}/ HTTP/1.1" 200'),
        ("abc123", "Forbidden: /x/?token=abc123&page=2"),
    ):
        assert secret in line and secret not in hide_secrets(line)


@pytest.mark.parametrize(
    "line",
    [
        "Not Found: /it/bandi/bando-2026-per-la-cultura-e-lo-spettacolo/",
        "Bad Request: /api/v2/pages/?offset=-1",
        "2026-11-29 10:00:00 sync_search failed: 12:30:45",
    ],
)
def test_other_lines_stay_as_they_are(line):
    assert hide_secrets(line) == line


def test_django_s_own_line_is_hidden(tree, caplog):
    caplog.handler.addFilter(HideSecrets())
    token = default_token_generator.make_token(get_user_model().objects.create_user("ada"))
    Client().get(f"/it/{token}/")
    Client().post(f"/admin/password_reset/confirm/MQ/{token}/x/")
    assert "Not Found" in caplog.text and token not in caplog.text


class Kept(Transport):
    events = []

    def capture_envelope(self, envelope):
        self.events += [item.get_event() for item in envelope.items if item.get_event()]


@pytest.fixture
def events():
    Kept.events = []
    sentry_sdk.init("https://key@sentry.example.org/1", transport=Kept, **sentry_options())
    yield Kept.events
    sentry_sdk.init()


def test_an_error_is_reported_without_the_visitor(tree, events, monkeypatch):
    contact = pages.add(
        ContactPage, tree.home, title="Contatti", slug="contatti", consent="I agree.", thanks="Thanks.",
        to_address="office@example.org", fields=[],
    )  # fmt: skip

    def fail(self, form):
        typed = " ".join(["private", "words"])  # noqa: F841
        raise ValueError(f"nobody knows {form.data['who']}")

    monkeypatch.setattr(ContactPage, "process_form_submission", fail)
    token = "a" * 32
    data = {
        "consent": "on",
        "who": "ada@example.org",
        "telephone": "0471 123456",
        "csrfmiddlewaretoken": token,
    }
    headers = {"REMOTE_ADDR": "203.0.113.77", "HTTP_USER_AGENT": "Her own browser"}
    request = RequestFactory().post(
        f"{contact.url}?from=somewhere", data, HTTP_COOKIE=f"csrftoken={token}", **headers
    )
    monkeypatch.setattr(settings, "DEBUG_PROPAGATE_EXCEPTIONS", False)
    answered = []
    WSGIHandler()(request.environ, lambda status, headers: answered.append(status))
    assert answered == ["500 Internal Server Error"]
    assert len(events) == 1
    assert events[0]["request"] == {"method": "POST", "url": f"http://testserver{contact.url}"}
    told = str(events)
    for private in ("ada@", "0471", "private words", "somewhere", "203.0.113.77", "Her own browser"):
        assert private not in told


def test_a_logged_error_is_reported_without_addresses(events):
    logging.getLogger("home").error("Could not write to %s", "ada@example.org")
    assert len(events) == 1 and "ada@" not in str(events)
