"""manage.py setup_roles: the groups of the editors' work, and the workflow."""

from django.core.management.base import BaseCommand

from editors.accounts.setup import set_up


class Command(BaseCommand):
    help = "Makes the groups and the workflow where they are missing; what is there stays as it is."

    def handle(self, *args, **options):
        new = set_up()
        self.stdout.write(f"New groups: {', '.join(new)}." if new else "All groups are there.")
