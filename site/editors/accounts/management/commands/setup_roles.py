"""manage.py setup_roles: the groups of the editors' work, and the workflow."""

from django.core.management.base import BaseCommand

from editors.accounts.setup import set_up


class Command(BaseCommand):
    help = "Makes the groups and the workflow where they are missing, and gives what an update has brought."

    def handle(self, *args, **options):
        made = set_up()
        groups = ", ".join(made.groups)
        self.stdout.write(f"New groups: {groups}." if groups else "All groups are there.")
        for name, permissions in made.given.items():
            self.stdout.write(f"{name} may now as well: {', '.join(permissions)}.")
