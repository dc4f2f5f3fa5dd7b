"""``python -m tests.benchmarks.bench_backup [sheets]``: how long a backup and a restore of a large site take.

Every sheet has a revision and a picture of its own. Pledged: five minutes for each with 6,000 sheets.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.services.programs import running_postgresql
from tests.services.same_answers import ASK

from .scratch import environment, set_up

SHEETS = 6_000
PICTURE_BYTES = 80_000
MAX_SECONDS = 300


def main(sheets: int = SHEETS) -> None:
    with tempfile.TemporaryDirectory(prefix="bench-backup-") as folder, ExitStack() as stack:
        source, kept, *targets = (str(Path(folder) / name) for name in ("source", "kept", "sqlite", "other"))
        Path(source).mkdir()
        os.environ.update(environment(source))
        set_up()
        _fill(sheets)
        print(f"{sheets} sheets, each with a revision and a picture of {PICTURE_BYTES // 1000} kB")
        same, moved = environment(targets[0]), environment(targets[1])
        _timed("backup", environment(source), "backup", kept)
        _timed("restore --verify", environment(source), "restore", "--verify", kept)
        _timed("restore, SQLite", same, "restore", kept)
        asked, found = _answers(environment(source)), [_answers(same)]
        try:
            server = stack.enter_context(running_postgresql(lasting=True))
        except RuntimeError as reason:
            print(f"restore, PostgreSQL: left out. {reason}")
        else:
            moved["DATABASE_URL"] = server.url
            _timed("restore, PostgreSQL", moved, "restore", kept)
            found.append(_answers(moved))
        size = sum(path.stat().st_size for path in Path(kept).rglob("*") if path.is_file())
        print(f"size of the backup {size / 2**20:.0f} MiB; pledged: at most {MAX_SECONDS} s for each")
        differing = {line for each in found for line in set(each.splitlines()) ^ set(asked.splitlines())}
        print(f"{asked.count(' 200 ')} addresses and searches; answered differently: {sorted(differing)}")


def _timed(title: str, where: dict[str, str], *arguments: str) -> None:
    began, worked = time.perf_counter(), _worked()
    subprocess.run(
        [sys.executable, "manage.py", *arguments], check=True, env=where, stdout=subprocess.DEVNULL
    )
    taken = time.perf_counter() - began
    missed = "  MISSED" if taken > MAX_SECONDS else ""
    print(f"{title:<20}{taken:>7.1f} s{_worked() - worked:>7.1f} s of a processor{missed}", flush=True)


def _answers(where: dict[str, str]) -> str:
    command = [sys.executable, "-c", ASK]
    return subprocess.run(command, env=where, check=True, capture_output=True, text=True).stdout


def _worked() -> float:
    """Seconds of a processor that the commands so far have taken: other programs do not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _fill(sheets: int) -> None:
    from django.contrib.contenttypes.models import ContentType
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage
    from django.core.management import call_command
    from wagtail.models import Page, Revision

    from funding.models import FundingSheetPage
    from media.models import Picture

    from . import many_sheets

    many_sheets.make(sheets)
    call_command("rebuild_search", verbosity=0)
    kind, base = (ContentType.objects.get_for_model(model) for model in (FundingSheetPage, Page))
    Revision.objects.bulk_create(
        (
            Revision(
                content_type=kind,
                base_content_type=base,
                object_id=str(sheet.pk),
                content=sheet.serializable_data(),
                created_at=sheet.first_published_at,
            )
            for sheet in FundingSheetPage.objects.iterator(500)
        ),
        batch_size=500,
    )
    pictures = []
    for number in range(sheets):
        file = ContentFile(os.urandom(PICTURE_BYTES))
        name = default_storage.save(f"original_images/{number}.jpg", file)
        pictures.append(Picture(title=str(number), file=name, width=600, height=400))
    Picture.objects.bulk_create(pictures, batch_size=500)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
