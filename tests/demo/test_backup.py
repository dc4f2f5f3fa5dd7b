"""The demonstration content kept, thrown away and restored: nobody can tell it from the one before."""

import json
import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from editors.backups.tables import LEFT_OUT, LEFT_OUT_APPS
from search.models import OutboxEntry

# tests/editors/backups/ shows the same of a small site.
pytestmark = [pytest.mark.usefixtures("everything"), pytest.mark.django_db, pytest.mark.long]

QUESTIONS = """
    teatro cinema bandi cooperativa musei formazione digitale scuola giovani ricerca turismo archivi
    biblioteche lavoro impresa donne agricoltura energia cultura spettacolo danza musica editoria restauro
    innovazione comuni sociale welfare abitare startup
"""
ONCE = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"|nonce-[\w+/=]+|[0-9a-f]{32}')


def counts() -> dict[str, int]:
    return {
        model._meta.label_lower: model._base_manager.count()
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.app_label not in LEFT_OUT_APPS
    }


def pages() -> dict[str, bytes]:
    """Thirty addresses, of every type of page, in both languages."""
    client, found = Client(), {}
    live = list(Page.objects.live().filter(depth__gt=1).order_by("pk"))
    for page in live[:: len(live) // 30][:30]:
        path = page.get_url()
        answer = client.get(path)
        assert answer.status_code == 200, path
        found[path] = ONCE.sub(b"", answer.content)
    return found


def searches() -> dict[str, bytes]:
    client = Client()
    return {word: client.get("/api/search/", {"q": word, "lang": "it"}).content for word in QUESTIONS.split()}


def test_all_that_was_there_is_there_again(tmp_path, search_index, capsys):
    folder = tmp_path / "backup"
    search_index.rebuild()
    before = counts(), pages(), searches()
    assert len(before[1]) == len(before[2]) == 30
    assert sum(json.loads(answer)["total"] > 0 for answer in before[2].values()) > 20

    call_command("backup", folder)
    assert json.loads((folder / "manifest.json").read_text())["counts"] == {
        label: number for label, number in before[0].items() if label not in LEFT_OUT
    }
    Page.objects.filter(depth__gt=2).delete()
    call_command("restore", folder, replace=True)

    after = counts(), pages(), searches()
    assert {label for label, number in before[0].items() if after[0][label] != number} <= LEFT_OUT
    assert after[1] == before[1]
    assert after[2] == before[2]
    assert not OutboxEntry.objects.exists()
    assert "All counts are those of the backup" in capsys.readouterr().out
