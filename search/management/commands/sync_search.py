"""manage.py sync_search: bring changes that still wait into the search index, or look for what differs."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms import cache_version
from search.engines import get_engine
from search.engines.base import EngineUnavailable
from search.index import sync
from search.index.differences import IndexDifference, compare, repair
from search.models import OutboxEntry

MAX_LINES_SHOWN = 20


class Command(BaseCommand):
    help = "Indexes the pages that changed while the search could not be written."

    def add_arguments(self, parser):
        only = parser.add_mutually_exclusive_group()
        only.add_argument(
            "--check",
            action="store_true",
            help="change nothing: compare the index with the pages, print the difference, end with 1 if any",
        )
        only.add_argument(
            "--repair",
            action="store_true",
            help="after that, compare the index with the pages and mend what differs",
        )

    def handle(self, *args, check, repair, **options):
        try:
            if not check:
                self._drain()
                self._catch_up()
            if check or repair:
                self._compare(repair)
        except EngineUnavailable as reason:
            waiting = OutboxEntry.objects.count()
            raise CommandError(f"{waiting} changes still wait: {reason} {reason.remedy}") from reason

    def _drain(self):
        done = sync.drain()
        self.stdout.write(f"{done} changes brought in, {OutboxEntry.objects.count()} wait.")

    def _catch_up(self):
        """While two releases run side by side, each brings changes into its own index alone."""
        for language, _name in settings.LANGUAGES:
            with get_engine().catching_up(language) as missed:
                if missed and (difference := compare(language)).pages:
                    repair(difference)
                    self.stdout.write(f"{language}: {len(difference.pages)} pages of another release.")
                    cache_version.bump()

    def _compare(self, mend):
        differences = [compare(language) for language, _name in settings.LANGUAGES]
        for difference in differences:
            self._print(difference)
        differing = [difference for difference in differences if difference.pages]
        if differing and not mend:
            raise CommandError("To mend the difference: python manage.py sync_search --repair", returncode=1)
        for difference in differing:
            repair(difference)
            self.stdout.write(f"{difference.language}: {len(difference.pages)} pages mended.")
        if differing:
            cache_version.bump()

    def _print(self, difference: IndexDifference):
        self.stdout.write(f"{difference.language}: {difference}.")
        for kind in ("missing", "extra", "stale"):
            if pages := sorted(getattr(difference, kind)):
                more = f" and {len(pages) - MAX_LINES_SHOWN} more" if len(pages) > MAX_LINES_SHOWN else ""
                self.stdout.write(f"  {kind}: {', '.join(map(str, pages[:MAX_LINES_SHOWN]))}{more}")
