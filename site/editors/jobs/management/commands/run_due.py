"""manage.py run_due: all that the clock asks for, each job at its interval, once over all machines."""

import sys

from django.core.management.base import BaseCommand

from editors.jobs.running import run_forever, run_once


class Command(BaseCommand):
    help = "Runs what is due: publishing and expiry, search, links, retention. Ends with 1 if a job failed."

    def add_arguments(self, parser):
        parser.add_argument(
            "--loop", action="store_true", help="go on until ended, instead of by a timer a minute"
        )

    def handle(self, *args, loop, **options):
        if loop:
            run_forever()
        elif not run_once():
            sys.exit(1)
