"""Backups: whole or not there; restored whole or not at all; every refusal is a line that says what to do."""

import json
import os
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import connection, models
from django.utils import timezone
from wagtail.models import Page

from cms.models import Topic
from editors.backups import manifest, restoring, tables
from home.site_setup import open_empty_site
from media.storage_address import named
from tests.factories import pages
from tests.media.storage.server import BUCKET, KEY, REGION, SECRET, Bucket

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def uploads(settings, tmp_path):
    """The files of this test alone."""
    before = os.umask(0o077)  # as outside of the tests
    settings.MEDIA_ROOT = tmp_path / "site" / "media"
    default_storage.save("documents/guida.txt", ContentFile(b"Le spese"))
    default_storage.save("images/telaio.jpg", ContentFile(b"JPEG"))
    yield settings.MEDIA_ROOT
    os.umask(before)


@pytest.fixture
def folder(tree, tmp_path, search_index):
    """A backup of a small site with an article and an editor."""
    pages.article(tree.news, title="Il telaio")
    get_user_model().objects.create_user("anna")
    call_command("backup", tmp_path / "kept", verbosity=0)
    return tmp_path / "kept"


def state(uploads: Path) -> tuple:
    """What must not change where something is refused."""
    rows = {
        table.label: list(tables.read(connection, table))
        for table in tables.tables(apps)
        if not table.is_left_out
    }
    files = {
        str(path.relative_to(uploads)): path.read_bytes() for path in uploads.rglob("*") if path.is_file()
    }
    return rows, files, sorted(path.name for path in uploads.parent.iterdir())


def refused(*arguments, **options) -> str:
    with pytest.raises(CommandError) as told:
        call_command(*arguments, verbosity=0, **options)
    assert len(str(told.value).splitlines()) == 1
    return str(told.value)


def test_what_is_kept_is_for_the_user_of_the_site_alone(folder):
    kept = [folder, *folder.rglob("*")]
    assert len(kept) > 50
    assert {oct(path.stat().st_mode & 0o777) for path in kept} == {"0o700", "0o600"}


def test_everything_comes_back_and_what_has_come_since_goes(folder, uploads, tree):
    before = state(uploads)
    pages.article(tree.news, title="Venuto dopo")
    Topic.objects.create(name="Venuto dopo")
    Page.objects.filter(title="Il telaio").delete()
    default_storage.delete("images/telaio.jpg")
    default_storage.save("images/dopo.jpg", ContentFile(b"JPEG"))
    call_command("restore", folder, replace=True, verbosity=0)
    after = state(uploads)
    assert after[1:] == before[1:]
    # That something has changed is told to all processes.
    changes = "core.publicchange"
    assert len(after[0].pop(changes)) > 0 and before[0].pop(changes) is not None
    assert {label for label, rows in before[0].items() if rows != after[0][label]} == set()


def test_the_next_new_row_has_a_number_of_its_own(folder, tree):
    call_command("restore", folder, replace=True, verbosity=0)
    assert pages.article(Page.objects.get(pk=tree.news.pk).specific, title="Nuovo").pk


def test_a_site_that_was_only_prepared_is_empty():
    open_empty_site()
    call_command("setup_roles", verbosity=0)
    assert restoring.contents() == ""


def test_what_people_have_made_is_not_replaced_unless_it_is_asked_for(folder, uploads):
    before = state(uploads)
    told = refused("restore", folder)
    assert told.startswith("This site is not empty (1 accounts, ")
    assert told.endswith("restore into another one. Nothing has been changed.")
    assert state(uploads) == before


def cut(folder):
    path = folder / "rows" / "news.articlepage.jsonl.gz"
    path.write_bytes(path.read_bytes()[:-8])


def without_a_picture(folder):
    (folder / "media" / "images" / "telaio.jpg").unlink()


def with_another_picture(folder):
    (folder / "media" / "images" / "telaio.jpg").write_bytes(b"GIFS")


def with_other_counts(folder):
    held = (folder / "manifest.json").read_text()
    (folder / "manifest.json").write_text(held.replace('"wagtailcore.page": ', '"wagtailcore.page": 9'))


def half_a_manifest(folder):
    held = (folder / "manifest.json").read_text()
    (folder / "manifest.json").write_text(held[:900])


def no_manifest(folder):
    (folder / "manifest.json").unlink()


def changed(folder, **what):
    held = json.loads((folder / "manifest.json").read_text())
    del held["sha256"]
    manifest.Manifest(**held | what).write(folder)


def of_a_newer_release(folder):
    migrations = manifest.read(folder).migrations
    changed(folder, release="9.9.9", migrations=[*migrations, ["core", "9999_something_new"]])


def in_a_newer_format(folder):
    changed(folder, release="9.9.9", format=9)


def with_a_file_elsewhere(folder):
    changed(folder, files=manifest.read(folder).files | {"media/../../etc": [0, ""]})


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (cut, "was cut short or changed: take another backup."),
        (without_a_picture, "telaio.jpg is missing: take another backup."),
        (with_another_picture, "telaio.jpg was cut short or changed: take another backup."),
        (with_other_counts, "manifest.json has been changed: take another backup."),
        (half_a_manifest, "manifest.json is damaged: take another backup."),
        (no_manifest, "is no whole backup: it has no manifest.json."),
        (of_a_newer_release, "(core.9999_something_new): restore it with that release."),
        (in_a_newer_format, "which this release cannot read: restore it with release 9.9.9."),
        (with_a_file_elsewhere, "The backup names a file outside of its folder: media/../../etc."),
    ],
)
def test_what_is_damaged_or_newer_is_refused_and_changes_nothing(folder, uploads, spoil, told):
    before = state(uploads)
    spoil(folder)
    assert told in refused("restore", folder, replace=True)
    assert state(uploads) == before
    if spoil is not of_a_newer_release:  # which is whole
        assert told in refused("restore", folder, verify=True)


def test_a_failure_at_the_end_takes_everything_back(folder, uploads, tree, monkeypatch):
    pages.article(tree.news, title="Venuto dopo")
    default_storage.save("images/dopo.jpg", ContentFile(b"JPEG"))
    before = state(uploads)
    swap = restoring.files.OnDisk.swap

    def fail_after_uploads(place):
        swap(place)
        if place.place.name == "media":
            raise OSError(28, "No space left on device", "imports")

    monkeypatch.setattr(restoring.files.OnDisk, "swap", fail_after_uploads)
    told = refused("restore", folder, replace=True)
    assert told == "imports: No space left on device. Nothing has been changed."
    assert state(uploads) == before


def test_what_can_be_verified_touches_nothing(folder, uploads, capsys):
    before = state(uploads)
    call_command("restore", folder, verify=True)
    assert "The backup is whole: release" in capsys.readouterr().out
    assert state(uploads) == before


@pytest.mark.parametrize("place", ["a file in the way", "something is there"])
def test_a_folder_that_cannot_be_used_is_told_in_a_line(tree, tmp_path, place):
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "file").write_text("x")
    target = {"a file in the way": "taken/file/kept", "something is there": "taken"}[place]
    told = refused("backup", tmp_path / target)
    assert told.endswith("Nothing has been kept.")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "site") == ["taken"]


def test_a_file_that_rows_name_and_the_site_does_not_have_is_told(tree, tmp_path, capsys):
    apps.get_model("media", "Attachment").objects.create(title="Guida", file="documents/perso.pdf")
    call_command("backup", tmp_path / "kept")
    assert (
        "1 files that the site names are not there, such as documents/perso.pdf." in capsys.readouterr().err
    )


def test_uploads_move_into_an_object_storage_and_back(folder, settings, tmp_path, uploads):
    """What is there already under a name is left, and what differs is written anew."""
    before = state(uploads)[1]
    on_disk = settings.STORAGES
    with Bucket().running() as bucket:
        address = f"s3://{KEY}:{SECRET}@{bucket.host}/{BUCKET}?region={REGION}&tls=no"
        storage = {"BACKEND": "media.storage.ObjectStorage", "OPTIONS": named(address).options()}
        settings.STORAGES = on_disk | {"default": storage}
        bucket.files["images/telaio.jpg"] = (b"another", {})
        call_command("restore", folder, replace=True, verbosity=0)
        assert {name: content for name, (content, _headers) in bucket.files.items()} == before
        call_command("backup", tmp_path / "again", verbosity=0)
    settings.STORAGES = on_disk
    default_storage.delete("images/telaio.jpg")
    call_command("restore", tmp_path / "again", replace=True, verbosity=0)
    assert state(uploads)[1] == before


def test_a_storage_that_does_not_answer_is_told_in_a_line(folder, settings, tmp_path, uploads):
    with Bucket().running() as bucket:
        address = f"s3://{KEY}:{SECRET}@{bucket.host}/{BUCKET}?region={REGION}&tls=no"
    storage = {"BACKEND": "media.storage.ObjectStorage", "OPTIONS": named(address).options()}
    settings.STORAGES = settings.STORAGES | {"default": storage}
    assert "could not be" in refused("backup", tmp_path / "again")
    assert "could not be" in refused("restore", folder, replace=True)
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (models.DateTimeField(), timezone.now()),
        (models.DateField(), date(2026, 11, 29)),
        (models.DurationField(), timedelta(days=3, microseconds=1)),
        (models.DecimalField(max_digits=12, decimal_places=2), Decimal("15000.10")),
        (models.UUIDField(), UUID(int=7)),
        (models.BinaryField(), b"\0\xff"),
        (models.TextField(), "null"),
        (models.BooleanField(null=True), None),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_kind_of_value_reads_as_it_was_written(field, value):
    assert field.to_python(json.loads(tables.to_line([value]))[0]) == value
