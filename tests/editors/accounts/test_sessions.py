"""A session lasts twelve hours, whatever is done in it; those of an older version go on."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

pytestmark = pytest.mark.django_db
PASSWORD = "un-lungo-telaio-42"


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def client(tree):
    get_user_model().objects.create_superuser("ada", "ada@example.org", PASSWORD)
    return Client()


@pytest.mark.parametrize("remember", [{}, {"remember": "on"}])
def test_it_ends_after_twelve_hours_though_it_is_used(client, clock, remember):
    client.post("/admin/login/", {"username": "ada", "password": PASSWORD} | remember)
    for _hour in range(11):
        clock.shift(timedelta(hours=1))
        assert client.get("/admin/").status_code == 200
        session = client.session
        session["used"] = str(timezone.now())
        session.save()
    clock.shift(timedelta(hours=1, minutes=1))
    assert client.get("/admin/").url.startswith("/admin/login/")


def test_one_of_before_the_upgrade_goes_on(client, clock):
    client.post("/admin/login/", {"username": "ada", "password": PASSWORD})
    session = client.session
    del session["began"]
    session.save()
    assert client.get("/admin/").status_code == 200
    clock.shift(timedelta(hours=11))
    assert client.get("/admin/").status_code == 200
    clock.shift(timedelta(hours=2))
    assert client.get("/admin/").status_code == 302


def test_the_admin_has_a_policy_and_another_that_is_only_reported(client):
    for address in ("/admin/login/", "/admin/", "/admin/password_reset/", "/admin/code/"):
        policy = client.get(address)["Content-Security-Policy"]
        for part in ("object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'", "form-action 'self'"):
            assert part in policy
        assert "default-src 'self'" in policy and "'unsafe-eval'" not in policy
        assert "script-src 'self';" in client.get(address)["Content-Security-Policy-Report-Only"] + ";"
    assert "unsafe" not in client.get("/it/")["Content-Security-Policy"]
