"""manage.py run_worker: does the tasks that wait in the background, until it is told to end."""

from django.core.management.base import BaseCommand

from editors.jobs.worker import LeasingWorker


class Command(BaseCommand):
    help = "Does background tasks: imports from the admin, sizes of pictures, texts of documents, the search."

    def handle(self, *args, **options):
        worker = LeasingWorker()
        worker.configure_signals()
        worker.run()
