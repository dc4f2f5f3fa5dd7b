"""manage.py prune_search_counts: forget what was searched for long ago."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from search.counting.retention import MONTHS, first_day_kept, forget_before, forget_rare


class Command(BaseCommand):
    help = "Deletes counts of searches that are older than some months."

    def add_arguments(self, parser):
        parser.add_argument("--months", type=int, default=MONTHS, help=f"how many to keep (default {MONTHS})")

    def handle(self, *args, months, **options):
        if not 0 <= months <= 1200:
            raise CommandError("--months is a number from 0 to 1200.")
        today = timezone.localdate()
        day = first_day_kept(today, months)
        self.stdout.write(f"{forget_before(day)} counts from before {day.isoformat()} deleted.")
        self.stdout.write(f"{forget_rare(today)} counts of words that were hardly asked for deleted.")
