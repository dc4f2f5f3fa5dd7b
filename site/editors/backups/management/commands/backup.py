"""manage.py backup FOLDER: the whole site in a folder, at one moment, while editors work."""

from pathlib import Path

from django.core.management.base import BaseCommand

from editors.backups import making
from editors.backups.command import errors_in_one_line


class Command(BaseCommand):
    help = "Keeps database and uploaded files in a new folder, from which any database can be restored."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="the folder to make; it must not be there yet")

    def handle(self, *args, folder, **options):
        with errors_in_one_line("Nothing has been kept"):
            kept = making.make(folder, lambda step: self.stdout.write(f"· {step}"))
        rows = sum(kept.counts.values())
        self.stdout.write(f"{folder}: {rows} rows and {len(kept.files) - len(kept.counts)} files.")
        if kept.missing:
            self.stderr.write(
                f"{len(kept.missing)} files that the site names are not there, such as {kept.missing[0]}."
            )
