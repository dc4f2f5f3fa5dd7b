"""What cannot be kept or restored for a reason of the machine or of the release: a line, and nothing done."""

import errno
import os

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from editors.backups import making, restoring
from portal import prepare

pytestmark = pytest.mark.django_db


def refused(*arguments, **options) -> str:
    with pytest.raises(CommandError) as told:
        call_command(*arguments, verbosity=0, **options)
    assert len(str(told.value).splitlines()) == 1
    return str(told.value)


@pytest.fixture
def newer():
    """The database has been through a migration that this release does not have."""
    MigrationRecorder(connection).record_applied("core", "9999_new")


def test_a_database_of_a_newer_release_is_kept_by_that_one(newer, tree, tmp_path):
    assert refused("backup", tmp_path / "kept") == (
        "The database is that of a newer release (core.9999_new): make the backup with that one. "
        "Nothing has been kept."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_release_that_is_rolled_back_to_says_so_and_goes_on(newer, monkeypatch, capsys):
    called = []
    monkeypatch.setattr(prepare, "call_command", lambda name, *arguments, **options: called.append(name))
    prepare._prepare_data()
    told = "The database is that of a newer release (core.9999_new). It stays as it is.\n"
    assert capsys.readouterr().err == told
    assert called[0] == "migrate" and "rebuild_search" in called


def read_only(*arguments, **options):
    raise OSError(errno.EROFS, os.strerror(errno.EROFS), "/srv/intreccio/backups")


def test_a_read_only_disk_is_told_in_a_line(tree, tmp_path, monkeypatch, settings):
    settings.MEDIA_ROOT = tmp_path / "site" / "media"
    call_command("backup", tmp_path / "kept", verbosity=0)
    monkeypatch.setattr(making.tempfile, "mkdtemp", read_only)
    told = "/srv/intreccio/backups: Read-only file system."
    assert refused("backup", tmp_path / "again") == f"{told} Nothing has been kept."
    monkeypatch.setattr(restoring.files.OnDisk, "stage", read_only)
    assert refused("restore", tmp_path / "kept", replace=True) == f"{told} Nothing has been changed."


def test_a_backup_that_is_no_folder_is_told_in_a_line(tmp_path):
    (tmp_path / "file").write_text("x")
    for name in ("file", "nowhere"):
        told = refused("restore", tmp_path / name)
        assert told.endswith("Nothing has been changed.")
