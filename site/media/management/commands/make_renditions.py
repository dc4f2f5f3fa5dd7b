"""manage.py make_renditions: make the sizes and formats that pictures lack."""

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import Progress

from media.models import Picture
from media.renditions import make_renditions


class Command(BaseCommand):
    help = "Makes the sizes and formats that pictures lack. A second run makes nothing."

    def handle(self, *args, **options):
        pictures, failed = list(Picture.objects.order_by("pk")), 0
        console = Console(file=self.stdout)
        with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
            for picture in bar.track(pictures, description="Pictures"):
                try:
                    make_renditions(picture)
                except OSError as error:
                    failed += 1
                    self.stderr.write(f"{picture.pk} {picture.file.name}: {error}")
        if options["verbosity"]:
            self.stdout.write(f"{len(pictures) - failed} pictures complete, {failed} could not be read.")
