"""manage.py open_site: what a new site needs before anybody can write."""

from django.core.management.base import BaseCommand

from home.site_setup import open_empty_site


class Command(BaseCommand):
    help = "Makes the home pages and the sections of every language, empty and live, on a new site."

    def handle(self, *args, **options):
        if open_empty_site():
            self.stdout.write("The home pages and their sections are made.")
        else:
            self.stdout.write("There is a home page already; nothing has been changed.")
