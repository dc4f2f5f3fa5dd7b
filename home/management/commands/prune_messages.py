"""manage.py prune_messages: delete the contact form's old messages."""

from django.core.management.base import BaseCommand, CommandError

from home.contact.retention import RETENTION_DAYS, prune


class Command(BaseCommand):
    help = "Deletes the messages of the contact form that are older than some days."

    def add_arguments(self, parser):
        parser.add_argument(
            "--days", type=int, default=RETENTION_DAYS, help=f"how long to keep them ({RETENTION_DAYS})"
        )

    def handle(self, *args, days, **options):
        if days < 1:
            raise CommandError("Give at least one day.")
        self.stdout.write(f"{prune(days)} messages deleted.")
