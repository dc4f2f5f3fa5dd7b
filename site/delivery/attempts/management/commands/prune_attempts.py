"""``manage.py prune_attempts``: forget wrong attempts at secrets that no rule remembers any more."""

from django.core.management.base import BaseCommand

from delivery.attempts.models import prune


class Command(BaseCommand):
    help = "Deletes counts of wrong attempts at passwords and codes that are more than a day old."

    def handle(self, **options):
        self.stdout.write(f"{prune()} counts deleted.")
