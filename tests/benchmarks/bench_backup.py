"""``python -m tests.benchmarks.bench_backup [sheets]``: how long a backup and a restore of a large site take.

Every sheet has a revision and a picture of its own. Pledged: five minutes for each with 6,000 sheets.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .scratch import environment, set_up

SHEETS = 6_000
PICTURE_BYTES = 80_000
MAX_SECONDS = 300


def main(sheets: int = SHEETS) -> None:
    with tempfile.TemporaryDirectory(prefix="bench-backup-") as folder:
        source, kept, target = (str(Path(folder) / name) for name in ("source", "kept", "target"))
        Path(source).mkdir()
        os.environ.update(environment(source))
        set_up()
        _fill(sheets)
        print(f"{sheets} sheets, each with a revision and a picture of {PICTURE_BYTES // 1000} kB")
        for name, data, arguments in (
            ("backup", source, ["backup", kept]),
            ("restore --verify", source, ["restore", "--verify", kept]),
            ("restore", target, ["restore", kept]),
        ):
            began, worked = time.perf_counter(), _worked()
            command = [sys.executable, "manage.py", *arguments]
            subprocess.run(command, check=True, env=environment(data), stdout=subprocess.DEVNULL)
            taken = time.perf_counter() - began
            missed = "  MISSED" if taken > MAX_SECONDS else ""
            print(f"{name:<18}{taken:>7.1f} s{_worked() - worked:>7.1f} s of a processor{missed}", flush=True)
        size = sum(path.stat().st_size for path in Path(kept).rglob("*") if path.is_file())
        print(f"size of the backup {size / 2**20:.0f} MiB; pledged: at most {MAX_SECONDS} s for each")


def _worked() -> float:
    """Seconds of a processor that the commands so far have taken: other programs do not count."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _fill(sheets: int) -> None:
    from django.contrib.contenttypes.models import ContentType
    from django.core.files.base import ContentFile
    from django.core.files.storage import default_storage
    from wagtail.models import Page, Revision

    from funding.models import FundingSheetPage
    from media.models import Picture

    from . import many_sheets

    many_sheets.make(sheets)
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
