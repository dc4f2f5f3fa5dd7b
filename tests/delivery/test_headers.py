"""The headers of OWASP's list as the threat model says, cookies, and whom to tell of a hole."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings as project
from django.contrib.auth import get_user_model
from django.test import Client

pytestmark = pytest.mark.django_db
EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize(
    "address", ["/it/", "/it/nowhere/", "/admin/login/", "/robots.txt", "/api/v2/pages/"]
)
def test_they_are_set_everywhere(tree, client, address):
    answer = client.get(address)
    assert {name: answer.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "camera=()" in answer["Permissions-Policy"]
    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert "Server" not in answer and "X-Powered-By" not in answer


def test_the_threat_model_decides_each():
    table = (project.ROOT / "docs" / "threat-model.md").read_text()
    for name in (*EVERYWHERE, "Strict-Transport-Security", "Cross-Origin-Embedder-Policy", "Clear-Site-Data"):
        assert f"| `{name}`" in table


def test_cookies_last_as_long_as_the_privacy_page_says(tree, client):
    get_user_model().objects.create_superuser("ada", "ada@example.org", "un-lungo-telaio-42")
    token = client.get("/admin/login/").cookies["csrftoken"]
    assert token["max-age"] == "" and token["expires"] == ""
    data = {"username": "ada", "password": "un-lungo-telaio-42", "remember": "on"}
    session = Client().post("/admin/login/", data).cookies["sessionid"]
    assert int(session["max-age"]) == 12 * 3600
    assert session["httponly"] and session["samesite"] == "Lax"


def test_nobody_is_named_unless_a_setting_names_somebody(tree, client):
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("contact", ["security@example.org", "https://example.org/security"])
def test_whom_to_tell_of_a_hole(tree, client, settings, contact):
    settings.SECURITY_CONTACT = contact
    settings.SECURITY_POLICY = "https://example.org/policy"
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    assert lines["Contact"] == (contact if ":" in contact else f"mailto:{contact}")
    expires = datetime.strptime(lines["Expires"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert timedelta(days=100) < expires - datetime.now(UTC) < timedelta(days=365)
    assert lines["Canonical"] == "http://testserver/.well-known/security.txt"
    assert lines["Preferred-Languages"] == "it, en" and lines["Policy"] == "https://example.org/policy"
