"""A site that has been in use is upgraded by `migrate` alone, and loses nothing.

`0.4.1.sqlite3.xz` is a database that the code of 0.4.1 has made: the demonstration content, and what editors
leave behind: drafts, versions, translations written by hand, a schedule, an expired, an unpublished and a
private page, a running approval, redirects, snippets with versions.
"""

import json
import lzma
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from tests.search.test_curation import shipped

FOLDER = Path(__file__).parent
# Django's own bookkeeping, which an upgrade adds to.
# Addresses of pages were texts to translate, and are choices that a translator may make.
MOVED = {
    "wagtail_localize_stringsegment": "wagtail_localize_overridablesegment",
    "wagtail_localize_stringtranslation": "wagtail_localize_segmentoverride",
}
GROWING = {"django_migrations", "django_content_type", "auth_permission", "auth_group_permissions"}
RENAMED: dict[str, str] = {}


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """The database of 0.4.1."""
    file = tmp_path_factory.mktemp("old") / "db.sqlite3"
    file.write_bytes(lzma.decompress((FOLDER / "0.4.1.sqlite3.xz").read_bytes()))
    return file


@pytest.fixture(scope="module")
def before(old):
    """Rows by table, before the upgrade."""
    with closing(sqlite3.connect(old)) as database:
        tables = database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        return {
            name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for (name,) in tables.fetchall()
        }


@pytest.fixture(scope="module")
def after(old, before):
    """What the upgraded site tells."""
    environment = os.environ | {
        "DATA_DIR": str(old.parent),
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
        "DEBUG": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.upgrade.walk"], env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_no_row_is_lost(before, after):
    for table, rows in after["counts"].items():
        was = before.get(RENAMED.get(table, table))
        if was is not None and table not in GROWING:
            if other := MOVED.get(table):
                rows += after["counts"][other] - before[other]
            assert rows >= was, table


def test_every_version_can_be_read(before, after):
    assert sum(after["versions"].values()) >= before["wagtailcore_revision"]


def test_every_live_page_answers(after):
    wrong = {address: status for address, status in after["addresses"].items() if status != 200}
    assert wrong == {}
    assert len(after["addresses"]) > 100


def test_a_renamed_field_keeps_its_text_in_versions_and_translations(after):
    assert after["story"]["live"] == [
        "Ha aperto due laboratori nel quartiere.",
        "EN Ha aperto due laboratori nel quartiere.",
    ]
    assert after["story"]["versions"] == [
        "Ha aperto un laboratorio nel quartiere.",
        "Ha aperto due laboratori nel quartiere.",
        "Tre laboratori, bozza.",
    ]
    assert ["solution", "EN Ha aperto due laboratori nel quartiere."] in after["story"]["translated"]


def test_the_sheets_whose_status_changes_are_listed(after):
    made = {
        "Chiude a mezzanotte",
        "Chiude nel 2044",
        "Chiuso, senza apertura",
        "Senza alcun giorno",
        "Senza chiusura, aperto da anni",
    }
    # The day that ends at midnight changes no status before it has come.
    assert made & set(after["changed"]) == made - {"Chiude a mezzanotte"}


def test_an_old_redirect_to_itself_leads_nowhere(after):
    assert after["loop"] == 404


def test_what_was_made_private_is_in_no_list(after):
    assert "Riservata" not in after["news"]
    assert "Innovacultura" in after["news"]


def test_lists_of_synonyms_that_nobody_has_changed_are_those_of_a_new_site(after):
    new = [
        [file.stem, list(terms), one_way]
        for file in shipped.FOLDER.glob("*.yaml")
        for terms, one_way in map(shipped.read, yaml.safe_load(file.read_text(encoding="utf-8")))
    ]
    assert sorted(after["synonyms"]) == sorted(new)
