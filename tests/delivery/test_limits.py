"""What costs is limited for each sender, told with 429, and others are not shut out."""

import pytest
import time_machine
from django.apps import apps
from django.core.cache import caches
from django.test import Client

from cms import cache_version
from delivery.shared_cache import SharedCache

pytestmark = pytest.mark.django_db
WAYS = {
    "/it/cerca/?q=teatro": "searches",
    "/api/search/?q=teatro": "searches",
    "/api/search/suggest?q=tea": "suggestions",
    "/it/bandi/export.csv": "exports",
    "/it/bandi/export.json": "exports",
    "/it/bandi/export.xlsx": "exports",
    "/it/bandi/feed.rss": "exports",
    "/it/bandi/calendar.ics": "exports",
    "/it/bandi/confronta/": "comparisons",
    "/it/bandi/fa-per-noi/": "comparisons",
}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel("2026-11-30 09:00:15Z", tick=False) as traveller:
        yield traveller


@pytest.mark.parametrize("address", WAYS)
def test_it_is_told_when_it_is_too_often(tree, search_index, client, settings, clock, address):
    settings.LIMITS = settings.LIMITS | {WAYS[address]: 2}
    assert [client.get(address).status_code for _number in range(2)] == [200] * 2
    refused = client.get(address)
    assert refused.status_code == 429 and refused["Retry-After"] == "45"
    assert "no-store" in refused["Cache-Control"]
    if "api" in address or "json" in address:
        assert refused.json()["message"].startswith("Too many requests.")
    else:
        assert "Too many requests" in refused.content.decode() and "site-foot" in refused.content.decode()
    assert client.get(address, REMOTE_ADDR="192.0.2.9").status_code == 200
    clock.shift(45)
    assert client.get(address).status_code == 200


def test_what_does_not_cost_is_not_limited(tree, client, settings):
    settings.LIMITS = dict.fromkeys(settings.LIMITS, 1)
    for address in ("/it/", "/it/bandi/", "/it/notizie/"):
        assert [client.get(address).status_code for _number in range(3)] == [200] * 3


def test_mails_that_anybody_can_ask_for_are_limited(tree, client, settings):
    settings.LIMITS = settings.LIMITS | {"mails": 1}
    send = {"email": "ada@example.org"}
    assert client.post("/admin/password_reset/", send).status_code == 302
    assert client.post("/admin/password_reset/", send).status_code == 429
    assert client.get("/admin/password_reset/").status_code == 200


def test_the_numbers_are_generous_and_set_by_the_environment():
    from portal.settings import security  # the settings of the tests have no limits

    assert security.LIMITS["searches"] == 3000 and security.LIMITS["messages"] == 20


def test_it_is_counted_in_the_process_while_the_shared_cache_is_away(tree, client, settings, monkeypatch):
    away = SharedCache("redis://127.0.0.1:1/0", {})
    monkeypatch.setattr("delivery.limits.caches", {"default": away, "process": caches["process"]})
    caches["process"].clear()
    settings.LIMITS = settings.LIMITS | {"comparisons": 1}
    assert client.get("/it/bandi/confronta/").status_code == 200
    assert client.get("/it/bandi/confronta/").status_code == 429


def test_made_up_ports_do_not_fill_the_memory(tree, monkeypatch):
    monkeypatch.setattr(cache_version, "MAX_MEMORIZED", 20)
    for port in range(40):
        Client().get("/robots.txt", HTTP_HOST=f"testserver:{port + 1}")
    assert len(apps.get_app_config("core").cache_version._memory) <= 20
