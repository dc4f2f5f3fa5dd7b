"""manage.py rebuild_search: make the search index anew from the published pages."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import Progress

from search.engines.base import EngineUnavailable
from search.index import sync
from search.index.documents import searchable_pages
from search.index.rebuild import needs_rebuild, rebuild


class Command(BaseCommand):
    help = "Builds the search index beside the one in use, then swaps them. Searches go on meanwhile."

    def add_arguments(self, parser):
        parser.add_argument(
            "--language", choices=[code for code, _ in settings.LANGUAGES], help="only this language"
        )
        parser.add_argument(
            "--if-needed",
            action="store_true",
            help="only where the index is missing, damaged, of an earlier edition or out of step",
        )

    def handle(self, *args, language, if_needed, **options):
        requested = languages = [language] if language else [code for code, _ in settings.LANGUAGES]
        try:
            if if_needed:
                languages = [code for code in requested if needs_rebuild(code)]
            for code in languages:
                self._rebuild(code)
            sync.drain(*requested)
        except EngineUnavailable as reason:
            raise CommandError(f"The index could not be built: {reason} {reason.remedy}") from reason
        if not languages:
            self.stdout.write("The search index is up to date.")

    def _rebuild(self, language):
        console = Console(file=self.stdout)
        with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
            task = bar.add_task(f"Search index, {language}", total=searchable_pages(language).count())
            count = rebuild(language, lambda pages: bar.advance(task, pages))
        self.stdout.write(f"Search index, {language}: {count} documents.")
