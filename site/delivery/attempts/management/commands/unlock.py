"""``manage.py unlock``: let an account or an address try again at once."""

from django.core.management.base import BaseCommand, CommandError

from delivery.attempts.guard import name_of
from delivery.attempts.models import AttemptCount, digest


class Command(BaseCommand):
    help = "Unlocks the log-in of an account, by its name, or of an address; --all unlocks everything."

    def add_arguments(self, parser):
        parser.add_argument("name", nargs="?", help="the name of an account, or an address")
        parser.add_argument("--all", action="store_true", help="everything that is locked")

    def handle(self, name, **options):
        if not (name or options["all"]):
            raise CommandError("Name an account or an address, or say --all.")
        rows = AttemptCount.objects.all()
        if not options["all"]:
            rows = rows.filter(subject__in=[digest(name_of(name)), digest(name)]) | rows.filter(shown=name)
        self.stdout.write(f"{rows.delete()[0]} unlocked.")
