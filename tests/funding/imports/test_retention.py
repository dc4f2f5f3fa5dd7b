"""Files of imports are kept for ninety days."""

import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from funding.models import ImportJob

pytestmark = pytest.mark.django_db
State = ImportJob.State


def job(state, days):
    made = ImportJob.objects.create(source="incentivi", file=ContentFile(b"x", "calls.csv"), state=state)
    ImportJob.objects.filter(pk=made.pk).update(changed_at=timezone.now() - timedelta(days=days))
    return made, Path(made.file.path)


def test_old_files_go_and_the_record_of_an_import_that_was_done_stays(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    old, path = job(State.DONE, 91)
    forgotten, never = job(State.PREVIEWED, 91)
    new, young = job(State.PREVIEWED, 89)
    lists = [tmp_path / "imports" / f"incentivi-{name}-refused.csv" for name in ("old", "new")]
    for each in lists:
        each.parent.mkdir(exist_ok=True)
        each.write_text("x")
    os.utime(lists[0], (time.time() - 91 * 86400,) * 2)
    call_command("prune_imports")
    assert (path.exists(), never.exists(), young.exists()) == (False, False, True)
    assert [each.exists() for each in lists] == [False, True]
    old.refresh_from_db()
    assert not old.file
    assert set(ImportJob.objects.all()) == {old, new} and forgotten not in ImportJob.objects.all()


def test_a_number_of_days_makes_sense():
    with pytest.raises(CommandError):
        call_command("prune_imports", days=-1)
