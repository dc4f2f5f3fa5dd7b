"""manage.py sync_search: bring changes that still wait into the search index."""

from django.core.management.base import BaseCommand, CommandError

from search import sync
from search.engines.base import EngineUnavailable
from search.models import OutboxEntry


class Command(BaseCommand):
    help = "Indexes the pages that changed while the search could not be written."

    def handle(self, *args, **options):
        try:
            done = sync.drain()
        except EngineUnavailable as reason:
            waiting = OutboxEntry.objects.count()
            raise CommandError(f"{waiting} changes still wait: {reason}") from reason
        self.stdout.write(f"{done} changes brought in, {OutboxEntry.objects.count()} wait.")
