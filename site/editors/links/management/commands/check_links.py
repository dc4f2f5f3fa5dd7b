"""manage.py check_links: ask for the external addresses that live pages link to."""

import sys

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from editors.links.checking import LinkChecker
from editors.links.store import due, note, sync_links

DELAY, HOURS = 2.0, 20.0


class Command(BaseCommand):
    help = "Checks the external links of live pages; stopped, it goes on next time."

    def add_arguments(self, parser):
        parser.add_argument("--delay", type=float, default=DELAY, help="seconds between two requests (2)")
        parser.add_argument(
            "--hours", type=float, default=HOURS, help="leave out what was checked in so many hours (20)"
        )
        parser.add_argument("--limit", type=int, metavar="N", help="only the first N that are due")

    def handle(self, *args, delay, hours, limit, **options):
        if delay < 0 or hours < 0 or (limit is not None and limit < 1):
            raise CommandError(_("Expected no negative time, and a limit from 1."))
        console = Console(file=getattr(self.stdout, "_out", sys.stdout), highlight=False, soft_wrap=True)
        sync_links()
        urls, broken = due(timezone.now(), hours)[:limit], 0
        columns = (TextColumn(_("Links")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        hidden = not console.is_terminal
        with Progress(*columns, console=console, disable=hidden, transient=True) as bar:
            task = bar.add_task("", total=len(urls))
            for url, outcome in LinkChecker(delay).check_all(urls):
                broken += note(url, outcome, timezone.now())
                bar.advance(task)
        told = _("%(checked)d links checked, %(broken)d of them broken.")
        console.print(told % {"checked": len(urls), "broken": broken})
