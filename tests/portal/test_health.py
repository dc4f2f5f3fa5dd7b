"""What a machine asks to know whether it may send visitors here."""

import shutil
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from cms import cache_version
from search.models import OutboxEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def ready(client, tree, search_index):
    search_index.rebuild()

    def ask():
        response = client.get("/health/ready")
        return response.status_code, response.json()

    return ask


def test_all_is_well(ready):
    assert ready() == (200, {"status": "ok", "database": "ok", "search": "ok"})


def test_without_an_index_the_site_still_serves_and_it_is_said_what_mends_it(ready, search_index):
    shutil.rmtree(search_index.folder / "en")
    status, told = ready()
    assert (status, told["status"], told["database"]) == (200, "degraded", "ok")
    assert "“en”" in told["search"]
    assert "manage.py rebuild_search" in told["mend"]


def test_changes_that_the_search_has_not_heard_of_for_long_are_told(ready, tree):
    OutboxEntry.objects.create(page_id=tree.news.pk, language="it")
    assert ready()[1]["status"] == "ok"
    OutboxEntry.objects.update(queued_at=timezone.now() - timedelta(hours=1))
    status, told = ready()
    assert (status, told["status"]) == (200, "degraded")
    assert told["search"].startswith("1 changes have been waiting")
    assert "manage.py sync_search" in told["mend"]


def test_without_a_database_nothing_can_be_served(ready, monkeypatch):
    def refuse():
        raise DatabaseError

    cache_version.forget()  # nothing that was known before helps

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    status, told = ready()
    assert (status, told["status"], told["database"]) == (503, "unavailable", "unavailable")


def test_an_address_that_cannot_be_read_is_told_and_not_raised(ready, settings):
    settings.ELASTICSEARCH_URL = "localhost:9200"
    status, told = ready()
    assert (status, told["status"]) == (200, "degraded")
    assert "ELASTICSEARCH_URL" in told["search"]
