"""``manage.py second_factor_off NAME``: for somebody who has lost telephone and recovery codes."""

from django.core.management.base import BaseCommand, CommandError

from editors.accounts.models import User
from editors.accounts.second_factor.factors import turn_off


class Command(BaseCommand):
    help = "Turns the second factor of an account off, so that it logs in with the password alone."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the name that the person logs in with")

    def handle(self, name, **options):
        user = User.objects.filter(username=name).first()
        if user is None or not user.second_factor:
            raise CommandError(f"No account “{name}” with a second factor.")
        turn_off(user)
        self.stdout.write(f"The second factor of {name} is turned off.")
