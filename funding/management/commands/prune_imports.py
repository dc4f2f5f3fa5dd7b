"""``manage.py prune_imports``: files of imports are kept for a while only."""

from django.core.management.base import BaseCommand, CommandError

from funding.imports.retention import DAYS, prune


class Command(BaseCommand):
    help = "Deletes uploads of imports and lists of refused rows that are older than some days."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=DAYS, help=f"how many to keep (default {DAYS})")

    def handle(self, days, **options):
        if not 0 <= days <= 36500:
            raise CommandError("--days is a number from 0 to 36500.")
        uploads, lists = prune(days)
        self.stdout.write(f"{uploads} uploads and {lists} lists deleted.")
