"""An address that leads elsewhere: one clear line without the password, and never an error page."""

import io

import pytest
from django.core.management import CommandError, call_command

from tests.services.strangers import (
    A_WEBSITE,
    A_WRONG_PATH,
    ANOTHER_SITE,
    BUSY,
    NOT_ELASTICSEARCH,
    OLDER,
    REFUSING,
    answering,
)

pytestmark = pytest.mark.django_db

CASES = [
    (REFUSING, "refuses the user or the key", "Put the settings right"),
    (OLDER, "is 8.19.1; edition 9 is needed", "Put the settings right"),
    (NOT_ELASTICSEARCH, "is not Elasticsearch 9", "Put the settings right"),
    (A_WEBSITE, "is not Elasticsearch 9", "Put the settings right"),
    (ANOTHER_SITE, "is not Elasticsearch 9", "Put the settings right"),
    (A_WRONG_PATH, "is not Elasticsearch 9", "Put the settings right"),
    (BUSY, "answers 503", "manage.py sync_search"),
]


@pytest.fixture(params=CASES, ids=["password", "version", "product", "website", "redirect", "path", "busy"])
def stranger(request, settings, tree):
    """What is asked instead of Elasticsearch, what is told of it and what mends it."""
    answer, told, mend = request.param
    with answering(*answer) as url:
        settings.ELASTICSEARCH_URL = url
        yield told, mend


def test_health_names_the_trouble_and_what_mends_it(stranger, client):
    told, mend = stranger
    answer = client.get("/health/ready")
    assert answer.status_code == 200
    assert told in answer.json()["search"]
    assert mend in answer.json()["mend"]
    assert "segreto" not in answer.content.decode()


def test_the_site_and_the_search_page_stay_up(stranger, client):
    assert client.get("/it/notizie/").status_code == 200
    page = client.get("/it/cerca/?q=museo")
    assert (page.status_code, page["Retry-After"]) == (503, "30")
    assert client.get("/api/search/?q=museo").status_code == 503


@pytest.mark.usefixtures("stranger")
def test_the_commands_end_with_one_line():
    for command in (["rebuild_search", "--if-needed"], ["sync_search", "--check"]):
        with pytest.raises(CommandError) as error:
            call_command(*command, stdout=io.StringIO())
        assert "\n" not in str(error.value)
        assert "segreto" not in str(error.value)
