"""manage.py restore FOLDER: makes a site from a backup, whatever the database it was kept from."""

from pathlib import Path

from django.core.management.base import BaseCommand

from editors.backups import restoring
from editors.backups.command import errors_in_one_line


class Command(BaseCommand):
    help = "Makes this site from a backup: all of it, or nothing where anything is wrong."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="made by manage.py backup")
        parser.add_argument("--verify", action="store_true", help="read and check the backup, touch no site")
        parser.add_argument("--replace", action="store_true", help="replace a site that is not empty")

    def handle(self, *args, folder, verify, replace, **options):
        if verify:
            with errors_in_one_line("The backup cannot be used"):
                held = restoring.verified(folder)
            self.stdout.write(f"The backup is whole: {_about(held)}.")
            return
        with errors_in_one_line("Nothing has been changed"):
            held = restoring.restore(folder, replace, self._say)
        restoring.make_the_rest(self._say)
        self.stdout.write(f"Restored: {_about(held)}. All counts are those of the backup.")

    def _say(self, step: str) -> None:
        self.stdout.write(f"· {step}")


def _about(held: restoring.Manifest) -> str:
    pages, rows = held.counts.get("wagtailcore.page", 0), sum(held.counts.values())
    return f"release {held.release}, {held.made_at}, {pages} pages, {rows} rows, {len(held.files)} files"
