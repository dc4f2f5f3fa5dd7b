"""Backups between real databases, while others write, on a disk that is full, and across releases."""

import gzip
import json
import lzma
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import database as snapshot
from tests.services.programs import postgresql
from tests.services.same_answers import ASK
from tests.services.scratch_site import ROOT, Site

# Beside the pages: files, and texts as they are hard to keep.
FILL = """
import django
django.setup()
from django.contrib.auth import get_user_model
from wagtail.models import Page
from cms.models import Organisation, Topic
from media.models import Attachment, Picture
from tests.media.uploads import files
from django.core.files.base import ContentFile
from django.core.management import call_command
get_user_model().objects.create_superuser("anna", password="molto lunga davvero")
Picture.objects.create(title="Telaio", file=ContentFile(files.picture(size=(900, 600)), "telaio.jpg"))
Attachment.objects.create(title="Guida", file=ContentFile(b"Le spese", "guida.txt"))
Organisation.objects.create(name="L\\u2019\\u201caltra\\u201d \\u2028 \\U0001f9f5 \\\\ %s \\n", slug="altra")
for page in Page.objects.filter(depth__gt=2)[:20]:
    page.specific.save_revision()
call_command("extract_attachments")
"""
# Two rows in one transaction, again and again: no moment shows one without the other.
WRITE = """
import django
django.setup()
from django.db import transaction
from cms.models import Organisation
number = 0
while True:
    number += 1
    with transaction.atomic():
        Organisation.objects.create(name=f"first {number}", slug=f"first-{number}")
        Organisation.objects.create(name=f"second {number}", slug=f"second-{number}")
    print(number, flush=True)
"""
NEWER = """
import django
django.setup()
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
with connection.cursor() as cursor:
    MigrationRecorder(connection).record_applied("core", "9999_new")
    cursor.execute("CREATE TABLE core_new (id integer PRIMARY KEY)")
    cursor.execute("ALTER TABLE core_topic ADD COLUMN extra integer NOT NULL DEFAULT 1")
"""
CHANGES = "core.publicchange"  # the restored site tells all processes that it has changed


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """On SQLite."""
    site = Site(tmp_path_factory.mktemp("original"))
    site.make()
    site.done("-c", FILL)
    return site


@pytest.fixture(scope="module")
def database(say):
    with postgresql(say) as url:
        yield url


@pytest.fixture(scope="module")
def kept(original, tmp_path_factory):
    folder = tmp_path_factory.mktemp("kept") / "backup"
    original.done("manage.py", "backup", str(folder))
    return folder


@pytest.fixture(scope="module")
def moved(kept, database, tmp_path_factory):
    """On PostgreSQL."""
    site = Site(tmp_path_factory.mktemp("moved"), DATABASE_URL=database)
    assert "All counts are those of the backup" in site.done("manage.py", "restore", str(kept))
    return site


def rows(folder: Path) -> dict[str, list]:
    """By table. JSON as what it says: PostgreSQL orders the members of an object."""
    found = {}
    for path in sorted((folder / "rows").iterdir()):
        label = path.name.removesuffix(".jsonl.gz")
        with gzip.open(path, "rt", encoding="utf-8") as file:
            found[label] = [[_said(value) for value in json.loads(line)] for line in file]
    return found


def _said(value):
    return (
        json.loads(value) if isinstance(value, str) and value[:2] in ("[{", '{"', "[]", "[[", "{}") else value
    )


def files(site: Site) -> dict[str, bytes]:
    media = Path(site.environment["DATA_DIR"]) / "media"
    return {str(path.relative_to(media)): path.read_bytes() for path in media.rglob("*") if path.is_file()}


def test_a_site_moves_to_postgresql_and_back_and_loses_nothing(
    original, kept, moved, tmp_path, django_db_setup
):
    moved.done("manage.py", "backup", str(tmp_path / "second"))
    back = Site(tmp_path / "back")
    (tmp_path / "back").mkdir()
    snapshot.lend(tmp_path / "back" / "db.sqlite3")  # migrated and empty
    back.done("manage.py", "restore", str(tmp_path / "second"))
    back.done("manage.py", "backup", str(tmp_path / "third"))
    first = rows(kept)
    assert len(first["wagtailcore.page"]) > 50
    for folder in (tmp_path / "second", tmp_path / "third"):
        found = rows(folder)
        assert found.keys() == first.keys()
        assert {label for label in first if found[label] != first[label]} <= {CHANGES}
    assert files(original) == files(moved) == files(back)
    asked = original.done("-c", ASK)
    assert asked.count(" 200 ") == 60
    assert moved.done("-c", ASK) == asked
    assert back.done("-c", ASK) == asked


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_one_moment_is_kept_while_others_write(original, moved, tmp_path, kind):
    site = {"sqlite": original, "postgresql": moved}[kind]
    writing = subprocess.Popen(
        [sys.executable, "-c", WRITE], cwd=ROOT, env=site.environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert writing.stdout.readline() == "1\n"
        site.done("manage.py", "backup", str(tmp_path / "kept"))
        # Nobody is kept from writing.
        assert writing.poll() is None
    finally:
        writing.terminate()
        written = int(writing.communicate()[0].split()[-1])
    slugs = [row[-1] for row in _columns(tmp_path / "kept", "core.organisation", "slug")]
    first = {slug.removeprefix("first-") for slug in slugs if slug.startswith("first-")}
    second = {slug.removeprefix("second-") for slug in slugs if slug.startswith("second-")}
    assert first == second
    assert 0 < len(first) < written


def _columns(folder: Path, label: str, *names: str) -> list[tuple]:
    columns, *found = rows(folder)[label]
    return [tuple(row[columns.index(name)] for name in names) for row in found]


def test_a_full_disk_is_told_in_a_line_and_leaves_nothing(original, kept, tmp_path):
    """Files of more than 20 kB cannot be written."""
    target = tmp_path / "scratch"
    target.mkdir()
    for arguments in (["backup", str(tmp_path / "new")], ["restore", "--replace", str(kept)]):
        before = files(original), (original_file := _database(original)).stat().st_size
        ended = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=original.environment,
            capture_output=True,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
        )
        assert ended.returncode == 1
        assert len(ended.stderr.splitlines()) == 1, ended.stderr
        assert "File too large" in ended.stderr or "disk I/O error" in ended.stderr  # of SQLite itself
        assert (files(original), original_file.stat().st_size) == before
    assert [path.name for path in tmp_path.iterdir()] == ["scratch"]


def _database(site: Site) -> Path:
    return Path(site.environment["DATA_DIR"]) / "db.sqlite3"


def test_a_database_that_is_away_is_told_in_a_line(kept, tmp_path):
    site = Site(tmp_path, DATABASE_URL="postgres://site@127.0.0.1:9/none")
    for arguments in (["backup", str(tmp_path / "new")], ["restore", str(kept)]):
        ended = site.manage(*arguments)
        assert ended.returncode == 1
        assert len(ended.stderr.splitlines()) == 1, ended.stderr
        assert ended.stderr.startswith("CommandError: The database refuses: ")


@pytest.mark.parametrize("kind", ["postgresql", pytest.param("sqlite", marks=pytest.mark.long)])
def test_a_backup_of_an_older_release_goes_into_a_database_of_a_newer_one(original, moved, tmp_path, kind):
    """As after an upgrade that is taken back: the tables are made as they were, filled, and upgraded."""
    (tmp_path / "older").mkdir()
    older = Site(tmp_path / "older")
    _copy(original, older)
    older.done("manage.py", "migrate", "attempts", "zero")
    older.done("manage.py", "backup", str(tmp_path / "kept"))
    (tmp_path / "target").mkdir()
    target = moved if kind == "postgresql" else Site(tmp_path / "target")
    if kind == "sqlite":
        _copy(original, target)
    target.done("-c", NEWER)
    began = time.monotonic()
    target.done("manage.py", "restore", "--replace", str(tmp_path / "kept"))
    print(f"Restored on {kind} in {time.monotonic() - began:.0f} s.")
    target.done("manage.py", "migrate", "--check")
    target.done("manage.py", "backup", str(tmp_path / "again"))
    before, after = rows(tmp_path / "kept"), rows(tmp_path / "again")
    added = {CHANGES, "contenttypes.contenttype", "auth.permission"}  # by the migration that came again
    assert {label for label in before if before[label] != after[label]} <= added
    assert target.done("-c", ASK).count(" 200 ") == 60


@pytest.mark.long
def test_a_database_of_0_4_1_goes_into_postgresql_and_is_upgraded_there(moved, tmp_path):
    """Kept by this release as it is, without having been upgraded."""
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
    packed = ROOT / "tests" / "upgrade" / "0.4.1.sqlite3.xz"
    (tmp_path / "old" / "db.sqlite3").write_bytes(lzma.decompress(packed.read_bytes()))
    Site(tmp_path / "old").done("manage.py", "backup", str(tmp_path / "kept"))
    upgraded = Site(tmp_path / "new", DATABASE_URL=moved.environment["DATABASE_URL"])
    told = upgraded.done("manage.py", "restore", "--replace", str(tmp_path / "kept"))
    assert "All counts are those of the backup" in told
    upgraded.done("manage.py", "migrate", "--check")
    upgraded.done("-m", "portal.prepare")
    assert upgraded.done("-c", ASK).count(" 200 ") == 60


def _copy(original: Site, other: Site) -> None:
    source, target = (Path(site.environment["DATA_DIR"]) for site in (original, other))
    subprocess.run(["cp", "-r", f"{source}/.", str(target)], check=True)
