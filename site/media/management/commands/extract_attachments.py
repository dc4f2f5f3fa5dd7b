"""manage.py extract_attachments: read the text of documents that were never read."""

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.progress import Progress

from media import reading
from media.models import Attachment, DocumentText


class Command(BaseCommand):
    help = "Reads the text of documents for the search, each content once. Refused files are listed."

    def add_arguments(self, parser):
        parser.add_argument("--again", action="store_true", help="try refused files once more")

    def handle(self, *args, again, **options):
        waiting = _waiting(again)
        counts = {"done": 0, "refused": 0, "failed": 0}
        console = Console(file=self.stdout)
        with Progress(console=console, disable=not console.is_terminal, transient=True) as bar:
            for document in bar.track(waiting, description="Documents"):
                counts[self._read(document, again)] += 1
        if options["verbosity"]:
            self.stdout.write(
                "{done} documents read, {refused} refused, {failed} could not be opened.".format(**counts)
            )

    def _read(self, document: Attachment, again: bool) -> str:
        try:
            text = reading.read(document.pk, again)
        except OSError as error:
            self.stderr.write(f"{document.pk} {document.filename}: {error}")
            return "failed"
        if text.state == DocumentText.State.REFUSED:
            self.stderr.write(f"{document.pk} {document.filename}: {text.get_reason_display()}")
        return text.state


def _waiting(again: bool) -> list[Attachment]:
    documents = [document for document in Attachment.objects.order_by("pk") if document.kind]
    known = reading.states_of(documents)
    return [
        document
        for document in documents
        if document.pk not in known or (again and known[document.pk].state == DocumentText.State.REFUSED)
    ]
