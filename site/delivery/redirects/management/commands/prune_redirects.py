"""manage.py prune_redirects: delete redirects that lead in a circle."""

from django.core.management.base import BaseCommand

from delivery.redirects.clearing import clear_circles


class Command(BaseCommand):
    help = "Deletes redirects that lead back to their own address; nobody is led by them any more."

    def handle(self, *args, **options):
        self.stdout.write(f"{clear_circles()} redirects deleted.")
